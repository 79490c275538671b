"""The timeline drawn: a row an event, named, with its mark against the years; in three forms (wide, narrow, small)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.data.records import Event
from edition.diagrams.text_layout import Line, in_runs, lines
from edition.diagrams.time_scale import scale
from edition.diagrams.time_spans import Span, spans
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.views import Views

MOST = 24  # events; what is left out is told, and linked
SIZE, LINE, SMALL_LINE = 13, 17, 14
_BAR, _TICK, _GAP = 9, 4, 10  # how high a mark is, a tick below it, and the room between two rows
_LEFT = 2  # a letter may begin ahead of its place
_SHORTEST = 3  # pixels; what is shorter is drawn as a point


@dataclass(frozen=True)
class Item:
    """An event in the picture: its mark reaches from ``start`` to ``end`` along the axis, at ``across``; an undated
    one may lie from ``earliest`` to ``latest``. From ``x``, ``y`` on stand the lines of its ``date`` (and its kind, in
    smaller letters; neither in the small form), and below those of its ``title``; ``box`` is what can be touched.
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
        """What is drawn: ``point``, ``period``, or ``undated``."""
        if not self.event.date:
            return "undated"
        return "period" if self.end - self.start > _SHORTEST else "point"

    @property
    def ticks(self) -> int:
        """Where the ticks below its mark begin."""
        return self.across + _BAR // 2 + 3

    @property
    def date_lines(self) -> tuple[tuple[str, int], ...]:
        """The lines of the date, each with the height of its baseline."""
        return tuple((line, self.y + number * LINE) for number, line in enumerate(self.date))

    @property
    def kind_y(self) -> int:
        """The height of the baseline of the kind, which stands below the date in smaller letters."""
        return self.y + (len(self.date) - 1) * LINE + SMALL_LINE

    @property
    def title_lines(self) -> tuple[tuple[Line, int], ...]:
        """The lines of the title, each with the height of its baseline."""
        first = self.y + len(self.date) * LINE + (SMALL_LINE if self.date else 0)
        return tuple((line, first + number * LINE) for number, line in enumerate(self.title))


@dataclass(frozen=True)
class TimelineDiagram:
    """``form`` is wide, narrow or small; ``years`` are (place along the axis, name), named at the heights ``heads``."""

    form: str
    width: int
    height: int
    items: tuple[Item, ...]
    years: tuple[tuple[int, str], ...]
    heads: tuple[int, ...]
    left_out: tuple[Anchor, ...]

    @cached_property
    def marks(self) -> frozenset[str]:
        """The kinds of mark that are in it."""
        return frozenset(item.mark for item in self.items)


@dataclass(frozen=True)
class _Axis:
    """A scale on pixels from ``begin`` to ``finish``; one without marks has no years to tell."""

    first: float
    last: float
    begin: int
    finish: int
    marks: tuple[tuple[float, str], ...]

    def at(self, year: float) -> int:
        share = (min(max(year, self.first), self.last) - self.first) / (self.last - self.first)
        return round(self.begin + share * (self.finish - self.begin))

    def named(self, room: int) -> tuple[tuple[int, str], ...]:
        """Every so many of the marks that a name has ``room``."""
        steps = len(self.marks) - 1
        step = max(math.ceil(room * steps / (self.finish - self.begin)), 1)
        return tuple((self.at(year), name) for year, name in self.marks[: max(steps, 0) : step])


@dataclass(frozen=True)
class _Form:
    """How a form is laid out: texts at the left, as wide as ``texts``; marks from ``begin`` to ``finish``, beside their
    texts, or else below them.
    """

    name: str
    width: int
    texts: int
    begin: int
    finish: int
    is_beside: bool
    is_dated: bool = True


_WIDE = _Form("wide", 680, 300, 330, 668, is_beside=True)
_NARROW = _Form("narrow", 320, 316, 16, 304, is_beside=False)
_SMALL = _Form("small", 340, 200, 222, 330, is_beside=True, is_dated=False)


def diagrams(views: Views) -> tuple[TimelineDiagram, TimelineDiagram]:
    """The timeline for wide and for narrow screens."""
    return _lay_out(views, _WIDE), _lay_out(views, _NARROW)


def overview(views: Views) -> TimelineDiagram:
    """The timeline small: what happened, and where among the years."""
    return _lay_out(views, _SMALL)


def _lay_out(views: Views, form: _Form) -> TimelineDiagram:
    edition, every = views.edition, views.timeline
    events, found = every[:MOST], dict(spans(every))
    axis = _axis(events, found, form)
    items: list[Item] = []
    y = 24 if axis.marks else 2
    for event in events:
        items.append(_row(edition, event, found[event.id], axis, form, y))
        y += items[-1].box[3] + _GAP
    heads = (13, y + 8) if not form.is_beside else (13,)
    height = y + (14 if not form.is_beside else 2)
    left_out = tuple(edition.anchor("timeline", event.id) for event in every[MOST:])
    return TimelineDiagram(
        form.name, form.width, height, tuple(items), axis.named(44), heads if axis.marks else (), left_out
    )


def _axis(events: Sequence[Event], found: Mapping[str, Span], form: _Form) -> _Axis:
    start = min((found[each.id].start for each in events), default=1.0)
    end = max((found[each.id].end for each in events), default=1.0)
    if any(each.date for each in events):
        told = scale(start, end)
        return _Axis(told.first, told.last, form.begin, form.finish, told.marks)
    return _Axis(start, end + 1, form.begin, form.finish, ())


def _row(edition: Edition, event: Event, span: Span, axis: _Axis, form: _Form, y: int) -> Item:
    anchor = edition.anchor("timeline", event.id)
    date = lines(anchor.label, form.texts, SIZE) if form.is_dated else ()
    title = in_runs(lines(event.title.id, form.texts, SIZE), edition.term_matcher)
    told = LINE * (len(date) + len(title)) + (SMALL_LINE if form.is_dated else 0)
    across = y + 9 if form.is_beside else y + told + 8
    below = across + _BAR // 2 + 3 + _TICK  # where the ticks end
    places = (axis.at(span.start), axis.at(span.end), axis.at(span.earliest), axis.at(span.latest))
    box = (0, y, form.width, max(y + told, below) - y)
    return Item(anchor, event, *places, across, date, title, _LEFT, y + 13, box)
