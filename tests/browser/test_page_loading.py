"""Tests that pages load and fit the screen, that terms show definitions, and that the header hides no anchor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.demo_edition import address_of

Open = Callable[..., Page]


def addresses(site: Path) -> list[str]:
    """Return the addresses of all HTML files of a site, relative to its root."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


@pytest.mark.parametrize(
    ("width", "scheme", "scripted"),
    [(320, "light", True), (360, "dark", True), (1280, "light", True), (360, "light", False)],
)
def test_every_page_loads_and_fits(
    site: Path, site_url: str, open_page: Open, width: int, scheme: str, scripted: bool
) -> None:
    page = open_page(width, java_script_enabled=scripted, color_scheme=scheme)
    pages = addresses(site)
    assert len(pages) >= 9
    for address in pages:
        response = page.goto(site_url + address)
        assert response
        assert response.ok, address
        assert page.locator("h1").is_visible(), address
        if scripted:
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_term_shows_its_definition_on_hover_and_focus_and_escape_puts_it_away(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url + "panduan/")
    term, definition = page.locator(".paragraph a.term").first, page.locator(".term-definition")
    assert not definition.is_visible()
    term.hover()
    assert definition.is_visible()
    definition.hover()
    assert definition.is_visible()
    page.keyboard.press("Escape")
    assert not definition.is_visible()
    page.mouse.move(0, 0)
    term.focus()
    assert definition.is_visible()
    page.keyboard.press("Escape")
    assert not definition.is_visible()


def test_without_javascript_a_term_is_a_link_with_a_definition(demo_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + "panduan/")
    link = page.locator(".paragraph a.term").first
    assert "(definisi penyunting)" in (link.get_attribute("title") or "")  # which the browser shows as a tooltip
    link.click()
    assert "/glosarium/#istilah-" in page.url


def test_a_touch_shows_the_definition_and_a_second_one_follows_the_link(demo_url: str, open_page: Open) -> None:
    page = open_page(360, has_touch=True, is_mobile=True)
    page.goto(demo_url + "panduan/")
    term, definition = page.locator(".paragraph a.term").first, page.locator(".term-definition")
    term.tap()
    assert definition.is_visible()
    box = definition.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    term.tap()
    page.wait_for_url("**/glosarium/#istilah-*")


def test_an_anchor_that_is_arrived_at_is_marked_and_not_under_the_header(demo_url: str, open_page: Open) -> None:
    for name in ("vi-3-p1", "peristiwa-panen"):
        page = open_page(360, java_script_enabled=False)
        page.goto(demo_url + address_of(name))
        box = page.locator(f"#{name}").bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert box
        assert header
        assert box["y"] >= header["y"] + header["height"]
