"""How each style words a citation, with slots for what differs from anchor to anchor.

The processor takes some 25 ms an entry, and there are hundreds. It is therefore asked once for a work whose
title, address and date of access are single private-use characters, and these are filled in afterwards. That is
right wherever a style leaves a title as it is; where it could do otherwise (``_is_plain``) the processor is asked
about that very title. A test compares every citation of the edition with the processor's own.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from edition.citations.csl_items import CslItem, thesis_item
from edition.citations.rich_text import QUOTED_TITLE, TITLE, TURNED
from edition.data.build_cache import Keeper

URL, LOCATOR, ACCESSED = "\ue001", "\ue002", "\ue003"
# Our name for each style, and what readers call it.
STYLE_NAMES = {
    "apa": "APA (edisi ke-7)",
    "chicago": "Chicago (penulis–tahun)",
    "mla": "MLA (edisi ke-9)",
    "harvard": "Harvard (Cite Them Right)",
    "ieee": "IEEE",
}


# What stands ahead of a citation of the work that was read, where another one is meant (secondary citation). APA (7,
# 8.6) and Harvard (Cite Them Right, on secondary referencing) name the work in the brackets; MLA (9, 6.77) and Chicago
# (18, author-date, on citations taken from secondary sources) let the text name it. IEEE has no form of its own: what
# was read is cited, and named as such. No style has the work in the list that was not read.
_SECONDARY = {"apa": "{}, dikutip dalam ", "harvard": "{}, dikutip dalam ", "ieee": "{}, dikutip dalam "}
_SECONDARY_PLAIN = "dikutip dalam "


GIVEN, INITIALS, TIGHT_INITIALS = "\ue009", "\ue00a", "\ue00b"
# Given names and a year that stand for slots where the processor takes nothing else: it shortens names, and counts
# years.
_GIVEN, _YEAR = "Ŵŷ Ŷŵ", 8888


@dataclass(frozen=True)
class Wording:
    """One style's words for one kind of work: the entry in a list of references, the same with a date of
    access, and the citation in running text, with a locator and without one.
    """

    entry: str
    accessed: str
    in_text: str
    alone: str = ""


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
    return f"{item['type']}-{'part' if 'container-title' in item else 'whole'}{'' if 'URL' in item else '-unaddressed'}"


def word(wording: Wording, style: str, item: CslItem, locator: str) -> Wording:
    """The wording with the item's title, address and locator in place; the date of access stays a slot."""
    title, url = item["title"], item.get("URL", "")
    if not _is_plain(title):
        return _ask(style, item, locator)
    slots = str.maketrans({TITLE: title, QUOTED_TITLE: title.translate(TURNED), URL: url, LOCATOR: locator})
    in_text = wording.in_text if locator else wording.alone
    return Wording(wording.entry.translate(slots), wording.accessed.translate(slots), in_text.translate(slots))


def secondary(item: CslItem, named: str, kept: Keeper) -> list[str]:
    """The citations in running text, by each style, of a work that is known only by ``item``; the locator is a slot.
    ``named`` is what to call that work.
    """
    return Keeper(kept.folder).of("wordings-secondary", lambda: _ask_secondary(item, named), json.dumps(item), named)


def thesis_entries(author: str, title: str, university: str, year: str, kept: Keeper) -> dict[str, list[str]]:
    """The thesis as a title page names it, by each style, with these slots: the entry with a personal author and with
    a name that has no parts, and the citation in running text, where ``author`` is the family name, or all of it.
    Given names have slots of their own: ``GIVEN`` whole, as initials (``INITIALS``), or as initials without spaces.
    """
    slots = {_GIVEN: GIVEN, _initials(" "): INITIALS, _initials(""): TIGHT_INITIALS, str(_YEAR): year}

    def made() -> dict[str, list[str]]:
        from edition.citations import processor

        personal = thesis_item({"family": author, "given": _GIVEN}, title, university, _YEAR)
        single = thesis_item({"literal": author}, title, university, _YEAR)
        said = {
            "personal": [processor.entry(style, personal) for style in STYLE_NAMES],
            "single": [processor.entry(style, single) for style in STYLE_NAMES],
            "inTexts": [processor.in_text(style, single, LOCATOR) for style in STYLE_NAMES],
        }
        return {key: [_replaced(text, slots) for text in texts] for key, texts in said.items()}

    return Keeper(kept.folder).of("wordings-thesis", made, *slots.items(), author, title, university)


def _initials(between: str) -> str:
    return between.join(f"{name[0]}." for name in _GIVEN.split())


def _replaced(text: str, slots: Mapping[str, str]) -> str:
    for known, slot in slots.items():
        text = text.replace(known, slot)
    return text


def _ask_secondary(item: CslItem, named: str) -> list[str]:
    from edition.citations import processor

    ahead = {style: _SECONDARY.get(style, _SECONDARY_PLAIN).format(named) for style in STYLE_NAMES}
    return [processor.in_text(style, item, LOCATOR, words) for style, words in ahead.items()]


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
        processor.entry(style, item),
        processor.entry(style, accessed),
        processor.in_text(style, item, locator),
        processor.in_text(style, item),
    )
