"""Data blocks: the line ``/// timeline ///`` in a page file inserts rendered data."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement, fromstring

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from edition.model.build_context import BuildContext
from edition.model.page_files import DATA_BLOCKS, DATA_LINE
from edition.rendering import renderer

_MARK = "data-block"
# Attribute that marks a placeholder → function that renders its content.
_RENDERERS: Mapping[str, Callable[[BuildContext, str], str]] = {
    _MARK: renderer.data_block,
    "data-notes": renderer.notes,
    "data-original": renderer.original,
}


class DataBlocks(BlockProcessor):
    """Replaces the line of a data block by an empty placeholder element."""

    def test(self, parent: Element, block: str) -> bool:
        """Return whether a line of ``block`` names a data block; the line need not have empty lines around it."""
        return _find_data_line(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Insert a placeholder for ``DataFiller``. The lines before and after it are parsed as usual."""
        lines = blocks.pop(0).split("\n")
        index = _find_data_line("\n".join(lines))
        assert index is not None
        if before := "\n".join(lines[:index]).strip("\n"):
            self.parser.parseBlocks(parent, [before])
        match = DATA_LINE.fullmatch(lines[index])
        assert match
        SubElement(parent, "div", {_MARK: match[1]})
        if after := "\n".join(lines[index + 1 :]):
            blocks.insert(0, after)


def _find_data_line(block: str) -> int | None:
    """Return the index of the first line that names a data block. The checks have already rejected unknown names."""
    for index, line in enumerate(block.split("\n")):
        match = DATA_LINE.fullmatch(line)
        if match and match[1] in DATA_BLOCKS:
            return index
    return None


class DataFiller(Treeprocessor):
    """Fills the placeholders of data blocks, and the placeholders for notes and original text in source paragraphs. It
    runs after Markdown has parsed all text, so that data are never parsed as Markdown.
    """

    def __init__(self, md: Markdown, build: BuildContext) -> None:
        super().__init__(md)
        self.build = build

    def run(self, root: Element) -> None:
        """Fill every placeholder on the page."""
        for placeholder in list(root.iter("div")):
            mark = next((mark for mark in _RENDERERS if mark in placeholder.attrib), "")
            name = placeholder.attrib.pop(mark, "")
            if name:
                content = fromstring(_RENDERERS[mark](self.build, name))
                placeholder.tag = content.tag
                placeholder.attrib.update(content.attrib)
                placeholder.text = content.text
                placeholder[:] = list(content)
