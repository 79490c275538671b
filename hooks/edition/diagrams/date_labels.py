"""The date labels of a timeline diagram: their texts and positions.

The reader's font is unknown, so a text is assumed to be as wide as in the widest common fonts: a monospace font or a
wide proportional one, whichever gives the greater width.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from edition.diagrams.time_spans import Span

SIZE, MARGIN = 12, 9  # pixels: font size, and space between a mark and its date
# Letter widths as fractions of the font size: of every letter in a monospace font (Courier, DejaVu Sans Mono), and of
# letters in a wide proportional font (Verdana, DejaVu Sans).
_MONOSPACE_WIDTH = 0.605
_DEFAULT_WIDTH = 0.64
_LETTER_WIDTHS = {
    letter: fraction
    for fraction, letters in ((0.4, " !'(),-./:;I[]fijlrt|·’"), (0.79, "ABCDEGHKNOQRTUVXYZw"), (1.0, "MWm—…%"))
    for letter in letters
}


@dataclass(frozen=True)
class DateLabel:
    """The text that says when an event took place, and the position of the text.

    ``x`` is in percent of the width of the axis, and ``dx`` in pixels to the right of it. ``anchor`` is the part of the
    text at this position: ``start``, ``middle`` or ``end``, as in SVG. ``prefix`` comes before the text, on wide
    screens only. The label is below its mark if ``is_below``.
    """

    text: str
    x: float
    dx: int = 0
    anchor: str = "start"
    prefix: str = ""
    is_below: bool = False


def undated_label(span: Span, words: Mapping[str, str]) -> str:
    """Return the date label of an event without a date, for example "undated, between 2004 and 2017".

    ``words`` has the text for each case: ``unknown``, ``before`` a year, ``after`` a year, ``within`` a year, and
    ``between`` two years. In these texts, ``{first}`` and ``{last}`` stand for years.
    """
    first, last = (day.year if day else None for day in (span.first, span.last))
    if first and last:
        case = "within" if first == last else "between"
    else:
        case = "after" if first else "before" if last else "unknown"
    return words[case].format(first=first, last=last)


def place(date: str, mark: str, ends: tuple[float, float], narrow: int, wide: int) -> DateLabel:
    """Return the date label of a mark at the first position that has room for it: inside a hatched mark, right of the
    mark, left of it, or below it. ``ends`` are the positions at which the mark begins and ends, in percent of the width
    of the axis, which is ``narrow`` pixels or more, and ``wide`` or more on wide screens. If a hatched mark is short,
    its label is only the part after the comma (the years), since the hatching already shows that there is no date.
    """
    start, end = ends
    needed = width(date)
    prefix, comma, bounds = date.rpartition(", ")
    prefix += comma
    if mark == "unknown":
        return DateLabel(date, 0)

    def has_room(text: str, share: float, axis: int) -> bool:
        return width(text) + MARGIN <= share / 100 * axis

    middle = round((start + end) / 2, 2)
    if mark == "between" and has_room(date, end - start, narrow):
        return DateLabel(date, middle, 0, "middle")
    if has_room(date, 100 - end, narrow):
        return DateLabel(date, end, MARGIN)
    if has_room(date, start, narrow):
        return DateLabel(date, start, -MARGIN, "end")
    if mark == "between" and has_room(bounds, end - start, narrow):
        return DateLabel(bounds, middle, 0, "middle", prefix if has_room(date, end - start, wide) else "")
    if needed <= (100 - start) / 100 * narrow:
        return DateLabel(date, start, is_below=True)
    return DateLabel(date, 100, 0, "end", is_below=True)


def width(text: str) -> int:
    """Return the estimated width of a date label in pixels."""
    return round(
        SIZE * max(len(text) * _MONOSPACE_WIDTH, sum(_LETTER_WIDTHS.get(letter, _DEFAULT_WIDTH) for letter in text))
    )
