"""What the search looks through: units with the anchor to land on, and only what readers come for."""

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


def test_a_heading_begins_a_unit_and_text_of_neighbouring_blocks_stays_apart() -> None:
    page = (
        '<h1 id="isi">Isi</h1><p>Satu <b>d</b>ua.</p><p>Tiga.</p>'
        '<h2 id="lain">Lain <i>judul</i></h2><ul><li>Empat</li></ul>'
    )
    assert units(page) == [unit("isi", "Isi", "Satu dua. Tiga."), unit("lain", "Lain judul", "Empat")]


def test_a_record_is_a_unit_of_its_own_and_what_follows_belongs_to_the_section() -> None:
    page = (
        '<h2 id="x">Bagian</h2><p>Awal.</p>'
        '<section id="vi-1-p1" data-anchor="vi-1-p1"><p>Paragraf.</p></section><p>Akhir.</p>'
    )
    anchor = MINI_EDITION.anchor_by_name["vi-1-p1"]
    assert units(page) == [
        unit("x", "Bagian", "Awal. Akhir."),
        unit("vi-1-p1", anchor.title, "Paragraf.", "paragraphs", "VI.1 ¶1"),
    ]


def test_an_actor_is_landed_on_by_its_own_id() -> None:
    page = '<h1 id="a">A</h1><ul><li id="pelaku-x"><strong data-search-exclude="">Nama</strong> Ikut serta.</li></ul>'
    assert units(page) == [unit("pelaku-x", "Nama", "Ikut serta.", "actors")]


def test_controls_and_lists_of_links_are_left_out_and_so_is_a_heading_without_text() -> None:
    page = (
        '<h1 id="a">A</h1><h2 id="b">B</h2><p>Teks<a data-search-exclude="">Kutip</a> lagi.</p>'
        "<dl><dt>Sumber</dt><dd>x</dd></dl><script>let y</script><dialog>Cari</dialog><!-- z -->"
    )
    assert units(page) == [unit("b", "B", "Teks lagi. x")]


def test_every_anchor_of_the_edition_can_be_found(site: Path) -> None:
    script = (site / SEARCH_INDEX).read_text(encoding="utf-8")
    found = json.loads(script.removeprefix("var searchData = ").rstrip(";\n"))["units"]
    assert set(found["anchor"]) >= {anchor.name for anchor in EDITION.anchors}
    assert [anchor for anchor, text in zip(found["anchor"], found["text"], strict=True) if not text] == []
    assert len(set(found["anchor"])) == len(found["anchor"])
