"""Definitions open where they can be read, whole: at every place of a page, on every screen, in every way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.demo import address_of
from conftest import ADDRESSES, BUILD, EDITION
from edition.outputs.single_file import FILE
from edition.rendering import bundles

Open = Callable[..., Page]
# A small phone, a phone, and 1280 x 800 at 400 %.
SCREENS = ((320, 640), (360, 740), (320, 200))
# For every term of a page, brought to an edge of the screen and then focused: whether its definition is cut there.
CUT = """(edge) => {
  const bar = document.querySelector(".site-header");
  const isBarThere = getComputedStyle(bar).position === "sticky";
  const top = isBarThere ? bar.getBoundingClientRect().height : 0;
  const found = [];
  for (const link of document.querySelectorAll(".term > a")) {
    if (!link.checkVisibility()) continue;
    document.activeElement.blur();
    const line = link.getClientRects()[0];
    scrollBy({ top: edge === "bottom" ? line.bottom - innerHeight + 2 : line.top - top - 2, behavior: "instant" });
    link.focus({ preventScroll: true });
    const box = link.parentElement.querySelector(".term-definition").getBoundingClientRect();
    const isWhole = box.height > 20 && box.top >= top - 1 && box.bottom <= innerHeight + 1
      && box.left >= 0 && box.right <= innerWidth;
    if (!isWhole) found.push(`${link.textContent}: ${box.top} to ${box.bottom}`);
  }
  return found;
}"""


def cut(page: Page, edge: str) -> list[str]:
    found: list[str] = page.evaluate(CUT, edge)
    return found


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_definition_is_whole_at_either_edge_of_every_page(
    site_url: str, open_page: Open, width: int, height: int
) -> None:
    page = open_page(width, height)
    seen = 0
    for address in ADDRESSES:
        page.goto(site_url + address)
        seen += page.locator(".term > a").count()
        assert [*cut(page, "bottom"), *cut(page, "top")] == [], address
    assert seen >= len(EDITION.dataset.glossary)


def test_a_definition_that_is_cut_is_seen(demo_url: str, open_page: Open) -> None:
    page = open_page(360, 740)
    assets = {**BUILD.assets, "reading/glossary-popover.js": ""}
    without = bundles.site_script(replace(BUILD, assets=assets))
    page.route("**/site.*.js", lambda route: route.fulfill(body=without, content_type="text/javascript"))
    page.goto(demo_url + address_of("vi-3-p1"))
    assert len(cut(page, "bottom")) > 5


def whole(page: Page, definition: Locator) -> None:
    expect(definition).to_be_in_viewport(ratio=1)
    box = definition.bounding_box()
    assert box
    assert box["x"] >= 0
    assert page.viewport_size
    assert box["x"] + box["width"] <= page.viewport_size["width"]


@pytest.mark.parametrize("place", ["", FILE])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_tap_at_the_lower_edge_shows_it_whole_and_another_puts_it_away(
    demo_site: Path, demo_url: str, open_page: Open, width: int, height: int, place: str
) -> None:
    page = open_page(width, height, has_touch=True, is_mobile=True)
    page.goto(f"{(demo_site / place).as_uri()}#vi-3-p1" if place else demo_url + address_of("vi-3-p1"))
    for number in (0, 3, 6):
        term = page.locator("#vi-3-p1 .term").nth(number)
        term.locator("a").evaluate("link => scrollBy(0, link.getClientRects()[0].bottom - innerHeight + 4)")
        before = page.url
        term.locator("a").tap()
        whole(page, term.locator(".term-definition"))
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
        whole(page, term.locator(".term-definition"))
        page.keyboard.press("Escape")
        expect(term.locator(".term-definition")).not_to_be_visible()
        page.mouse.move(0, 0)
