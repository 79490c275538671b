"""The editors' notes: their order, the links in their texts, and the names of the sentences that they are about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.data.note_records import Note
from edition.data.records import Paragraph

# ``[daftar saran](#saran)``: a link to an anchor or a heading on any page. No other markup is supported.
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")


@dataclass(frozen=True)
class Run:
    """A piece of a note's text: the words of a link, or plain text between links. ``target`` is the link's destination
    as written, e.g. ``#saran``; it is ``None`` for plain text.
    """

    text: str
    target: str | None = None


def runs(text: str) -> Iterator[Run]:
    """Split a note's text at its links. Yields the pieces in order, links as well as plain text."""
    end = 0
    for match in _LINK.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()])
        yield Run(match[1], match[2])
        end = match.end()
    if end < len(text):
        yield Run(text[end:])


def order_notes(notes: Iterable[Note], paragraphs: Iterable[Paragraph]) -> tuple[Note, ...]:
    """Return the notes in the order of the chapter, i.e. sorted by the earliest source paragraph in the field ``about``
    of each note. Notes that are about no paragraph come last, in the order of ``notes.yml``.
    """
    rank = {paragraph.anchor: index for index, paragraph in enumerate(paragraphs)}
    last = len(rank)
    return tuple(sorted(notes, key=lambda note: min((rank.get(name, last) for name in note.about), default=last)))


def parse_sentence_name(name: str) -> tuple[str, int]:
    """Split a sentence name into its paragraph's anchor and its number: ``vi-1-p4-k3`` → ``("vi-1-p4", 3)``."""
    anchor, _, number = name.rpartition("-k")
    return anchor, int(number)
