"""Entries and in-text citations in the five styles, for works with and without author, year and URL.

The expected values follow the manuals (APA 7, 9.5–9.35 and 10.16; Chicago 18, 14.103–105; MLA 9, 5.24–5.99; Cite Them
Right 13; IEEE Reference Guide, on websites), in Indonesian, with stops outside quotation marks as EYD V requires. They
were compared with the output of pandoc, a second processor, which is the same.
"""

from typing import Any

import pytest

from conftest import EDITION
from csl import processor
from edition.citations.rich_text import plain, runs
from edition.citations.slots import BODY, LOCATOR, YEAR, fill
from edition.citations.slots import THESIS as THESIS_NAME

TITLE, SITE, URL = "Bagian satu: pasar lama", "Edisi contoh, versi 1.0", "https://contoh.example/bagian/#p1"
WORK: dict[str, Any] = {
    "id": "k",
    "type": "webpage",
    "title": TITLE,
    "container-title": SITE,
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


# A thesis with all the data of a title page; the expected values are the output of citeproc-js in the same styles.
NAMED_THESIS = {
    "id": "n",
    "type": "thesis",
    "genre": "Karya tulis akhir",
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
    ("apa", WORK, f"Penyunting Contoh. (2026). {TITLE}. {SITE}. {URL}"),
    ("chicago", WORK, f"Penyunting Contoh. 2026. “{TITLE}”. {SITE}. {URL}."),
    ("mla", WORK, f"Penyunting Contoh. “{TITLE}”. {SITE}, 2026, {URL}."),
    ("harvard", WORK,
     f"Penyunting Contoh (2026) {TITLE}, {SITE}. Tersedia pada: {URL} (Diakses: 3 Desember 2026)."),
    ("ieee", WORK,
     f"[1] Penyunting Contoh, “{TITLE}”, {SITE}. Diakses: 3 Desember 2026. [Daring]. Tersedia pada: {URL}"),
    ("apa", without("author"), f"{TITLE}. (2026). {SITE}. {URL}"),
    ("chicago", without("author"), f"{SITE}. 2026. “{TITLE}”. {URL}."),
    ("mla", without("author"), f"“{TITLE}”. {SITE}, 2026, {URL}."),
    ("harvard", without("author"), f"{TITLE} (2026) {SITE}. Tersedia pada: {URL} (Diakses: 3 Desember 2026)."),
    ("ieee", without("author"),
     f"[1] “{TITLE}”, {SITE}. Diakses: 3 Desember 2026. [Daring]. Tersedia pada: {URL}"),
    ("apa", without("issued"), f"Penyunting Contoh. (t.t.). {TITLE}. {SITE}. Diambil 3 Desember 2026, dari {URL}"),
    ("chicago", without("issued"), f"Penyunting Contoh. t.t. “{TITLE}”. {SITE}. Diakses 3 Desember 2026. {URL}."),
    ("mla", without("issued"), f"Penyunting Contoh. “{TITLE}”. {SITE}, {URL}. Diakses 3 Desember 2026."),
    ("harvard", without("issued"),
     f"Penyunting Contoh (tanpa tanggal) {TITLE}, {SITE}. Tersedia pada: {URL} (Diakses: 3 Desember 2026)."),
    ("apa", without("URL", "accessed"), f"Penyunting Contoh. (2026). {TITLE}. {SITE}."),
    ("chicago", without("URL", "accessed"), f"Penyunting Contoh. 2026. “{TITLE}”. {SITE}."),
    ("mla", without("URL", "accessed"), f"Penyunting Contoh. “{TITLE}”. {SITE}, 2026."),
    ("harvard", without("URL", "accessed"), f"Penyunting Contoh (2026) {TITLE}, {SITE}."),
    ("ieee", without("URL", "accessed"), f"[1] Penyunting Contoh, “{TITLE}”, {SITE}."),
    ("apa", without("author", "issued", "URL", "accessed"), f"{TITLE}. (t.t.). {SITE}."),
    ("chicago", without("author", "issued", "URL", "accessed"), f"{SITE}. t.t. “{TITLE}”."),
    ("mla", without("author", "issued", "URL", "accessed"), f"“{TITLE}”. {SITE}."),
    ("harvard", without("author", "issued", "URL", "accessed"), f"{TITLE} (tanpa tanggal) {SITE}."),
    ("ieee", without("author", "issued", "URL", "accessed"), f"[1] “{TITLE}”, {SITE}."),
    ("apa", NAMED_THESIS, "Contoh, A. B. (2019). Judul [Karya tulis akhir]. Universitas Contoh."),
    ("chicago", NAMED_THESIS, "Contoh, Andi Budi. 2019. “Judul”. Karya tulis akhir, Universitas Contoh."),
    ("mla", NAMED_THESIS, "Contoh, Andi Budi. Judul. 2019. Universitas Contoh, Karya tulis akhir."),
    ("harvard", NAMED_THESIS, "Contoh, A.B. (2019) Judul. Karya tulis akhir. Universitas Contoh."),
    ("ieee", NAMED_THESIS, "[1] A. B. Contoh, “Judul”, Karya tulis akhir, Universitas Contoh, 2019."),
    ("apa", WORK | {"title": "Kata “itu”"}, f"Penyunting Contoh. (2026). Kata “itu”. {SITE}. {URL}"),
    ("chicago", WORK | {"title": "Kata “itu”"}, f"Penyunting Contoh. 2026. “Kata ‘itu’”. {SITE}. {URL}."),
    ("apa", THESIS, "[Penulis dan judul tidak disebut]. (t.t.). [Universitas tidak disebut]."),
    ("chicago", THESIS, "“[Penulis dan judul tidak disebut]”. t.t. [Universitas tidak disebut]."),
    ("mla", THESIS, "[Penulis dan judul tidak disebut]. [Universitas tidak disebut]."),
    ("harvard", THESIS, "[Penulis dan judul tidak disebut] (tanpa tanggal). [Universitas tidak disebut]."),
    ("ieee", THESIS, "[1] “[Penulis dan judul tidak disebut]”, [Universitas tidak disebut]."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "item", "expected"), ENTRIES)
def test_an_entry_follows_the_manual(style: str, item: dict[str, Any], expected: str) -> None:
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
def test_an_in_text_citation_has_the_locator(style: str, item: dict[str, Any], expected: str) -> None:
    assert plain(in_text(style, item, "VI.1 ¶4")) == expected


ALONE = [
    ("apa", "(Penyunting Contoh, 2026)"),
    ("chicago", "(Penyunting Contoh 2026)"),
    ("mla", "(Penyunting Contoh)"),
    ("harvard", "(Penyunting Contoh, 2026)"),
    ("ieee", "[1]"),
]


@pytest.mark.parametrize(("style", "expected"), ALONE)
def test_a_citation_without_a_locator_has_no_empty_one(style: str, expected: str) -> None:
    assert in_text(style, WORK) == expected


# APA 7, 8.6; Cite Them Right 13 on secondary referencing; MLA 9, 6.77; Chicago 18 on citations from secondary sources.
SECONDARY = {
    "apa": "(tesis X, dikutip dalam Penyunting Contoh, 2026, VI.1 ¶4)",
    "chicago": "(dikutip dalam Penyunting Contoh 2026, VI.1 ¶4)",
    "mla": "(dikutip dalam Penyunting Contoh, VI.1 ¶4)",
    "harvard": "(tesis X, dikutip dalam Penyunting Contoh, 2026, VI.1 ¶4)",
    "ieee": "tesis X, dikutip dalam [1, VI.1 ¶4]",
}


def test_a_secondary_citation_names_the_work_it_is_cited_in() -> None:
    values = {THESIS_NAME: "tesis X", BODY: "Penyunting Contoh", YEAR: "2026", LOCATOR: "VI.1 ¶4"}
    templates = EDITION.dataset.citation_templates
    assert {style: fill(templates[style].secondary, values) for style in STYLES} == SECONDARY


ITALICS = [
    ("apa", [TITLE]),  # the page, not the site (APA 7, 10.16)
    ("chicago", []),  # websites and their pages are roman (Chicago 18, 14.103)
    ("mla", [SITE]),  # the container (MLA 9, 5.31)
    ("harvard", [TITLE, SITE]),  # as in the published style: page and site
    ("ieee", []),
]


@pytest.mark.parametrize(("style", "italic"), ITALICS)
def test_titles_are_italic_as_the_style_requires(style: str, italic: list[str]) -> None:
    assert [text for text, is_italic in runs(entry(style, WORK)) if is_italic] == italic


@pytest.mark.parametrize("style", STYLES)
def test_a_work_without_an_author_shows_its_title_once(style: str) -> None:
    assert entry(style, without("author")).count(TITLE) == 1
