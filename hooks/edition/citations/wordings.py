"""How each style words a citation, with slots for what differs from anchor to anchor.

The processor takes some 25 ms an entry, and there are hundreds. It is therefore asked once for a work whose
title, address and date of access are single private-use characters, and these are filled in afterwards. That is
right wherever a style leaves a title as it is; where it could do otherwise (``_is_plain``) the processor is asked
about that very title. A test compares every citation of the edition with the processor's own.
"""

import json
from dataclasses import dataclass

from edition.citations.items import CslItem
from edition.data.kept import Keeper

TITLE, URL, LOCATOR, ACCESSED = "\ue000", "\ue001", "\ue002", "\ue003"
# Our name for each style, and what readers call it.
STYLE_NAMES = {
    "apa": "APA (edisi ke-7)",
    "chicago": "Chicago (penulis–tahun)",
    "mla": "MLA (edisi ke-9)",
    "harvard": "Harvard (Cite Them Right)",
    "ieee": "IEEE",
}


@dataclass(frozen=True)
class Wording:
    """One style's words for one kind of work: the entry in a list of references, the same with a date of
    access, and the citation in running text.
    """

    entry: str
    accessed: str
    in_text: str


def wordings(item: CslItem, kept: Keeper) -> dict[str, Wording]:
    """Each style's wording for works like ``item``, whose title and address become slots. What the processor
    says outlives an edit of the text: it depends on the item alone.
    """
    work = item | {"id": "", "title": TITLE} | ({"URL": URL} if "URL" in item else {})
    asked = json.dumps(work, sort_keys=True)
    return Keeper(kept.folder).of(
        f"wordings-{kind_of(item)}", lambda: {style: _ask(style, work, LOCATOR) for style in STYLE_NAMES}, asked
    )


def kind_of(item: CslItem) -> str:
    """Works of one kind have the same fields, and so the same wording."""
    return f"{item['type']}-{'part' if 'container-title' in item else 'whole'}"


def word(wording: Wording, style: str, item: CslItem, locator: str) -> Wording:
    """The wording with the item's title, address and locator in place; the date of access stays a slot."""
    title, url = item["title"], item.get("URL", "")
    if not _is_plain(title):
        return _ask(style, item, locator)
    slots = str.maketrans({TITLE: title, URL: url, LOCATOR: locator})
    return Wording(wording.entry.translate(slots), wording.accessed.translate(slots), wording.in_text.translate(slots))


def _is_plain(text: str) -> bool:
    """Whether no style changes a title such as this: none capitalises it, and no stop meets its end."""
    if text == TITLE:
        return True
    first, last = text.lstrip("“[")[:1], text.rstrip("”])")[-1:]
    return not first.islower() and last.isalnum() and not set(text) & set("\"'‘’<>&")


def _ask(style: str, item: CslItem, locator: str) -> Wording:
    from edition.citations import processor  # imports half a second of libraries, mostly not needed

    accessed = item | {"accessed": {"literal": ACCESSED}}
    return Wording(
        processor.entry(style, item), processor.entry(style, accessed), processor.in_text(style, item, locator)
    )
