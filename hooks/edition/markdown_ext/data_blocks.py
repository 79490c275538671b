"""Data blocks: a line such as ``/// timeline ///`` in a page file, which the extension replaces by rendered data."""

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
    """Replaces a line such as ``/// timeline ///`` by an empty placeholder element; ``DataFiller`` fills it later."""

    def test(self, parent: Element, block: str) -> bool:
        """Return whether ``block`` contains the line of a data block (``/// timeline ///``). The line need not have
        empty lines around it.
        """
        return _find_data_line(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Replace the first line of a data block in ``blocks[0]`` by a placeholder element. Parse the lines around it
        as usual.
        """
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
    """Return the index of the first line of a data block (``/// timeline ///``) among the lines of ``block``, or None.
    Lines with unknown names are skipped without a message, because the checks have already rejected them.
    """
    for index, line in enumerate(block.split("\n")):
        match = DATA_LINE.fullmatch(line)
        if match and match[1] in DATA_BLOCKS:
            return index
    return None


class DataFiller(Treeprocessor):
    """Fills placeholder elements with rendered data. They are the placeholders of data blocks, and those for notes and
    for the original text in source paragraphs. This runs after Markdown has parsed all text, so that data are never
    parsed as Markdown.
    """

    def __init__(self, md: Markdown, build: BuildContext) -> None:
        super().__init__(md)
        self.build = build

    def run(self, root: Element) -> None:
        """Fill every placeholder in the page with the tree ``root``."""
        for placeholder in list(root.iter("div")):
            mark = next((mark for mark in _RENDERERS if mark in placeholder.attrib), "")
            name = placeholder.attrib.pop(mark, "")
            if name:
                content = fromstring(_RENDERERS[mark](self.build, name))
                placeholder.tag = content.tag
                placeholder.attrib.update(content.attrib)
                placeholder.text = content.text
                placeholder[:] = list(content)
