"""Chronological order: undated events are placed by their ``after`` and ``before``."""

import pytest

from conftest import event
from edition.data.records import Event
from edition.model.event_order import order_events


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([event("b", "2004"), event("a", "2003")], "a b"),
        ([event("tahun", "2017"), event("masa", "2017/2019"), event("hari", "2017-01-01")], "masa tahun hari"),
        ([event("x", after="a"), event("b", "2004"), event("a", "2003")], "a x b"),
        ([event("x", before="b"), event("b", "2004"), event("a", "2003")], "a x b"),
        ([event("y", after="x"), event("x", after="a"), event("a", "2003"), event("b", "2004")], "a x y b"),
        ([event("y", after="a x"), event("x", after="a"), event("a", "2003"), event("b", "2004")], "a x y b"),
        ([event("y", after="a"), event("x", after="a", before="y"), event("a", "2003")], "a x y"),
        ([event("x", before="y"), event("y", before="b"), event("a", "2003"), event("b", "2004")], "a x y b"),
        ([event("x", after="a", before="c"), event("a", "2003"), event("b", "2004"), event("c", "2005")], "a x b c"),
        ([event("x", after="y"), event("y", before="x")], "y x"),
        ([event("c", "2005", after="a"), event("a", "2003"), event("b", "2004")], "a b c"),
        ([event("x", after="a b"), event("a", "2003"), event("b", "2004"), event("c", "2005")], "a b x c"),
    ],
)
def test_events_are_ordered(events: list[Event], expected: str) -> None:
    assert " ".join(each.id for each in order_events(events)) == expected


def test_every_event_appears_once_whatever_the_order_in_the_file() -> None:
    events = [event("a", "2003"), event("x", after="a"), event("b", "2004"), event("y", after="x", before="b")]
    assert {tuple(each.id for each in order_events(events[n:] + events[:n])) for n in range(4)} == {
        ("a", "x", "y", "b")
    }
