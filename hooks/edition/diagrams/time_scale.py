"""Choose the tick marks and their labels on a time axis, for any span from one day to many centuries.

Times are decimal years: 2003.5 is the middle of 2003.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from babel.dates import format_date

from edition.diagrams.time_spans import years

MAX_TICKS = 40
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)  # units (years, months or days) between two marks
# (unit of the marks, minimum span in years for which it is used, CLDR date pattern of the labels)
_UNITS = (("year", 2.0, "y"), ("month", 60 / 366, "MM/yy"), ("day", 0.0, "d/M"))


@dataclass(frozen=True)
class Scale:
    """The ticks of a time axis. ``marks`` lists them as (decimal year, label); the first and the last one are the ends
    of the axis. Two ticks are ``step`` units (years, months or days) apart.
    """

    marks: tuple[tuple[float, str], ...]
    step: int

    @property
    def first(self) -> float:
        """The decimal year at which the axis begins."""
        return self.marks[0][0]

    @property
    def last(self) -> float:
        """The decimal year at which the axis ends."""
        return self.marks[-1][0]


def scale(start: float, end: float, locale: str = "id") -> Scale:
    """Return the marks for an axis that contains the decimal years ``start`` to ``end``. There are at most
    ``MAX_TICKS`` marks; the first is at or before ``start``, the last at or after ``end``. Years are limited to 1–9999,
    the range of ``datetime``.
    """
    start, end = max(start, 1.0), min(max(end, start, 1.0), 9999.0)
    unit, _, pattern = next(each for each in _UNITS if end - start >= each[1])
    for step in _STEPS:
        marks = []
        for day in _first_days(unit, step, _to_date(start)):
            marks.append((years(day), format_date(day, pattern, locale=locale)))
            if (len(marks) > 1 and years(day) >= end) or len(marks) > MAX_TICKS:
                break
        if len(marks) <= MAX_TICKS:
            return Scale(tuple(marks), step)
    raise AssertionError("ten thousand years have ten marks")


def _first_days(unit: str, step: int, start: datetime.date) -> Iterator[datetime.date]:
    """Yield the first day of every ``step``-th year, month or day. ``unit`` is ``year``, ``month`` or ``day``. The
    first result is the latest such day that is not after ``start``.
    """
    if unit == "day":
        for ordinal in range(start.toordinal(), datetime.date.max.toordinal() + 1, step):
            yield datetime.date.fromordinal(ordinal)
        return
    months = 12 * step if unit == "year" else step
    first = 12 * (start.year - start.year % step) if unit == "year" else 12 * start.year + start.month - 1
    for month in range(max(first, 12), 12 * 10000, months):
        yield datetime.date(month // 12, month % 12 + 1, 1)


def _to_date(position: float) -> datetime.date:
    """Convert a decimal year to a date, e.g. 2003.5 to a day in July 2003; the inverse of ``years``."""
    year = int(position)
    return datetime.date(year, 1, 1) + datetime.timedelta(days=min(int((position - year) * 366 + 1e-6), 364))
