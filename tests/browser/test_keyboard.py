"""Tests of the keyboard: the Tab key, visible focus, Escape, the menu, the skip link."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.demo_edition import ADDRESSES
from browser.page_actions import add_style

Open = Callable[..., Page]
PAGES = (*ADDRESSES, "404.html")
# Numbers the focusable elements that are visible, in document order, and returns their numbers.
STOPS = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=radio]:not(:checked)), select, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
  .map((element, index) => (element.dataset.stop = String(index)))"""
# The focused element, and its problem: the focus is not shown, the header covers it, or it is outside the screen.
FOCUSED = """() => {
  const focused = document.activeElement;
  const isTab = focused.matches(".tabbed-set > input"); // the input is invisible, its label shows the focus
  const element = isTab ? focused.parentElement.querySelector(".tabbed-labels") : focused;
  const box = element.getBoundingClientRect();
  const header = document.querySelector(".md-header"), bar = header.getBoundingClientRect();
  const isInHeader = header.contains(element) || element.matches(".md-skip");
  const isSeen = getComputedStyle(element).outlineStyle !== "none" || element.matches(".md-skip");
  const isCovered = !isInHeader && box.top < bar.bottom && box.bottom > bar.top;
  const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
  return { stop: focused.dataset.stop ?? null, element: element.outerHTML.slice(0, 120),
    problem: !isSeen ? "unseen" : isCovered ? "covered" : !isInside ? "outside" : "" };
}"""


def walk_with_tab(page: Page) -> tuple[list[str], list[str], list[str]]:
    """Press Tab once for each focusable element. Return the elements, those that were reached, and the problems."""
    expected: list[str] = page.evaluate(STOPS)
    reached, wrong = [], []
    for _ in expected:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        # the button to the top, which is shown only while the page scrolls up, is an additional stop
        if 'data-md-component="top"' in focus["element"]:
            wrong += problem_of(focus)
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
        reached.append(focus["stop"])
        wrong += problem_of(focus)
    return expected, reached, wrong


def problem_of(focus: dict[str, str]) -> list[str]:
    return [f"{focus['problem']}: {focus['element']}"] if focus["problem"] else []


@pytest.mark.parametrize(("address", "width"), [*((address, 1280) for address in PAGES), ("", 360), ("panduan/", 360)])
def test_the_tab_key_reaches_everything_once_in_order_and_it_shows(
    demo_url: str, open_page: Open, address: str, width: int
) -> None:
    page = open_page(width)
    page.goto(demo_url + address)
    expected, reached, wrong = walk_with_tab(page)
    assert len(expected) > 5
    assert wrong == []
    assert reached == expected


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("document.querySelector('article a').style.outline = 'none'", "unseen"),
        ("document.querySelector('.md-header').style.minHeight = '600px'", "covered"),
        ("document.querySelector('article a').style = 'position: fixed; left: -9999px'", "outside"),
        ("document.querySelector('article a').tabIndex = -1", ""),
    ],
)
def test_trouble_on_the_way_is_seen(demo_url: str, open_page: Open, script: str, problem: str) -> None:
    page = open_page()
    page.goto(demo_url + "panduan/")
    add_style(page, "article a { outline-style: solid }")
    page.evaluate(script)
    if problem == "covered":
        page.locator("footer a").last.focus()
        expected = page.evaluate(STOPS)
        problems = []
        for _ in expected:
            page.keyboard.press("Shift+Tab")
            problems.append(page.evaluate(FOCUSED)["problem"])
        assert "covered" in problems
    else:
        expected, reached, wrong = walk_with_tab(page)
        if problem:
            assert {line.split(":")[0] for line in wrong} == {problem}
        assert (reached == expected) == bool(problem)


@pytest.mark.parametrize(
    ("opener", "target"),
    [("[data-search-open]", "#search"), ("a.cite", "#cite"), ("details.menu summary", "details.menu nav")],
)
def test_escape_closes_what_is_open_and_gives_the_focus_back(
    demo_url: str, open_page: Open, opener: str, target: str
) -> None:
    page = open_page(360)
    page.goto(demo_url + "panduan/")
    page.locator(opener).first.focus()
    page.keyboard.press("Enter")
    page.locator(target).wait_for()
    page.keyboard.press("Escape")
    assert not page.locator(target).is_visible()
    assert page.evaluate("([opener]) => document.activeElement === document.querySelector(opener)", [opener])


def test_the_menu_works_without_javascript(demo_url: str, open_page: Open) -> None:
    page = open_page(360, java_script_enabled=False)
    page.goto(demo_url)
    page.locator("details.menu summary").click()
    page.locator("details.menu").get_by_role("link", name="Glosarium").click()
    assert page.url.endswith("/glosarium/")


def test_the_skip_link_leads_past_the_header(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url + "panduan/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")
