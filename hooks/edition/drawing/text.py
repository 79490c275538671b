"""How much room a text takes in a picture. The reader's font is not known, so letters are taken to be wide ones."""

import textwrap
from collections.abc import Iterable

from edition.terms import Run, TermFinder

Line = tuple[Run, ...]
_WIDEST = 0.6  # of the size, on average, in the widest of the usual sans serif faces


def width(text: str, size: float) -> int:
    """The room for a line, in pixels."""
    return round(len(text) * size * _WIDEST)


def lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in lines that fit into ``room`` pixels; a word that does not fit alone is broken."""
    return tuple(textwrap.wrap(text, max(int(room / (size * _WIDEST)), 4)))


def in_runs(written: Iterable[str], finder: TermFinder) -> tuple[Line, ...]:
    """Lines of one text in runs, those of English terms marked: a term may go on in the next line."""
    found: list[list[Run]] = [[]]
    for run, is_english in finder.runs("\n".join(written)):
        first, *rest = run.split("\n")
        found[-1].append((first, is_english))
        found += [[(part, is_english)] for part in rest]
    return tuple(tuple(run for run in line if run[0]) for line in found if line)
