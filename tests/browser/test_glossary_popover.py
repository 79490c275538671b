"""Tests that the popover with a definition opens within the screen, for mouse, keyboard and touch."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.demo_edition import address_of
from conftest import ADDRESSES, BUILD, EDITION
from edition.outputs.single_file import FILE
from edition.rendering import bundles

Open = Callable[..., Page]
# Width and height in CSS pixels: a small phone, a phone, and 1280 x 800 at 400 % zoom.
SCREENS = ((320, 640), (360, 740), (320, 200))
# Scrolls each term of a page to an edge of the screen, and focuses it; returns the definitions that leave the screen.
CLIPPED = """(edge) => {
  const bar = document.querySelector(".md-header");
  const isBarSticky = getComputedStyle(bar).position === "sticky";
  const top = isBarSticky ? bar.getBoundingClientRect().height : 0;
  const clipped = [];
  for (const link of document.querySelectorAll(".term > a")) {
    if (!link.checkVisibility()) continue;
    document.activeElement.blur();
    const line = link.getClientRects()[0];
    scrollBy({ top: edge === "bottom" ? line.bottom - innerHeight + 2 : line.top - top - 2, behavior: "instant" });
    link.focus({ preventScroll: true });
    const box = link.parentElement.querySelector(".term-definition").getBoundingClientRect();
    const isInside = box.height > 20 && box.top >= top - 1 && box.bottom <= innerHeight + 1
      && box.left >= 0 && box.right <= innerWidth;
    if (!isInside) clipped.push(`${link.textContent}: ${box.top} to ${box.bottom}`);
  }
  return clipped;
}"""


def clipped_definitions(page: Page, edge: str) -> list[str]:
    """Return the definitions that leave the screen when their term is at its edge (``top`` or ``bottom``)."""
    clipped: list[str] = page.evaluate(CLIPPED, edge)
    return clipped


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_definition_is_whole_at_either_edge_of_every_page(
    site_url: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(width, height)
    count = 0
    for address in ADDRESSES:
        page.goto(site_url + address)
        count += page.locator(".term > a").count()
        assert [*clipped_definitions(page, "bottom"), *clipped_definitions(page, "top")] == [], address
    assert count >= len(EDITION.dataset.glossary)


def test_a_definition_that_is_cut_is_seen(demo_url: str, open_page: Open) -> None:
    page = open_page(360, 740)
    assets = {**BUILD.assets, "reading/glossary-popover.js": ""}
    without = bundles.site_script(replace(BUILD, assets=assets))
    page.route("**/site.*.js", lambda route: route.fulfill(body=without, content_type="text/javascript"))
    page.goto(demo_url + address_of("vi-3-p1"))
    assert len(clipped_definitions(page, "bottom")) > 5


def expect_inside_viewport(page: Page, definition: Locator) -> None:
    """Assert that no edge of a definition is outside the screen."""
    expect(definition).to_be_in_viewport(ratio=1)
    box = definition.bounding_box()
    assert box
    assert box["x"] >= 0
    assert page.viewport_size
    assert box["x"] + box["width"] <= page.viewport_size["width"]


@pytest.mark.parametrize("file", ["", FILE])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_tap_at_the_lower_edge_shows_it_whole_and_another_puts_it_away(
    demo_site: Path, demo_url: str, open_page: Open, width: int, height: int, file: str
) -> None:
    page = open_page(width, height, has_touch=True, is_mobile=True)
    page.goto(f"{(demo_site / file).as_uri()}#vi-3-p1" if file else demo_url + address_of("vi-3-p1"))
    for number in (0, 3, 6):
        term = page.locator("#vi-3-p1 .term").nth(number)
        term.locator("a").evaluate("link => scrollBy(0, link.getClientRects()[0].bottom - innerHeight + 4)")
        before = page.url
        term.locator("a").tap()
        expect_inside_viewport(page, term.locator(".term-definition"))
        assert page.url == before
        page.mouse.click(2, height - 2)
        expect(term.locator(".term-definition")).not_to_be_visible()


def test_the_mouse_and_the_keyboard_show_it_whole_and_escape_puts_it_away(demo_url: str, open_page: Open) -> None:
    page = open_page(1280, 400)
    page.goto(demo_url + address_of("vi-3-p1"))
    term = page.locator("#vi-3-p1 .term").nth(5)
    for way in ("hover", "focus"):
        term.locator("a").evaluate("link => scrollBy(0, link.getClientRects()[0].bottom - innerHeight + 8)")
        term.locator("a").hover() if way == "hover" else term.locator("a").focus()
        expect_inside_viewport(page, term.locator(".term-definition"))
        page.keyboard.press("Escape")
        expect(term.locator(".term-definition")).not_to_be_visible()
        page.mouse.move(0, 0)
