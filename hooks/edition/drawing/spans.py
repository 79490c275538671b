"""Where events lie in time, in years: dated ones where their dates say, undated ones between their neighbours."""

import datetime
from collections.abc import Iterable, Mapping
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


def spans(ordered: Iterable[Event]) -> Mapping[str, Span]:
    """The span of each event by id; ``ordered`` has every undated event behind those it comes after."""
    events = tuple(ordered)
    found = {event.id: _dated(event) for event in events if event.date}
    for event in events:
        if event.id in found:
            continue
        after = [found[name].end for name in event.after if name in found]
        before = [found[name].start for name in event.before if name in found]
        earliest = max(after) if after else min(before, default=0.0) - 2 * _BEYOND
        latest = min(before) if before else earliest + 2 * _BEYOND
        middle = (earliest + latest) / 2
        found[event.id] = Span(middle, middle, earliest, latest)
    return found


def _dated(event: Event) -> Span:
    assert event.date
    start, end = _years(event.date.start), _years(event.date.end)
    if event.date.start != event.date.end:
        end = _years(event.date.end + datetime.timedelta(days=1))
    return Span(start, end, start, end)


def _years(day: datetime.date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366
