"""The search index: pages are split into units, each with its anchor, without controls and link lists."""

import json
from pathlib import Path

from lxml import html

import edition
from conftest import EDITION, MINI
from edition.outputs import search_index
from edition.rendering.bundles import SEARCH_INDEX

LOADED, _ = edition.load(MINI)
assert LOADED
MINI_EDITION = LOADED.edition


def units(text: str) -> list[dict[str, str]]:
    return search_index.units_of(MINI_EDITION, "isi.md", html.fragment_fromstring(text, create_parent="main"))


def unit(anchor: str, title: str, text: str, kind: str = "prose", label: str = "") -> dict[str, str]:
    return {"page": "isi/", "anchor": anchor, "kind": kind, "label": label, "title": title, "text": text}


def test_a_heading_starts_a_unit_and_blocks_are_separated_by_a_space() -> None:
    page = (
        '<h1 id="isi">Isi</h1><p>Satu <b>d</b>ua.</p><p>Tiga.</p>'
        '<h2 id="lain">Lain <i>judul</i></h2><ul><li>Empat</li></ul>'
    )
    assert units(page) == [unit("isi", "Isi", "Satu dua. Tiga."), unit("lain", "Lain judul", "Empat")]


def test_a_record_is_a_separate_unit_and_the_text_after_it_belongs_to_the_section() -> None:
    page = (
        '<h2 id="x">Bagian</h2><p>Awal.</p>'
        '<section id="vi-1-p1" data-anchor="vi-1-p1"><p>Paragraf.</p></section><p>Akhir.</p>'
    )
    anchor = MINI_EDITION.anchor_by_name["vi-1-p1"]
    assert units(page) == [
        unit("x", "Bagian", "Awal. Akhir."),
        unit("vi-1-p1", anchor.title, "Paragraf.", "paragraphs", "VI.1 ¶1"),
    ]


def test_an_actor_is_a_unit_with_its_own_anchor() -> None:
    page = '<h1 id="a">A</h1><ul><li id="pelaku-x"><strong data-search-exclude="">Nama</strong> Ikut serta.</li></ul>'
    assert units(page) == [unit("pelaku-x", "Nama", "Ikut serta.", "actors")]


def test_controls_link_lists_and_headings_without_text_are_omitted() -> None:
    page = (
        '<h1 id="a">A</h1><h2 id="b">B</h2><p>Teks<a data-search-exclude="">Kutip</a> lagi.</p>'
        "<dl data-terms='off'><dt>Sumber</dt><dd>x</dd></dl><script>let y</script><dialog>Cari</dialog><!-- z -->"
    )
    assert units(page) == [unit("b", "B", "Teks lagi. x")]


def test_every_anchor_of_the_edition_is_in_the_index(site: Path) -> None:
    script = (site / SEARCH_INDEX).read_text(encoding="utf-8")
    columns = json.loads(script.removeprefix("var searchData = ").rstrip(";\n"))["units"]
    assert set(columns["anchor"]) >= {anchor.name for anchor in EDITION.anchors}
    assert [anchor for anchor, text in zip(columns["anchor"], columns["text"], strict=True) if not text] == []
    assert len(set(columns["anchor"])) == len(columns["anchor"])
