"""A registered anchor is reported as lost (E030) if its record is gone, but not if the record or file is unreadable."""

from collections.abc import Callable
from pathlib import Path

import pytest

import edition

GLOSSARY, EVENTS = "data/glossary.yml", "data/timeline.yml"
REGISTERED = (
    '- {anchor: istilah-taman-resap, page: glosarium.md, since: "1.0"}\n'
    '- {anchor: istilah-kebun-kota, page: glosarium.md, since: "1.0"}\n'
    '- {anchor: peristiwa-panen, page: isi.md, since: "1.0"}\n'
)


def without(text: str, name: str) -> str:
    """Return the YAML list without the record ``name``."""
    first, *records = ("\n" + text).split("\n- id: ")
    return (first + "".join(f"\n- id: {each}" for each in records if not each.startswith(f"{name}\n"))).lstrip("\n")


@pytest.mark.parametrize(
    ("file", "edit", "expected"),
    [
        (GLOSSARY, lambda text: text, set()),
        (
            GLOSSARY,
            lambda text: without(text, "taman-resap").replace("  related: [taman-resap]\n", ""),
            {"istilah-taman-resap"},
        ),
        # the record exists, but only its id is readable
        (GLOSSARY, lambda text: text.replace("term: {id: taman resap, en: rain garden}", "term: x"), set()),
        # an unreadable record does not hide another one that is gone
        (
            GLOSSARY,
            lambda text: without(text, "taman-resap").replace("term: {id: kebun kota, en: urban garden}", "term: x"),
            {"istilah-taman-resap"},
        ),
        # no anchor of an unreadable file is lost; those of other files can be
        (GLOSSARY, lambda text: "{", set()),
        (EVENTS, lambda text: "{", set()),
        (EVENTS, lambda text: without(text, "panen"), {"peristiwa-panen"}),
    ],
    ids=["all is well", "gone", "unreadable", "gone beside an unreadable one", "file", "other file", "other kind gone"],
)
def test_only_an_anchor_without_a_record_is_lost(
    mini: Callable[[], Path], file: str, edit: Callable[[str], str], expected: set[str]
) -> None:
    folder = mini()
    with (folder / "data/anchors.yml").open("a", encoding="utf-8") as register:
        register.write(REGISTERED)
    path = folder / file
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    _, problems = edition.load(folder)
    lost = {problem.message.split('"')[1] for problem in problems if problem.code == "E030"}
    assert lost == expected


def test_an_unreadable_file_hides_only_its_own_lost_anchors(mini: Callable[[], Path]) -> None:
    folder = mini()
    with (folder / "data/anchors.yml").open("a", encoding="utf-8") as register:
        register.write(
            REGISTERED.replace("istilah-kebun-kota", "istilah-tiada").replace("peristiwa-panen", "peristiwa-tiada")
        )
    (folder / GLOSSARY).write_text("{", encoding="utf-8")
    _, problems = edition.load(folder)
    assert {problem.message.split('"')[1] for problem in problems if problem.code == "E030"} == {"peristiwa-tiada"}
