"""The date labels of a timeline diagram: their texts and positions."""

from collections.abc import Mapping
from dataclasses import dataclass

from edition.diagrams.text_layout import width
from edition.diagrams.time_spans import Span

SIZE, MARGIN = 12, 9  # pixels: font size, and space between a mark and its date
_LINE = 16  # pixels between a mark and a date below it


@dataclass(frozen=True)
class DateLabel:
    """The date of an event, or what is known of it, as text at ``x``, ``y`` pixels. ``anchor`` says which part of the
    text is at ``x``: ``start``, ``middle`` or ``end``, as in SVG.
    """

    text: str
    x: int
    y: int
    anchor: str = "start"


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


def place(date: str, mark: str, ends: tuple[int, int], axis: tuple[int, int], y: int) -> DateLabel:
    """Return the date label of a mark at the first position that has room for it: inside a hatched mark, right of the
    mark, left of it, or below it. ``ends`` are the x positions at which the mark begins and ends, and ``axis`` those of
    the axis. If a hatched mark is short, its label is only the part after the comma (the years), since the hatching
    already shows that there is no date.
    """
    (start, end), (begin, finish), needed = ends, axis, width(date, SIZE)
    bounds = date.rpartition(", ")[2]
    if mark == "unknown":
        return DateLabel(date, begin, y)
    if mark == "between" and needed + MARGIN < end - start:
        return DateLabel(date, (start + end) // 2, y, "middle")
    if end + MARGIN + needed <= finish:
        return DateLabel(date, end + MARGIN, y)
    if start - MARGIN - needed >= begin:
        return DateLabel(date, start - MARGIN, y, "end")
    if mark == "between" and width(bounds, SIZE) + MARGIN < end - start:
        return DateLabel(bounds, (start + end) // 2, y, "middle")
    return DateLabel(date, max(min(start, finish - needed), begin), y + _LINE)
