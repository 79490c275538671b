"""Ring 2: what the edition adds to Markdown, on Python-Markdown's element tree."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from pymdownx.blocks import BlocksExtension

from edition.mdx.data import DataBlocks, DataFiller
from edition.mdx.paragraphs import ParagraphBlock
from edition.mdx.terms import TermLinker
from edition.model.edition import Edition, Uses
from edition.model.sources import LISTS_OF_LABELS


class EditionExtension(BlocksExtension):  # type: ignore[misc]
    """Paragraph blocks, data blocks and glossary terms for one edition.

    ``uses`` gathers, over all pages converted, which anchors use which term; for that alone the blocks
    named ``without`` can be left empty.
    """

    def __init__(self, edition: Edition, without: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        self.edition = edition
        self.without = without
        self.uses: dict[str, list[str]] = {}
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (name set by the API)
        """Register everything. Priorities: behind attr_list (8), so that braces in data stay text, and
        ahead of toc (5), which collects the headings of the data blocks.
        """
        block_mgr.register(ParagraphBlock, {"edition": self.edition})
        md.parser.blockprocessors.register(DataBlocks(md.parser), "edition_data", 90)
        md.treeprocessors.register(DataFiller(md, self.edition, self.without), "edition_data", 7)
        md.treeprocessors.register(TermLinker(md, self.edition, self.uses), "edition_terms", 6)


def term_uses(
    edition: Edition, texts: Iterable[str], extensions: Sequence[str | Extension], configs: Mapping[str, Any]
) -> Uses:
    """Convert every page once, only to learn where the terms are used: the glossary, which may come
    first, shows it. ``texts`` are the pages in Markdown; ``extensions`` and ``configs`` are what Markdown takes.
    """
    extension = EditionExtension(edition, without=LISTS_OF_LABELS)
    for text in texts:
        Markdown(extensions=[*extensions, extension], extension_configs=configs).convert(text)
    return {term: tuple(dict.fromkeys(anchors)) for term, anchors in extension.uses.items()}
