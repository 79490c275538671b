"""Compute what is known about the positions of events on a time axis, in decimal years (2003.5 is the middle of 2003).

The position of an event follows from its date. Of an event without a date only bounds are known: the dates of the
nearest dated events that come before and after it, directly or through other undated events. Nothing else is known, so
a diagram must not draw it anywhere else.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.data.dates import Edtf
from edition.data.records import Event
from edition.model.event_order import predecessors_of


@dataclass(frozen=True)
class Span:
    """The dates between which an event is. A dated event extends from ``first`` to ``last``, both included. An undated
    event is after ``first``, the last day of an earlier event, and before ``last``, the first day of a later one; each
    is ``None`` if there is no such event.
    """

    first: datetime.date | None
    last: datetime.date | None
    is_dated: bool = False

    @property
    def start(self) -> float | None:
        """The beginning of the span as a decimal year. It is the end of the day ``first`` if the event is undated."""
        if self.first is None:
            return None
        return years(self.first) if self.is_dated else _end_of(self.first)

    @property
    def end(self) -> float | None:
        """The end of the span as a decimal year: of a single day, its beginning, so that it is a point."""
        if self.last is None:
            return None
        if self.is_dated:
            return years(self.last) if self.first == self.last else _end_of(self.last)
        return max(years(self.last), self.start or 0)


def spans(events: Iterable[Event]) -> Mapping[str, Span]:
    """Return a map from event ids to spans. Events that form a circle, which the checks report, bound nothing."""
    by_id = {event.id: event for event in events}
    earlier = predecessors_of(by_id.values())
    later: dict[str, set[str]] = {name: set() for name in by_id}
    for name, others in earlier.items():
        for other in others:
            later[other].add(name)
    return {
        event.id: Span(event.date.start, event.date.end, is_dated=True)
        if event.date
        else _between(_nearest_dated(event.id, earlier, by_id), _nearest_dated(event.id, later, by_id))
        for event in by_id.values()
    }


def _between(earlier: Iterable[Edtf], later: Iterable[Edtf]) -> Span:
    """Return the span of an undated event between these dates. Dates on both sides may overlap, for example a day in a
    period: then the event is after the beginning of the earlier ones and before the end of the later ones.
    """
    first = max((date.end for date in earlier), default=None)
    last = min((date.start for date in later), default=None)
    if first and last and first > last:
        first, last = max(date.start for date in earlier), min(date.end for date in later)
    return Span(first, last)


def _nearest_dated(name: str, neighbours: Mapping[str, Iterable[str]], by_id: Mapping[str, Event]) -> list[Edtf]:
    """Return the dates of the nearest dated events before (or after) an event: follow ``neighbours`` from the event
    through undated events, and stop at each dated one. ``neighbours`` maps each id to the ids of the events before (or
    after) it.
    """
    dated, seen, waiting = [], {name}, list(neighbours[name])
    while waiting:
        other = waiting.pop()
        if other in seen:
            continue
        seen.add(other)
        if date := by_id[other].date:
            dated.append(date)
        else:
            waiting += neighbours[other]
    return dated


def years(day: datetime.date) -> float:
    """Convert a date to a decimal year, e.g. 1 July 2003 to about 2003.5. Every year counts as 366 days."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _end_of(day: datetime.date) -> float:
    return years(day + datetime.timedelta(days=1))
