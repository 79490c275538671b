"""Ring 2: what the edition adds to Markdown, on Python-Markdown's element tree."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from pymdownx.blocks import BlocksExtension

from edition.data.build_cache import Keeper
from edition.markdown_ext.data_blocks import DataBlocks, DataFiller
from edition.markdown_ext.paragraph_block import AnchoredFrames, ParagraphBlock
from edition.markdown_ext.redirect_notices import TargetsLeft
from edition.markdown_ext.term_links import TermLinker
from edition.model.edition import Edition
from edition.model.page_files import LISTS_OF_LABELS, Page


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
        ahead of toc (5), which collects the headings of the data blocks and of the paragraphs.
        """
        block_mgr.register(ParagraphBlock, {"edition": self.edition})
        md.parser.blockprocessors.register(DataBlocks(md.parser), "edition_data", 90)
        md.treeprocessors.register(DataFiller(md, self.edition, self.without), "edition_data", 7)
        md.treeprocessors.register(TargetsLeft(md, self.edition), "edition_targets", 6.5)
        md.treeprocessors.register(TermLinker(md, self.edition, self.uses), "edition_terms", 6)
        md.treeprocessors.register(AnchoredFrames(md), "edition_frames", 4)


def with_uses(
    edition: Edition,
    split: Callable[[str], tuple[str, object]],
    extensions: Sequence[str | Extension],
    configs: Mapping[str, Any],
) -> Edition:
    """Convert every page once, only to learn what its headings say and where the terms are used: the glossary, which
    may come first, shows it.
    ``split`` takes a page's source apart, into Markdown and what stands ahead of it; ``extensions`` and ``configs`` are
    what Markdown takes.
    """
    unfinished = replace(edition, kept=Keeper())  # nothing made of it may be taken for the edition's own
    extension = EditionExtension(unfinished, without=LISTS_OF_LABELS)
    pages = []
    for page in edition.pages:
        md = Markdown(extensions=[*extensions, extension], extension_configs=configs)
        md.convert(split(page.text)[0])
        pages.append(_as_read(page, dict(_names(getattr(md, "toc_tokens", [])))))
    uses = {term: tuple(dict.fromkeys(anchors)) for term, anchors in extension.uses.items()}
    return replace(edition, pages=tuple(pages), uses=uses)


def _names(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The headings of a converted page: (id, text without markup)."""
    for token in tokens:
        yield token["id"], unescape(token["name"])
        yield from _names(token["children"])


def _as_read(page: Page, names: Mapping[str, str]) -> Page:
    """A page whose headings say what a reader sees."""
    headings = tuple(replace(each, text=names.get(each.id, each.text)) for each in page.headings)
    return replace(page, headings=headings, title=next((each.text for each in headings if each.level == 1), ""))
