"""Rules for the order of events."""

import graphlib
from collections.abc import Iterator, Mapping

from edition.data.problems import Problem
from edition.data.records import Event
from edition.model.dataset import Dataset
from edition.model.event_order import predecessors_of


def undated_events_have_a_place(dataset: Dataset) -> Iterator[Problem]:
    """An event without a date names what it comes after or before."""
    for event in dataset.timeline:
        if event.date is None and not (event.after or event.before):
            yield Problem(event.where(), "E021", f'peristiwa "{event.id}" tanpa tanggal perlu "after" atau "before"')


def places_form_no_circle(dataset: Dataset) -> Iterator[Problem]:
    """Nothing comes, by way of others, before itself."""
    try:
        graphlib.TopologicalSorter(predecessors_of(dataset.timeline)).prepare()
    except graphlib.CycleError as error:
        # graphlib may begin the circle anywhere, and runs it from later to earlier
        circle = [str(name) for name in reversed(error.args[1][1:])]
        start = circle.index(min(circle))
        turned = [*circle[start:], *circle[:start], circle[start]]
        event = _by_id(dataset)[turned[0]]
        message = f'urutan melingkar: {" → ".join(turned)}; hapus salah satu "after" atau "before"'
        yield Problem(event.where(), "E022", message)


def places_agree_with_dates(dataset: Dataset) -> Iterator[Problem]:
    """Where events are dated, what comes ahead of one did not begin after it ended."""
    ahead = predecessors_of(dataset.timeline)
    events = _by_id(dataset)
    for event in dataset.timeline:
        if event.date is None:
            continue
        for name in sorted(_all_ahead(ahead, event.id)):
            earlier = events[name]
            if earlier.date and earlier.date.start > event.date.end:
                message = (
                    f'peristiwa "{event.id}" ({event.date.text}) harus sesudah "{name}" ({earlier.date.text}) '
                    'menurut "after"/"before", tetapi tanggalnya lebih awal; perbaiki salah satunya'
                )
                yield Problem(event.where(), "E023", message)


def _all_ahead(ahead: Mapping[str, frozenset[str]], name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for earlier in ahead[waiting.pop()] - found:
            found.add(earlier)
            waiting.append(earlier)
    return found - {name}


def _by_id(dataset: Dataset) -> dict[str, Event]:
    return {event.id: event for event in reversed(dataset.timeline)}  # the first of those that share an id
