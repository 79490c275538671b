"""Tests with missing browser features, failed or slow requests, and clicks beside a dialog."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.demo_edition import address_of, page_of_block
from browser.page_actions import result_anchors
from edition.outputs.single_file import FILE
from edition.rendering.bundles import SEARCH_INDEX

Open = Callable[..., Page]
# Feature → script that removes it before any script of the page runs.
OLD = {
    "DecompressionStream": "delete window.DecompressionStream",
    ":has()": """
      const names = ["querySelector", "querySelectorAll", "matches", "closest"];
      for (const kind of [Document, Element]) for (const name of names) {
        const ours = kind.prototype[name];
        if (ours) kind.prototype[name] = function (selector) {
          if (selector.includes(":has(")) throw new SyntaxError(selector);
          return ours.call(this, selector);
        };
      }""",
    "lookbehind": """
      const Ours = RegExp;
      window.RegExp = function (pattern, flags) {
        if (String(pattern).includes("(?<")) throw new SyntaxError(pattern);
        return new Ours(pattern, flags);
      };
      RegExp.prototype = Ours.prototype;""",
    "role": "delete Element.prototype.role",
    "Clipboard": "delete window.ClipboardItem; delete Navigator.prototype.clipboard",
}


@pytest.mark.parametrize("missing", OLD)
def test_an_old_browser_loses_the_extra_and_never_the_function(demo_site: Path, open_page: Open, missing: str) -> None:
    page = open_page(360, offline=True)
    page.add_init_script(OLD[missing])
    page.goto((demo_site / FILE).as_uri() + "#vi-3-p1")
    page.locator("#vi-3-p1 a.cite").first.click()
    if missing == "DecompressionStream":  # the dialog's data are compressed; its link leads to the citation as text
        page.wait_for_url("**#kutip-vi-3-p1")
        expect(page.locator("#kutip-vi-3-p1")).to_contain_text("Edisi mini")
        expect(page.locator("#kutip-vi-3-p1")).to_be_in_viewport()
    else:
        expect(page.locator("#cite [data-slot=entry]")).to_contain_text("Edisi mini")
        page.locator("#cite [data-copy=entry]").click()
        expect(page.locator("#cite [role=status]")).not_to_be_empty()
        page.keyboard.press("Escape")
    page.locator("#vi-3-p1 a.term").first.focus()
    expect(page.locator(".term-definition[role=tooltip]")).to_be_visible()
    page.locator("[data-search-open]").click()
    page.locator("#search-input").fill("hidroponik")
    if missing == "DecompressionStream":
        expect(page.locator("#search [role=status]")).to_contain_text("Ctrl+F")
    else:
        expect(page.locator("#search ol a").first).to_be_visible()


def test_two_quick_clicks_load_the_styles_once(demo_site: Path, open_page: Open) -> None:
    page = open_page(offline=True)
    page.goto((demo_site / FILE).as_uri())
    page.evaluate("document.querySelectorAll('a.cite').forEach((link, n) => n < 2 && link.click())")
    expect(page.locator("#cite")).to_be_visible()
    expect(page.locator("#cite select option")).to_have_count(8)


INDEX = f"**/{SEARCH_INDEX}"


def test_a_search_says_that_its_data_are_on_the_way(demo_url: str, open_page: Open) -> None:
    page = open_page()
    held_routes: list[Route] = []
    # hold only the first request
    page.route(INDEX, lambda route: route.continue_() if held_routes else held_routes.append(route))
    page.goto(demo_url)
    with page.expect_request(INDEX):
        page.locator("[data-search-open]").click()
    page.locator("#search-input").fill("hidroponik")
    expect(page.locator("#search [role=status]")).to_have_text("Memuat data pencarian …")
    page.locator("#search-input").press("Enter")  # opens the first result, once there is one
    held_routes[0].continue_()
    page.wait_for_url("**#*")
    assert page.locator(":target").count() == 1


def test_a_search_that_failed_is_tried_again_with_the_next_key(demo_url: str, open_page: Open) -> None:
    page = open_page(watched=False)
    page.route(INDEX, lambda route: route.abort())
    page.goto(demo_url)
    page.locator("[data-search-open]").click()
    page.locator("#search-input").fill("hidr")
    expect(page.locator("#search [role=status]")).to_contain_text("belum dapat dimuat")
    assert result_anchors(page) == []
    page.unroute(INDEX)
    page.locator("#search-input").press_sequentially("oponik")
    expect(page.locator("#search ol a").first).to_be_visible()


def test_an_arrival_with_marked_words_loads_nothing_of_the_search(demo_url: str, open_page: Open) -> None:
    page = open_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    address, _, name = address_of("vi-3-p1").partition("#")
    page.goto(f"{demo_url}{address}?h=musim+tanam#{name}")
    expect(page.locator(f"#{name} mark.found").first).to_have_text("musim tanam")
    assert [url for url in requests if "search" in url] == []


def open_dialog(page: Page, name: str) -> None:
    if name == "cite":
        page.locator("a.cite").first.click()
    else:
        page.locator("[data-search-open]").click()
        expect(page.locator("#search [role=status]")).to_be_empty()
    expect(page.locator(f"#{name}")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["cite", "search"])
def test_only_a_click_beside_a_dialog_closes_it(demo_url: str, open_page: Open, name: str, width: int) -> None:
    page = open_page(width)
    page.goto(demo_url + page_of_block("obstacles"))
    open_dialog(page, name)
    box = page.locator(f"#{name}").bounding_box()
    assert box
    # points of the dialog where no control reacts to a click
    blank = page.locator(f"#{name}").evaluate("""(dialog) => {
      const box = dialog.getBoundingClientRect();
      const points = [];
      for (let x = box.left + 2; x < box.right - 1; x += 7) for (let y = box.top + 2; y < box.bottom - 1; y += 7) {
        const element = document.elementFromPoint(x, y);
        if (!element.closest("button, input, select, label, a, fieldset")) points.push([x, y]);
      }
      return points.filter((_, n) => n % 23 === 0);
    }""")
    assert len(blank) > 8
    for x, y in blank:
        page.mouse.click(x, y)
        assert page.locator(f"#{name}").is_visible(), (x, y)
    page.mouse.click(2, box["y"] + box["height"] + 4)
    expect(page.locator(f"#{name}")).to_be_hidden()


def test_the_search_takes_the_place_of_the_citing_control(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url + page_of_block("obstacles"))
    open_dialog(page, "cite")
    page.keyboard.press("Control+k")
    expect(page.locator("#cite")).to_be_hidden()
    page.locator("#search-input").fill("bedeng")
    page.locator("#search ol a").first.click()
    assert page.locator("dialog[open]").count() == 0


CITATIONS = "**/citations.*.js"


def test_while_the_control_cannot_be_loaded_its_link_leads_to_the_list(demo_url: str, open_page: Open) -> None:
    page = open_page(watched=False)
    page.route(CITATIONS, lambda route: route.abort())
    page.goto(demo_url + address_of("vi-3-p1"))
    page.locator('a.cite[href$="#kutip-vi-3-p1"]').first.click()
    page.wait_for_url("**/#kutip-vi-3-p1")


def test_while_it_cannot_be_loaded_a_quotation_says_so_and_can_be_tried_again(demo_url: str, open_page: Open) -> None:
    page = open_page(watched=False)
    page.route(CITATIONS, lambda route: route.abort())
    page.goto(demo_url + address_of("vi-3-p1"))
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.paragraph-text p'))")
    offer = page.locator(".quote-offer")
    offer.click()
    expect(offer).to_have_text("Belum dapat dimuat: coba lagi")
    page.unroute(CITATIONS)
    offer.click()
    expect(page.locator("#cite")).to_be_visible()
