"""The dates in a timeline diagram: what they say, and where they are printed."""

import datetime
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


def undated_label(span: Span) -> str:
    """Return in words what is known of an event without a date: ``tanpa tanggal, antara 2004 dan 2017``."""
    match span.first, span.last:
        case None, None:
            return "tanpa tanggal"
        case None, datetime.date(year=last):
            return f"tanpa tanggal, sebelum {last}"
        case datetime.date(year=first), None:
            return f"tanpa tanggal, sesudah {first}"
        case datetime.date(year=first), datetime.date(year=last):
            return f"tanpa tanggal, pada {first}" if first == last else f"tanpa tanggal, antara {first} dan {last}"
    raise AssertionError(span)


def place(date: str, mark: str, ends: tuple[int, int], axis: tuple[int, int], y: int) -> DateLabel:
    """Return a date at its place beside its mark, which extends from one to the other of ``ends`` (pixels) on an axis
    with the ends ``axis``: in a hatched mark, right or left of the mark, or below it, wherever there is room first. In
    a short hatched mark only the bounds are printed, since the hatching says that there is no date.
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
