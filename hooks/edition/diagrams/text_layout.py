"""Estimated text widths and line wrapping for diagrams.

The reader's font is unknown, so a line is assumed to be as wide as in the widest common fonts: a monospace font or a
wide proportional one, whichever gives the greater width.
"""

from collections.abc import Iterable

from edition.model.term_matcher import Run, TermMatcher

Line = tuple[Run, ...]
# Letter widths as fractions of the font size: of every letter in a monospace font (Courier, DejaVu Sans Mono), and of
# letters in a wide proportional font (Verdana, DejaVu Sans).
_MONOSPACE_WIDTH = 0.605
_DEFAULT_WIDTH = 0.64
_LETTER_WIDTHS = {
    letter: fraction
    for fraction, letters in ((0.4, " !'(),-./:;I[]fijlrt|·’"), (0.79, "ABCDEGHKNOQRTUVXYZw"), (1.0, "MWm—…%"))
    for letter in letters
}


def width(text: str, size: float) -> int:
    """Return the estimated width of a line in pixels; ``size`` is the font size in pixels."""
    return round(
        size * max(len(text) * _MONOSPACE_WIDTH, sum(_LETTER_WIDTHS.get(letter, _DEFAULT_WIDTH) for letter in text))
    )


def lines(text: str, max_width: float, size: float) -> tuple[str, ...]:
    """Return the text wrapped into lines of at most ``max_width`` pixels, for a font size of ``size`` pixels. A word
    that is wider than a line is broken.
    """
    result = [""]
    for word in text.split():
        longer = f"{result[-1]} {word}".strip()
        if width(longer, size) <= max_width:
            result[-1] = longer
            continue
        result += _break_word(word, max_width, size)
    return tuple(line for line in result if line)


def _break_word(word: str, max_width: float, size: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > max_width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def mark_terms(wrapped: Iterable[str], matcher: TermMatcher) -> tuple[Line, ...]:
    """Find the English terms in a wrapped text, even those that span two lines. Returns each line as pieces (text,
    whether it is an English term).
    """
    result: list[list[Run]] = [[]]
    for run, is_english in matcher.runs("\n".join(wrapped)):
        first, *rest = run.split("\n")
        result[-1].append((first, is_english))
        result += [[(part, is_english)] for part in rest]
    return tuple(tuple(run for run in line if run[0]) for line in result if line)
