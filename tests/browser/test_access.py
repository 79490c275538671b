"""No one is shut out: axe, the tab order, focus that shows, and pages that fit where they are narrow."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
PAGES = ("", "kesimpulan/", "linimasa/", "kendala/", "saran/", "glosarium/", "sitasi/", "tentang/", "404.html")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# Every rule that axe runs by itself (WCAG 2.x A and AA, best practices), and the size of targets, which it does not.
RUN = """() => axe.run({ rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.flatMap(
  ({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN)
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


def open_tooltip(page: Page) -> None:
    page.locator(".term a").first.focus()


def open_menu(page: Page) -> None:
    page.locator("details.menu summary").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "state"),
    [(360, open_citing), (360, open_search), (360, open_tooltip), (360, open_menu), (1280, open_citing),
     (1280, open_search), (1280, open_tooltip)],
    ids=lambda value: str(getattr(value, "__name__", value)),
)  # fmt: skip
def test_axe_finds_nothing_in_what_opens(
    site_url: str, open_page: Open, width: int, state: Callable[[Page], None], scheme: str
) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(site_url + "kendala/")
    state(page)
    assert violations(page) == []


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


# What a reader can work with, in the order of the page; what is closed is not there.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
  .map((element, index) => (element.dataset.stop = String(index)))"""
FOCUSED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const header = document.querySelector(".md-header"), bar = header.getBoundingClientRect();
  const covered = !header.contains(element) && !element.matches(".skip")
    && box.top < bar.bottom && box.bottom > bar.top;
  return { stop: element.dataset.stop ?? null, seen: style.outlineStyle !== "none" || element.matches(".skip"),
    covered, inside: box.bottom > 0 && box.top < innerHeight && box.width > 0 };
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", [address for address in PAGES if address not in ("glosarium/", "sitasi/")])
def test_the_tab_key_reaches_everything_once_in_order_and_it_shows(
    site_url: str, open_page: Open, address: str, width: int
) -> None:
    page = open_page(width)
    page.goto(site_url + address)
    expected: list[str] = page.evaluate(STOPS)
    assert len(expected) > 5
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        reached.append(focus["stop"])
        assert focus["seen"], (focus, page.evaluate("document.activeElement.outerHTML"))
        assert not focus["covered"], page.evaluate("document.activeElement.outerHTML")
        assert focus["inside"], page.evaluate("document.activeElement.outerHTML")
    assert reached == expected


@pytest.mark.parametrize(
    ("opener", "opened"),
    [("[data-search-open]", "#cari"), ("a.cite", "#kutip"), ("details.menu summary", "details.menu nav")],
)
def test_escape_closes_what_is_open_and_gives_the_focus_back(
    site_url: str, open_page: Open, opener: str, opened: str
) -> None:
    page = open_page(360)
    page.goto(site_url + "kendala/")
    page.locator(opener).first.focus()
    page.keyboard.press("Enter")
    assert page.locator(opened).is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(opened).is_visible()
    assert page.evaluate("([opener]) => document.activeElement === document.querySelector(opener)", [opener])


def test_the_menu_works_without_javascript(site_url: str, open_page: Open) -> None:
    page = open_page(360, java_script_enabled=False)
    page.goto(site_url)
    page.locator("details.menu summary").click()
    page.locator("details.menu").get_by_role("link", name="Glosarium").click()
    assert page.url.endswith("/glosarium/")


def test_the_skip_link_leads_past_the_header(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + "kendala/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_at_four_times_the_size_nothing_is_cut_off(site_url: str, open_page: Open) -> None:
    """WCAG 1.4.10: 1280 px at 400 % are 320 px; text spacing as in 1.4.12."""
    page = open_page(320, 256)
    spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    for address in PAGES:
        page.goto(site_url + address)
        page.add_style_tag(content=spacing)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_lines_have_sixty_to_seventy_five_letters(site_url: str, open_page: Open) -> None:
    page = open_page(1280)
    page.goto(site_url + "kesimpulan/")
    lengths: list[int] = (
        page.evaluate("""() => [...document.querySelectorAll(".paragraph-text > p:not(.notes)")].flatMap((block) => {
      const range = document.createRange(), lines = new Map();
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT,
        (node) => node.parentElement.closest(".term-definition") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at += 1) {
        range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
        const top = Math.round(range.getBoundingClientRect().top / 12);
        lines.set(top, (lines.get(top) ?? 0) + 1);
      }
      return [...lines.values()].slice(0, -1);
    })""")
    )
    assert len(lengths) > 12
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_with_less_motion_asked_for_nothing_moves(site_url: str, open_page: Open) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(site_url + "kendala/")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return style.animationName !== "none" && parseFloat(style.animationDuration) > 0;
    }).length""")
    assert moving == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
