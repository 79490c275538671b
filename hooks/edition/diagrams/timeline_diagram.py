"""Layout of the timeline diagram in three forms (across, wide, narrow): one row per event, with its mark on an axis.

A mark begins and ends only at dates that records give. Of an event without a date the diagram shows the bounds that its
neighbours give, and says so in words; a bound that nothing gives is an arrow to the edge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from edition.data.records import Event
from edition.diagrams.date_labels import MARGIN, DateLabel, place, undated_label
from edition.diagrams.date_labels import SIZE as DATE_SIZE
from edition.diagrams.text_layout import Line, lines, mark_terms, width
from edition.diagrams.time_axis import Axis, make_axis
from edition.diagrams.time_spans import Span, spans
from edition.model.anchors import Anchor
from edition.model.views import Views

MAX_RECORDS = 24  # events; the diagram's caption counts and links those that are left out
SIZE, LINE = 13, 16  # pixels: font size and line height of titles
_TRACK, _GAP = 16, 8  # pixels: height of a mark with its date, and of the gap between two rows
_MIN_PERIOD = 3  # pixels; a shorter period is drawn as a point
_HATCH = 6  # pixels between two strokes of a hatched span
# The part of a timeline to which each kind of event belongs.
_GROUPS = {"agreement": "agreements", "visit": "work", "programme": "work", "outcome": "after", "effort": "after"}


@dataclass(frozen=True)
class Item:
    """The layout of one event's row, in pixels. ``mark`` is ``point``, ``period``, ``between`` (an undated event
    between two dates), ``after``, ``before``, or ``unknown``, which has no mark. The mark extends from ``start`` to
    ``end`` on the axis; ``across`` is its y position. ``date`` is printed at its place, the first line of ``title`` at
    ``x``, ``y``. ``box`` (x, y, width, height) is the clickable area.
    """

    anchor: Anchor
    event: Event
    mark: str
    start: int
    end: int
    across: int
    date: DateLabel
    title: tuple[Line, ...]
    x: int
    y: int
    box: tuple[int, int, int, int]

    @property
    def title_lines(self) -> tuple[tuple[Line, int], ...]:
        """The lines of the title, each with the y position of its baseline."""
        return tuple((line, self.y + number * LINE) for number, line in enumerate(self.title))

    @property
    def strokes(self) -> tuple[int, ...]:
        """The x positions of the strokes that hatch the mark, except behind a date in it."""
        half = (width(self.date.text, DATE_SIZE) + MARGIN) // 2 if self.date.anchor == "middle" else 0
        positions = range(self.start + 2, self.end - 6, _HATCH)
        return tuple(x for x in positions if not half or abs(x + 2 - self.date.x) > half)


@dataclass(frozen=True)
class TimelineDiagram:
    """The layout of one form of the diagram.

    ``form`` is ``across``, ``wide`` or ``narrow`` (see ``diagrams``). ``years`` are the labels of the axis as (x,
    text), printed at each y position in ``heads``. ``lines`` are the x positions of the grid lines, which extend from
    ``top`` to ``bottom``. ``bands`` are the (x, width, date) of long programmes, drawn behind the other events.
    ``groups`` are the headings between rows as (y, name). ``omitted`` has the anchors of the events that are not shown.
    """

    form: str
    width: int
    height: int
    items: tuple[Item, ...]
    years: tuple[tuple[int, str], ...]
    heads: tuple[int, ...]
    lines: tuple[int, ...]
    top: int
    bottom: int
    bands: tuple[tuple[int, int, str], ...]
    groups: tuple[tuple[int, str], ...]
    omitted: tuple[Anchor, ...]

    @cached_property
    def marks(self) -> frozenset[str]:
        """The kinds of marks that occur in the diagram, for its legend."""
        return frozenset(item.mark for item in self.items)

    @property
    def has_bounds(self) -> bool:
        """Whether a mark shows only the bounds of an event."""
        return not self.marks.isdisjoint({"between", "after", "before"})


@dataclass(frozen=True)
class _Form:
    """Dimensions of one form of the diagram, in pixels. Titles are at the left, in a column ``text_width`` wide; the
    axis extends from ``begin`` to ``finish``. Each mark is beside its title if ``is_beside``, and below it if not.
    """

    name: str
    width: int
    text_width: int
    begin: int
    finish: int
    is_beside: bool


@dataclass(frozen=True)
class _Row:
    """What is printed in the row of an event: its wrapped title, and its date or what is known of it."""

    anchor: Anchor
    event: Event
    span: Span
    date: str
    title: tuple[Line, ...]


_ACROSS = _Form("across", 880, 296, 312, 878, is_beside=True)  # text and margin
_WIDE = _Form("wide", 640, 250, 266, 632, is_beside=True)
_NARROW = _Form("narrow", 288, 284, 12, 276, is_beside=False)


def diagrams(views: Views, words: Mapping[str, str]) -> tuple[TimelineDiagram, TimelineDiagram, TimelineDiagram]:
    """Lay out the diagram in three widths: ``across`` is as wide as the text and the margin together, ``wide`` is as
    wide as the text, and ``narrow`` is for phones. ``words`` are the labels of undated events; see ``undated_label``.
    """
    return _lay_out(views, words, _ACROSS), _lay_out(views, words, _WIDE), _lay_out(views, words, _NARROW)


def _lay_out(views: Views, words: Mapping[str, str], form: _Form) -> TimelineDiagram:
    edition, all_events = views.edition, views.timeline
    events, spans_by_id = all_events[:MAX_RECORDS], spans(all_events)
    axis = make_axis([spans_by_id[event.id] for event in events], form.begin, form.finish)
    items: list[Item] = []
    groups: list[tuple[int, str]] = []
    top = 20 if axis.years else 2
    y = top + 4
    for name, group in _grouped(events):
        if name:
            groups.append((y + SIZE, name))
            y += LINE + 4
        for event in group:
            span = spans_by_id[event.id]
            anchor = edition.anchor("timeline", event.id)
            date = anchor.label if span.is_dated else undated_label(span, words)
            title = mark_terms(lines(event.title.id, form.text_width, SIZE), edition.term_matcher)
            items.append(_make_row(_Row(anchor, event, span, date, title), axis, form, y))
            y += items[-1].box[3] + _GAP
    heads = (DATE_SIZE, y + DATE_SIZE + 2) if axis.years and not form.is_beside else (DATE_SIZE,) if axis.years else ()
    return TimelineDiagram(
        form.name,
        form.width,
        y + (LINE + 4 if len(heads) > 1 else 2),
        tuple(items),
        axis.years,
        heads,
        axis.lines,
        top,
        y,
        _bands(items),
        tuple(groups),
        tuple(edition.anchor("timeline", event.id) for event in all_events[MAX_RECORDS:]),
    )


def _grouped(events: Sequence[Event]) -> list[tuple[str, list[Event]]]:
    """Return the events as (name of the group, events). If the groups overlap in time, there is one without a name."""
    runs = [(name, list(run)) for name, run in groupby(events, key=lambda event: _GROUPS[event.kind])]
    is_divided = len({name for name, _ in runs}) == len(runs) > 1
    return runs if is_divided else [("", list(events))]


def _bands(items: Sequence[Item]) -> tuple[tuple[int, int, str], ...]:
    programmes = [(item, item.event.date) for item in items if item.event.kind == "programme"]
    long = (item for item, date in programmes if date and date.start.year < date.end.year)
    return tuple((item.start, item.end - item.start, item.anchor.label) for item in long)


def _make_row(row: _Row, axis: Axis, form: _Form, y: int) -> Item:
    text_height = LINE * len(row.title)
    track = y if form.is_beside else y + text_height
    mark = _mark(row.span, axis)
    start, end = axis.position(row.span.start, form.begin), axis.position(row.span.end, form.finish)
    date = place(row.date, mark, (start, end), (form.begin, form.finish), track + DATE_SIZE)
    box = (0, y, form.width, max(y + text_height, date.y + 4) - y)
    return Item(row.anchor, row.event, mark, start, end, track + _TRACK // 2, date, row.title, 2, y + SIZE, box)


def _mark(span: Span, axis: Axis) -> str:
    if span.start is not None and span.end is not None:
        is_long = axis.position(span.end, 0) - axis.position(span.start, 0) > _MIN_PERIOD
        return ("period" if is_long else "point") if span.is_dated else "between"
    if span.start is None and span.end is None:
        return "unknown"
    return "before" if span.start is None else "after"
