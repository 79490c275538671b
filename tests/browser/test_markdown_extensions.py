"""Tests of Markdown extensions (admonitions, content tabs, footnotes …) on the site and in the single file."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.page_actions import result_anchors, search
from edition.outputs.single_file import FILE

Open = Callable[..., Page]


@pytest.fixture(params=["site", "single file"])
def url(request: pytest.FixtureRequest, demo_site: Path, demo_url: str) -> str:
    """Return the URL of the section that shows the markup: on the site and in the single file."""
    return f"{demo_url}panduan/#ragam" if request.param == "site" else f"{(demo_site / FILE).as_uri()}#ragam"


@pytest.mark.parametrize("script", [True, False])
def test_content_tabs_are_chosen_with_mouse_and_keyboard(url: str, open_page: Open, script: bool) -> None:
    page = open_page(360, java_script_enabled=script)
    page.goto(url)
    first, second = (page.locator(".tabbed-block").nth(number) for number in (0, 1))
    expect(first).to_be_visible()
    expect(second).not_to_be_visible()
    page.get_by_text("Musim kering", exact=True).click()
    expect(second).to_be_visible()
    expect(first).not_to_be_visible()
    page.get_by_role("radio", name="Musim kering").focus()
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_visible()


def test_an_admonition_has_its_icon_beside_its_title(url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(url)
    for title in (page.locator(".admonition-title"), page.locator("details.tip summary")):
        expect(title).to_have_css("padding-left", "40px")
    expect(page.get_by_text("Timbunan yang dibalik")).not_to_be_visible()
    page.get_by_text("Pupuk sendiri").click()
    expect(page.get_by_text("Timbunan yang dibalik")).to_be_visible()


def test_a_footnote_leads_there_and_back(url: str, open_page: Open) -> None:
    page = open_page(360, java_script_enabled=False)
    page.goto(url)
    page.get_by_text("Musim kering", exact=True).click()
    page.locator(".footnote-ref[href$='fn:tetes']").click()
    note = page.locator("li[id$='fn:tetes']")
    expect(note).to_be_in_viewport()
    back = note.locator(".footnote-backref")
    expect(back).to_have_css("opacity", "1")
    back.click()
    expect(page.locator("sup:target")).to_be_in_viewport()


def test_an_emoji_is_a_character_and_an_icon_is_hidden_from_screen_readers(url: str, open_page: Open) -> None:
    """Emoji and icons need no other host: ``open_page`` fails the test on such a request."""
    page = open_page()
    page.goto(url)
    expect(page.get_by_text("perlu dua liter")).to_contain_text("😄")
    expect(page.locator(".twemoji")).to_have_attribute("aria-hidden", "true")
    expect(page.get_by_role("checkbox", name="selesai", exact=True)).to_be_checked()
    expect(page.get_by_role("checkbox", name="belum selesai")).not_to_be_checked()


def test_on_paper_all_tabs_and_collapsed_admonitions_are_there(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(url)
    text = " ".join(" ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(page.pdf())).pages).split())
    for words in ("Bukalah saluran air", "Pasanglah irigasi tetes", "Timbunan yang dibalik", "Selang berlubang"):
        assert words in text
    expect(page.get_by_text("Timbunan yang dibalik")).not_to_be_visible()  # it is collapsed again after printing


def test_the_number_of_a_footnote_is_neither_quoted_nor_indexed(
    demo_site: Path, demo_url: str, open_page: Open
) -> None:
    assert "prosesnya panjang, tetapi" in (demo_site / "assets/search-index.js").read_text(encoding="utf-8")
    page = open_page()
    page.goto(f"{demo_url}panduan/#vi-3-p2")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#vi-3-p2 .paragraph-text > :last-child'))")
    page.locator(".quote-offer").click()
    expect(page.locator("#cite [data-slot=quote]")).to_contain_text(
        "“Usaha itu berlangsung lama dan prosesnya panjang, "
    )


FOUND = (
    ("cangkul", "alat"), ("saluran air", "ragam"), ("pasanglah", "air"), ("timbunan", "ragam"), ("gembor", "ragam"),
    ("selang berlubang", "ragam"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "anchor"), FOUND)
def test_the_search_finds_what_is_in_them_and_shows_it(url: str, open_page: Open, words: str, anchor: str) -> None:
    """What follows an admonition or a tab does not belong to a heading in it."""
    page = open_page()
    page.goto(url)
    search(page, words)
    assert anchor in result_anchors(page)
    page.locator(f"#search ol a[href$='#{anchor}']").click()
    expect(page.locator("main mark.found").first).to_be_visible()


def test_a_heading_in_a_tab_can_be_linked(url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(url.replace("#ragam", "#air"))
    expect(page.locator("#air")).to_be_in_viewport()


def test_ids_that_markdown_numbers_on_each_page_are_unique_in_the_single_file(demo_site: Path) -> None:
    page = html.document_fromstring((demo_site / FILE).read_bytes())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert page.xpath("//*[@class='footnote-ref']/@href") == ["#panduan-fn:lama", "#panduan-fn:tetes"]
    assert page.xpath("//li[@id='panduan-fn:tetes']//a[@class='footnote-backref']/@href") == ["#panduan-fnref:tetes"]
    assert page.xpath("//*[@role='group']/input[@type='radio']/@name") == ["panduan-__tabbed_1"] * 2
    for name in page.xpath("//*[contains(@class, 'tabbed-labels')]/label/@for"):
        assert name in ids


def test_a_footnote_stands_beside_its_reference_where_there_is_room(url: str, open_page: Open) -> None:
    page = open_page(1280)
    page.goto(url)
    reference = page.locator(".footnote-ref[href$='fn:lama']").bounding_box()
    note = page.locator("[id$='fn:lama']").bounding_box()
    text = page.locator("#vi-3-p2 .paragraph-text").bounding_box()
    assert reference
    assert note
    assert text
    assert abs(note["y"] - reference["y"]) < 30
    assert note["x"] >= text["x"] + text["width"]
    in_a_tab = page.locator("[id$='fn:tetes']")  # its reference may be hidden, so it stays below the text
    expect(in_a_tab).to_have_css("position", "static")
    page.set_viewport_size({"width": 1000, "height": 800})
    expect(page.locator("[id$='fn:lama']")).to_have_css("position", "static")


def test_the_keyboard_scrolls_only_tables_that_are_too_wide(url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(url)
    tables = page.locator("#ragam ~ .md-typeset__scrollwrap")
    assert tables.evaluate_all("all => all.map((each) => each.tabIndex)") == [-1, 0]
    wide = tables.nth(1)
    expect(wide).to_have_role("region")
    expect(wide).to_have_accessible_name(re.compile(r"Tabel \d+, dapat digulir ke samping"))
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    wide.evaluate("box => { for (const cell of box.querySelectorAll('th, td')) if (cell.cellIndex) cell.remove(); }")
    page.set_viewport_size({"width": 500, "height": 800})
    expect(wide).not_to_have_attribute("tabindex", "0")
