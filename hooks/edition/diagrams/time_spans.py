"""Where events lie in time, in years: dated ones where their dates say, undated ones between their neighbours."""

import datetime
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from edition.data.records import Event

_BEYOND = 0.6  # years by which an undated event stands behind the last, or ahead of the first, that it is tied to


@dataclass(frozen=True)
class Span:
    """From ``start`` to ``end`` (the same for a day); an undated event may lie from ``earliest`` to ``latest``."""

    start: float
    end: float
    earliest: float
    latest: float


def spans(events_in_order: Iterable[Event]) -> Mapping[str, Span]:
    """The span of each event by id. What is tied to no date, not even by way of others, comes last."""
    events = tuple(events_in_order)
    found = {event.id: _dated(event) for event in events if event.date}
    waiting = [event for event in events if event.id not in found]
    known = {event.id for event in events}
    while waiting:
        event = min(waiting, key=lambda each: _readiness(each, known, found))
        waiting.remove(event)
        found[event.id] = _between(event, found)
    return found


def _readiness(event: Event, known: Set[str], found: Mapping[str, Span]) -> tuple[bool, int]:
    """The smaller, the better an undated event's place can be told: by all of its neighbours, by some, by none."""
    tied = [name for name in (*event.after, *event.before) if name in known]
    return not any(name in found for name in tied), sum(name not in found for name in tied)


def _between(event: Event, found: Mapping[str, Span]) -> Span:
    """The place of an undated event between those of its neighbours that have one."""
    after = [found[name].end for name in event.after if name in found]
    before = [found[name].start for name in event.before if name in found]
    last = max((span.end for span in found.values()), default=1.0)
    earliest = max(after) if after else min(before) - 2 * _BEYOND if before else last
    latest = min(before) if before else earliest + 2 * _BEYOND
    middle = (earliest + latest) / 2
    return Span(middle, middle, earliest, latest)


def _dated(event: Event) -> Span:
    assert event.date
    start, end = years(event.date.start), years(event.date.end)
    if event.date.start != event.date.end:
        end = years(event.date.end + datetime.timedelta(days=1))
    return Span(start, end, start, end)


def years(day: datetime.date) -> float:
    """A day as a place in years."""
    return day.year + (day.timetuple().tm_yday - 1) / 366
