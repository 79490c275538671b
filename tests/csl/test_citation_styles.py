"""What the styles make of a work, with and without author, year and address.

Written from the manuals (APA 7, 9.5–9.35 and 10.16; Chicago 18, 14.103–105; MLA 9, 5.24–5.99; Cite Them Right 13;
IEEE Reference Guide, on websites), in Indonesian, with stops outside quotation marks as EYD V has them; and
compared with a second processor, pandoc's, which says the same.
"""

from typing import Any

import pytest

from conftest import EDITION
from csl import processor
from edition.citations.rich_text import plain, runs
from edition.citations.slots import BODY, LOCATOR, YEAR, fill
from edition.citations.slots import THESIS as THESIS_NAME

TITLE, WITHIN, URL = "Bagian satu: pasar lama", "Edisi contoh, versi 1.0", "https://contoh.example/bagian/#p1"
WORK: dict[str, Any] = {
    "id": "k",
    "type": "webpage",
    "title": TITLE,
    "container-title": WITHIN,
    "author": [{"literal": "Penyunting Contoh"}],
    "issued": {"date-parts": [[2026]]},
    "URL": URL,
    "accessed": {"literal": "3 Desember 2026"},
    "language": "id",
}
THESIS = {
    "id": "t",
    "type": "thesis",
    "title": "[Penulis dan judul tidak disebut]",
    "publisher": "[Universitas tidak disebut]",
    "language": "id",
}


# As a title page names a thesis; what is expected of these is what citeproc-js says of them in the same styles.
NAMED = {
    "id": "n",
    "type": "thesis",
    "genre": "Tesis",
    "title": "Judul",
    "publisher": "Universitas Contoh",
    "author": [{"family": "Contoh", "given": "Andi Budi"}],
    "issued": {"date-parts": [[2019]]},
    "language": "id",
}


STYLES = {style.id: style for style in EDITION.dataset.citation_styles}


def entry(style: str, item: dict[str, Any]) -> str:
    return processor.entry(STYLES[style].csl, item)


def in_text(style: str, item: dict[str, Any], locator: str = "") -> str:
    return processor.in_text(STYLES[style].csl, item, locator)


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in WORK.items() if key not in keys}


ENTRIES = [
    ("apa", WORK, f"Penyunting Contoh. (2026). {TITLE}. {WITHIN}. {URL}"),
    ("chicago", WORK, f"Penyunting Contoh. 2026. “{TITLE}”. {WITHIN}. {URL}."),
    ("mla", WORK, f"Penyunting Contoh. “{TITLE}”. {WITHIN}, 2026, {URL}."),
    ("harvard", WORK,
     f"Penyunting Contoh (2026) {TITLE}, {WITHIN}. Tersedia pada: {URL} (Diakses: 3 Desember 2026)."),
    ("ieee", WORK,
     f"[1] Penyunting Contoh, “{TITLE}”, {WITHIN}. Diakses: 3 Desember 2026. [Daring]. Tersedia pada: {URL}"),
    ("apa", without("author"), f"{TITLE}. (2026). {WITHIN}. {URL}"),
    ("chicago", without("author"), f"{WITHIN}. 2026. “{TITLE}”. {URL}."),
    ("mla", without("author"), f"“{TITLE}”. {WITHIN}, 2026, {URL}."),
    ("harvard", without("author"), f"{TITLE} (2026) {WITHIN}. Tersedia pada: {URL} (Diakses: 3 Desember 2026)."),
    ("ieee", without("author"),
     f"[1] “{TITLE}”, {WITHIN}. Diakses: 3 Desember 2026. [Daring]. Tersedia pada: {URL}"),
    ("apa", without("issued"), f"Penyunting Contoh. (t.t.). {TITLE}. {WITHIN}. Diambil 3 Desember 2026, dari {URL}"),
    ("chicago", without("issued"), f"Penyunting Contoh. t.t. “{TITLE}”. {WITHIN}. Diakses 3 Desember 2026. {URL}."),
    ("mla", without("issued"), f"Penyunting Contoh. “{TITLE}”. {WITHIN}, {URL}. Diakses 3 Desember 2026."),
    ("harvard", without("issued"),
     f"Penyunting Contoh (tanpa tanggal) {TITLE}, {WITHIN}. Tersedia pada: {URL} (Diakses: 3 Desember 2026)."),
    ("apa", without("URL", "accessed"), f"Penyunting Contoh. (2026). {TITLE}. {WITHIN}."),
    ("chicago", without("URL", "accessed"), f"Penyunting Contoh. 2026. “{TITLE}”. {WITHIN}."),
    ("mla", without("URL", "accessed"), f"Penyunting Contoh. “{TITLE}”. {WITHIN}, 2026."),
    ("harvard", without("URL", "accessed"), f"Penyunting Contoh (2026) {TITLE}, {WITHIN}."),
    ("ieee", without("URL", "accessed"), f"[1] Penyunting Contoh, “{TITLE}”, {WITHIN}."),
    ("apa", without("author", "issued", "URL", "accessed"), f"{TITLE}. (t.t.). {WITHIN}."),
    ("chicago", without("author", "issued", "URL", "accessed"), f"{WITHIN}. t.t. “{TITLE}”."),
    ("mla", without("author", "issued", "URL", "accessed"), f"“{TITLE}”. {WITHIN}."),
    ("harvard", without("author", "issued", "URL", "accessed"), f"{TITLE} (tanpa tanggal) {WITHIN}."),
    ("ieee", without("author", "issued", "URL", "accessed"), f"[1] “{TITLE}”, {WITHIN}."),
    ("apa", NAMED, "Contoh, A. B. (2019). Judul [Tesis]. Universitas Contoh."),
    ("chicago", NAMED, "Contoh, Andi Budi. 2019. “Judul”. Tesis, Universitas Contoh."),
    ("mla", NAMED, "Contoh, Andi Budi. Judul. 2019. Universitas Contoh, Tesis."),
    ("harvard", NAMED, "Contoh, A.B. (2019) Judul. Tesis. Universitas Contoh."),
    ("ieee", NAMED, "[1] A. B. Contoh, “Judul”, Tesis, Universitas Contoh, 2019."),
    ("apa", WORK | {"title": "Kata “itu”"}, f"Penyunting Contoh. (2026). Kata “itu”. {WITHIN}. {URL}"),
    ("chicago", WORK | {"title": "Kata “itu”"}, f"Penyunting Contoh. 2026. “Kata ‘itu’”. {WITHIN}. {URL}."),
    ("apa", THESIS, "[Penulis dan judul tidak disebut]. (t.t.). [Universitas tidak disebut]."),
    ("chicago", THESIS, "“[Penulis dan judul tidak disebut]”. t.t. [Universitas tidak disebut]."),
    ("mla", THESIS, "[Penulis dan judul tidak disebut]. [Universitas tidak disebut]."),
    ("harvard", THESIS, "[Penulis dan judul tidak disebut] (tanpa tanggal). [Universitas tidak disebut]."),
    ("ieee", THESIS, "[1] “[Penulis dan judul tidak disebut]”, [Universitas tidak disebut]."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "item", "expected"), ENTRIES)
def test_an_entry_is_as_the_manual_has_it(style: str, item: dict[str, Any], expected: str) -> None:
    assert plain(entry(style, item)) == expected


IN_TEXT = [
    ("apa", WORK, "(Penyunting Contoh, 2026, VI.1 ¶4)"),
    ("chicago", WORK, "(Penyunting Contoh 2026, VI.1 ¶4)"),
    ("mla", WORK, "(Penyunting Contoh, VI.1 ¶4)"),
    ("harvard", WORK, "(Penyunting Contoh, 2026, VI.1 ¶4)"),
    ("ieee", WORK, "[1, VI.1 ¶4]"),
    ("apa", without("author", "issued"), f"({TITLE}, t.t., VI.1 ¶4)"),
    ("mla", without("author", "issued"), f"(“{TITLE}”, VI.1 ¶4)"),
    ("harvard", without("author", "issued"), f"({TITLE}, tanpa tanggal, VI.1 ¶4)"),
    ("apa", THESIS, "([Penulis dan judul tidak disebut], t.t., VI.1 ¶4)"),
    ("chicago", THESIS, "(“[Penulis dan judul tidak disebut]”, t.t., VI.1 ¶4)"),
]


@pytest.mark.parametrize(("style", "item", "expected"), IN_TEXT)
def test_a_citation_in_text_carries_the_paragraph(style: str, item: dict[str, Any], expected: str) -> None:
    assert plain(in_text(style, item, "VI.1 ¶4")) == expected


ALONE = [
    ("apa", "(Penyunting Contoh, 2026)"),
    ("chicago", "(Penyunting Contoh 2026)"),
    ("mla", "(Penyunting Contoh)"),
    ("harvard", "(Penyunting Contoh, 2026)"),
    ("ieee", "[1]"),
]


@pytest.mark.parametrize(("style", "expected"), ALONE)
def test_a_citation_of_the_whole_has_no_empty_locator(style: str, expected: str) -> None:
    assert in_text(style, WORK) == expected


# APA 7, 8.6; Cite Them Right 13 on secondary referencing; MLA 9, 6.77; Chicago 18 on citations from secondary sources.
SECONDARY = {
    "apa": "(tesis X, dikutip dalam Penyunting Contoh, 2026, VI.1 ¶4)",
    "chicago": "(dikutip dalam Penyunting Contoh 2026, VI.1 ¶4)",
    "mla": "(dikutip dalam Penyunting Contoh, VI.1 ¶4)",
    "harvard": "(tesis X, dikutip dalam Penyunting Contoh, 2026, VI.1 ¶4)",
    "ieee": "tesis X, dikutip dalam [1, VI.1 ¶4]",
}


def test_a_work_known_through_another_is_cited_through_it() -> None:
    values = {THESIS_NAME: "tesis X", BODY: "Penyunting Contoh", YEAR: "2026", LOCATOR: "VI.1 ¶4"}
    templates = EDITION.dataset.citation_templates
    assert {style: fill(templates[style].secondary, values) for style in STYLES} == SECONDARY


ITALICS = [
    ("apa", [TITLE]),  # the page, not the site (APA 7, 10.16)
    ("chicago", []),  # websites and their pages are roman (Chicago 18, 14.103)
    ("mla", [WITHIN]),  # the container (MLA 9, 5.31)
    ("harvard", [TITLE, WITHIN]),  # as the published style has it: page and site
    ("ieee", []),
]


@pytest.mark.parametrize(("style", "italic"), ITALICS)
def test_the_title_that_stands_alone_is_italic(style: str, italic: list[str]) -> None:
    assert [text for text, is_italic in runs(entry(style, WORK)) if is_italic] == italic


@pytest.mark.parametrize("style", STYLES)
def test_a_title_without_an_author_stands_once(style: str) -> None:
    assert entry(style, without("author")).count(TITLE) == 1
