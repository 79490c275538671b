"""How much room a text takes in a picture. The reader's font is not known, so letters are taken to be wide ones."""

import textwrap
from collections.abc import Iterable
from itertools import pairwise

from edition.terms import TermFinder

# Runs of a text: (text, whether it is English).
Line = tuple[tuple[str, bool], ...]
_WIDEST = 0.6  # of the size, on average, in the widest of the usual sans serif faces


def width(text: str, size: float) -> int:
    """The room for a line, in pixels."""
    return round(len(text) * size * _WIDEST)


def lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in lines that fit into ``room`` pixels; a word that does not fit alone is broken."""
    return tuple(textwrap.wrap(text, max(int(room / (size * _WIDEST)), 4)))


def in_runs(written: Iterable[str], finder: TermFinder) -> tuple[Line, ...]:
    """Lines of one text in runs, those of English terms marked: a term may go on in the next line."""
    written = tuple(written)
    english = [(match.start, match.end) for match in finder.find(" ".join(written)) if match.label.is_english]
    found = []
    offset = 0
    for line in written:
        cuts = {0, len(line)} | {min(max(at - offset, 0), len(line)) for stretch in english for at in stretch}
        found.append(
            tuple(
                (line[start:end], any(first <= offset + start < last for first, last in english))
                for start, end in pairwise(sorted(cuts))
            )
        )
        offset += len(line) + 1
    return tuple(found)
