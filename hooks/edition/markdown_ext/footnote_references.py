"""Keep the numbers of footnotes out of the text that is searched: "taman[^1]" is the word "taman", not "taman1"."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor


class FootnoteReferences(Treeprocessor):
    """Marks each reference to a footnote with ``data-search-exclude``."""

    def run(self, root: Element) -> None:
        """Mark the references in the page with the tree ``root``."""
        for element in root.iter("sup"):
            if any(link.get("class") == "footnote-ref" for link in element):
                element.set("data-search-exclude", "")
