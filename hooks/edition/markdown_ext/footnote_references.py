"""Keep the numbers of footnotes out of the text that is searched: "taman[^1]" is the word "taman", not "taman1"."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor


class FootnoteReferences(Treeprocessor):
    """Marks the links to footnotes, and from them, with ``data-search-exclude``."""

    def run(self, root: Element) -> None:
        """Mark the references, and the links back, in the page with the tree ``root``."""
        for link in root.iter("a"):
            if link.get("class") in ("footnote-ref", "footnote-backref"):
                link.set("data-search-exclude", "")
