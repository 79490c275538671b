"""``/// timeline ///``: a block of data, put on a page by one line."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement, fromstring

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from edition.model.build_context import BuildContext
from edition.model.page_files import DATA_BLOCKS, DATA_LINE
from edition.rendering import renderer

_MARK = "data-block"
# The renderer for each attribute that marks an element to fill.
_RENDERERS: Mapping[str, Callable[[BuildContext, str], str]] = {
    _MARK: renderer.data_block,
    "data-notes": renderer.notes,
    "data-original": renderer.original,
}


class DataBlocks(BlockProcessor):
    """Leaves an empty element where a data block goes."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether a line of the block is one, with or without an empty line around it."""
        return _data_line(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Leave the mark, which ``DataFiller`` takes up; what stands before and after is parsed as usual."""
        lines = blocks.pop(0).split("\n")
        index = _data_line("\n".join(lines))
        assert index is not None
        if before := "\n".join(lines[:index]).strip("\n"):
            self.parser.parseBlocks(parent, [before])
        match = DATA_LINE.fullmatch(lines[index])
        assert match
        SubElement(parent, "div", {_MARK: match[1]})
        if after := "\n".join(lines[index + 1 :]):
            blocks.insert(0, after)


def _data_line(block: str) -> int | None:
    """The number of the first line that names a data block. The checks have refused unknown names."""
    for index, line in enumerate(block.split("\n")):
        match = DATA_LINE.fullmatch(line)
        if match and match[1] in DATA_BLOCKS:
            return index
    return None


class DataFiller(Treeprocessor):
    """Puts the rendered data in, and into the frames of paragraphs what belongs to them, after Markdown has read all
    text, so that data are never read as Markdown.
    """

    def __init__(self, md: Markdown, build: BuildContext) -> None:
        super().__init__(md)
        self.build = build

    def run(self, root: Element) -> None:
        """Fill every mark on the page."""
        for holder in list(root.iter("div")):
            mark = next((mark for mark in _RENDERERS if mark in holder.attrib), "")
            name = holder.attrib.pop(mark, "")
            if name:
                content = fromstring(_RENDERERS[mark](self.build, name))
                holder.tag = content.tag
                holder.attrib.update(content.attrib)
                holder.text = content.text
                holder[:] = list(content)
