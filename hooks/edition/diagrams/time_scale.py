"""A scale for any span of time, from one day to many centuries: which days it marks, and which of them it names."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from babel.dates import format_date

from edition.diagrams.time_spans import years

MOST_TICKS = 40
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)  # years between two marks
# From how many years on a scale counts years, or else months, or else days; how a mark is named in each.
_UNITS = (("year", 2.0, "y"), ("month", 60 / 366, "MM/yy"), ("day", 0.0, "d/M"))


@dataclass(frozen=True)
class Scale:
    """``marks`` are (place in years, name), the first and the last where the scale begins and ends."""

    marks: tuple[tuple[float, str], ...]

    @property
    def first(self) -> float:
        """Where it begins."""
        return self.marks[0][0]

    @property
    def last(self) -> float:
        """Where it ends."""
        return self.marks[-1][0]


def scale(start: float, end: float, locale: str = "id") -> Scale:
    """The scale for a span of years: at most ``MOST_TICKS`` marks, the first at or before ``start``, the last behind
    ``end``, or at it.
    """
    start, end = max(start, 1.0), min(max(end, start, 1.0), 9999.0)
    unit, _, pattern = next(each for each in _UNITS if end - start >= each[1])
    for step in _STEPS:
        marks = []
        for day in _days(unit, step, _day(start)):
            marks.append((years(day), format_date(day, pattern, locale=locale)))
            if (len(marks) > 1 and years(day) >= end) or len(marks) > MOST_TICKS:
                break
        if len(marks) <= MOST_TICKS:
            return Scale(tuple(marks))
    raise AssertionError("ten thousand years have ten marks")


def _days(unit: str, step: int, start: datetime.date) -> Iterator[datetime.date]:
    """The days of a unit, every ``step``-th, from the last one at or before ``start`` to the end of the calendar."""
    if unit == "day":
        for ordinal in range(start.toordinal(), datetime.date.max.toordinal() + 1, step):
            yield datetime.date.fromordinal(ordinal)
        return
    months = 12 * step if unit == "year" else step
    first = 12 * (start.year - start.year % step) if unit == "year" else 12 * start.year + start.month - 1
    for month in range(max(first, 12), 12 * 10000, months):
        yield datetime.date(month // 12, month % 12 + 1, 1)


def _day(place: float) -> datetime.date:
    year = int(place)
    return datetime.date(year, 1, 1) + datetime.timedelta(days=min(int((place - year) * 366 + 1e-6), 364))
