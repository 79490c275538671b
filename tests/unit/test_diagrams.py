"""Where things go in the drawings."""

import re
from dataclasses import replace
from itertools import combinations, pairwise, product
from typing import Any

import pytest
from lxml import html

from conftest import BUILD, EDITION, VIEWS
from edition.data.records import Effort, Event, Recommendation
from edition.diagrams import argument_diagram, text_layout, timeline_diagram
from edition.diagrams.time_spans import Span, spans
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.views import Views
from edition.rendering import renderer


def event(name: str, date: str | None = None, after: list[str] | None = None, before: list[str] | None = None) -> Event:
    given: dict[str, object] = {"id": name, "kind": "visit", "actors": ["x"], "sources": ["vi-1-p1"]}
    given |= {"title": {"id": "T", "en": "T"}, "summary": {"id": "R", "en": "S"}}
    given |= {"date": date} if date else {"after": after or [], "before": before or [], "basis": "source"}
    return Event.model_validate(given)


def test_a_year_is_as_long_as_a_year_and_a_day_is_a_point() -> None:
    found = spans([event("tahun", "2017"), event("hari", "2004-01-01"), event("masa", "2017/2019")])
    assert found["tahun"] == Span(2017, 2018, 2017, 2018)
    assert found["hari"] == Span(2004, 2004, 2004, 2004)
    assert found["masa"] == Span(2017, 2020, 2017, 2020)


def test_an_undated_event_lies_midway_between_its_neighbours_and_behind_what_it_follows() -> None:
    found = spans([
        event("a", "2004-01-01"), event("b", after=["a"], before=["d"]), event("c", after=["b"], before=["d"]),
        event("d", "2016"), event("e", after=["d"]), event("f", before=["a"]),
    ])  # fmt: skip
    assert found["b"] == Span(2010, 2010, 2004, 2016)
    assert found["c"] == Span(2013, 2013, 2010, 2016)
    assert found["e"].start > 2017
    assert found["f"].end < 2004


def test_lines_fit_their_room_in_wide_letters() -> None:
    assert text_layout.lines("kerja sama kota kembar", 80, 13) == ("kerja sama", "kota", "kembar")
    assert text_layout.width("kota", 10) == 24


def test_english_terms_are_marked_even_over_the_end_of_a_line() -> None:
    found = text_layout.in_runs(("Letter of", "Intent ditandatangani"), EDITION.term_matcher)
    assert found == ((("Letter of", True),), (("Intent", True), (" ditandatangani", False)))


def many(times: int) -> Views:
    """The edition with its records so many times over."""
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


def test_ten_times_the_data_are_drawn_up_to_a_limit_and_the_rest_is_named() -> None:
    for picture in timeline_diagram.diagrams(many(10)):
        assert len(picture.items) == timeline_diagram.MOST
        assert len(picture.left_out) == 10 * len(VIEWS.timeline) - timeline_diagram.MOST
    built = many(10)
    every = {
        anchor.name for anchor in built.edition.anchors if anchor.kind in ("obstacles", "efforts", "recommendations")
    }
    for drawn in argument_diagram.diagrams(built):
        shown = {node.anchor.name for node in drawn.nodes}
        assert shown | {anchor.name for anchor in drawn.left_out} == every
        assert not shown & {anchor.name for anchor in drawn.left_out}
        assert len(shown) <= 3 * argument_diagram.MOST


def test_an_answer_to_a_left_out_obstacle_is_left_out_not_shown_as_an_answer_to_nothing() -> None:
    built = many(1)
    first = built.edition.dataset.efforts[0]
    late = first.model_copy(update={"id": "jauh", "answers": ("kendala-jauh",)})
    far = built.edition.dataset.obstacles[0].model_copy(update={"id": "kendala-jauh"})
    crowd = tuple(far.model_copy(update={"id": f"k{number}"}) for number in range(argument_diagram.MOST))
    data = replace(built.edition.dataset, obstacles=(*crowd, far), efforts=(late,), recommendations=())
    for drawn in argument_diagram.diagrams(Views(Edition(data, built.edition.pages))):
        assert [anchor.name for anchor in drawn.left_out] == ["kendala-kendala-jauh", "upaya-jauh"]


def overlapping(boxes: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    def meet(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
        return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]

    return [(i, j) for i, a in enumerate(boxes) for j, b in enumerate(boxes) if i < j and meet(a, b)]


@pytest.mark.parametrize("times", [1, 10])
def test_no_two_boxes_meet_and_none_leaves_the_picture(times: int) -> None:
    built = many(times)
    for picture in (*timeline_diagram.diagrams(built), timeline_diagram.overview(built)):
        boxes = [item.box for item in picture.items]
        assert overlapping(boxes) == []
        assert all(
            x >= 0 and x + across <= picture.width and y + down <= picture.height for x, y, across, down in boxes
        )
    for drawn in argument_diagram.diagrams(built):
        boxes = [(node.x, node.y, node.width, node.height) for node in drawn.nodes]
        assert overlapping(boxes) == []
        assert all(x >= 0 and x + across <= drawn.width and y + down <= drawn.height for x, y, across, down in boxes)


def test_overlaps_are_seen() -> None:
    assert overlapping([(0, 0, 10, 10), (9, 9, 5, 5), (20, 20, 1, 1)]) == [(0, 1)]


def test_every_answer_is_an_edge_that_says_on_whose_word() -> None:
    wide = argument_diagram.diagrams(VIEWS)[0]
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    assert sorted(edge.chain[0] for edge in wide.edges) == sorted(name for each in answers for name in each.answers)
    assert {edge.basis for edge in wide.edges} == {each.basis for each in answers if each.answers}


def drawn(
    *events: Event,
) -> tuple[timeline_diagram.TimelineDiagram, timeline_diagram.TimelineDiagram, timeline_diagram.TimelineDiagram]:
    """Wide, narrow and small, of these events and no others."""
    data = replace(EDITION.dataset, timeline=events)
    views = Views(Edition(data, EDITION.pages))
    return (*timeline_diagram.diagrams(views), timeline_diagram.overview(views))


def named(found: Event, title: str) -> Event:
    return found.model_copy(update={"title": found.title.model_copy(update={"id": title})})


def in_line(line: text_layout.Line) -> str:
    return "".join(run for run, _ in line)


def test_each_event_has_a_row_of_its_own_with_its_name_in_the_order_of_time() -> None:
    for picture in drawn(event("b", "2001"), event("a", "2000-05-01"), event("c", "2001-02-01", after=["b"])):
        assert [item.event.id for item in picture.items] == ["a", "b", "c"]
        rows = [(item.box[1], item.box[1] + item.box[3]) for item in picture.items]
        assert all(one[1] < other[0] for one, other in pairwise(rows))
        for item, (top, bottom) in zip(picture.items, rows, strict=True):
            assert [in_line(line) for line in item.title] == ["T"]
            assert top < item.y < bottom
            assert top < item.across < bottom
            assert item.ticks + 4 <= bottom


def test_texts_stay_in_their_column_and_marks_in_theirs() -> None:
    long = "Penandatanganan naskah kerja sama kota kembar yang panjang sekali namanya"
    for date in ("2000", "2005-06-01", "2010", "2019-12-31", "2000/2019"):
        for picture in drawn(named(event("b", date), long), named(event("z", "2019"), "Z")):
            for item in picture.items:
                said = [*item.date, *(in_line(line) for line in item.title)]
                right = item.x + max(text_layout.width(line, timeline_diagram.SIZE) for line in said)
                marks = (item.start, item.end, item.earliest, item.latest)
                assert 0 <= min(marks) <= max(marks) <= picture.width
                if picture.form == "narrow":
                    assert right <= picture.width
                    assert item.across > item.y + timeline_diagram.LINE * (len(said) - 1)
                else:
                    assert right < min(marks), (picture.form, date)


def test_a_mark_says_what_the_date_is() -> None:
    day, year, none = event("hari", "2004-11-23"), event("tahun", "2017"), event("kapan", after=["hari"])
    for picture in drawn(day, year, none):
        assert {item.event.id: item.mark for item in picture.items} == {
            "hari": "point",
            "tahun": "period",
            "kapan": "undated",
        }
    assert drawn(day, year)[0].marks == {"point", "period"}  # so that the legend names nothing else


def test_the_small_picture_names_its_events_and_leaves_dates_to_the_place_and_thins_its_years() -> None:
    wide, _, small = drawn(named(event("a", "2004-11-23"), "Nota kesepahaman"), event("b", "2019"))
    assert [item.date for item in small.items] == [(), ()]
    assert " ".join(in_line(line) for line in small.items[0].title) == "Nota kesepahaman"
    assert 2 <= len(small.years) < len(wide.years)
    assert all(other - one >= 44 for (one, _), (other, _) in pairwise(small.years))


Segment = tuple[float, float, float, float]
_PATH = re.compile(r"([MHVLv])([\d. -]*)")


def segments(markup: str) -> list[Segment]:
    """The straight lines of an SVG, each from one point to another."""
    found: list[Segment] = []
    for path in html.fragment_fromstring(markup).iter("path"):
        x = y = 0.0
        for letter, numbers in _PATH.findall(path.get("d", "")):
            given = [float(each) for each in numbers.split()]
            to = {"M": given, "L": given, "H": [*given, y], "V": [x, *given], "v": [x, y + sum(given)]}[letter]
            if letter != "M":
                found.append((min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])))
            x, y = to
    return found


def labels(markup: str) -> list[Segment]:
    """The boxes of an SVG's texts, in wide letters: left, top, right, bottom."""
    found = []
    for line in html.fragment_fromstring(markup).xpath(".//text[not(tspan)] | .//text/tspan"):
        x, y, across = (
            float(line.get("x")),
            float(line.get("y")),
            text_layout.width(line.text_content(), timeline_diagram.SIZE),
        )
        left = x - across / 2 if line.get("text-anchor") == "middle" else x
        found.append((left, y - 10, left + across, y + 3))
    return found


def crossings(markup: str) -> list[tuple[Segment, Segment]]:
    """Lines that cross or touch another, or a label."""

    def meet(one: Segment, other: Segment) -> bool:
        return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]

    lines = segments(markup)
    pairs = [*combinations(lines, 2), *product(lines, labels(markup))]
    return [(one, other) for one, other in pairs if meet(one, other)]


@pytest.mark.parametrize("times", [1, 10])
@pytest.mark.parametrize("block", ["timeline-diagram", "timeline-overview"])
def test_no_line_of_a_timeline_crosses_another_or_a_label(block: str, times: int) -> None:
    figure = html.fragment_fromstring(renderer.data_block(BuildContext(many(times).edition), block))
    drawings = figure.xpath(".//svg")
    assert len(drawings) == (2 if block == "timeline-diagram" else 1)
    for drawing in drawings:
        markup = html.tostring(drawing, encoding="unicode")
        assert len(segments(markup)) > 20
        assert len(labels(markup)) > 10
        assert crossings(markup) == []


def test_crossings_are_seen() -> None:
    crossed = '<svg><path d="M0 5H10"/><path d="M5 0v9"/><text x="1" y="8">ya</text></svg>'
    assert len(crossings(crossed)) == 3


def test_lines_that_leave_a_box_or_arrive_at_one_have_each_a_point_of_their_own() -> None:
    obstacles = EDITION.dataset.obstacles[:2]
    names = tuple(each.id for each in obstacles)
    first = EDITION.dataset.efforts[0]
    efforts = tuple(first.model_copy(update={"id": f"u{n}", "answers": names, "basis": "editorial"}) for n in range(5))
    data = replace(EDITION.dataset, obstacles=obstacles, efforts=efforts, recommendations=())
    for picture in argument_diagram.diagrams(Views(Edition(data, EDITION.pages))):
        starts = [edge.path.partition("C")[0].partition("V")[0] for edge in picture.edges]
        assert len(starts) == 10
        assert len(set(starts)) == 10
        assert len({edge.tip for edge in picture.edges}) == 10
        assert picture.bases == {"editorial"}


def test_an_obstacle_that_nothing_answers_says_so() -> None:
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    answered = {name for each in answers for name in each.answers}
    for picture in argument_diagram.diagrams(VIEWS):
        alone = {node.anchor.name for node in picture.nodes if node.is_unanswered}
        assert alone == {f"kendala-{each.id}" for each in EDITION.dataset.obstacles if each.id not in answered}
        assert alone


def test_a_picture_points_to_a_table_and_to_kinds_of_line_only_where_they_are() -> None:
    whole, small = (renderer.data_block(BUILD, block) for block in ("argument-diagram", "argument-overview"))
    assert "Tabel di bawah gambar" in whole
    assert "Tabel di bawah gambar" not in small
    for markup in (whole, small):
        assert "Garis putus-putus: simpulan penyunting." in markup
        assert "Garis penuh" not in markup  # no line is the source's own
        for told in ("Kendala (K)", "Upaya (U)", "Saran (S)", "K: kendala"):
            assert told in markup
