"""The timeline drawn: years to scale, a lane for each kind of event, and in three forms (wide, narrow, small)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from edition.data.fields import Kind
from edition.data.records import Event
from edition.drawing.scale import scale
from edition.drawing.spans import Span, spans
from edition.drawing.text import Line, in_runs, lines, width
from edition.model.anchors import Anchor
from edition.model.edition import Edition

MOST = 24  # events; what is left out is told, and linked
SIZE, LINE, LEAST = 13, 17, 140
_KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True)
class Item:
    """An event in the picture: its mark reaches from ``start`` to ``end`` along the axis, at ``across``; an undated
    one may lie from ``earliest`` to ``latest``. Its ``date``, below it in the narrow form its kind, and below that its
    ``title`` have their ``side`` (start or end) at ``x``, ``y``; ``box`` is what can be touched. In the small form the
    title is there, but not seen.
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
    side: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class Picture:
    """``form`` is wide, narrow or small; ``ticks`` are (place, name or empty); ``lanes`` are (place, kind)."""

    form: str
    width: int
    height: int
    items: tuple[Item, ...]
    ticks: tuple[tuple[int, str], ...]
    lanes: tuple[tuple[int, str], ...]
    left_out: tuple[Anchor, ...]


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

    def ticks(self, room: int) -> tuple[tuple[int, str], ...]:
        """Every mark, every so many of them named that a name has ``room``."""
        steps = len(self.marks) - 1
        step = max(math.ceil(room * steps / (self.finish - self.begin)), 1)
        named = range(0, steps, step)
        return tuple((self.at(year), name if index in named else "") for index, (year, name) in enumerate(self.marks))


def pictures(edition: Edition) -> tuple[Picture, Picture]:
    """The timeline for wide and for narrow screens."""
    return _rows(edition, "wide", 680, 112), _column(edition)


def sketch(edition: Edition) -> Picture:
    """The timeline small: dates only."""
    return _rows(edition, "small", 340, 104)


def _shown(edition: Edition) -> tuple[Sequence[Event], dict[str, Span], tuple[Anchor, ...]]:
    every = edition.timeline
    left_out = tuple(edition.anchor("timeline", event.id) for event in every[MOST:])
    return every[:MOST], dict(spans(every)), left_out


def _axis(events: Sequence[Event], found: Mapping[str, Span], begin: int, finish: int | None = None) -> _Axis:
    """The axis for these events; without ``finish``, each step of the scale has the room of a line and a bit."""
    start = min((found[each.id].start for each in events), default=1.0)
    end = max((found[each.id].end for each in events), default=1.0)
    if any(each.date for each in events):
        told = scale(start, end)
        first, last, marks = told.first, told.last, told.marks
    else:
        first, last, marks = start, end + 1, ()
    return _Axis(first, last, begin, begin + 22 * max(len(marks) - 1, 1) if finish is None else finish, marks)


def _rows(edition: Edition, form: str, across: int, names: int) -> Picture:
    """One row an event, rows gathered in lanes by kind; time goes from left to right."""
    events, found, left_out = _shown(edition)
    axis = _axis(events, found, names + 8, across - 12)
    items: list[Item] = []
    lanes: list[tuple[int, str]] = []
    y = 34
    for kind in _KINDS:
        of_kind = [event for event in events if event.kind == kind]
        if of_kind:
            lanes.append((y, kind))
        for event in of_kind:
            item = _row(edition, event, found[event.id], axis, y, form == "small", (names, across))
            items.append(item)
            y += item.box[3]
        y += 6 if of_kind else 0
    return Picture(form, across, y + 2, tuple(items), axis.ticks(44), tuple(lanes), left_out)


def _row(
    edition: Edition, event: Event, span: Span, axis: _Axis, y: int, is_small: bool, edges: tuple[int, int]
) -> Item:
    start, end = axis.at(span.start), axis.at(span.end)
    room = {"start": edges[1] - end - 14, "end": start - edges[0] - 14}
    anchor = edition.anchor("timeline", event.id)
    date = anchor.label
    needed = width(date if is_small else max(date, event.title.id, key=len), SIZE)
    side = "start" if needed <= room["start"] or room["start"] >= room["end"] else "end"
    below = room[side] < min(needed, LEAST)  # a mark from edge to edge leaves no room beside it
    title = (event.title.id,) if is_small else lines(event.title.id, edges[1] - edges[0] if below else room[side], SIZE)
    said = (date,) if is_small else lines(date, edges[1] - edges[0] if below else room[side], SIZE)
    seen = said if is_small else (*said, *title)
    widest = max(width(line, SIZE) for line in seen)
    x = end + 12 if side == "start" else start - 12
    if below:
        side, x = "start", max(min(start, edges[1] - widest), edges[0])
    left = min(start - 8, x) if side == "start" else max(x - widest, edges[0])
    right = min(max(x + widest, end), edges[1]) if side == "start" else end + 8
    height = max(LINE * len(seen) + 7, 26) + (LINE if below else 0)
    box = (left, y, right - left, height)
    places = (start, end, axis.at(span.earliest), axis.at(span.latest), y + 13)
    text = (said, in_runs(title, edition.finder), x, y + 17 + (LINE if below else 0), side)
    return Item(anchor, event, *places, *text, box)


def _column(edition: Edition) -> Picture:
    """Time goes down; marks stand on lanes beside the years, texts in a column of their own, tied to them by lines."""
    events, found, left_out = _shown(edition)
    across, texts = 320, 116
    axis = _axis(events, found, 30)
    items: list[Item] = []
    bottom = 12
    for event in sorted(events, key=lambda event: found[event.id].start):
        span = found[event.id]
        start, end = axis.at(span.start), axis.at(span.end)
        anchor = edition.anchor("timeline", event.id)
        title = in_runs(lines(event.title.id, across - texts, SIZE), edition.finder)
        date = lines(anchor.label, across - texts, SIZE)
        height = LINE * (len(date) + 1 + len(title)) + 9
        y = max(bottom, (start + end) // 2 - 13)
        beside = [item for item in items if item.event.kind == event.kind and item.end > start and item.start < end]
        lane = 44 + 12 * _KINDS.index(event.kind) + 6 * len(beside)
        places = (start, end, axis.at(span.earliest), axis.at(span.latest), lane)
        box = (texts - 4, y, across - texts + 4, height)
        items.append(Item(anchor, event, *places, date, title, texts, y + 17, "start", box))
        bottom = y + height
    shown = {event.kind for event in events}
    lanes = tuple((44 + 12 * index, kind) for index, kind in enumerate(_KINDS) if kind in shown)
    return Picture("narrow", across, max(bottom, axis.finish + 12), tuple(items), axis.ticks(40), lanes, left_out)
