"""Sort the events of the timeline: dated events by date, undated events next to the events that they refer to."""

from collections.abc import Iterable, Mapping

from edition.data.records import Event


def order_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return every event once, in chronological order.

    Of events that begin on the same day, the longest comes first. An undated event comes immediately after the last of
    the events in its field ``after``. If it has only ``before``, it comes immediately before the first of the events in
    that field. If these fields form a cycle, the order is arbitrary; the checks report cycles.
    """
    events = tuple(events)
    predecessors = predecessors_of(events)
    dated = sorted((event for event in events if event.date), key=_date_sort_key)
    by_id = {event.id: event for event in events}
    followers: dict[str, list[Event]] = {event.id: [] for event in events}  # undated events, by their predecessor
    for event in events:
        for earlier in predecessors[event.id] if event.date is None and event.after else ():
            followers[earlier].append(event)
    placed: dict[str, Event] = {}
    visited: set[str] = set()

    def place(event: Event) -> None:
        visited.add(event.id)
        for earlier in sorted(predecessors[event.id]):
            if earlier not in visited and by_id[earlier].date is None:
                place(by_id[earlier])
        placed[event.id] = event
        for follower in followers[event.id]:
            if follower.id not in placed and predecessors[follower.id] <= placed.keys():
                place(follower)

    for event in dated:
        if event.id not in placed:
            place(event)
    for event in events:
        if event.id not in placed:
            place(event)
    return tuple(placed.values())


def predecessors_of(events: Iterable[Event]) -> Mapping[str, frozenset[str]]:
    """Return a map from the id of each event to the ids of the events that must come before it. Event A must come
    before event B if B lists A in its field ``after``, or if A lists B in its field ``before``. Ids that belong to no
    event are left out.
    """
    by_id: dict[str, Event] = {}
    for event in events:
        by_id.setdefault(event.id, event)  # repeated ids are reported by another check
    predecessors: dict[str, set[str]] = {name: set() for name in by_id}
    for event in by_id.values():
        predecessors[event.id] |= {name for name in event.after if name in predecessors}
        for name in event.before:
            if name in predecessors:
                predecessors[name].add(event.id)
    return {name: frozenset(names) for name, names in predecessors.items()}


def _date_sort_key(event: Event) -> tuple[int, int]:
    assert event.date is not None
    return event.date.start.toordinal(), -event.date.end.toordinal()
