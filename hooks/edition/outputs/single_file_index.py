"""What the search of the single file is not given, since it stands in the file: ``page-texts.js`` reads it there."""

from collections.abc import Callable, Iterable
from typing import Any

from lxml import html

from edition.outputs.single_file_pages import PageSection

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLE = f"descendant-or-self::*[{' or '.join(f'self::{name}' for name in (*_HEADINGS, 'strong'))}]"


def without_page_texts(data: dict[str, Any], sections: Iterable[PageSection]) -> dict[str, Any]:
    """The data of the search, with 0 for each title and text that the script can read at its anchor in the file."""
    units = data["units"]
    places = {place.get("id"): place for section in sections for place in section.content.xpath(".//*[@id]")}

    def without(key: str, read: Callable[[html.HtmlElement], str | None]) -> list[str | int]:
        own = zip(units["anchor"], units[key], strict=True)
        return [0 if anchor in places and read(places[anchor]) == text else text for anchor, text in own]

    return data | {"units": units | {"title": without("title", title_at), "text": without("text", text_at)}}


def text_at(place: html.HtmlElement) -> str | None:
    """What is marked as text in an element, or follows a heading, as ``page-texts.js`` reads it; none elsewhere."""
    marked = place.xpath("(.//*[@data-text])[1]")
    if not marked and place.tag not in _HEADINGS:
        return None
    blocks = [block for each in marked for block in each.xpath(".//p | .//li") or [each]]
    for next_ in () if marked else place.itersiblings():
        if next_.tag in _HEADINGS:
            break
        blocks += _blocks_in(next_)
    return " ".join(" ".join(_text_of(block) for block in blocks).split())


def title_at(place: html.HtmlElement) -> str | None:
    """The first title in an element, as ``page-texts.js`` reads it."""
    titles = place.xpath(_TITLE)
    return " ".join(titles[0].text_content().split()) if titles else None


def _blocks_in(element: html.HtmlElement) -> list[html.HtmlElement]:
    """The texts in what follows a heading."""
    inside = {"p": ".", "ul": "./*", "ol": "./*"}.get(str(element.tag)) if element.get("class") is None else None
    return list(element.xpath(inside)) if inside else []


def _text_of(block: html.HtmlElement) -> str:
    """A text without the label that it begins with."""
    label = block.find("i") if not (block.text or "").strip() else None
    is_label = label is not None and label is block[0] and label.get("lang") is None
    return block.text_content().removeprefix(label.text_content() if is_label and label is not None else "")
