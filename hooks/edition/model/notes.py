"""The editors' notes: in which order, what each is about, and the links in their texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.data.records import Note, Paragraph

# ``[daftar saran](#saran)``: a link names an anchor or a heading, wherever it stands; nothing else is markup.
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")


@dataclass(frozen=True)
class Run:
    """A part of a note's text; ``target`` is where it links to, as written, if anywhere."""

    text: str
    target: str | None = None


def runs(text: str) -> Iterator[Run]:
    """The parts of a note's text, in order."""
    end = 0
    for match in _LINK.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()])
        yield Run(match[1], match[2])
        end = match.end()
    if end < len(text):
        yield Run(text[end:])


def order_notes(notes: Iterable[Note], paragraphs: Iterable[Paragraph]) -> tuple[Note, ...]:
    """The notes in the order of the chapter: by the first paragraph that each is about; those about none, in the order
    in which they are written, come last.
    """
    rank = {paragraph.anchor: place for place, paragraph in enumerate(paragraphs)}
    last = len(rank)
    return tuple(sorted(notes, key=lambda note: min((rank.get(name, last) for name in note.about), default=last)))


def sentence_of(name: str) -> tuple[str, int]:
    """The paragraph and the ordinal of a sentence, by its name (``vi-1-p4-k3``)."""
    anchor, _, number = name.rpartition("-k")
    return anchor, int(number)
