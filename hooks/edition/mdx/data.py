"""``/// timeline ///``: a block of data, put on a page by one line."""

from xml.etree.ElementTree import Element, SubElement, fromstring

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from edition import render
from edition.model import Edition
from edition.pages import DATA_BLOCKS, DATA_LINE

_MARK = "data-block"


class DataBlocks(BlockProcessor):
    """Leaves an empty element where a data block goes."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the whole block is one such line. The checks have refused unknown names."""
        match = DATA_LINE.fullmatch(block)
        return bool(match and match[1] in DATA_BLOCKS)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Leave the mark; ``DataFiller`` takes it up."""
        match = DATA_LINE.fullmatch(blocks.pop(0))
        assert match
        SubElement(parent, "div", {_MARK: match[1]})


class DataFiller(Treeprocessor):
    """Puts the rendered data in, after Markdown has read all text, so that data are never read as Markdown."""

    def __init__(self, md: Markdown, edition: Edition, without: frozenset[str]) -> None:
        super().__init__(md)
        self.edition = edition
        self.without = without

    def run(self, root: Element) -> None:
        """Fill every mark on the page."""
        for holder in list(root.iter("div")):
            name = holder.attrib.pop(_MARK, None)
            if name and name not in self.without:
                content = fromstring(render.block(self.edition, name))
                holder.attrib.update(content.attrib)
                holder.text = content.text
                holder[:] = list(content)
