"""The axis of a timeline: which years are on it, and where."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from edition.diagrams.time_scale import scale
from edition.diagrams.time_spans import Span

_LABEL = 36  # pixels that the label of a year needs


@dataclass(frozen=True)
class Axis:
    """Maps the decimal years ``first`` to ``last`` to the pixels ``begin`` to ``finish``. ``marks`` are the beginnings
    of its years (or other units) as (decimal year, label), in order, and its end; there are none if no event has a
    date.
    """

    first: float
    last: float
    begin: int
    finish: int
    marks: tuple[tuple[float, str], ...]
    step: int = 1

    def position(self, year: float | None, otherwise: int) -> int:
        """Convert a decimal year to a position in pixels; return ``otherwise`` if it is ``None``."""
        if year is None or not self.marks:
            return otherwise
        return round(self.begin + (year - self.first) / (self.last - self.first) * (self.finish - self.begin))

    @property
    def lines(self) -> tuple[int, ...]:
        """The positions of the lines between the units."""
        return tuple(self.position(year, 0) for year, _ in self.marks)

    @property
    def years(self) -> tuple[tuple[int, str], ...]:
        """The labels of the axis as (x position in pixels, text). A label is centered in its year (or other unit); if
        the grid lines are several units apart, it is directly right of its line. If there is no room for all labels,
        only every second line has one, or every third, and so on.
        """
        if len(self.marks) < 2:
            return ()
        column = (self.finish - self.begin) / (len(self.marks) - 1)
        step = math.ceil(_LABEL / column)
        columns = list(zip(self.marks, self.lines, self.lines[1:], strict=False))
        half = column / 2 if self.step == 1 else min(column, _LABEL) / 2
        return tuple((round(left + half), name) for (_, name), left, _ in columns[::step])


def make_axis(spans: Sequence[Span], begin: int, finish: int) -> Axis:
    """Return an axis for these spans. If one of them has no end, the axis ends later than it begins, so that there is
    room for an arrow; the same holds for those without a beginning.
    """
    bounds = [year for span in spans for year in (span.start, span.end) if year is not None]
    if not bounds:
        return Axis(0, 1, begin, finish, ())
    start, end = min(bounds), max(bounds)
    room = max((end - start) / 20, 1 / 366)
    if any(span.start is None and span.end is not None and span.end - room < start for span in spans):
        start -= room
    if any(span.end is None and span.start is not None and span.start + room > end for span in spans):
        end += room
    time_scale = scale(start, end)
    return Axis(time_scale.first, time_scale.last, begin, finish, time_scale.marks, time_scale.step)
