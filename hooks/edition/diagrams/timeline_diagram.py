"""Layout of the timeline diagram: one row per event, with its mark on an axis of years.

A mark begins and ends only at dates that records give. Of an event without a date the diagram shows the bounds that its
neighbours give, and says so in words; a bound that nothing gives is an arrow to the edge.

The diagram is a list of links, in which only the marks and dates are drawn. Positions are in percent of the width of
the axis, so that one layout is right at every width.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from edition.data.records import Event
from edition.diagrams.date_labels import DateLabel, place, undated_label
from edition.diagrams.time_axis import Axis, Unit, make_axis
from edition.diagrams.time_spans import Span, spans
from edition.model.anchors import Anchor
from edition.model.views import Views

MAX_RECORDS = 24  # events; the diagram's caption counts and links those that are left out
NARROW, WIDE = 264, 520  # pixels: the least width of the axis on any screen, and on wide ones (see diagrams.css)
_MIN_PERIOD = 3  # pixels; a shorter period is drawn as a point
# The part of a timeline to which each kind of event belongs.
_GROUPS = {"agreement": "agreements", "visit": "work", "programme": "work", "outcome": "after", "effort": "after"}


@dataclass(frozen=True)
class Row:
    """The layout of one event's row. ``mark`` is ``point``, ``period``, ``between`` (an undated event between two
    dates), ``after``, ``before``, or ``unknown``, which has no mark. The mark extends from ``start`` to ``end``, in
    percent of the width of the axis.
    """

    anchor: Anchor
    event: Event
    mark: str
    start: float
    end: float
    date: DateLabel


@dataclass(frozen=True)
class Band:
    """A long programme, drawn behind the rows from ``start`` to ``end``, in percent of the width of the axis."""

    start: float
    end: float
    date: str


@dataclass(frozen=True)
class TimelineDiagram:
    """The layout of the diagram. ``groups`` are the rows as (name of the group, rows); the name is empty if rows are
    not grouped. ``lines`` are the positions of the lines between the ``units`` of the axis, in percent of its width.
    ``are_labels_centered``: each label is in the middle of its unit; otherwise it is directly right of its line, as the
    lines are several years apart. ``omitted`` has the anchors of the events that are not shown.
    """

    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    units: tuple[Unit, ...]
    lines: tuple[float, ...]
    are_labels_centered: bool
    omitted: tuple[Anchor, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all groups."""
        return tuple(row for _, rows in self.groups for row in rows)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The periods of the programmes that last several years."""
        programmes = [(row, row.event.date) for row in self.rows if row.event.kind == "programme"]
        long = (row for row, date in programmes if date and date.start.year < date.end.year)
        return tuple(Band(row.start, row.end, row.anchor.label) for row in long)

    @cached_property
    def marks(self) -> frozenset[str]:
        """The kinds of marks that occur in the diagram, for its legend."""
        return frozenset(row.mark for row in self.rows)

    @property
    def has_bounds(self) -> bool:
        """Whether a mark shows only the bounds of an event."""
        return not self.marks.isdisjoint({"between", "after", "before"})


def diagram(views: Views, words: Mapping[str, str]) -> TimelineDiagram:
    """Lay out the diagram. ``words`` are the labels of undated events; see ``undated_label``."""
    edition, all_events = views.edition, views.timeline
    events, spans_by_id = all_events[:MAX_RECORDS], spans(all_events)
    axis = make_axis([spans_by_id[event.id] for event in events])

    def row(event: Event) -> Row:
        anchor, span = edition.anchor("timeline", event.id), spans_by_id[event.id]
        return _make_row(anchor, event, span, anchor.label if span.is_dated else undated_label(span, words), axis)

    return TimelineDiagram(
        tuple((name, tuple(row(event) for event in group)) for name, group in _grouped(events)),
        axis.units(NARROW, WIDE),
        axis.lines,
        axis.step == 1,
        tuple(edition.anchor("timeline", event.id) for event in all_events[MAX_RECORDS:]),
    )


def _grouped(events: Sequence[Event]) -> list[tuple[str, list[Event]]]:
    """Return the events as (name of the group, events). If the groups overlap in time, there is one without a name."""
    runs = [(name, list(run)) for name, run in groupby(events, key=lambda event: _GROUPS[event.kind])]
    is_divided = len({name for name, _ in runs}) == len(runs) > 1
    return runs if is_divided else [("", list(events))] if events else []


def _make_row(anchor: Anchor, event: Event, span: Span, date: str, axis: Axis) -> Row:
    mark = _mark(span, axis)
    start, end = axis.position(span.start, 0), axis.position(span.end, 100)
    return Row(anchor, event, mark, start, end, place(date, mark, (start, end), NARROW, WIDE))


def _mark(span: Span, axis: Axis) -> str:
    if span.start is not None and span.end is not None:
        length = (axis.position(span.end, 0) - axis.position(span.start, 0)) / 100 * NARROW
        return ("period" if length > _MIN_PERIOD else "point") if span.is_dated else "between"
    if span.start is None and span.end is None:
        return "unknown"
    return "before" if span.start is None else "after"
