"""Add links at the end of a page, from ids that were published on it and have moved, to their new addresses."""

from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from edition.model.build_context import BuildContext
from edition.rendering import renderer

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class RedirectNotices(Treeprocessor):
    """Appends the links to the new addresses of moved ids to the tree of a page. Python-Markdown does not tell a
    treeprocessor which page it converts; the page is therefore identified by the ids of its headings.
    """

    def __init__(self, md: Markdown, build: BuildContext) -> None:
        super().__init__(md)
        self.build = build

    def run(self, root: Element) -> None:
        """Append the links of the page whose tree has the root ``root``."""
        ids = (element.get("id", "") for element in root.iter() if element.tag in _HEADINGS)
        pages = self.build.edition.page_of_heading
        page = next((pages[name] for name in ids if name in pages), "")
        if notices := renderer.redirect_notices(self.build, page):
            root.append(fromstring(notices))
