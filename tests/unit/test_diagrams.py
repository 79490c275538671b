"""Layout of the diagrams: nothing overlaps, everything is inside its diagram, every record appears."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, pairwise, product
from typing import Any

import pytest
from lxml import html

from conftest import BUILD, EDITION, VIEWS
from edition.data.records import Effort, Event, Recommendation
from edition.diagrams import argument_diagram, argument_selection, date_labels, text_layout, timeline_diagram
from edition.diagrams.time_spans import Span, spans
from edition.model.build_context import BuildContext
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


def test_wrapped_lines_fit_their_width_even_in_wide_letters() -> None:
    assert text_layout.lines("kerja sama kota kembar", 80, 13) == ("kerja sama", "kota", "kembar")
    assert text_layout.width("kota", 10) == 24


def test_english_terms_are_marked_even_across_a_line_break() -> None:
    runs = text_layout.mark_terms(("Letter of", "Intent ditandatangani"), EDITION.term_matcher)
    assert runs == ((("Letter of", True),), (("Intent", True), (" ditandatangani", False)))


def timelines(views: Views) -> tuple[timeline_diagram.TimelineDiagram, ...]:
    return timeline_diagram.diagrams(views, renderer.undated_words())


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
    for diagram in timelines(multiply(10)):
        assert len(diagram.items) == timeline_diagram.MAX_RECORDS
        assert len(diagram.omitted) == 10 * len(VIEWS.timeline) - timeline_diagram.MAX_RECORDS
    built = multiply(10)
    expected = {
        anchor.name for anchor in built.edition.anchors if anchor.kind in ("obstacles", "efforts", "recommendations")
    }
    for argument in argument_diagram.diagrams(built):
        shown = {node.anchor.name for node in argument.nodes}
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
    for diagram in argument_diagram.diagrams(Views(Edition(data, built.edition.pages))):
        assert [anchor.name for anchor in diagram.omitted] == ["kendala-kendala-jauh", "upaya-jauh"]


def overlapping(boxes: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    def overlaps(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
        return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]

    return [(i, j) for i, a in enumerate(boxes) for j, b in enumerate(boxes) if i < j and overlaps(a, b)]


@pytest.mark.parametrize("times", [1, 10])
def test_no_boxes_overlap_and_all_are_inside_the_diagram(times: int) -> None:
    built = multiply(times)
    for diagram in timelines(built):
        boxes = [item.box for item in diagram.items]
        assert overlapping(boxes) == []
        assert all(
            x >= 0 and x + across <= diagram.width and y + down <= diagram.height for x, y, across, down in boxes
        )
    for argument in argument_diagram.diagrams(built):
        boxes = [(node.x, node.y, node.width, node.height) for node in argument.nodes]
        assert overlapping(boxes) == []
        assert all(
            x >= 0 and x + across <= argument.width and y + down <= argument.height for x, y, across, down in boxes
        )


def test_the_check_detects_overlaps() -> None:
    assert overlapping([(0, 0, 10, 10), (9, 9, 5, 5), (20, 20, 1, 1)]) == [(0, 1)]


def test_every_answer_is_an_edge_with_its_basis() -> None:
    wide = argument_diagram.diagrams(VIEWS)[0]
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    assert sorted(edge.chain[0] for edge in wide.edges) == sorted(name for each in answers for name in each.answers)
    assert {edge.basis for edge in wide.edges} == {each.basis for each in answers if each.answers}


def draw(*events: Event) -> tuple[timeline_diagram.TimelineDiagram, ...]:
    """Return all forms of the diagram of these events only."""
    data = replace(EDITION.dataset, timeline=events)
    return timelines(Views(Edition(data, EDITION.pages)))


def with_title(record: Event, title: str) -> Event:
    return record.model_copy(update={"title": record.title.model_copy(update={"id": title})})


def text_of(line: text_layout.Line) -> str:
    return "".join(run for run, _ in line)


def test_each_event_has_its_own_row_and_title_in_chronological_order() -> None:
    for diagram in draw(event("b", "2001"), event("a", "2000-05-01"), event("c", "2001-02-01", after=["b"])):
        assert [item.event.id for item in diagram.items] == ["a", "b", "c"]
        rows = [(item.box[1], item.box[1] + item.box[3]) for item in diagram.items]
        assert all(one[1] < other[0] for one, other in pairwise(rows))
        for item, (top, bottom) in zip(diagram.items, rows, strict=True):
            assert [text_of(line) for line in item.title] == ["T"]
            assert top < item.y < bottom
            assert top < item.across < bottom
            assert item.date.y < bottom


def test_texts_and_marks_stay_in_their_columns() -> None:
    long = "Penandatanganan naskah kerja sama kota kembar yang panjang sekali namanya"
    for date in ("2000", "2005-06-01", "2010", "2019-12-31", "2000/2019"):
        for diagram in draw(with_title(event("b", date), long), with_title(event("z", "2019"), "Z")):
            for item in diagram.items:
                width = text_layout.width(item.date.text, date_labels.SIZE)
                left = item.date.x - {"start": 0, "middle": width // 2, "end": width}[item.date.anchor]
                right = item.x + max(text_layout.width(text_of(line), timeline_diagram.SIZE) for line in item.title)
                assert 0 <= min(item.start, left) <= max(item.end, left + width) <= diagram.width
                if diagram.form == "narrow":
                    assert right <= diagram.width
                    assert item.across > item.title_lines[-1][1]
                else:
                    assert right < min(item.start, left), (diagram.form, date)


def test_the_mark_shows_what_is_known_of_the_date() -> None:
    day, year, late = event("hari", "2004-11-23"), event("tahun", "2017"), event("lalu", after=["tahun"])
    between = event("antara", after=["hari"], before=["tahun"])
    early, lost = event("dulu", before=["hari"]), event("entah")
    marks = {
        "hari": "point", "tahun": "period", "antara": "between", "lalu": "after", "dulu": "before", "entah": "unknown"
    }  # fmt: skip
    for diagram in draw(day, year, between, late, early, lost):
        assert {item.event.id: item.mark for item in diagram.items} == marks
    assert draw(day, year)[0].marks == {"point", "period"}  # the legend lists only the marks that occur


def test_a_date_stands_in_a_hatched_mark_and_is_shorter_where_there_is_less_room() -> None:
    signed, agreed, lasted = event("a", "2003-11-23"), event("b", "2004-11-23"), event("d", "2017/2019")
    undated = event("c", after=["b"], before=["d"])
    across, wide, narrow = (diagram.items[2].date for diagram in draw(signed, agreed, undated, lasted))
    assert across.text == "tanpa tanggal, antara 2004 dan 2017"
    assert wide.text == narrow.text == "antara 2004 dan 2017"
    assert {across.anchor, wide.anchor, narrow.anchor} == {"middle"}


def test_the_axis_has_a_label_in_the_middle_of_each_year_and_reaches_the_last_one() -> None:
    for diagram in draw(event("a", "2004-11-23"), event("b", "2007")):
        assert [label for _, label in diagram.years] == ["2004", "2005", "2006", "2007"]
        columns = list(pairwise(diagram.lines))
        assert all(left < x < right for (x, _), (left, right) in zip(diagram.years, columns, strict=True))
        assert diagram.items[-1].end == diagram.lines[-1]  # 2007 ends where 2008 would begin


def test_a_group_has_a_heading_unless_groups_overlap_in_time() -> None:
    visit, outcome = event("a", "2004"), event("b", "2005").model_copy(update={"kind": "outcome"})
    assert [name for _, name in draw(visit, outcome)[0].groups] == ["work", "after"]
    assert draw(visit, outcome, event("c", "2006"))[0].groups == ()


def test_a_programme_of_several_years_is_a_band() -> None:
    programme = event("a", "2017/2019").model_copy(update={"kind": "programme"})
    [(x, width, date)] = draw(programme, event("b", "2004"))[0].bands
    item = draw(programme, event("b", "2004"))[0].items[1]
    assert (x, x + width, date) == (item.start, item.end, "2017–2019")
    assert draw(event("a", "2017/2019"))[0].bands == ()  # a visit


def known_positions(svg: html.HtmlElement, events: Iterable[Event]) -> set[int]:
    """Return the x positions of the first and last day of each event that has a date, read off the lines of the axis,
    which stand at the beginnings of years.
    """
    [path] = svg.xpath(".//path[@class='diagram-grid']/@d")
    lines = [int(x) for x in re.findall(r"M(\d+) ", path)]
    first = min(each.date.start.year for each in events if each.date)
    column = (lines[-1] - lines[0]) / (len(lines) - 1)

    def position(day: datetime.date) -> int:
        share = (day.timetuple().tm_yday - 1) / 366
        return round(lines[0] + (day.year - first + share) * column)

    days = [day for each in events if each.date for day in (each.date.start, each.date.end)]
    return {position(day) for day in days} | {position(day + datetime.timedelta(days=1)) for day in days}


def ends_of_marks(svg: html.HtmlElement) -> list[int]:
    """Return the x positions at which marks begin and end, except the tips of arrows."""
    circles = [int(x) for x in svg.xpath(".//circle/@cx")]
    boxes = svg.xpath(".//rect[@class='diagram-between' or @class='diagram-band']")
    bars = [re.findall(r"\d+", path) for path in svg.xpath(".//path[@class='diagram-period']/@d")]
    arrows = [int(re.findall(r"\d+", path)[0]) for path in svg.xpath(".//path[@class='diagram-open']/@d")]
    edges = [int(x) for box in boxes for x in (box.get("x"), str(int(box.get("x")) + int(box.get("width"))))]
    return [*circles, *edges, *arrows, *(int(x) for bar in bars for x in (bar[0], bar[2]))]


@pytest.mark.parametrize("block", ["timeline-diagram", "timeline-overview"])
def test_no_mark_begins_or_ends_at_a_date_that_no_record_gives(block: str) -> None:
    figure = html.fragment_fromstring(renderer.data_block(BUILD, block))
    for svg in figure.xpath(".//svg"):
        known = known_positions(svg, EDITION.dataset.timeline)
        ends = ends_of_marks(svg)
        assert len(ends) > 10
        assert [x for x in ends if not any(abs(x - each) <= 1 for each in known)] == []


def test_an_invented_date_is_seen() -> None:
    """As before: an undated event was a circle in the middle of its bounds."""
    figure = html.fragment_fromstring(renderer.data_block(BUILD, "timeline-diagram"))
    svg = figure.xpath(".//svg")[0]
    box = svg.xpath(".//rect[@class='diagram-between']")[0]
    box.addnext(html.fragment_fromstring(f'<circle cx="{int(box.get("x")) + int(box.get("width")) // 2}"/>'))
    known = known_positions(svg, EDITION.dataset.timeline)
    assert len([x for x in ends_of_marks(svg) if not any(abs(x - each) <= 1 for each in known)]) == 1


Segment = tuple[float, float, float, float]
_PATH = re.compile(r"([MHVLv])([\d. -]*)")


def segments(markup: str) -> list[Segment]:
    """Return the straight lines of an SVG as bounding boxes: left, top, right, bottom."""
    lines: list[Segment] = []
    for path in html.fragment_fromstring(markup).iter("path"):
        x = y = 0.0
        for letter, numbers in _PATH.findall(path.get("d", "")):
            values = [float(each) for each in numbers.split()]
            to = {"M": values, "L": values, "H": [*values, y], "V": [x, *values], "v": [x, y + sum(values)]}[letter]
            if letter != "M":
                lines.append((min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])))
            x, y = to
    return lines


def labels(markup: str) -> list[Segment]:
    """Return the bounding boxes of the texts of an SVG (left, top, right, bottom), assuming wide letters."""
    boxes = []
    for line in html.fragment_fromstring(markup).xpath(".//text[not(tspan)] | .//text/tspan"):
        x, y, across = (
            float(line.get("x")),
            float(line.get("y")),
            text_layout.width(line.text_content(), timeline_diagram.SIZE),
        )
        left = x - across * {"start": 0, "middle": 0.5, "end": 1}[line.get("text-anchor", "start")]
        boxes.append((left, y - 10, left + across, y + 3))
    return boxes


def crossings(markup: str) -> list[tuple[Segment, Segment]]:
    """Return the pairs of lines, and of a line and a label, that cross or touch."""

    def overlaps(one: Segment, other: Segment) -> bool:
        return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]

    lines = segments(markup)
    pairs = [*combinations(lines, 2), *product(lines, labels(markup))]
    return [(one, other) for one, other in pairs if overlaps(one, other)]


@pytest.mark.parametrize("times", [1, 10])
@pytest.mark.parametrize("block", ["timeline-diagram", "timeline-overview"])
def test_no_line_of_a_timeline_crosses_another_or_a_label(block: str, times: int) -> None:
    figure = html.fragment_fromstring(renderer.data_block(BuildContext(multiply(times).edition), block))
    svgs = figure.xpath(".//svg")
    assert len(svgs) == 3
    for svg in svgs:
        for line in svg.xpath(".//path[@class='diagram-grid' or @class='diagram-hatch']"):
            line.set("d", "")  # under the dates, which have a halo
        markup = html.tostring(svg, encoding="unicode")
        assert times > 1 or len(segments(markup)) > 4
        assert len(labels(markup)) > 10
        assert crossings(markup) == []


def test_the_check_detects_crossings() -> None:
    crossed = '<svg><path d="M0 5H10"/><path d="M5 0v9"/><text x="1" y="8">ya</text></svg>'
    assert len(crossings(crossed)) == 3


def test_obstacles_with_a_common_answer_are_together_and_those_without_come_last() -> None:
    one = EDITION.dataset.obstacles[0]
    first = EDITION.dataset.efforts[0]
    obstacles = [one.model_copy(update={"id": name}) for name in "abcdef"]
    answers = [first.model_copy(update={"id": text, "answers": tuple(text)}) for text in ("ad", "df", "ce", "")]
    names = [each.id for each in argument_selection.sort_by_answers(obstacles, answers)]
    assert names == ["a", "d", "f", "c", "e", "b"]


def test_lines_of_the_argument_are_orthogonal_and_do_not_cross() -> None:
    for diagram in argument_diagram.diagrams(VIEWS)[:2]:
        lines = [segments(f'<svg><path d="{edge.path}"/></svg>') for edge in diagram.edges]
        assert all(left == right or top == bottom for line in lines for left, top, right, bottom in line)
        upright = [(n, each) for n, line in enumerate(lines) for each in line if each[0] == each[2]]
        level = [(n, each) for n, line in enumerate(lines) for each in line if each[1] == each[3]]
        targets = [edge.tip for edge in diagram.edges]
        assert [
            (v, h)
            for (m, v), (n, h) in product(upright, level)
            if targets[m][0] != targets[n][0] or abs(targets[m][1] - targets[n][1]) > 60  # not to the same box
            if h[0] < v[0] < h[2] and v[1] < h[1] < v[3]
        ] == []


def test_edges_start_and_end_at_distinct_points_of_a_box() -> None:
    obstacles = EDITION.dataset.obstacles[:2]
    names = tuple(each.id for each in obstacles)
    first = EDITION.dataset.efforts[0]
    efforts = tuple(first.model_copy(update={"id": f"u{n}", "answers": names, "basis": "editorial"}) for n in range(5))
    data = replace(EDITION.dataset, obstacles=obstacles, efforts=efforts, recommendations=())
    for diagram in argument_diagram.diagrams(Views(Edition(data, EDITION.pages))):
        starts = [edge.path.partition("C")[0].partition("V")[0] for edge in diagram.edges]
        assert len(starts) == 10
        assert len(set(starts)) == 10
        assert len({edge.tip for edge in diagram.edges}) == 10
        assert diagram.bases == {"editorial"}


def test_an_unanswered_obstacle_is_marked_as_unanswered() -> None:
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    answered = {name for each in answers for name in each.answers}
    for diagram in argument_diagram.diagrams(VIEWS):
        alone = {node.anchor.name for node in diagram.nodes if node.is_unanswered}
        assert alone == {f"kendala-{each.id}" for each in EDITION.dataset.obstacles if each.id not in answered}
        assert alone


def test_the_legend_mentions_the_table_and_the_line_styles_only_where_they_exist() -> None:
    diagram, overview = (renderer.data_block(BUILD, block) for block in ("argument-diagram", "argument-overview"))
    assert "Tabel di bawah gambar" in diagram
    assert "Tabel di bawah gambar" not in overview
    for markup in (diagram, overview):
        assert "Garis putus-putus: simpulan penyunting." in markup
        assert "Garis penuh" not in markup  # no line has the basis "source"
        for label in ("Kendala (K)", "Upaya (U)", "Saran (S)", "K: kendala"):
            assert label in markup
