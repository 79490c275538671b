"""``/// timeline ///``: a block of data, put on a page by one line."""

from xml.etree.ElementTree import Element, SubElement, fromstring

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from edition.model.edition import Edition
from edition.model.sources import DATA_BLOCKS, DATA_LINE
from edition.page import render

_MARK = "data-block"


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
    """Puts the rendered data in, and the notes in the frames of paragraphs, after Markdown has read all text, so that
    data are never read as Markdown.
    """

    def __init__(self, md: Markdown, edition: Edition, without: frozenset[str]) -> None:
        super().__init__(md)
        self.edition = edition
        self.without = without

    def run(self, root: Element) -> None:
        """Fill every mark on the page."""
        for holder in list(root.iter("div")):
            name, noted = holder.attrib.pop(_MARK, None), holder.attrib.pop("data-notes", None)
            if noted or (name and name not in self.without):
                rendered = render.notes(self.edition, noted) if noted else render.block(self.edition, str(name))
                content = fromstring(rendered)
                holder.tag = content.tag
                holder.attrib.update(content.attrib)
                holder.text = content.text
                holder[:] = list(content)
