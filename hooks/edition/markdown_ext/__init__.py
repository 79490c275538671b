"""The edition's Python-Markdown extension: data blocks, source paragraphs, redirects, and links to glossary terms."""

from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension

from edition.markdown_ext.data_blocks import DataBlocks, DataFiller
from edition.markdown_ext.emoji_text import EmojiText
from edition.markdown_ext.footnote_references import FootnoteReferences
from edition.markdown_ext.note_references import NoteReferences
from edition.markdown_ext.paragraph_block import AnchoredFrames, HeadingLevels, ParagraphBlock
from edition.markdown_ext.redirect_notices import RedirectNotices
from edition.markdown_ext.term_links import TermLinker
from edition.model.build_context import BuildContext
from edition.model.edition import TermUsage


class EditionExtension(BlocksExtension):  # type: ignore[misc]
    """The Python-Markdown extension; each build creates its own instance."""

    def __init__(self, build: BuildContext, **kwargs: Any) -> None:
        self.build = build
        self._usage: dict[str, list[str]] = {}
        super().__init__(**kwargs)

    @property
    def term_usage(self) -> TermUsage:
        """A map from term id to the anchors (ids) of the paragraphs and records that use the term, on all pages
        converted so far.
        """
        return {term: tuple(dict.fromkeys(anchors)) for term, anchors in self._usage.items()}

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (name set by the API)
        """Register all processors with their priorities; a processor with a higher priority runs earlier.

        The tree processors run after attr_list (priority 8), so that it does not interpret braces in data. All but
        ``AnchoredFrames`` run before toc (priority 5), because toc must find the headings that they insert.
        """
        block_mgr.register(ParagraphBlock, {"build": self.build})
        md.parser.blockprocessors.register(DataBlocks(md.parser), "edition_data", 90)
        md.treeprocessors.register(DataFiller(md, self.build), "edition_data", 7)
        md.treeprocessors.register(EmojiText(md), "edition_emoji", 7.5)
        md.treeprocessors.register(FootnoteReferences(md), "edition_footnotes", 7.4)
        md.treeprocessors.register(NoteReferences(md, self.build), "edition_notes", 6.7)
        md.treeprocessors.register(RedirectNotices(md, self.build), "edition_redirects", 6.5)
        md.treeprocessors.register(TermLinker(md, self.build.edition, self._usage), "edition_terms", 6)
        md.treeprocessors.register(
            HeadingLevels(), "edition_levels", 7.2
        )  # before the data bring headings of their own
        md.treeprocessors.register(AnchoredFrames(md), "edition_frames", 4)
