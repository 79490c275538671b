"""The editors' notes: parsing of links, order, and placement on the pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

import edition
from conftest import MINI, run_cli
from edition.data.records import Note, Paragraph
from edition.model.note_placement import notes_at, resolve_links
from edition.model.notes import Run, order_notes, runs


def note(name: str, *about: str) -> Note:
    text = {"id": name, "en": name}
    return Note.model_validate({"id": name, "title": text, "about": about, "text": text})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("tanpa tautan", [Run("tanpa tautan")]),
        ("[VI.1 ¶1](#vi-1-p1)", [Run("VI.1 ¶1", "#vi-1-p1")]),
        ("a [b](#c), d [e](f.md#g).", [Run("a "), Run("b", "#c"), Run(", d "), Run("e", "f.md#g"), Run(".")]),
        ("[tanda kurung] (siku)", [Run("[tanda kurung] (siku)")]),
        ("[kosong]()", [Run("kosong", "")]),
    ],
)
def test_a_note_is_parsed_into_words_and_links(text: str, parts: list[Run]) -> None:
    assert list(runs(text)) == parts


def test_notes_follow_the_order_of_the_chapter_and_general_ones_come_last() -> None:
    topic = {"id": "a", "en": "a"}
    paragraphs = [
        Paragraph.model_validate({"anchor": name, "page": "a.md", "topic": topic, "words": "1", "sha256": "0" * 64})
        for name in ("vi-1-p1", "vi-1-p2")
    ]
    notes = [note("whole"), note("record", "kendala-x"), note("second", "vi-1-p2"), note("both", "vi-1-p2", "vi-1-p1")]
    assert [each.id for each in order_notes(notes, paragraphs)] == ["both", "second", "whole", "record"]


def test_a_note_is_shown_in_full_at_its_first_anchor_on_a_page() -> None:
    built, _ = edition.load(MINI)
    assert built
    first = {
        name: [(placed.note.id, placed.first and placed.first.name) for placed in notes_at(built.views, name)]
        for name in ("vi-1-p1", "vi-1-p2", "kendala-kekeringan", "pelaku-balai-warga")
    }
    assert first == {
        "vi-1-p1": [],
        "vi-1-p2": [("letak-panen", None)],
        "kendala-kekeringan": [("letak-panen", "vi-1-p2")],
        "pelaku-balai-warga": [("letak-panen", None)],  # this anchor is on another page
    }


def test_a_link_to_a_retired_anchor_in_a_note_goes_to_its_replacement() -> None:
    built, _ = edition.load(MINI)
    assert built
    [(words, place)] = resolve_links(built.edition, "[kemarau](#kendala-kemarau)")
    assert (words, place and place.href) == ("kemarau", "isi.md#kendala-kekeringan")


def test_retiring_an_anchor_updates_notes_and_synonyms(mini: Callable[[], Path]) -> None:
    folder = mini()
    path = folder / "data/notes.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("(#linimasa)", "(#kendala-kekeringan)"), encoding="utf-8")
    assert run_cli(folder, "anchors").returncode == 0
    result = run_cli(folder, "retire", "kendala-kekeringan", "--by", "kendala-lahan-sempit")
    assert result.returncode == 0, result.stderr
    text = path.read_text(encoding="utf-8")
    assert "about: [vi-1-p2, kendala-lahan-sempit, pelaku-balai-warga]" in text
    assert "dan [linimasa](#kendala-lahan-sempit), R&D" in text
    synonyms = (folder / "data/synonyms.yml").read_text(encoding="utf-8")
    assert "- words: {id: [kemarau]}\n  leads_to: [kendala-lahan-sempit]\n" in synonyms
    result = run_cli(folder, "retire", "catatan-ejaan", "--by", "catatan")  # a heading: no note can be about it
    assert result.returncode == 0, result.stderr
