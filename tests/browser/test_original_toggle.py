"""Tests of the original text of the chapter, shown below or beside the restatement."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.accessibility_engines import axe
from browser.demo_edition import address_of
from browser.page_actions import result_anchors, search

Open = Callable[..., Page]
SINGLE = "unduh/kota-kembar-dengan-naskah.html"
ORIGINAL = "#asli-vi-3-p1"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_opens_under_the_text_or_beside_it(
    demo_original_url: str, open_page: Open, width: int, script: bool
) -> None:
    page = open_page(width, java_script_enabled=script)
    page.goto(demo_original_url + address_of("vi-3-p1"))
    original, text = page.locator(ORIGINAL), page.locator("#vi-3-p1 .paragraph-text")
    sentence = page.locator(f"{ORIGINAL}-k3")
    expect(sentence).not_to_be_visible()
    original.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(sentence).to_be_visible()
    original_box, text_box = original.bounding_box(), text.bounding_box()
    assert original_box
    assert text_box
    if width == 360:
        assert original_box["y"] >= text_box["y"] + text_box["height"]
    else:
        assert original_box["x"] > text_box["x"] + text_box["width"]
        column = page.locator("#vi-3-p1 .paragraph-body").bounding_box()
        assert column
        assert abs(original_box["y"] - column["y"]) < 5
        assert original_box["x"] + original_box["width"] <= width
    notes = page.locator("#vi-3-p1 .notes").bounding_box()
    assert notes
    assert notes["y"] >= original_box["y"] + original_box["height"]
    overflow = page.locator("html").evaluate("html => html.scrollWidth") if script else width
    assert overflow <= width


def test_an_address_of_a_sentence_opens_its_original_and_shows_it(demo_original_url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(f"{demo_original_url}panduan/{ORIGINAL}-k3")
    expect(page.locator(f"{ORIGINAL}-k3")).to_be_in_viewport()
    page.locator(f"{ORIGINAL} summary").click()
    note = page.locator("#vi-3-p1 [data-note=catatan-bentuk-jamak]")
    note.locator(".note-toggle summary").click()
    note.locator("a.sentence-place", has_text="VI.3 ¶1 kal. 7").click()
    expect(page.locator(f"{ORIGINAL}-k7")).to_be_in_viewport()


def test_a_switch_opens_all_and_is_remembered(demo_original_url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(f"{demo_original_url}panduan/")
    switch = page.get_by_role("button", name="Buka semua naskah asli")
    switch.click()
    expect(page.locator("details.original[open]")).to_have_count(2)
    assert page.evaluate("localStorage.naskah") == "open"  # a fixed key: browsers of readers have it stored
    page.goto(f"{demo_original_url}isi/")
    expect(page.locator("details.original[open]")).to_have_count(3)
    page.get_by_role("button", name="Tutup semua naskah asli").click()
    expect(page.locator("details.original[open]")).to_have_count(0)
    page.reload()
    expect(page.locator("details.original[open]")).to_have_count(0)
    page.goto(demo_original_url)
    expect(page.locator("[data-originals]")).not_to_be_visible()  # this page has no original to open


@pytest.mark.parametrize("address", ["", SINGLE])
def test_the_search_finds_it_and_says_so(demo_original_url: str, open_page: Open, address: str) -> None:
    page = open_page()
    page.goto(demo_original_url + address)
    search(page, "galatica")
    page.locator("#search ol a").first.wait_for()
    assert result_anchors(page) == ["asli-vi-3-p1"]
    first = page.locator("#search ol a").first
    expect(first).to_contain_text("VI.3 ¶1, naskah asli")
    first.click()
    expect(page.locator(ORIGINAL)).to_have_attribute("open", "")
    expect(page.locator(f"{ORIGINAL} mark.found").first).to_be_in_viewport()


@pytest.mark.parametrize("address", ["panduan/", SINGLE])
def test_the_control_cites_the_original_with_its_sentence(
    demo_original_url: str, open_page: Open, address: str
) -> None:
    page = open_page()
    page.goto(demo_original_url + address)
    page.locator(f"{ORIGINAL} summary").click()
    page.locator(f"{ORIGINAL} a.cite").click()
    in_text = page.locator("#cite [data-slot=in-text]")
    expect(page.locator("#cite [value=thesis]")).to_be_checked()
    expect(in_text).to_contain_text("VI.3 ¶1")
    expect(in_text).not_to_contain_text("kal.")
    page.keyboard.press("Escape")
    page.locator(f"{ORIGINAL}-k3 a").click()
    page.locator(f"{ORIGINAL} a.cite").click()
    expect(in_text).to_contain_text("VI.3 ¶1 kal. 3")
    page.keyboard.press("Escape")
    page.locator("#vi-3-p1 .paragraph-head a.cite").click()
    expect(page.locator("#cite [value=edition]")).to_be_checked()
    expect(in_text).not_to_contain_text("kal.")


def test_on_paper_it_is_there_where_the_reader_opened_it(demo_original: Path, open_page: Open) -> None:
    page = open_page(360, offline=True)
    page.goto((demo_original / SINGLE).as_uri() + f"{ORIGINAL}-k1")
    text = "".join("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages).split())
    assert "Umpamagalaticadibuka" in text
    assert "Umpamagalingsirmembagi" not in text
    assert "Memuatnaskahasli" in text
    assert "Bukasemua" not in text


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_reports_no_violation_in_it(demo_original_url: str, open_page: Open, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(f"{demo_original_url}panduan/{ORIGINAL}-k2")
    # at the sentence, the header partly covers links, which axe would report as too small
    page.evaluate("scrollTo(0, 0)")
    assert axe(page, "html") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
