"""Matching the original that a reader supplies: every format is recognised, or each mismatch is explained."""

import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

import edition
from conftest import MINI
from edition.data.problems import Problem
from edition.manuscript.original_text import match_text, sentences
from edition.model.original import Original

NAME = "naskah.txt"
TEXT = (MINI / NAME).read_text(encoding="utf-8")
BUILT, _ = edition.load(MINI)
assert BUILT
CHAPTER = BUILT.edition.dataset.chapter
LINES = [line for line in TEXT.split("\n") if line]
# Counted by hand: the number of sentences per paragraph, and the words in italics.
SENTENCES = {"vi-1-p1": 3, "vi-1-p2": 4, "vi-2-p1": 2, "vi-3-p1": 8, "vi-3-p2": 2}
ITALICS = ["rain garden", "compost", "rain barrel"]


def wrap(width: int, text: str = TEXT) -> str:
    lines = (textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False) for line in text.split("\n"))
    return "\n".join("\n".join(each) for each in lines)


def insert_between_pages(text: str, *between: str, every: int = 4) -> str:
    """Insert the lines ``between`` after every ``every`` lines of a text; "#" in them becomes a page number."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        lines.append(line)
        if number % every == every - 1:
            lines += [each.replace("#", str(117 + number // every)) for each in between]
    return "\n".join(lines)


def read(content: bytes | str, folder: Path, name: str = NAME) -> tuple[Original, tuple[Problem, ...]]:
    """Load the miniature edition with a chapter file of this content; return the original and the problems."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    built, problems = edition.load(MINI, chapter=str(folder / name))
    assert built
    return built.original, problems


SHAPES: dict[str, bytes | str] = {
    "as it is": TEXT,
    **{f"wrapped at {width}": wrap(width) for width in (12, 24, 60, 72)},
    "with CRLF and a byte order mark": "\ufeff" + TEXT.replace("\n", "\r\n"),
    "with CR": TEXT.replace("\n", "\r"),
    "in NFD": unicodedata.normalize("NFD", TEXT),
    "in UTF-16": TEXT.encode("utf-16"),
    "in UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "in UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "without asterisks": TEXT.replace("*", ""),
    "with curled quotation marks": TEXT.replace('"Tidak', "“Tidak").replace('kami,"', "kami,”"),
    "with a dash for a hyphen": TEXT.replace("2017-2019", "2017–2019"),
    "with spaces of other kinds": TEXT.replace("rain garden", "rain\u00a0garden").replace("musim", "mu\u200bsim"),
    "with numbers of pages": insert_between_pages(wrap(40), "#"),
    "with numbers of pages between empty lines": insert_between_pages(wrap(40), "", "- # -", ""),
    "with form feeds": insert_between_pages(wrap(40), "\f"),
    "with running heads": insert_between_pages(wrap(40), "", "#", "\fUniversitas Contoh", ""),
    "with running heads among the lines": insert_between_pages(wrap(40), "# | Universitas Contoh"),
    "with the running head of one page": TEXT.replace("Tidak ada", "Tidak\nTesis Contoh – 93\nada"),
    "with words broken at line ends": TEXT.replace("tetangga", "te-\ntangga").replace("Warga-warga", "Warga-\nwarga"),
    "with soft hyphens and ligatures": TEXT.replace("sebagian", "se\u00adbagian"),
    "with headings right above their text": TEXT.replace("Simpulan\n\n", "Simpulan\n").replace("Saran\n\n", "Saran\n"),
    "with a heading in two lines": TEXT.replace("VI.2 Saran", "VI.2\nSaran"),
    "with headings numbered otherwise": TEXT.replace("VI.1 Simpulan", "6.1. SIMPULAN").replace("VI.2", "B."),
    "after a table of contents": f"DAFTAR ISI\n\nVI.1 Simpulan\n\n117\n\nVI.2 Saran\n\n118\n\n{TEXT}",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_paragraph_and_sentence_is_recognised(shape: str, tmp_path: Path) -> None:
    original, problems = read(SHAPES[shape], tmp_path)
    assert problems == ()
    assert {anchor: len(parts) for anchor, parts in original.items()} == SENTENCES
    italics = [text for parts in original.values() for each in parts for text, is_italic in each.runs if is_italic]
    assert italics == ([] if shape == "without asterisks" else ITALICS)


@pytest.mark.parametrize("lines", [LINES, TEXT.split("\n")], ids=["a paragraph a block", "empty ones between"])
def test_a_word_file_is_read_with_its_italics(lines: list[str], tmp_path: Path) -> None:
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for number, part in enumerate(line.split("*")):
            paragraph.add_run(part).italic = number % 2 == 1 or None
    document.save(str(tmp_path / "bab.docx"))
    original, problems = read((tmp_path / "bab.docx").read_bytes(), tmp_path, "bab.docx")
    assert problems == ()
    assert [text for parts in original.values() for each in parts for text, italic in each.runs if italic] == ITALICS


def test_a_link_in_a_word_file_is_text(tmp_path: Path) -> None:
    document = Document()
    for line in LINES:
        before, word, after = line.replace("*", "").partition("tetangga")
        paragraph = document.add_paragraph(before)
        link: Any = OxmlElement("w:hyperlink")
        link.append(paragraph.add_run(word)._r)
        paragraph._p.append(link)
        paragraph.add_run(after)
    document.save(str(tmp_path / "bab.docx"))
    original, problems = read((tmp_path / "bab.docx").read_bytes(), tmp_path, "bab.docx")
    assert (problems, len(original)) == ((), 5)


def test_markup_in_the_chapter_is_text(tmp_path: Path) -> None:
    original, _ = read(TEXT, tmp_path)
    [(text, _)] = original["vi-2-p1"][-1].runs
    assert "<script>izin</script> {{ atau }} [surat](javascript:alert(1))" in text


FIRST, SECOND = "Kebun kota itu", "Taman resap menampung"


def swap_paragraphs(text: str) -> str:
    """Return the text with its first two paragraphs swapped."""
    start, middle, end = (text.index(each) for each in (FIRST, SECOND, "VI.2"))
    return text[:start] + text[middle:end] + text[start:middle] + text[end:]


CASES: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "one word changed": (
        lambda text: text.replace("kerikil", "batu"),
        ["5:1: E061 VI.1 ¶1 tidak cocok: 39 kata, memang sebanyak itu (“Kebun kota itu dirawat …” sampai "
         '“… kami," kata seorang ibu.”); mungkin ada kata atau tanda baca yang lain'],
    ),
    "a word more": (
        lambda text: text.replace("Belum tentu", "Belum tentu juga"),
        ["9:1: E061 VI.1 ¶2 tidak cocok: 23 kata, seharusnya 22 (“Taman resap menampung air …” sampai "
         "“… cukup? Belum tentu juga.”); mungkin ada 1 kata lebih"],
    ),
    "a word less": (
        lambda text: text.replace("Belum tentu", "Belum"),
        ["9:1: E061 VI.1 ¶2 tidak cocok: 21 kata, seharusnya 22 (“Taman resap menampung air …” sampai "
         "“… Apakah itu cukup? Belum.”); mungkin ada 1 kata kurang"],
    ),
    "a paragraph dropped": (
        lambda text: text[: text.index(SECOND)] + text[text.index("VI.2") :],
        ["5:1: E061 VI.1 ¶2 tidak ada (22 kata); tambahkan di sini"],
    ),
    "two swapped": (
        swap_paragraphs,
        ["5:1: E061 VI.1 ¶2 tidak di tempatnya; di sana ada VI.1 ¶1 (tertukar?)",
         "7:1: E061 VI.1 ¶1 tidak di tempatnya; di sana ada VI.1 ¶2 (tertukar?)"],
    ),
    "two joined": (
        lambda text: text.replace("ibu.\n\nTaman", "ibu. Taman"),
        ["5:1: E061 VI.1 ¶1 tidak cocok: 61 kata, seharusnya 39 (“Kebun kota itu dirawat …” sampai "
         "“… itu cukup? Belum tentu.”); dua paragraf menjadi satu: pisahkan dengan baris kosong",
         "5:1: E061 VI.1 ¶2 tidak cocok: 61 kata, seharusnya 22 (“Kebun kota itu dirawat …” sampai "
         "“… itu cukup? Belum tentu.”); dua paragraf menjadi satu: pisahkan dengan baris kosong"],
    ),
    "one split": (
        lambda text: text.replace("atap. Menurut", "atap.\n\nMenurut"),
        ["9:1: E061 VI.1 ¶2 tidak cocok: 6 kata, seharusnya 22 (“Taman resap menampung air dari atap.”); "
         "terbelah di baris 11: hapus baris kosong di situ"],
    ),
    "a heading lost": (
        lambda text: text.replace("VI.2 Saran\n", ""),
        ['1:1: E061 judul "VI.2 Saran" tidak ditemukan; tulis pada baris sendiri, tanpa kata lain'],
    ),
    "text that is not of it": (
        lambda text: f"{text}\nDAFTAR PUSTAKA\n\nSari. (2020). Taman resap.\n",
        ["23:1: E061 teks ini bukan paragraf bab: “DAFTAR PUSTAKA Sari. (2020). Taman resap.”; "
         "hapus, atau periksa awalnya"],
    ),
    "another chapter": (
        lambda _: "BAB V ISI\n\nVI.1 Simpulan\n\nBukan ini.\n\nVI.2 Saran\n\nIni pun bukan.",
        ["1:1: E061 tidak satu pun dari 5 paragraf cocok (terbaca 2 paragraf); "
         "mungkin ini bab lain, atau versi lain dari bab ini"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_mismatch_is_reported_with_its_likely_cause_and_no_text_is_returned(case: str) -> None:
    change, messages = CASES[case]
    assert change(TEXT) != TEXT
    original, problems = match_text(change(TEXT), CHAPTER, NAME)
    assert [str(each).removeprefix(f"{NAME}:") for each in sorted(problems)] == messages
    assert original == {}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Satu. Dua! Tiga? Empat… Lima", ["Satu.", "Dua!", "Tiga?", "Empat…", "Lima"]),
        ("Menurut Dr. Sari, hlm. 3, dll. Itu saja.", ["Menurut Dr. Sari, hlm. 3, dll. Itu saja."]),
        ('Katanya, "Ya." Lalu pergi.', ['Katanya, "Ya."', "Lalu pergi."]),
        ("Pada 3.14 dan v. 2 tidak. *Ini* ya.", ["Pada 3.14 dan v. 2 tidak.", "Ini ya."]),
        ("Satu * bintang. Dua.", ["Satu  bintang.", "Dua."]),
    ],
)
def test_text_is_split_into_sentences(text: str, parts: list[str]) -> None:
    assert ["".join(part for part, _ in each.runs) for each in sentences(text)] == parts
