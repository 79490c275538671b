"""Tests of the home page, which is the title page of the edition."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

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
