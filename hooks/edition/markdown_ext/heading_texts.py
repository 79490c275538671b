"""The texts of headings as readers see them, which pages need of each other before any of them is converted."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from edition.model.build_context import BuildContext
from edition.model.page_files import PageFile

_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\[\]]+\]:.*$", re.MULTILINE)  # of a link, which a heading may refer to


def with_heading_texts(
    build: BuildContext, extensions: Sequence[str | Extension], configs: Mapping[str, Any]
) -> BuildContext:
    """The build with the headings of its pages converted: without markup. ``extensions`` and ``configs`` are those of
    Python-Markdown.
    """
    md = Markdown(extensions=extensions, extension_configs=configs)
    pages = tuple(_convert_headings(page, md) for page in build.edition.pages)
    return replace(build, edition=replace(build.edition, pages=pages))


def _convert_headings(page: PageFile, md: Markdown) -> PageFile:
    lines = [f"# {heading.text} {{ #{heading.id} }}" for heading in page.headings if heading.id]
    md.reset().convert("\n\n".join([*lines, *_DEFINITION.findall(page.text)]))
    texts = dict(_heading_texts(getattr(md, "toc_tokens", [])))
    headings = tuple(replace(each, text=texts.get(each.id, each.text)) for each in page.headings)
    return replace(page, headings=headings, title=next((each.text for each in headings if each.level == 1), ""))


def _heading_texts(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The headings of a converted text: (id, text without markup)."""
    for token in tokens:
        yield token["id"], unescape(token["name"])
        yield from _heading_texts(token["children"])
