"""Convert the headings of all pages from Markdown to plain text. This is done before any page is converted to HTML,
because pages show the headings of other pages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from edition.model.build_context import BuildContext
from edition.model.page_files import PageFile

# Link reference definitions, which a heading may use.
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\[\]]+\]:.*$", re.MULTILINE)


def with_heading_texts(
    build: BuildContext, extensions: Sequence[str | Extension], configs: Mapping[str, Any]
) -> BuildContext:
    """Return a copy of the build in which the headings and titles of all pages are plain text instead of Markdown.
    ``extensions`` and ``configs`` are arguments for Python-Markdown.
    """
    all_levels = {"toc": {**configs.get("toc", {}), "toc_depth": 6}}
    md = Markdown(extensions=extensions, extension_configs={**configs, **all_levels})
    pages = tuple(_convert_headings(page, md) for page in build.edition.pages)
    return replace(build, edition=replace(build.edition, pages=pages))


def _convert_headings(page: PageFile, md: Markdown) -> PageFile:
    lines = [f"{'#' * heading.level} {heading.text} {{ #{heading.id} }}" for heading in page.headings if heading.id]
    md.reset().convert("\n\n".join([*lines, *_DEFINITION.findall(page.text)]))
    texts = dict(_heading_texts(getattr(md, "toc_tokens", [])))
    headings = tuple(replace(each, text=texts.get(each.id, each.text)) for each in page.headings)
    return replace(page, headings=headings, title=next((each.text for each in headings if each.level == 1), ""))


def _heading_texts(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield (id, text without markup) of each heading in ``tokens``, the nested ``toc_tokens`` of Python-Markdown."""
    for token in tokens:
        yield token["id"], unescape(token["name"])
        yield from _heading_texts(token["children"])
