"""The editors' notes: parsing of links, order, and placement on the pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

import edition
from conftest import MINI, run_cli
from edition.data.note_records import Note
from edition.data.records import Paragraph
from edition.model.note_placement import PlacedNote, resolve_links, split_note
from edition.model.notes import Run, order_notes, runs
from edition.model.paragraph_texts import find_words, restated_text


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


def shown(placed: PlacedNote) -> tuple[int, str, str | None]:
    return placed.number, placed.note.id, placed.full.name if placed.full else None


def test_a_note_is_shown_in_full_at_its_first_anchor_and_named_at_the_others() -> None:
    built, _ = edition.load(MINI)
    assert built
    names = ("vi-1-p1", "vi-1-p2", "kendala-kekeringan", "pelaku-balai-warga", "vi-3-p1", "vi-3-p2")
    assert {name: [shown(placed) for placed in built.note_placement.at(name)] for name in names} == {
        "vi-1-p1": [],
        "vi-1-p2": [(1, "letak-panen", None)],
        "kendala-kekeringan": [(1, "letak-panen", "vi-1-p2")],  # the same page, the same number
        "pelaku-balai-warga": [(1, "letak-panen", "vi-1-p2")],  # another page, where numbers begin anew
        "vi-3-p1": [(1, "bentuk-jamak", None), (2, "urutan", None)],
        "vi-3-p2": [(2, "urutan", "vi-3-p1")],
    }


def test_notes_stand_in_the_order_of_their_words_and_notes_without_words_come_last(mini: Callable[[], Path]) -> None:
    folder = mini()
    path = folder / "data/notes.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("words: {id: separuh lahan}", "words: {id: irigasi tetes}")
    first = (
        "- id: awal\n  title: {id: awal, en: a}\n  about: [vi-3-p1]\n  words: {id: pertama}\n  text: {id: A., en: A.}\n"
    )
    path.write_text(text + first, encoding="utf-8")
    built, problems = edition.load(folder)
    assert built, problems
    assert [shown(placed)[:2] for placed in built.note_placement.at("vi-3-p1")] == [
        (1, "awal"), (2, "bentuk-jamak"), (3, "urutan"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "beside", "rest"),
    [
        ("Satu. Dua.", "Satu. Dua.", ""),
        ("Satu. Dua. Tiga. Empat.", "Satu. Dua.", "Tiga. Empat."),
        (
            "Lihat [VI.1 ¶1](#a). [VI.2](#b) juga, hlm. 3. “Tiga”.",
            "Lihat [VI.1 ¶1](#a). [VI.2](#b) juga, hlm. 3.",
            "“Tiga”.",
        ),
        ("Hanya satu", "Hanya satu", ""),
    ],
)
def test_two_sentences_of_a_note_stand_beside_the_text(text: str, beside: str, rest: str) -> None:
    assert split_note(text) == (beside, rest)


def test_words_are_found_as_whole_words_across_lines_and_without_markup() -> None:
    built, _ = edition.load(MINI)
    assert built
    text = restated_text(built.edition.pages, "vi-1-p2")
    assert text.startswith("Taman resap air disebut")
    assert len(find_words(text, "Kebun kota boleh")) == 1  # a line ends between them
    assert len(find_words(text, "Rain garden dalam")) == 1  # bold
    assert find_words(text, "resa") == []
    assert find_words("kata satu.\n\nKata dua", "satu. Kata") == []  # another paragraph
    assert restated_text(built.edition.pages, "vi-9-p9") == ""


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
