"""Tests of editors' notes: in the margin, collapsed, in print, in the single file, with and without JavaScript."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.demo_edition import VIEWS, address_of
from edition.model.notes import runs
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
NOTED = sorted({address_of(name).partition("#")[0] for note in VIEWS.notes for name in note.about})
# The boxes of each group of notes, of the text before it, and of their parent.
BOXES = """() => [...document.querySelectorAll(".notes")].map((notes) => {
  const [own, text, around] = [notes, notes.previousElementSibling, notes.parentElement]
    .map((element) => element.getBoundingClientRect().toJSON());
  return [own, text, around];
})"""


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_a_note_unfolds_under_its_paragraph(demo_url: str, open_page: Open, script: bool) -> None:
    page = open_page(360, java_script_enabled=script)
    page.goto(demo_url + address_of("vi-3-p1"))
    note = page.locator("#vi-3-p1 .editor-note").first
    text = note.locator(".note-text")
    expect(text).not_to_be_visible()
    note.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(text).to_be_visible()
    expect(text.locator("strong")).not_to_be_visible()  # the summary has the title already
    text_box, paragraph_box = text.bounding_box(), page.locator("#vi-3-p1 .paragraph-text").bounding_box()
    assert text_box
    assert paragraph_box
    assert text_box["y"] >= paragraph_box["y"] + paragraph_box["height"]
    note.locator("summary").click()
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
        expect(page.locator(".editor-note summary:visible")).to_have_count(0)


@pytest.mark.parametrize(("height", "stays"), [(1400, True), (500, False)])
def test_a_text_stays_beside_its_notes_only_where_the_screen_has_it_whole(
    demo_url: str, open_page: Open, height: int, stays: bool
) -> None:
    page = open_page(1280, height)
    page.goto(demo_url + address_of("vi-3-p1"))
    text = page.locator("#vi-3-p1 .paragraph-body")
    expect(text).to_have_css("position", "sticky" if stays else "static")
    page.locator("#vi-3-p1 .paragraph-text p").last.scroll_into_view_if_needed()
    expect(page.locator("#vi-3-p1 .paragraph-text p").last).to_be_in_viewport(ratio=0.9)


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
    expect(other).to_have_text(re.compile(r"^\s*Catatan: urutan kerja \(di VI\.3 ¶1\)\s*$"))
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
