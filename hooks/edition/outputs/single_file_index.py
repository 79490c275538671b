"""What the search of the single file is not given, since it stands in the file: ``page-texts.js`` reads it there."""

from collections.abc import Iterable
from typing import Any

from lxml import html

from edition.outputs.single_file_pages import PageSection

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLE = f"descendant-or-self::*[{' or '.join(f'self::{name}' for name in (*_HEADINGS, 'strong'))}]"


def without_page_texts(data: dict[str, Any], sections: Iterable[PageSection]) -> dict[str, Any]:
    """The data of the search without each title and text that stands at its anchor in the file just so."""
    units = data["units"]
    standing = {"title": titles_of(sections), "text": texts_of(sections)}

    def spared(key: str) -> list[str | int]:
        own = zip(units["anchor"], units[key], strict=True)
        return [0 if said == standing[key].get(anchor) else said for anchor, said in own]

    return data | {"units": units | {key: spared(key) for key in standing}}


def texts_of(sections: Iterable[PageSection]) -> dict[str, str]:
    """What is marked as text at an id, or follows a heading, as ``page-texts.js`` reads it, by id."""
    found = {}
    for place in [place for section in sections for place in section.content.xpath(".//*[@id]")]:
        marked = place.xpath("(.//*[@data-text])[1]")
        blocks = [block for each in marked for block in each.xpath(".//p | .//li") or [each]]
        for next_ in () if marked else place.itersiblings():
            if next_.tag in _HEADINGS:
                break
            blocks += _blocks_in(next_)
        found[str(place.get("id"))] = " ".join(" ".join(_text_of(block) for block in blocks).split())
    return found


def titles_of(sections: Iterable[PageSection]) -> dict[str, str]:
    """The first title at an id, as ``page-texts.js`` reads it, by id."""
    places = [place for section in sections for place in section.content.xpath(".//*[@id]")]
    titled = {str(place.get("id")): place.xpath(_TITLE) for place in places}
    return {name: " ".join(titles[0].text_content().split()) for name, titles in titled.items() if titles}


def _blocks_in(element: html.HtmlElement) -> list[html.HtmlElement]:
    """The texts in what follows a heading."""
    inside = {"p": ".", "ul": "./*", "ol": "./*"}.get(str(element.tag)) if element.get("class") is None else None
    return list(element.xpath(inside)) if inside else []


def _text_of(block: html.HtmlElement) -> str:
    """A text without the label that it begins with."""
    label = block.find("i") if not (block.text or "").strip() else None
    is_label = label is not None and label is block[0] and label.get("lang") is None
    return block.text_content().removeprefix(label.text_content() if is_label and label is not None else "")
