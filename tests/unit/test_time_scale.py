"""The scale of a timeline fits any period from one day to five centuries."""

from collections.abc import Callable
from pathlib import Path

import pytest

import edition
from edition.data.dates import parse
from edition.diagrams import timeline_diagram
from edition.diagrams.time_scale import MAX_TICKS, scale
from edition.diagrams.time_spans import years
from edition.rendering import renderer


@pytest.mark.parametrize(
    ("start", "end", "names"),
    [
        ("2018-05-01", "2018-05-01", ["1/5", "2/5"]),
        ("2018-05-30", "2018-06-02", ["30/5", "31/5", "1/6", "2/6", "3/6"]),
        ("2018-11", "2019-02", ["11/18", "12/18", "01/19", "02/19", "03/19"]),
        ("2003-11-23", "2006", ["2003", "2004", "2005", "2006", "2007"]),
        ("1602", "2019", [str(year) for year in range(1600, 2040, 20)]),
    ],
)
def test_the_unit_of_the_scale_depends_on_the_period(start: str, end: str, names: list[str]) -> None:
    last = parse(end).end.toordinal() + 1
    result = scale(years(parse(start).start), years(parse(end).end.fromordinal(last)))
    assert [name for _, name in result.marks] == names


@pytest.mark.parametrize("days", [0, 1, 20, 38, 39, 45, 59, 61, 200, 729, 732, 5000, 14600, 40000, 182000, 3_600_000])
@pytest.mark.parametrize("start", ["0002-03-04", "1602-03-20", "2018-12-31"])
def test_a_scale_covers_its_period_with_a_limited_number_of_ticks(start: str, days: int) -> None:
    first = parse(start).start
    last = first.fromordinal(min(first.toordinal() + days, first.max.toordinal()))
    result = scale(years(first), years(last))
    assert 2 <= len(result.marks) <= MAX_TICKS
    assert result.first <= years(first)
    assert result.last >= years(last) or last.year >= 9000  # the calendar ends there
    assert [place for place, _ in result.marks] == sorted({place for place, _ in result.marks})


def draw_timeline(folder: Path, text: str) -> timeline_diagram.TimelineDiagram:
    (folder / "data/timeline.yml").write_text(text, encoding="utf-8")
    built, problems = edition.load(folder)
    assert (problems, built is None) == ((), False)
    assert built
    return timeline_diagram.diagram(built.views, renderer.undated_words())


RECORD = """- id: {id}
  {place}
  kind: visit
  title: {{id: Kunjungan, en: Visit}}
  summary: {{id: Datang., en: Came.}}
  actors: []
  sources: [vi-1-p1]
"""


def test_a_timeline_without_dates_has_no_years(mini: Callable[[], Path]) -> None:
    places = ("before: [b]\n  basis: source", "after: [a]\n  basis: source")
    diagram = draw_timeline(
        mini(), "".join(RECORD.format(id=name, place=place) for name, place in zip("ab", places, strict=True))
    )
    assert (diagram.units, diagram.lines) == ((), ())
    assert [row.event.id for row in diagram.rows] == ["a", "b"]
    assert diagram.marks == {"unknown"}


def test_a_timeline_of_one_day_or_of_centuries_has_few_ticks(mini: Callable[[], Path]) -> None:
    folder = mini()
    for dates in (["2018-05-01"], ["1602", "2019"]):
        text = "".join(RECORD.format(id=f"e{date}", place=f"date: {date}") for date in dates)
        assert 1 <= len(draw_timeline(folder, text).units) <= MAX_TICKS


def test_a_timeline_without_events_gives_an_empty_diagram(mini: Callable[[], Path]) -> None:
    diagram = draw_timeline(mini(), "[]\n")
    assert (diagram.rows, diagram.units) == ((), ())
