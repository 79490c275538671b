"""Shrink the search index of the single file (the edition as one HTML file). Texts are omitted from the index if the
script ``page-texts.js`` can read them from the elements of the file.
"""

from collections.abc import Callable, Iterable
from typing import Any

from lxml import html

from edition.outputs.single_file_pages import PageSection

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLE = f"descendant-or-self::*[{' or '.join(f'self::{name}' for name in (*_HEADINGS, 'strong'))}]"


def omit_page_texts(data: dict[str, Any], sections: Iterable[PageSection]) -> dict[str, Any]:
    """Return a copy of the search index ``data`` with 0 instead of each title and text that ``page-texts.js`` can read
    from the HTML elements. ``sections`` are the pages in the single file.
    """
    units = data["units"]
    elements = {element.get("id"): element for section in sections for element in section.content.xpath(".//*[@id]")}

    def replace_known(key: str, read: Callable[[html.HtmlElement], str | None]) -> list[str | int]:
        texts_by_anchor = zip(units["anchor"], units[key], strict=True)
        return [
            0 if anchor in elements and read(elements[anchor]) == text else text for anchor, text in texts_by_anchor
        ]

    return data | {"units": units | {"title": replace_known("title", title_at), "text": replace_known("text", text_at)}}


def text_at(element: html.HtmlElement) -> str | None:
    """Return the text that ``page-texts.js`` reads at ``element``. This is the text of the first descendant with
    ``data-text``. If there is no such descendant and ``element`` is a heading, it is the text from the heading to the
    next heading. For other elements, return None. The script must have the same rules.
    """
    marked = element.xpath("(.//*[@data-text])[1]")
    if not marked and element.tag not in _HEADINGS:
        return None
    blocks = [block for each in marked for block in each.xpath(".//p | .//li") or [each]]
    for sibling in () if marked else element.itersiblings():
        if sibling.tag in _HEADINGS:
            break
        blocks += _blocks_in(sibling)
    return " ".join(" ".join(block.text_content() for block in blocks).split())


def title_at(element: html.HtmlElement) -> str | None:
    """Return the title that ``page-texts.js`` reads at ``element``: the text of the first heading or ``strong`` element
    in it (or of ``element`` itself), or None. The script must have the same rule.
    """
    titles = element.xpath(_TITLE)
    return " ".join(titles[0].text_content().split()) if titles else None


def _blocks_in(element: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the blocks of text in ``element``, which follows a heading. For a ``p``, this is the element itself; for a
    ``ul`` or ``ol``, its items. For other elements, and for elements with a class, return an empty list.
    """
    xpath = {"p": ".", "ul": "./*", "ol": "./*"}.get(str(element.tag)) if element.get("class") is None else None
    return list(element.xpath(xpath)) if xpath else []
