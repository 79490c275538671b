"""The axis of a timeline: which years are on it, and where. Positions are in percent of its width."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from edition.diagrams.time_scale import scale
from edition.diagrams.time_spans import Span

_LABEL = 36  # pixels that the label of a year needs


@dataclass(frozen=True)
class Unit:
    """One year (or several, or a month, or a day) on the axis. ``is_labelled`` says whether there is room for its
    label, and ``is_labelled_if_wide`` the same for wide screens.
    """

    label: str
    is_labelled: bool
    is_labelled_if_wide: bool


@dataclass(frozen=True)
class Axis:
    """Maps the decimal years ``first`` to ``last`` to 0 to 100 percent. ``marks`` are the beginnings of its years (or
    other units) as (decimal year, label), in order, and its end; there are none if no event has a date. Two marks are
    ``step`` units apart.
    """

    first: float
    last: float
    marks: tuple[tuple[float, str], ...]
    step: int = 1

    def position(self, year: float | None, otherwise: float) -> float:
        """Convert a decimal year to a position in percent; return ``otherwise`` if it is ``None``."""
        if year is None or not self.marks:
            return otherwise
        return round((year - self.first) / (self.last - self.first) * 100, 2)

    @property
    def lines(self) -> tuple[float, ...]:
        """The positions of the lines between the units."""
        return tuple(self.position(year, 0) for year, _ in self.marks)

    def units(self, narrow: int, wide: int) -> tuple[Unit, ...]:
        """Return the units of an axis that is ``narrow`` pixels wide, or ``wide`` pixels on wide screens. If there is
        no room for all labels, only every second unit has one, or every third, and so on.
        """
        count = len(self.marks) - 1
        if count < 1:
            return ()
        step, step_if_wide = (math.ceil(_LABEL * count / width) for width in (narrow, wide))
        names = [name for _, name in self.marks[:-1]]
        return tuple(Unit(name, not n % step, not n % step_if_wide) for n, name in enumerate(names))


def make_axis(spans: Sequence[Span]) -> Axis:
    """Return an axis for these spans. If one of them has no end, the axis ends later than it begins, so that there is
    room for an arrow; the same holds for those without a beginning.
    """
    bounds = [year for span in spans for year in (span.start, span.end) if year is not None]
    if not bounds:
        return Axis(0, 1, ())
    start, end = min(bounds), max(bounds)
    room = max((end - start) / 20, 1 / 366)
    if any(span.start is None and span.end is not None and span.end - room < start for span in spans):
        start -= room
    if any(span.end is None and span.start is not None and span.start + room > end for span in spans):
        end += room
    time_scale = scale(start, end)
    return Axis(time_scale.first, time_scale.last, time_scale.marks, time_scale.step)
