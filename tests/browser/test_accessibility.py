"""Tests of accessibility: three engines on all pages and on all that opens, reflow, line length, reduced motion."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser import demo_edition as demo
from browser.accessibility_engines import ENGINES, axe, ibm, sniffer
from browser.page_actions import add_style, use_font
from conftest import ADDRESSES, EDITION, address_of, anchors_on
from edition.model.markdown_scan import bare
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
SCHEMES = {"light": "default", "dark": "slate"}
PAGES = (*ADDRESSES, "404.html")
DEMO_PAGES = (*demo.ADDRESSES, "404.html")
SAMPLE_PAGE = "panduan/"  # the page of the demo edition that is checked in every state, width and color scheme
# Each width and each color scheme once; on ``SAMPLE_PAGE`` every combination of them.
LOOKS = ((360, "light"), (1280, "dark"))
ALL_LOOKS = (*LOOKS, (360, "dark"), (1280, "light"))
STILL = "*, ::before, ::after { transition: none !important }"  # a change of colors takes effect at once


def looks(page: Page, wanted: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Set the page to each wanted width and color scheme in turn; yield them."""
    add_style(page, STILL)
    for width, scheme in wanted:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.wait_for_function("(wanted) => document.body.dataset.mdColorScheme === wanted", arg=SCHEMES[scheme])
        yield width, scheme


@pytest.mark.parametrize("address", PAGES)
def test_no_engine_reports_a_violation(site_url: str, open_page: Open, address: str) -> None:
    page = open_page()
    page.goto(site_url + address)
    for look in looks(page, LOOKS):
        assert axe(page) == [], look
        if look == LOOKS[0]:  # the other engines are slow
            assert [*ibm(page), *sniffer(page)] == [], look


def test_no_engine_reports_a_violation_at_any_width_in_any_scheme(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url + SAMPLE_PAGE)
    for look in looks(page, ALL_LOOKS):
        assert axe(page) == [], look
        if look in LOOKS:
            assert [*ibm(page), *sniffer(page)] == [], look


def test_no_engine_reports_a_violation_in_the_single_file(site: Path, demo_site: Path, open_page: Open) -> None:
    """One color scheme is enough: its colors are those of the pages."""
    page = open_page()
    page.goto((site / FILE).as_uri())
    assert axe(page) == []
    page.goto((demo_site / FILE).as_uri())  # the other engines are slow on long pages
    assert [*ibm(page), *sniffer(page)] == []


def open_cite_dialog(page: Page) -> None:
    """Open the cite dialog of the first citable element, which may be a collapsed note."""
    page.locator(".editor-note > details").evaluate_all("every => every.forEach((each) => { each.open = true; })")
    page.locator("a.cite").first.click()
    page.locator("#cite").wait_for()


def open_search(page: Page) -> None:
    page.locator("[data-search-open]").click()
    page.wait_for_function("() => typeof searchData !== 'undefined'")
    page.locator("#search-input").fill("kebun")
    page.locator("#search li").first.wait_for()


def open_tooltip(page: Page) -> None:
    page.locator("main a.term").first.focus()


def open_thesis(page: Page) -> None:
    """Open the cite dialog with its form for readers who have the thesis."""
    page.locator(".paragraph a.cite").first.click()
    page.locator("#cite [value=thesis]").check()
    page.locator("#cite summary").click()


def select_words(page: Page) -> None:
    """Select a paragraph, and wait for the button that quotes the selection."""
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.paragraph-text p'))")
    page.locator(".quote-offer").wait_for()


def open_menu(page: Page) -> None:
    page.locator("details.menu summary").click()


def uses_terms(text: str) -> bool:
    """Return whether the prose of a page file uses a glossary term outside headings and links."""
    prose = "\n".join(line for line in bare(text).split("\n") if not line.startswith(("#", "///")))
    return any(demo.EDITION.term_matcher.find(re.sub(r"\[[^\]]*\]\([^)]*\)", "", prose)))


# Selector → addresses of the demo pages that have such an element: citable elements, terms in prose and in definitions,
# controls of the frame, paragraphs.
WITH: dict[str, set[str]] = {
    "a.cite": {demo.EDITION.page_url(page.name) for page in demo.EDITION.pages if anchors_on(demo.BUILD, page.name)},
    "main a.term": {demo.EDITION.page_url(page.name) for page in demo.EDITION.pages if uses_terms(page.text)}
    | {demo.page_of_block("glossary")},
    "[data-search-open]": set(DEMO_PAGES),
    "details.menu": set(DEMO_PAGES),
    ".paragraph": {demo.EDITION.page_url(each.page) for each in demo.EDITION.anchors if each.kind == "paragraphs"},
}
# Function that opens something, selector of the element that it uses, selector of what it opens, widths that have it.
STATES = (
    (open_cite_dialog, "a.cite", "#cite", (360, 1280)),
    (open_search, "[data-search-open]", "#search", (360, 1280)),
    (open_tooltip, "main a.term", ".term-definition", (360, 1280)),
    (open_menu, "details.menu", "details.menu nav", (360,)),
    (open_thesis, ".paragraph", "#cite details[open]", (360, 1280)),
    (select_words, ".paragraph", ".quote-offer", (360, 1280)),
)


def test_what_can_be_opened_is_on_every_page_that_has_it(demo_url: str, open_page: Open) -> None:
    page = open_page(360)
    addresses: dict[str, set[str]] = {opener: set() for opener in WITH}
    for address in DEMO_PAGES:
        page.goto(demo_url + address)
        for opener, pages in addresses.items():
            pages |= {address} if page.locator(opener).count() else set()
    assert addresses == WITH


# What opens is the same on every page, except definitions of terms: in the glossary, terms are within definitions.
@pytest.mark.parametrize("address", [SAMPLE_PAGE, demo.page_of_block("glossary")])
@pytest.mark.parametrize(("open_state", "opener", "target", "widths"), STATES, ids=[row[2] for row in STATES])
def test_no_engine_reports_a_violation_in_what_opens(
    demo_url: str,
    open_page: Open,
    open_state: Callable[[Page], None],
    opener: str,
    target: str,
    widths: tuple[int, ...],
    address: str,
) -> None:
    """On ``SAMPLE_PAGE``, check everything; on the other page, only what is open, because the rest is unchanged."""
    if address not in WITH[opener]:
        return
    page = open_page(widths[0])
    page.goto(demo_url + address)
    open_state(page)
    for look in looks(page, [each for each in LOOKS if each[0] in widths]):
        assert page.locator(target).is_visible(), look
        assert axe(page, "html" if address == SAMPLE_PAGE else target) == [], look
    if address == SAMPLE_PAGE:
        assert [*ibm(page), *sniffer(page)] == []


@pytest.mark.parametrize(
    ("engine", "wrong", "rule"),
    [
        ("axe", "<button></button>", "button-name"),
        ("axe", '<img src="data:,">', "image-alt"),
        ("ibm", '<a href="/"><svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg></a>', "svg_graphics_labelled"),
        ("ibm", '<p tabindex="0" role="group" aria-label="x">x</p>', "element_tabbable_role_valid"),
        ("sniffer", '<form><label>x <input type="search"></label></form>', "H32.2"),
        ("sniffer", "<button hidden></button>", "Button.Name"),
    ],
)
def test_an_engine_reports_what_is_wrong(demo_url: str, open_page: Open, engine: str, wrong: str, rule: str) -> None:
    page = open_page()
    page.goto(demo_url + "404.html")
    page.evaluate("(wrong) => document.querySelector('main').insertAdjacentHTML('beforeend', wrong)", wrong)
    assert [line for line in ENGINES[engine](page) if rule in line.split(": ")[0]]


def test_at_four_times_the_size_nothing_is_cut_off(site_url: str, open_page: Open) -> None:
    """WCAG 1.4.10: 1280 px at 400 % are 320 px; text spacing as in 1.4.12."""
    page = open_page(320, 256)
    spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    for address in PAGES:
        page.goto(site_url + address)
        add_style(page, spacing)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


# The number of letters in each line of the paragraphs, without the last.
LINES = """() => [...document.querySelectorAll(".paragraph-text > p:not(.notes)")].flatMap((block) => {
  const range = document.createRange(), lines = new Map();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at += 1) {
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + 1);
    const top = Math.round(range.getBoundingClientRect().top / 12);
    lines.set(top, (lines.get(top) ?? 0) + 1);
  }
  return [...lines.values()].slice(0, -1);
})"""


# Font files (empty: the fonts of the machine): the length of lines must not depend on the fonts of the device.
TEXT_PAGE = address_of(EDITION.dataset.paragraphs[0].anchor)
SERIFS = ("", "DejaVuSerif.ttf", "DejaVuSerifCondensed.ttf")


def average_line_length(page: Page) -> float:
    """Return the average number of letters per line."""
    lengths: list[int] = page.evaluate(LINES)
    assert len(lengths) > 8
    return sum(lengths) / len(lengths)


@pytest.mark.parametrize("width", [1280, 1600])
@pytest.mark.parametrize("face", SERIFS)
def test_lines_have_sixty_to_seventy_five_letters(site_url: str, open_page: Open, face: str, width: int) -> None:
    page = open_page(width)
    page.goto(site_url + TEXT_PAGE)
    if face:
        use_font(page, "--edition-serif", face)
    assert 60 <= average_line_length(page) <= 75


@pytest.mark.parametrize(("measure", "least", "most"), [("90ch", 80, 120), ("40ch", 20, 50)])
def test_other_measures_are_seen(site_url: str, open_page: Open, measure: str, least: int, most: int) -> None:
    page = open_page(1600)
    page.goto(site_url + TEXT_PAGE)
    add_style(page, f":root, body {{ --edition-measure: {measure} }} .md-grid {{ max-width: none }}")
    assert least <= average_line_length(page) <= most


# Elements with a CSS animation, or with a CSS transition of position or size.
MOVING = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration))
    || (/all|transform|width|height|top|left/.test(style.transitionProperty) && lasts(style.transitionDuration));
}).map((element) => element.outerHTML.slice(0, 80))"""


def test_with_less_motion_asked_for_nothing_moves(demo_url: str, open_page: Open) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(demo_url + "panduan/")
    assert page.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    add_style(page, "h1 { transition: transform 1s !important }")
    assert len(page.evaluate(MOVING)) == 1
