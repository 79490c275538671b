"""Compute the positions of events on a time axis, in decimal years (2003.5 is the middle of 2003).

The position of an event follows from its date. The position of an event without a date follows from its neighbours,
i.e. the events in its fields ``after`` (earlier events) and ``before`` (later events).
"""

import datetime
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from edition.data.records import Event

_DISTANCE = 0.6  # years between an undated event and its neighbour if it has neighbours on one side only


@dataclass(frozen=True)
class Span:
    """The position of an event on the time axis, in decimal years: from ``start`` to ``end`` (equal for a single day).

    An undated event is drawn at a single point, but may have happened anywhere from ``earliest`` to ``latest``.
    """

    start: float
    end: float
    earliest: float
    latest: float


def spans(events_in_order: Iterable[Event]) -> Mapping[str, Span]:
    """Return a map from event ids to spans (positions on the axis). The events must be in chronological order.

    An undated event that is not connected with any dated event, directly or through other events, is placed after all
    other events.
    """
    events = tuple(events_in_order)
    placed = {event.id: _span_of_date(event) for event in events if event.date}
    waiting = [event for event in events if event.id not in placed]
    known = {event.id for event in events}
    while waiting:
        event = min(waiting, key=lambda each: _placement_key(each, known, placed))
        waiting.remove(event)
        placed[event.id] = _span_between(event, placed)
    return placed


def _placement_key(event: Event, known: Set[str], placed: Mapping[str, Span]) -> tuple[bool, int]:
    """Return a key that sorts undated events in the order in which to place them. An event's neighbours are the events
    in its fields ``after`` and ``before``. First come events whose neighbours are all in ``placed``, then events with
    some neighbours in it, then events with none.
    """
    neighbours = [name for name in (*event.after, *event.before) if name in known]
    return not any(name in placed for name in neighbours), sum(name not in placed for name in neighbours)


def _span_between(event: Event, placed: Mapping[str, Span]) -> Span:
    """Return the span of an undated event. Its neighbours are the events in ``after`` and ``before`` that are already
    in ``placed``.

    The span is between its earlier and its later neighbours. If it has neighbours on one side only, the span is at a
    fixed distance from them. If it has none, the span is after all placed events.
    """
    after = [placed[name].end for name in event.after if name in placed]
    before = [placed[name].start for name in event.before if name in placed]
    last = max((span.end for span in placed.values()), default=1.0)
    earliest = max(after) if after else min(before) - 2 * _DISTANCE if before else last
    latest = min(before) if before else earliest + 2 * _DISTANCE
    middle = (earliest + latest) / 2
    return Span(middle, middle, earliest, latest)


def _span_of_date(event: Event) -> Span:
    assert event.date
    start, end = years(event.date.start), years(event.date.end)
    if event.date.start != event.date.end:
        end = years(event.date.end + datetime.timedelta(days=1))
    return Span(start, end, start, end)


def years(day: datetime.date) -> float:
    """Convert a date to a decimal year, e.g. 1 July 2003 to about 2003.5. Every year counts as 366 days."""
    return day.year + (day.timetuple().tm_yday - 1) / 366
