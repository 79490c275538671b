"""Rules for the order of the events in ``timeline.yml``. Each function yields a problem for each violation.

An event has a date, or names other events: ``after`` lists earlier events, and ``before`` lists later events. It may
have both a date and such lists.
"""

import graphlib
from collections.abc import Iterator, Mapping

from edition.data.problems import Problem
from edition.data.records import Event
from edition.model.dataset import Dataset
from edition.model.event_order import predecessors_of


def undated_events_have_a_position(dataset: Dataset) -> Iterator[Problem]:
    """An event without a date must name at least one event in its field ``after`` or ``before``."""
    for event in dataset.timeline:
        if event.date is None and not (event.after or event.before):
            yield Problem(event.where(), "E021", f'peristiwa "{event.id}" tanpa tanggal perlu "after" atau "before"')


def event_order_has_no_cycle(dataset: Dataset) -> Iterator[Problem]:
    """The fields ``after`` and ``before`` must not form a cycle, e.g. "a" after "b" and "b" after "a"."""
    try:
        graphlib.TopologicalSorter(predecessors_of(dataset.timeline)).prepare()
    except graphlib.CycleError as error:
        # graphlib may start the cycle at any event and lists it backwards; fix start and direction for a stable message
        cycle = [str(name) for name in reversed(error.args[1][1:])]
        start = cycle.index(min(cycle))
        rotated = [*cycle[start:], *cycle[:start], cycle[start]]
        event = _events_by_id(dataset)[rotated[0]]
        message = f'urutan melingkar: {" → ".join(rotated)}; hapus salah satu "after" atau "before"'
        yield Problem(event.where(), "E022", message)


def event_order_agrees_with_dates(dataset: Dataset) -> Iterator[Problem]:
    """If ``after`` or ``before`` puts event A before event B, A must not begin after B has ended.

    Only events with dates are compared. The order of A and B may also follow from a chain of other events.
    """
    predecessors = predecessors_of(dataset.timeline)
    events = _events_by_id(dataset)
    for event in dataset.timeline:
        if event.date is None:
            continue
        for name in sorted(_all_predecessors(predecessors, event.id)):
            earlier = events[name]
            if earlier.date and earlier.date.start > event.date.end:
                message = (
                    f'peristiwa "{event.id}" ({event.date.text}) harus sesudah "{name}" ({earlier.date.text}) '
                    'menurut "after"/"before", tetapi tanggalnya lebih awal; perbaiki salah satunya'
                )
                yield Problem(event.where(), "E023", message)


def _all_predecessors(predecessors: Mapping[str, frozenset[str]], name: str) -> set[str]:
    ancestors: set[str] = set()
    stack = [name]
    while stack:
        for earlier in predecessors[stack.pop()] - ancestors:
            ancestors.add(earlier)
            stack.append(earlier)
    return ancestors - {name}


def _events_by_id(dataset: Dataset) -> dict[str, Event]:
    return {event.id: event for event in reversed(dataset.timeline)}  # of events with the same id, the first
