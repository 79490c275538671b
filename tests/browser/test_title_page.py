"""Tests of the home page, which is the title page of the edition, and of where the text of the chapter begins."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

import conftest
from conftest import EDITION

Open = Callable[..., Page]


def test_what_the_edition_is_and_says_stands_within_the_first_three_screens(site_url: str, open_page: Open) -> None:
    page = open_page(360, 740, java_script_enabled=False)
    page.goto(site_url)
    parts = (".eyebrow", "h1", ".finding", ".actions", ".edition-facts", ".kinds .recommendations")
    boxes = [page.locator(part).bounding_box() for part in parts]
    ends = [box["y"] + box["height"] for box in boxes if box]
    assert len(ends) == len(parts)
    assert ends == sorted(ends)
    assert ends[-1] <= 3 * 740


def test_the_title_page_names_who_made_the_edition_and_counts_what_is_in_it(site_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url)
    facts = page.locator(".edition-facts").inner_text().replace("\xa0", " ")
    for fact in (
        "Penyunting Kota Kembar",
        "versi 1.0",
        "CC BY 4.0",
        "10 paragraf",
        f"{len(EDITION.dataset.notes)} catatan",
    ):
        assert fact in facts
    expect(page.locator(".actions .md-button--primary")).to_have_count(1)
    expect(page.locator(".actions .md-button:not(.md-button--primary)")).to_have_count(1)


def test_a_page_without_its_contents_beside_it_uses_text_and_margin(site_url: str, open_page: Open) -> None:
    page = open_page(1280)
    page.goto(site_url)
    expect(page.locator(".md-sidebar:visible")).to_have_count(0)
    text, kinds, main = (page.locator(each).first.bounding_box() for each in (".actions", ".kinds", ".md-main__inner"))
    assert text
    assert kinds
    assert main
    assert kinds["x"] == text["x"]
    assert kinds["width"] > text["width"] + 200
    left, right = kinds["x"] - main["x"], main["x"] + main["width"] - kinds["x"] - kinds["width"]
    assert abs(left - right) <= 2  # in the middle
    expect(page.locator("[data-current-section]")).to_be_hidden()


def test_the_first_sentence_of_the_chapter_is_in_sight_at_once(site_url: str, open_page: Open) -> None:
    page = open_page(1280, 900, java_script_enabled=False)
    page.goto(site_url + conftest.address_of("vi-1-p1").partition("#")[0])
    text = page.locator("#vi-1-p1 .paragraph-text p").first.bounding_box()
    assert text
    assert text["y"] <= 320


def test_a_row_of_the_list_of_anchors_is_36_pixels_high_and_the_filter_leaves_what_is_asked(
    site_url: str, open_page: Open
) -> None:
    page = open_page(1280)
    page.goto(site_url + conftest.page_of_block("anchors"))
    rows = page.locator(".anchors tbody tr:not([class])")
    expect(rows).to_have_count(len(EDITION.anchors))
    heights = sorted(rows.evaluate_all("rows => rows.map((row) => row.getBoundingClientRect().height)"))
    assert heights[len(heights) // 2] <= 37
    page.get_by_role("searchbox", name="Saring daftar ini").fill("Komitmen")
    expect(page.locator(".anchors tbody tr:not([class]):visible")).to_have_count(1)
    expect(page.locator(".anchors tbody:visible")).to_have_count(1)
    expect(page.locator(".anchor-filter [role=status]")).to_have_text("1")
