"""Layout of the diagrams: every record appears, marks tell only what is known, lines do not cross."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, product
from typing import Any

import pytest
from lxml import html

from conftest import BUILD, EDITION, VIEWS
from edition.data.records import Effort, Event, Recommendation
from edition.diagrams import argument_diagram, argument_selection, date_labels, timeline_diagram
from edition.diagrams.time_spans import Span, spans
from edition.model.edition import Edition
from edition.model.views import Views
from edition.rendering import renderer


def event(name: str, date: str | None = None, after: list[str] | None = None, before: list[str] | None = None) -> Event:
    fields: dict[str, object] = {"id": name, "kind": "visit", "actors": ["x"], "sources": ["vi-1-p1"]}
    fields |= {"title": {"id": "T", "en": "T"}, "summary": {"id": "R", "en": "S"}}
    fields |= {"date": date} if date else {"after": after or [], "before": before or [], "basis": "source"}
    return Event.model_validate(fields)


def test_a_year_spans_one_year_and_a_day_is_a_point() -> None:
    event_spans = spans([event("tahun", "2017"), event("hari", "2004-01-01"), event("masa", "2017/2019")])
    bounds = {name: (span.start, span.end) for name, span in event_spans.items()}
    assert bounds == {"tahun": (2017, 2018), "hari": (2004, 2004), "masa": (2017, 2020)}


def test_an_undated_event_is_bounded_by_the_nearest_dated_events_and_by_nothing_else() -> None:
    event_spans = spans([
        event("a", "2004-01-01"), event("b", after=["a"], before=["c"]), event("c", before=["d"]), event("d", "2016"),
        event("e", after=["d"]), event("f", before=["a"]), event("g", before=["f"]), event("h", after=["e"]),
    ])  # fmt: skip
    first, last = datetime.date(2004, 1, 1), datetime.date(2016, 1, 1)
    # "c" does not refer to "b", but "b" says that it comes before "c"
    assert event_spans["b"] == event_spans["c"] == Span(first, last)
    assert event_spans["e"] == event_spans["h"] == Span(datetime.date(2016, 12, 31), None)
    assert event_spans["f"] == event_spans["g"] == Span(None, first)


def test_an_undated_event_between_dates_that_overlap_is_between_their_outer_ends() -> None:
    events = [event("hari", "2004-11-23"), event("masa", "1900/2019"), event("antara", after=["hari"], before=["masa"])]
    span = spans(events)["antara"]
    assert span == Span(datetime.date(2004, 11, 23), datetime.date(2019, 12, 31))
    assert span.start is not None
    assert span.end is not None
    assert span.start < span.end
    day = datetime.date(2004, 11, 23)
    same_day = Span(day, day)
    assert same_day.end == same_day.start  # never a negative width


@pytest.mark.parametrize(
    ("span", "label"),
    [
        (Span(datetime.date(2004, 1, 1), datetime.date(2016, 1, 1)), "tanpa tanggal, antara 2004 dan 2016"),
        (Span(datetime.date(2004, 1, 1), datetime.date(2004, 5, 1)), "tanpa tanggal, pada 2004"),
        (Span(datetime.date(2016, 12, 31), None), "tanpa tanggal, sesudah 2016"),
        (Span(None, datetime.date(2004, 1, 1)), "tanpa tanggal, sebelum 2004"),
        (Span(None, None), "tanpa tanggal"),
    ],
)
def test_the_diagram_says_what_is_known_of_an_undated_event(span: Span, label: str) -> None:
    assert date_labels.undated_label(span, renderer.undated_words()) == label


def test_a_text_is_assumed_to_be_in_wide_letters() -> None:
    assert date_labels.width("kota") == 29  # 4 letters of 0.605 × 12 pixels, as in a monospace font
    assert date_labels.width("MMMM") == 48


def timeline(views: Views) -> timeline_diagram.TimelineDiagram:
    return timeline_diagram.diagram(views, renderer.undated_words())


def boxes(diagram: argument_diagram.ArgumentDiagram) -> list[argument_diagram.Box]:
    return [box for group in diagram.groups for box in (*group.obstacles, *chain.from_iterable(group.answers.values()))]


def edges(diagram: argument_diagram.ArgumentDiagram) -> list[argument_diagram.Edge]:
    return [edge for group in diagram.groups for edge in chain.from_iterable(group.edges.values())]


def multiply(times: int) -> Views:
    """Return the views of the edition with each record repeated ``times`` times, under ids of their own."""
    data = EDITION.dataset
    copied: dict[str, Any] = {}
    for kind in ("timeline", "obstacles", "efforts", "recommendations"):
        records = getattr(data, kind)
        copied[kind] = tuple(
            each.model_copy(update={"id": f"{each.id}-{number}" if number else each.id})
            for number in range(times)
            for each in records
        )
    return Views(Edition(replace(data, **copied), EDITION.pages))


def test_ten_times_the_data_are_drawn_up_to_a_limit_and_the_rest_is_listed() -> None:
    built = multiply(10)
    assert len(timeline(built).rows) == timeline_diagram.MAX_RECORDS
    assert len(timeline(built).omitted) == 10 * len(VIEWS.timeline) - timeline_diagram.MAX_RECORDS
    kinds = ("obstacles", "efforts", "recommendations")
    expected = {anchor.name for anchor in built.edition.anchors if anchor.kind in kinds}
    argument = argument_diagram.diagram(built)
    shown = {box.anchor.name for box in boxes(argument)}
    omitted, unpaired = ({anchor.name for anchor in each} for each in (argument.omitted, argument.unpaired))
    assert shown | omitted | unpaired == expected
    assert len(shown) + len(omitted) + len(unpaired) == len(expected)
    assert len(shown) <= 3 * argument_selection.MAX_RECORDS


def test_an_answer_to_an_omitted_obstacle_is_omitted_not_shown_without_an_obstacle() -> None:
    built = multiply(1)
    first = built.edition.dataset.efforts[0]
    late = first.model_copy(update={"id": "jauh", "answers": ("kendala-jauh",)})
    far = built.edition.dataset.obstacles[0].model_copy(update={"id": "kendala-jauh"})
    crowd = tuple(far.model_copy(update={"id": f"k{number}"}) for number in range(argument_selection.MAX_RECORDS))
    common = first.model_copy(update={"id": "dekat", "answers": tuple(each.id for each in crowd)})
    data = replace(built.edition.dataset, obstacles=(*crowd, far), efforts=(common, late), recommendations=())
    diagram = argument_diagram.diagram(Views(Edition(data, built.edition.pages)))
    assert [anchor.name for anchor in diagram.omitted] == ["kendala-kendala-jauh", "upaya-jauh"]


def test_every_answer_is_an_edge_with_its_basis() -> None:
    diagram = argument_diagram.diagram(VIEWS)
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    drawn = sorted(edge.chain[0] for edge in edges(diagram))
    assert drawn == sorted(name for each in answers for name in each.answers)
    assert {edge.basis for edge in edges(diagram)} == {each.basis for each in answers if each.answers}


def draw(*events: Event) -> timeline_diagram.TimelineDiagram:
    """Return the diagram of these events only."""
    data = replace(EDITION.dataset, timeline=events)
    return timeline(Views(Edition(data, EDITION.pages)))


def test_each_event_has_its_own_row_in_chronological_order() -> None:
    diagram = draw(event("b", "2001"), event("a", "2000-05-01"), event("c", "2001-02-01", after=["b"]))
    assert [row.event.id for row in diagram.rows] == ["a", "b", "c"]


def test_marks_and_dates_stay_on_the_axis() -> None:
    for date in ("2000", "2005-06-01", "2010", "2019-12-31", "2000/2019"):
        for row in draw(event("b", date), event("z", "2019")).rows:
            width = date_labels.width(row.date.text)
            for axis in (timeline_diagram.NARROW, timeline_diagram.WIDE):
                left = row.date.x / 100 * axis + row.date.dx
                left -= {"start": 0, "middle": width // 2, "end": width}[row.date.anchor]
                assert 0 <= row.start <= row.end <= 100
                assert -1 <= left <= left + width <= axis + 1, (axis, date)


def test_the_mark_shows_what_is_known_of_the_date() -> None:
    day, year, late = event("hari", "2004-11-23"), event("tahun", "2017"), event("lalu", after=["tahun"])
    between = event("antara", after=["hari"], before=["tahun"])
    early, lost = event("dulu", before=["hari"]), event("entah")
    marks = {
        "hari": "point", "tahun": "period", "antara": "between", "lalu": "after", "dulu": "before", "entah": "unknown"
    }  # fmt: skip
    diagram = draw(day, year, between, late, early, lost)
    assert {row.event.id: row.mark for row in diagram.rows} == marks
    assert draw(day, year).marks == {"point", "period"}  # the legend lists only the marks that occur


def test_a_date_stands_in_a_hatched_mark_and_is_shorter_where_there_is_less_room() -> None:
    signed, agreed, lasted = event("a", "2003-11-23"), event("b", "2004-11-23"), event("d", "2017/2019")
    date = draw(signed, agreed, event("c", after=["b"], before=["d"]), lasted).rows[2].date
    assert (date.prefix, date.text, date.anchor) == ("tanpa tanggal, ", "antara 2004 dan 2017", "middle")
    year = draw(event("a", "2004-01-01"), event("c", after=["a"], before=["d"]), event("d", "2004-12-31")).rows[1].date
    assert (year.prefix, year.text) == ("", "tanpa tanggal, pada 2004")


def test_a_date_without_room_beside_its_mark_is_below_it() -> None:
    first, last = event("a", "2000"), event("d", "2021")
    date = draw(first, event("b", "2010/2011"), event("c", after=["b"], before=["d"]), last).rows[2].date
    assert (date.text, date.is_below) == ("tanpa tanggal, antara 2011 dan 2021", True)


def test_the_axis_has_a_label_for_each_year_and_reaches_the_last_one() -> None:
    diagram = draw(event("a", "2004-11-23"), event("b", "2007"))
    assert [unit.label for unit in diagram.units if unit.is_labelled] == ["2004", "2005", "2006", "2007"]
    assert diagram.are_labels_centered
    assert len(diagram.lines) == 5
    assert diagram.rows[-1].end == diagram.lines[-1] == 100  # 2007 ends where 2008 would begin


def test_an_axis_without_room_has_fewer_labels_on_narrow_screens() -> None:
    diagram = draw(event("a", "2003"), event("b", "2019"))
    assert [unit.label for unit in diagram.units if unit.is_labelled][:3] == ["2003", "2006", "2009"]
    assert [unit.label for unit in diagram.units if unit.is_labelled_if_wide][:3] == ["2003", "2005", "2007"]


def test_a_group_has_a_heading_unless_groups_overlap_in_time() -> None:
    visit, outcome = event("a", "2004"), event("b", "2005").model_copy(update={"kind": "outcome"})
    assert [name for name, _ in draw(visit, outcome).groups] == ["work", "after"]
    assert [name for name, _ in draw(visit, outcome, event("c", "2006")).groups] == [""]


def test_a_programme_of_several_years_is_a_band() -> None:
    programme = event("a", "2017/2019").model_copy(update={"kind": "programme"})
    diagram = draw(programme, event("b", "2004"))
    [band] = diagram.bands
    row = diagram.rows[1]
    assert (band.start, band.end, band.date) == (row.start, row.end, "2017–2019")
    assert draw(event("a", "2017/2019")).bands == ()  # a visit


def known_positions(figure: html.HtmlElement, events: Iterable[Event]) -> set[float]:
    """Return the positions, in percent, of the first and last day of each event that has a date, read off the lines of
    the axis, which stand at the beginnings of years.
    """
    lines = [float(x.strip("%")) for x in figure.xpath(".//*[@class='diagram-grid']/@x1")]
    first = min(each.date.start.year for each in events if each.date)
    column = (lines[-1] - lines[0]) / (len(lines) - 1)

    def position(day: datetime.date) -> float:
        share = (day.timetuple().tm_yday - 1) / 366
        return lines[0] + (day.year - first + share) * column

    days = [day for each in events if each.date for day in (each.date.start, each.date.end)]
    return {position(day) for day in days} | {position(day + datetime.timedelta(days=1)) for day in days}


def ends_of_marks(figure: html.HtmlElement) -> list[float]:
    """Return the positions, in percent, at which marks begin and end, except the tips of arrows."""

    def numbers(path: str) -> list[float]:
        return [float(x.strip("%")) for x in figure.xpath(path)]

    spans = ".//rect[@class='diagram-between' or @class='diagram-band']"
    begins = numbers(f"{spans}/@x")
    ends = [x + width for x, width in zip(begins, numbers(f"{spans}/@width"), strict=True)]
    bars = ".//line[@class='diagram-period' or @class='diagram-hatch']"
    arrows = numbers(".//line[@class='diagram-open']/@x1")
    return [*numbers(".//circle/@cx"), *begins, *ends, *numbers(f"{bars}/@x1"), *numbers(f"{bars}/@x2"), *arrows]


def unknown_ends(figure: html.HtmlElement) -> list[float]:
    """Return the positions at which marks begin or end, but no record that has a date does."""
    known = known_positions(figure, EDITION.dataset.timeline)
    ends = ends_of_marks(figure)
    assert len(ends) > 10
    return [x for x in ends if not any(abs(x - each) <= 0.1 for each in known)]


@pytest.mark.parametrize("block", ["timeline-diagram", "timeline-overview"])
def test_no_mark_begins_or_ends_at_a_date_that_no_record_gives(block: str) -> None:
    assert unknown_ends(html.fragment_fromstring(renderer.data_block(BUILD, block))) == []


def test_an_invented_date_is_seen() -> None:
    """As before: an undated event was a circle in the middle of its bounds."""
    figure = html.fragment_fromstring(renderer.data_block(BUILD, "timeline-diagram"))
    [mark, *_] = figure.xpath(".//rect[@class='diagram-between']")
    middle = float(mark.get("x").strip("%")) + float(mark.get("width").strip("%")) / 2
    mark.addnext(html.fragment_fromstring(f'<circle cx="{middle}%"/>'))
    assert unknown_ends(figure) == [middle]


def test_obstacles_with_a_common_answer_are_together_and_those_without_come_last() -> None:
    one = EDITION.dataset.obstacles[0]
    first = EDITION.dataset.efforts[0]
    obstacles = [one.model_copy(update={"id": name}) for name in "abcdef"]
    answers = [first.model_copy(update={"id": text, "answers": tuple(text)}) for text in ("ad", "df", "ce", "")]
    groups = argument_selection.connected(obstacles, answers)
    assert [[each.id for each in group] for group in groups] == [["a", "d", "f"], ["c", "e"], ["b"]]


Segment = tuple[float, float, float, float]  # the bounding box of a straight line: left, top, right, bottom


def segments(edge: argument_diagram.Edge) -> tuple[Segment, Segment, Segment]:
    """Return the three parts of a line: level, upright, level."""
    low, high = sorted((edge.start, edge.end))
    return (
        (0, edge.start, edge.lane, edge.start),
        (edge.lane, low, edge.lane, high),
        (edge.lane, edge.end, 26, edge.end),
    )


def crossings(drawn: Sequence[argument_diagram.Edge]) -> list[tuple[int, int]]:
    """Return the pairs of lines that cross, except those that share a lane, since these have the same answer."""
    return [
        (i, j)
        for (i, one), (j, other) in product(enumerate(drawn), enumerate(drawn))
        if one.lane != other.lane
        for level, upright in product(segments(one)[::2], [segments(other)[1]])
        if level[0] < upright[0] < level[2] and upright[1] < level[1] < upright[3]
    ]


def test_lines_of_the_argument_do_not_cross() -> None:
    columns = [each for group in argument_diagram.diagram(VIEWS).groups for each in group.edges.values() if each]
    assert len(columns) > 1
    assert [crossings(each) for each in columns] == [[]] * len(columns)


def test_the_check_detects_crossings() -> None:
    one = argument_diagram.Edge(20, 80, 10, "source", ("a",))
    assert crossings([one, argument_diagram.Edge(50, 50, 14, "source", ("b",))]) == [(1, 0)]


def test_edges_start_and_end_at_distinct_points_of_a_box() -> None:
    obstacles = EDITION.dataset.obstacles[:2]
    names = tuple(each.id for each in obstacles)
    first = EDITION.dataset.efforts[0]
    efforts = tuple(first.model_copy(update={"id": f"u{n}", "answers": names, "basis": "editorial"}) for n in range(5))
    data = replace(EDITION.dataset, obstacles=obstacles, efforts=efforts, recommendations=())
    diagram = argument_diagram.diagram(Views(Edition(data, EDITION.pages)))
    assert len(edges(diagram)) == len({edge.start for edge in edges(diagram)}) == 10
    assert len({edge.end for edge in edges(diagram)}) == 10
    assert all(0 < edge.start < 100 and 0 < edge.end < 100 for edge in edges(diagram))
    assert diagram.bases == {"editorial"}


def test_an_unanswered_obstacle_is_marked_as_unanswered() -> None:
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    answered = {name for each in answers for name in each.answers}
    alone = {box.anchor.name for box in boxes(argument_diagram.diagram(VIEWS)) if box.is_unanswered}
    assert alone == {f"kendala-{each.id}" for each in EDITION.dataset.obstacles if each.id not in answered}
    assert alone


def test_the_legend_mentions_line_styles_only_where_they_exist() -> None:
    for block in ("argument-diagram", "argument-overview"):
        markup = renderer.data_block(BUILD, block)
        assert "Garis putus-putus: tafsiran penyunting." in markup
        assert "Garis penuh" not in markup  # no line has the basis "source"
        for label in ("Kendala (K)", "Upaya (U)", "Saran (S)"):
            assert label in markup
