"""The order of the timeline: dated events by date, undated ones beside their neighbours."""

from collections.abc import Iterable, Mapping

from edition.data.records import Event


def order_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Every event once. An undated event stands right behind the last it comes ``after``; one that only
    comes ``before`` another stands right ahead of it. Where dates start together the longer comes first.
    Where ``after`` and ``before`` form a circle, which the checks refuse, the order is arbitrary.
    """
    events = tuple(events)
    predecessors = predecessors_of(events)
    dated = sorted((event for event in events if event.date), key=_by_date)
    by_id = {event.id: event for event in events}
    behind: dict[str, list[Event]] = {event.id: [] for event in events}  # undated events, by what they come after
    for event in events:
        for earlier in predecessors[event.id] if event.date is None and event.after else ():
            behind[earlier].append(event)
    placed: dict[str, Event] = {}
    begun: set[str] = set()

    def place(event: Event) -> None:
        begun.add(event.id)
        for earlier in sorted(predecessors[event.id]):
            if earlier not in begun and by_id[earlier].date is None:
                place(by_id[earlier])
        placed[event.id] = event
        for follower in behind[event.id]:
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
    """For each event the ids that ``after`` and ``before`` put ahead of it; unknown ids are left out."""
    by_id: dict[str, Event] = {}
    for event in events:
        by_id.setdefault(event.id, event)  # a repeated id is another check's business
    ahead: dict[str, set[str]] = {name: set() for name in by_id}
    for event in by_id.values():
        ahead[event.id] |= {name for name in event.after if name in ahead}
        for name in event.before:
            if name in ahead:
                ahead[name].add(event.id)
    return {name: frozenset(names) for name, names in ahead.items()}


def _by_date(event: Event) -> tuple[int, int]:
    assert event.date is not None
    return event.date.start.toordinal(), -event.date.end.toordinal()
