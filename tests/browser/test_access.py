"""No one is shut out: axe on every page and in all that opens, and pages that fit where they are narrow."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
PAGES = ("", "kesimpulan/", "linimasa/", "kendala/", "saran/", "glosarium/", "sitasi/", "tentang/", "404.html")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# Every rule that axe runs by itself (WCAG 2.x A and AA, best practices), and the size of targets, which it does not.
RUN = """(within) => axe.run(within, { rules: { "target-size": { enabled: true } } }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""


def violations(page: Page, within: str = "html") -> list[str]:
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, within)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(site_url: str, open_page: Open, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    for address in PAGES:
        page.goto(site_url + address)
        assert violations(page) == [], address


def open_citing(page: Page) -> None:
    page.locator("a.cite").first.click()


def open_search(page: Page) -> None:
    page.locator("[data-search-open]").click()
    page.wait_for_function("typeof searchData !== 'undefined'")
    page.locator("#cari input").fill("kunjungan")
    page.locator("#cari li").first.wait_for()


def open_tooltip(page: Page) -> None:
    page.locator("main .term a").first.focus()


def open_menu(page: Page) -> None:
    page.locator("details.menu summary").click()


# What opens it, what it opens from, what is open then, and the widths at which it is there.
STATES = (
    (open_citing, "a.cite", "#kutip", (360, 1280)),
    (open_search, "[data-search-open]", "#cari", (360, 1280)),
    (open_tooltip, "main .term", "main .term:focus-within .term-definition", (360, 1280)),
    (open_menu, "details.menu", "details.menu nav", (360,)),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("state", "opener", "opened", "widths"), STATES, ids=[row[2] for row in STATES])
def test_axe_finds_nothing_in_what_opens(
    site_url: str,
    open_page: Open,
    state: Callable[[Page], None],
    opener: str,
    opened: str,
    widths: tuple[int, ...],
    scheme: str,
) -> None:
    """On one page everything is looked at, on the others what is open: the rest is the same as when it is closed."""
    seen = []
    for width in widths:
        page = open_page(width, color_scheme=scheme)
        for address in PAGES:
            page.goto(site_url + address)
            if page.locator(opener).count():
                state(page)
                assert page.locator(opened).is_visible(), address
                assert violations(page, "html" if address == "kendala/" else opened) == [], address
                seen.append(address)
    assert len(seen) >= 5 * len(widths)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_single_file(site: Path, open_page: Open, scheme: str) -> None:
    page = open_page(360, color_scheme=scheme)
    page.goto((site / "unduh/kota-kembar.html").as_uri())
    assert violations(page) == []


def test_axe_sees_a_violation(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button><img src=\"data:,\">')"
    )
    assert {line.split(":")[0] for line in violations(page)} >= {"button-name", "image-alt"}


def test_at_four_times_the_size_nothing_is_cut_off(site_url: str, open_page: Open) -> None:
    """WCAG 1.4.10: 1280 px at 400 % are 320 px; text spacing as in 1.4.12."""
    page = open_page(320, 256)
    spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    for address in PAGES:
        page.goto(site_url + address)
        page.add_style_tag(content=spacing)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


LINES = """() => [...document.querySelectorAll(".paragraph-text > p:not(.notes)")].flatMap((block) => {
  const range = document.createRange(), lines = new Map();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".term-definition") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at += 1) {
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + 1);
    const top = Math.round(range.getBoundingClientRect().top / 12);
    lines.set(top, (lines.get(top) ?? 0) + 1);
  }
  return [...lines.values()].slice(0, -1);
})"""


@pytest.mark.parametrize(("measure", "is_right"), [("", True), ("42rem", False), ("20rem", False)])
def test_lines_have_sixty_to_seventy_five_letters(site_url: str, open_page: Open, measure: str, is_right: bool) -> None:
    page = open_page(1600)
    page.goto(site_url + "kesimpulan/")
    if measure:
        page.add_style_tag(content=f":root, body {{ --edisi-measure: {measure} }}")
    lengths: list[int] = page.evaluate(LINES)
    assert len(lengths) > 8
    assert (60 <= sum(lengths) / len(lengths) <= 75) == is_right


# Elements that are animated, or that change place or size little by little.
MOVING = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration))
    || (/all|transform|width|height|top|left/.test(style.transitionProperty) && lasts(style.transitionDuration));
}).map((element) => element.outerHTML.slice(0, 80))"""


def test_with_less_motion_asked_for_nothing_moves(site_url: str, open_page: Open) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(site_url + "kendala/")
    assert page.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.add_style_tag(content="h1 { transition: transform 1s !important }")
    assert len(page.evaluate(MOVING)) == 1
