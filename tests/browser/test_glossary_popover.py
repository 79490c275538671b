"""Tests that the popover with a definition opens within the screen, for mouse, keyboard and touch."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from browser.demo_edition import address_of
from conftest import ADDRESSES, BUILD, EDITION, page_of_block
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
  for (const link of document.querySelectorAll("a.term")) {
    if (!link.checkVisibility()) continue;
    document.activeElement.blur();
    const line = link.getClientRects()[0];
    scrollBy({ top: edge === "bottom" ? line.bottom - innerHeight + 2 : line.top - top - 2, behavior: "instant" });
    link.focus({ preventScroll: true });
    const box = document.querySelector(".term-definition").getBoundingClientRect();
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
        count += page.locator("a.term").count()
        assert [*clipped_definitions(page, "bottom"), *clipped_definitions(page, "top")] == [], address
    assert count >= len(EDITION.dataset.glossary)


def test_a_definition_that_is_cut_is_seen(demo_url: str, open_page: Open) -> None:
    page = open_page(360, 740)
    unplaced = BUILD.assets["reading/glossary-popover.js"].replace("popover.style.translate =", "popover.title =")
    without = bundles.site_script(replace(BUILD, assets={**BUILD.assets, "reading/glossary-popover.js": unplaced}))
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
        term = page.locator("#vi-3-p1 a.term").nth(number)
        term.evaluate("link => scrollBy(0, link.getClientRects()[0].bottom - innerHeight + 4)")
        before = page.url
        term.tap()
        expect_inside_viewport(page, page.locator(".term-definition"))
        assert page.url == before
        page.mouse.click(2, height - 2)
        expect(page.locator(".term-definition")).not_to_be_visible()


def test_the_mouse_and_the_keyboard_show_it_whole_and_escape_puts_it_away(demo_url: str, open_page: Open) -> None:
    page = open_page(1280, 400)
    page.goto(demo_url + address_of("vi-3-p1"))
    term = page.locator("#vi-3-p1 a.term").nth(5)
    for way in ("hover", "focus"):
        term.evaluate("link => scrollBy(0, link.getClientRects()[0].bottom - innerHeight + 8)")
        term.hover() if way == "hover" else term.focus()
        expect_inside_viewport(page, page.locator(".term-definition"))
        page.keyboard.press("Escape")
        expect(page.locator(".term-definition")).not_to_be_visible()
        page.mouse.move(0, 0)


def test_the_pointer_may_move_onto_it_and_away(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url + address_of("vi-3-p1"))
    term, popover = page.locator("#vi-3-p1 a.term").first, page.locator(".term-definition")
    title = term.get_attribute("title")
    term.hover()
    expect(popover).to_have_text(title or "none")
    expect(term).to_have_accessible_description(title or "none")
    popover.hover()
    expect(popover).to_be_visible()
    page.mouse.move(0, 0)
    expect(popover).to_be_hidden()
    expect(term).to_have_attribute("title", title or "none")


def test_a_definition_is_no_part_of_the_text(site: Path, demo_url: str, open_page: Open) -> None:
    """Text browsers, reading views and stored annotations read what is in a paragraph, even if a style hides it."""
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + address_of("vi-3-p1"))
    term = page.locator("#vi-3-p1 a.term").first
    definition = (term.get_attribute("title") or "").removesuffix(" (definisi penyunting)")
    assert len(definition) > 10
    assert definition not in (page.locator("#vi-3-p1").text_content() or "")
    definitions = [term.definition.id for term in EDITION.dataset.glossary]
    for address in ADDRESSES:
        if address != page_of_block("glossary"):
            text = html.document_fromstring((site / address / "index.html").read_bytes()).text_content()
            assert [each for each in definitions if each in text] == [], address
