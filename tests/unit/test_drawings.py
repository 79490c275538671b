"""Where things go in the drawings."""

from dataclasses import replace
from typing import Any

import pytest

import edition
from conftest import ROOT
from edition.data.records import Effort, Event, Recommendation
from edition.drawing import argument, text, timeline
from edition.drawing.spans import Span, spans
from edition.model.edition import Edition

loaded = edition.load(ROOT)[0]
assert loaded
EDITION: Edition = loaded


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
    assert text.lines("kerja sama kota kembar", 80, 13) == ("kerja sama", "kota", "kembar")
    assert text.width("kota", 10) == 24


def test_english_terms_are_marked_even_over_the_end_of_a_line() -> None:
    found = text.in_runs(("Letter of", "Intent ditandatangani"), EDITION.finder)
    assert found == ((("Letter of", True),), (("Intent", True), (" ditandatangani", False)))


def many(times: int) -> Edition:
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
    return Edition(replace(data, **copied), EDITION.pages)


def test_ten_times_the_data_are_drawn_up_to_a_limit_and_the_rest_is_named() -> None:
    for picture in timeline.pictures(many(10)):
        assert len(picture.items) == timeline.MOST
        assert len(picture.left_out) == 10 * len(EDITION.timeline) - timeline.MOST
    built = many(10)
    every = {anchor.name for anchor in built.anchors if anchor.kind in ("obstacles", "efforts", "recommendations")}
    for drawn in argument.pictures(built):
        shown = {node.anchor.name for node in drawn.nodes}
        assert shown | {anchor.name for anchor in drawn.left_out} == every
        assert not shown & {anchor.name for anchor in drawn.left_out}
        assert len(shown) <= 3 * argument.MOST


def test_an_answer_to_a_left_out_obstacle_is_left_out_not_shown_as_an_answer_to_nothing() -> None:
    built = many(1)
    first = built.dataset.efforts[0]
    late = first.model_copy(update={"id": "jauh", "answers": ("kendala-jauh",)})
    far = built.dataset.obstacles[0].model_copy(update={"id": "kendala-jauh"})
    crowd = tuple(far.model_copy(update={"id": f"k{number}"}) for number in range(argument.MOST))
    data = replace(built.dataset, obstacles=(*crowd, far), efforts=(late,), recommendations=())
    for drawn in argument.pictures(Edition(data, built.pages)):
        assert [anchor.name for anchor in drawn.left_out] == ["kendala-kendala-jauh", "upaya-jauh"]


def overlapping(boxes: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    def meet(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
        return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]

    return [(i, j) for i, a in enumerate(boxes) for j, b in enumerate(boxes) if i < j and meet(a, b)]


@pytest.mark.parametrize("times", [1, 10])
def test_no_two_boxes_meet_and_none_leaves_the_picture(times: int) -> None:
    built = many(times)
    for picture in (*timeline.pictures(built), timeline.sketch(built)):
        boxes = [item.box for item in picture.items]
        assert overlapping(boxes) == []
        assert all(
            x >= 0 and x + across <= picture.width and y + down <= picture.height for x, y, across, down in boxes
        )
    for drawn in argument.pictures(built):
        boxes = [(node.x, node.y, node.width, node.height) for node in drawn.nodes]
        assert overlapping(boxes) == []
        assert all(x >= 0 and x + across <= drawn.width and y + down <= drawn.height for x, y, across, down in boxes)


def test_overlaps_are_seen() -> None:
    assert overlapping([(0, 0, 10, 10), (9, 9, 5, 5), (20, 20, 1, 1)]) == [(0, 1)]


def test_every_answer_is_an_edge_that_says_on_whose_word() -> None:
    wide = argument.pictures(EDITION)[0]
    answers: list[Effort | Recommendation] = [*EDITION.dataset.efforts, *EDITION.dataset.recommendations]
    assert sorted(edge.chain[0] for edge in wide.edges) == sorted(name for each in answers for name in each.answers)
    assert {edge.basis for edge in wide.edges} == {each.basis for each in answers if each.answers}


def drawn(*events: Event) -> tuple[timeline.Picture, timeline.Picture, timeline.Picture]:
    """Wide, narrow and small, of these events and no others."""
    data = replace(EDITION.dataset, timeline=events)
    built = Edition(data, EDITION.pages)
    return (*timeline.pictures(built), timeline.sketch(built))


def named(found: Event, title: str) -> Event:
    return found.model_copy(update={"title": found.title.model_copy(update={"id": title})})


def test_a_label_stands_behind_its_mark_where_there_is_room_and_else_before_it() -> None:
    early, late = named(event("awal", "2000-01-01"), "Awal mula"), named(event("akhir", "2019-12-01"), "Akhir zaman")
    for picture in (drawn(early, late)[0], drawn(early, late)[2]):
        first, last = picture.items
        assert (first.side, last.side) == ("start", "end")
        assert first.x == first.end + 12
        assert last.x == last.start - 12


def test_a_label_never_leaves_the_picture_nor_lies_over_its_mark() -> None:
    long = "Penandatanganan naskah kerja sama kota kembar yang panjang sekali namanya"
    for date in ("2000", "2005-06-01", "2010", "2019-12-31", "2000/2019"):
        for picture in drawn(
            named(event("a", "2000"), "A"), named(event("b", date), long), named(event("z", "2019"), "Z")
        ):
            item = next(item for item in picture.items if item.event.id == "b")
            lines = [*item.date, *("".join(run for run, _ in line) for line in item.title)]
            seen = item.date if picture.form == "small" else lines
            widest = max(text.width(line, timeline.SIZE) for line in seen)
            left = item.x if item.side == "start" else item.x - widest
            assert left >= 0, (picture.form, date)
            assert left + widest <= picture.width, (picture.form, date)
            if picture.form == "wide" and date != "2000/2019":
                assert left >= item.end or left + widest <= item.start, date


def test_a_mark_from_edge_to_edge_has_its_label_below_it() -> None:
    wide = drawn(named(event("a", "2000/2019"), "Masa kerja sama"))[0]
    [item] = wide.items
    assert item.side == "start"
    assert item.y > item.across + 9  # below a bar of nine pixels
    assert item.box[1] + item.box[3] >= item.y


def test_the_small_picture_says_dates_and_keeps_titles_for_those_who_hear_it() -> None:
    small = drawn(named(event("a", "2004-11-23"), "Nota kesepahaman"))[2]
    [item] = small.items
    assert item.date == ("23 November 2004",)
    assert "".join(run for line in item.title for run, _ in line) == "Nota kesepahaman"


def test_rows_do_not_meet_and_events_of_a_kind_stand_in_one_lane() -> None:
    visit, agreement = event("kunjungan", "2001"), event("perjanjian", "2000").model_copy(update={"kind": "agreement"})
    wide = drawn(agreement, visit)[0]
    assert [kind for _, kind in wide.lanes] == ["agreement", "visit"]
    first, second = sorted(wide.items, key=lambda item: item.box[1])
    assert (first.event.kind, second.event.kind) == ("agreement", "visit")
    assert first.box[1] + first.box[3] <= second.box[1]
    assert [place for place, _ in wide.lanes] == [first.box[1], second.box[1]]


def test_in_the_narrow_picture_texts_follow_each_other_in_time_beside_the_years() -> None:
    narrow = drawn(event("b", "2001"), event("a", "2000-05-01"), event("c", "2001-02-01"))[1]
    assert [item.event.id for item in narrow.items] == ["a", "b", "c"]
    assert {item.x for item in narrow.items} == {116}
    assert all(item.across < 116 for item in narrow.items)
    assert all(
        one.box[1] + one.box[3] <= other.box[1] for one, other in zip(narrow.items, narrow.items[1:], strict=False)
    )
