"""A first conversion of all pages, for what the second one needs to know of every page: headings and term usage."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from edition.markdown_ext import EditionExtension
from edition.model.build_context import BuildContext
from edition.model.page_files import BLOCKS_WITHOUT_TERM_USE, PageFile


def first_pass(
    build: BuildContext,
    split_front_matter: Callable[[str], tuple[str, object]],
    extensions: Sequence[str | Extension],
    configs: Mapping[str, Any],
) -> BuildContext:
    """Convert every page and return the build with the texts of headings as readers see them, and with term usage.

    ``split_front_matter`` takes the source of a page and returns its Markdown and its metadata; ``extensions`` and
    ``configs`` are those of Python-Markdown.
    """
    extension = EditionExtension(build, skipped_blocks=BLOCKS_WITHOUT_TERM_USE)
    pages = []
    for page in build.edition.pages:
        md = Markdown(extensions=[*extensions, extension], extension_configs=configs)
        md.convert(split_front_matter(page.text)[0])
        pages.append(_with_headings(page, dict(_heading_texts(getattr(md, "toc_tokens", [])))))
    return replace(build, edition=replace(build.edition, pages=tuple(pages), term_usage=extension.term_usage))


def _heading_texts(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The headings of a converted page: (id, text without markup)."""
    for token in tokens:
        yield token["id"], unescape(token["name"])
        yield from _heading_texts(token["children"])


def _with_headings(page: PageFile, texts: Mapping[str, str]) -> PageFile:
    headings = tuple(replace(each, text=texts.get(each.id, each.text)) for each in page.headings)
    return replace(page, headings=headings, title=next((each.text for each in headings if each.level == 1), ""))
