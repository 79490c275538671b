"""How much room a text takes in a picture. The reader's face is not known, so a line gets the room that it takes in the
widest faces in use: one in which every letter has the same width, or a wide proportional one, whichever is wider.
"""

from collections.abc import Iterable

from edition.model.term_matcher import Run, TermMatcher

Line = tuple[Run, ...]
# Widths in parts of the size: of any letter where all are alike (Courier, DejaVu Sans Mono), and of letters in
# proportional faces as wide as Verdana and DejaVu Sans.
_ALIKE = 0.605
_USUAL = 0.64
_OTHERS = {
    letter: size
    for size, letters in ((0.4, " !'(),-./:;I[]fijlrt|·’"), (0.79, "ABCDEGHKNOQRTUVXYZw"), (1.0, "MWm—…%"))
    for letter in letters
}


def width(text: str, size: float) -> int:
    """The room for a line, in pixels."""
    return round(size * max(len(text) * _ALIKE, sum(_OTHERS.get(letter, _USUAL) for letter in text)))


def lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in lines that fit into ``room`` pixels; a word that does not fit alone is broken."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= room:
            found[-1] = longer
            continue
        found += _pieces(word, room, size)
    return tuple(line for line in found if line)


def _pieces(word: str, room: float, size: float) -> list[str]:
    found = [""]
    for letter in word:
        if found[-1] and width(found[-1] + letter, size) > room:
            found.append("")
        found[-1] += letter
    return found


def in_runs(written: Iterable[str], finder: TermMatcher) -> tuple[Line, ...]:
    """Lines of one text in runs, those of English terms marked: a term may go on in the next line."""
    found: list[list[Run]] = [[]]
    for run, is_english in finder.runs("\n".join(written)):
        first, *rest = run.split("\n")
        found[-1].append((first, is_english))
        found += [[(part, is_english)] for part in rest]
    return tuple(tuple(run for run in line if run[0]) for line in found if line)
