"""Tests of editors' notes: in the margin, collapsed, in print, in the single file, with and without JavaScript."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

import conftest
from browser.demo_edition import VIEWS, address_of
from edition.model.notes import runs
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
NOTED = sorted({address_of(name).partition("#")[0] for note in VIEWS.notes for name in note.about})
# The boxes of each group of notes beside a text, of that text, and of the paragraph, record or actor around both.
BOXES = """() => [...document.querySelectorAll(".notes-beside")].map((notes) => {
  const around = notes.closest(".paragraph, .record, .actors li");
  return [notes, around.firstElementChild, around].map((element) => element.getBoundingClientRect().toJSON());
})"""


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_a_note_unfolds_under_its_paragraph(demo_url: str, open_page: Open, script: bool) -> None:
    page = open_page(360, java_script_enabled=script)
    page.goto(demo_url + address_of("vi-3-p1"))
    note = page.locator("#vi-3-p1 .editor-note").first
    text = note.locator(".note-text")
    expect(text).not_to_be_visible()
    note.locator(".note-toggle summary").focus()
    page.keyboard.press("Enter")
    expect(text).to_be_visible()
    expect(text.locator("strong")).not_to_be_visible()  # the summary has the title already
    text_box, paragraph_box = text.bounding_box(), page.locator("#vi-3-p1 .paragraph-text").bounding_box()
    assert text_box
    assert paragraph_box
    assert text_box["y"] >= paragraph_box["y"] + paragraph_box["height"]
    note.locator(".note-toggle summary").click()
    expect(text).not_to_be_visible()


@pytest.mark.parametrize("width", [1220, 1280, 1920])
@pytest.mark.parametrize("script", [True, False])
def test_on_a_wide_screen_notes_stand_in_the_margin_beside_the_text(
    demo_url: str, open_page: Open, script: bool, width: int
) -> None:
    page = open_page(width, java_script_enabled=script)
    for address in NOTED:
        page.goto(demo_url + address)
        if script:
            boxes = page.evaluate(BOXES)
            for notes, text, around in boxes:
                assert notes["left"] > text["right"], address
                assert notes["bottom"] <= around["bottom"] + 1, address  # so no note reaches into the next paragraph
                assert notes["right"] <= width, address
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        for part in (*page.locator(".note-text").all(), *page.locator(".note-text strong").all()):
            expect(part).to_be_visible()
        expect(page.locator(".note-toggle:visible")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False])
def test_beside_the_text_two_sentences_are_shown_and_the_rest_unfolds(
    demo_url: str, open_page: Open, script: bool
) -> None:
    page = open_page(1280, java_script_enabled=script)
    page.goto(demo_url + address_of("vi-3-p1"))
    note = page.locator("#vi-3-p1 [data-note=catatan-bentuk-jamak]")
    expect(note.get_by_text("Kalimat kedua.")).to_be_visible()
    expect(note.get_by_text("Kalimat ketiga.")).not_to_be_visible()
    note.locator(".note-more summary").focus()
    page.keyboard.press("Enter")
    expect(note.get_by_text("Kalimat ketiga.")).to_be_visible()
    expect(page.locator("[data-note=catatan-urutan] .note-more")).to_have_count(0)  # it is shorter


@pytest.mark.parametrize(("width", "script"), [(360, False), (360, True), (1280, True)])
def test_links_lead_from_the_words_to_their_note_and_back(
    demo_url: str, open_page: Open, width: int, script: bool
) -> None:
    page = open_page(width, java_script_enabled=script)
    page.goto(demo_url + address_of("vi-3-p1"))
    number = page.get_by_role("link", name="Catatan 1: bedeng “teduh”")
    expect(number).to_have_attribute("data-number", "1")
    words = "el => el.previousSibling.textContent.trim().split(/\\s+/).slice(-2).join(' ')"
    assert number.evaluate(words) == "separuh lahan"
    number.focus()
    page.keyboard.press("Enter")
    note = page.locator("#vi-3-p1 [data-note=catatan-bentuk-jamak]")
    expect(note.locator("[data-text]")).to_be_in_viewport()
    expect(note.get_by_text("Kalimat ketiga.")).to_be_visible()
    note.get_by_role("link", name="Ke teks").click()
    expect(number).to_be_in_viewport()
    assert page.url.endswith(f"#{number.get_attribute('id')}")


def test_no_gap_beside_the_notes_is_higher_than_120_pixels(site_url: str, open_page: Open) -> None:
    page = open_page(1280, 900)
    names = {name for note in conftest.VIEWS.notes for name in note.about}
    pages = {conftest.address_of(name).partition("#")[0] for name in names}
    for address in sorted(pages):
        page.goto(site_url + address)
        for notes, text, around in page.evaluate(BOXES):
            assert min(notes["bottom"], around["bottom"]) - text["bottom"] <= 120, address


def test_on_paper_every_note_is_in_words(demo_site: Path, open_page: Open) -> None:
    page = open_page(360, offline=True)
    page.goto((demo_site / FILE).as_uri())
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    printed = "".join(text.split())
    for note in VIEWS.notes:
        words = max((run.text for run in runs(note.text.id)), key=len).split()[:6]
        assert "".join(words) in printed, note.id
        assert printed.count("".join(words)) == 1, note.id
    assert "Tautantetap" not in printed


@pytest.mark.parametrize("script", [True, False])
def test_in_the_single_file_each_note_stands_once_and_is_open_where_it_is_cited(
    demo_site: Path, open_page: Open, script: bool
) -> None:
    page = open_page(360, offline=True, java_script_enabled=script)
    for number, note in enumerate(VIEWS.notes):
        if number % 5 == 0:  # reach some notes by loading the file, the others by a new fragment
            page.goto("about:blank")
        page.goto((demo_site / FILE).as_uri() + f"#catatan-{note.id}")
        element = page.locator(f"#catatan-{note.id}")
        expect(element).to_have_count(1)
        expect(element).to_be_in_viewport()
        around = element if note.about else element.locator("xpath=..")
        words = max((run.text for run in runs(note.text.id)), key=len).strip(" .,;")
        expect(around.get_by_text(words).first).to_be_visible()
    expect(page.locator(".note-text")).to_have_count(sum(bool(note.about) for note in VIEWS.notes))


@pytest.mark.parametrize(("width", "script"), [(360, False), (360, True), (1280, True)])
def test_another_place_of_a_note_leads_to_it_open(demo_url: str, open_page: Open, width: int, script: bool) -> None:
    page = open_page(width, java_script_enabled=script)
    page.goto(demo_url + address_of("vi-3-p2"))
    other = page.locator("#vi-3-p2 [data-note=catatan-urutan]")
    expect(other).to_have_text(re.compile(r"^\s*2 Urutan kerja \(VI\.3\s¶1\)\s*$"))
    other.locator("a").click()
    text = page.locator("#vi-3-p1 [data-note=catatan-urutan] [data-text]")
    expect(text).to_be_visible()
    expect(text).to_be_in_viewport()


def test_the_control_cites_a_note_where_it_is_shown(demo_url: str, open_page: Open) -> None:
    page = open_page(1280)
    page.goto(demo_url + address_of("vi-3-p1"))
    note = page.locator("[data-note=catatan-bentuk-jamak]")
    note.locator("a.cite").click()
    expect(page.locator("#cite [data-slot=entry]")).to_contain_text("Catatan: bedeng “teduh”")
    expect(page.locator("#cite [data-slot=link]")).to_have_text(f"{demo_url}{address_of('catatan-bentuk-jamak')}")
    page.keyboard.press("Escape")
    assert (note.locator("a.permalink").get_attribute("href") or "").endswith("#catatan-bentuk-jamak")


def test_the_single_file_searches_the_same_texts_as_the_site(demo_site: Path, demo_url: str, open_page: Open) -> None:
    """The single file does not store some of the texts in its index, but reads them from the page."""
    page = open_page()
    indexes = []
    for address in (demo_url, (demo_site / FILE).as_uri()):
        page.goto(address)
        page.locator("[data-search-open]").click()
        page.locator("#search-input").fill("bedeng")
        page.locator("#search ol a").first.wait_for()
        indexes.append(page.evaluate("searchData"))
    assert indexes[0] == indexes[1]
