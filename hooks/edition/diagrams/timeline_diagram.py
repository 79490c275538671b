"""Layout of the timeline diagram in three forms (wide, narrow, small): one row per event, with its mark on an axis."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.data.records import Event
from edition.diagrams.text_layout import Line, lines, mark_terms
from edition.diagrams.time_scale import scale
from edition.diagrams.time_spans import Span, spans
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.views import Views

MAX_RECORDS = 24  # events; the diagram's caption counts and links those that are left out
SIZE, LINE, SMALL_LINE = 13, 17, 14  # pixels: font size, and line heights
_BAR, _TICK, _GAP = 9, 4, 10  # pixels: height of a mark, height of a tick below it, gap between rows
_TEXT_X = 2  # pixels; some glyphs extend to the left of their origin
_MIN_PERIOD = 3  # pixels; a shorter period is drawn as a point


@dataclass(frozen=True)
class Item:
    """The row of an event; all numbers are pixels. The mark extends from ``start`` to ``end`` on the axis; ``across``
    is its y position. An undated event may have happened anywhere from ``earliest`` to ``latest``. The text begins at
    ``x``, ``y``. It consists of the lines of ``date``, the kind of event in a smaller font, and the lines of ``title``;
    the small form of the diagram has only the title. ``box`` (x, y, width, height) is the clickable area.
    """

    anchor: Anchor
    event: Event
    start: int
    end: int
    earliest: int
    latest: int
    across: int
    date: tuple[str, ...]
    title: tuple[Line, ...]
    x: int
    y: int
    box: tuple[int, int, int, int]

    @property
    def mark(self) -> str:
        """The shape of the mark: ``point`` (a day or short period), ``period``, or ``undated``."""
        if not self.event.date:
            return "undated"
        return "period" if self.end - self.start > _MIN_PERIOD else "point"

    @property
    def ticks(self) -> int:
        """The y position at which the ticks below the mark begin."""
        return self.across + _BAR // 2 + 3

    @property
    def date_lines(self) -> tuple[tuple[str, int], ...]:
        """The lines of the date, each with the y position of its baseline."""
        return tuple((line, self.y + number * LINE) for number, line in enumerate(self.date))

    @property
    def kind_y(self) -> int:
        """The y position of the baseline of the event's kind, which is printed below the date in a smaller font."""
        return self.y + (len(self.date) - 1) * LINE + SMALL_LINE

    @property
    def title_lines(self) -> tuple[tuple[Line, int], ...]:
        """The lines of the title, each with the y position of its baseline."""
        first = self.y + len(self.date) * LINE + (SMALL_LINE if self.date else 0)
        return tuple((line, first + number * LINE) for number, line in enumerate(self.title))


@dataclass(frozen=True)
class TimelineDiagram:
    """A complete layout. ``form`` is ``wide``, ``narrow`` or ``small``. ``years`` are the labels of the axis as (x,
    text); they are printed at each y position in ``heads``. ``omitted`` has the anchors of the events that are not
    shown.
    """

    form: str
    width: int
    height: int
    items: tuple[Item, ...]
    years: tuple[tuple[int, str], ...]
    heads: tuple[int, ...]
    omitted: tuple[Anchor, ...]

    @cached_property
    def marks(self) -> frozenset[str]:
        """The shapes of marks that occur in the diagram, for its legend."""
        return frozenset(item.mark for item in self.items)


@dataclass(frozen=True)
class _Axis:
    """Maps the decimal years ``first`` to ``last`` to the pixels ``begin`` to ``finish``. ``marks`` are the tick marks
    of the axis as (decimal year, label), in order; there are none if no event has a date.
    """

    first: float
    last: float
    begin: int
    finish: int
    marks: tuple[tuple[float, str], ...]

    def position(self, year: float) -> int:
        """Convert a decimal year to a position in pixels. A year outside the axis gets the nearest end."""
        share = (min(max(year, self.first), self.last) - self.first) / (self.last - self.first)
        return round(self.begin + share * (self.finish - self.begin))

    def labels(self, label_width: int) -> tuple[tuple[int, str], ...]:
        """Return the labels of the axis as (pixel, text). If ``label_width`` pixels are too wide for every mark to have
        a label, only every second mark has one, or every third, and so on. The last mark never has one.
        """
        steps = len(self.marks) - 1
        step = max(math.ceil(label_width * steps / (self.finish - self.begin)), 1)
        return tuple((self.position(year), name) for year, name in self.marks[: max(steps, 0) : step])


@dataclass(frozen=True)
class _Form:
    """Dimensions of one form of the diagram, in pixels. Texts are at the left, in a column ``text_width`` wide. The
    axis extends from ``begin`` to ``finish``. Each mark is beside its text if ``is_beside``, and below it if not. If
    ``is_dated``, the date and kind of each event are printed.
    """

    name: str
    width: int
    text_width: int
    begin: int
    finish: int
    is_beside: bool
    is_dated: bool = True


_WIDE = _Form("wide", 680, 300, 330, 668, is_beside=True)
_NARROW = _Form("narrow", 320, 316, 16, 304, is_beside=False)
_SMALL = _Form("small", 340, 200, 222, 330, is_beside=True, is_dated=False)


def diagrams(views: Views) -> tuple[TimelineDiagram, TimelineDiagram]:
    """Return the diagram for wide screens and the one for narrow screens."""
    return _lay_out(views, _WIDE), _lay_out(views, _NARROW)


def overview(views: Views) -> TimelineDiagram:
    """Return the small diagram, which shows the titles of the events but not their dates."""
    return _lay_out(views, _SMALL)


def _lay_out(views: Views, form: _Form) -> TimelineDiagram:
    edition, all_events = views.edition, views.timeline
    events, spans_by_id = all_events[:MAX_RECORDS], dict(spans(all_events))
    axis = _make_axis(events, spans_by_id, form)
    items: list[Item] = []
    y = 24 if axis.marks else 2
    for event in events:
        items.append(_make_row(edition, event, spans_by_id[event.id], axis, form, y))
        y += items[-1].box[3] + _GAP
    heads = (13, y + 8) if not form.is_beside else (13,)
    height = y + (14 if not form.is_beside else 2)
    omitted = tuple(edition.anchor("timeline", event.id) for event in all_events[MAX_RECORDS:])
    return TimelineDiagram(
        form.name, form.width, height, tuple(items), axis.labels(44), heads if axis.marks else (), omitted
    )


def _make_axis(events: Sequence[Event], spans_by_id: Mapping[str, Span], form: _Form) -> _Axis:
    start = min((spans_by_id[each.id].start for each in events), default=1.0)
    end = max((spans_by_id[each.id].end for each in events), default=1.0)
    if any(each.date for each in events):
        time_scale = scale(start, end)
        return _Axis(time_scale.first, time_scale.last, form.begin, form.finish, time_scale.marks)
    return _Axis(start, end + 1, form.begin, form.finish, ())


def _make_row(edition: Edition, event: Event, span: Span, axis: _Axis, form: _Form, y: int) -> Item:
    anchor = edition.anchor("timeline", event.id)
    date = lines(anchor.label, form.text_width, SIZE) if form.is_dated else ()
    title = mark_terms(lines(event.title.id, form.text_width, SIZE), edition.term_matcher)
    text_height = LINE * (len(date) + len(title)) + (SMALL_LINE if form.is_dated else 0)
    mark_y = y + 9 if form.is_beside else y + text_height + 8
    ticks_end = mark_y + _BAR // 2 + 3 + _TICK
    positions = (
        axis.position(span.start),
        axis.position(span.end),
        axis.position(span.earliest),
        axis.position(span.latest),
    )
    box = (0, y, form.width, max(y + text_height, ticks_end) - y)
    return Item(anchor, event, *positions, mark_y, date, title, _TEXT_X, y + 13, box)
