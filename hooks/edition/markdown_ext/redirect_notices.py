"""What is left on a page of places that were published there once: targets that lead on, at its end."""

from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from edition.model.edition import Edition
from edition.rendering import renderer

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class TargetsLeft(Treeprocessor):
    """Knows a page by its headings, whose ids are its own."""

    def __init__(self, md: Markdown, edition: Edition) -> None:
        super().__init__(md)
        self.edition = edition

    def run(self, root: Element) -> None:
        """Append them."""
        ids = (element.get("id", "") for element in root.iter() if element.tag in _HEADINGS)
        page = next((self.edition.page_of_heading[name] for name in ids if name in self.edition.page_of_heading), "")
        if left := renderer.left_targets(self.edition, page):
            root.append(fromstring(left))
