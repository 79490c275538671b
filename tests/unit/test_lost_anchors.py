"""A registered anchor is missed when its record is gone, not when its record, or its file, could not be read."""

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
    """The list without a record."""
    first, *records = ("\n" + text).split("\n- id: ")
    return (first + "".join(f"\n- id: {each}" for each in records if not each.startswith(f"{name}\n"))).lstrip("\n")


@pytest.mark.parametrize(
    ("file", "spoil", "missed"),
    [
        (GLOSSARY, lambda text: text, set()),
        (
            GLOSSARY,
            lambda text: without(text, "taman-resap").replace("  related: [taman-resap]\n", ""),
            {"istilah-taman-resap"},
        ),
        # the record is there, but its id is all of it that can be read
        (GLOSSARY, lambda text: text.replace("term: {id: taman resap, en: rain garden}", "term: x"), set()),
        # another record that cannot be read excuses nothing
        (
            GLOSSARY,
            lambda text: without(text, "taman-resap").replace("term: {id: kebun kota, en: urban garden}", "term: x"),
            {"istilah-taman-resap"},
        ),
        # of a file that cannot be read nothing is missed, but of the others it is
        (GLOSSARY, lambda text: "{", set()),
        (EVENTS, lambda text: "{", set()),
        (EVENTS, lambda text: without(text, "panen"), {"peristiwa-panen"}),
    ],
    ids=["all is well", "gone", "unreadable", "gone beside an unreadable one", "file", "other file", "other kind gone"],
)
def test_only_what_is_gone_is_missed(
    mini: Callable[[], Path], file: str, spoil: Callable[[str], str], missed: set[str]
) -> None:
    folder = mini()
    with (folder / "data/anchors.yml").open("a", encoding="utf-8") as register:
        register.write(REGISTERED)
    path = folder / file
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    _, problems = edition.load(folder)
    lost = {problem.message.split('"')[1] for problem in problems if problem.code == "E030"}
    assert lost == missed


def test_a_file_that_cannot_be_read_excuses_only_its_own(mini: Callable[[], Path]) -> None:
    folder = mini()
    with (folder / "data/anchors.yml").open("a", encoding="utf-8") as register:
        register.write(
            REGISTERED.replace("istilah-kebun-kota", "istilah-tiada").replace("peristiwa-panen", "peristiwa-tiada")
        )
    (folder / GLOSSARY).write_text("{", encoding="utf-8")
    _, problems = edition.load(folder)
    assert {problem.message.split('"')[1] for problem in problems if problem.code == "E030"} == {"peristiwa-tiada"}
