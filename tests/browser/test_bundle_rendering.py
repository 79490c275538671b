"""Tests that pages look the same with the minified stylesheets as with their sources."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, Route

from browser.demo_edition import EDITION
from browser.http_server import serve
from browser.page_actions import search
from conftest import PUBLISHED, theme_sources
from edition.rendering import bundles, footnote_styles, renderer

Open = Callable[..., Page]
STYLES = "\n".join(
    [
        *theme_sources(),
        *bundles.styles(PUBLISHED, (bundles.THEME_CORRECTIONS, *bundles.STYLES)),
        renderer.print_stylesheet(EDITION),
    ]
)  # with all rules of the theme, also those that no page uses


@pytest.fixture(scope="module")
def url(demo_published: Path) -> Iterator[str]:
    with serve(demo_published) as address:
        yield address


TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def serve_sources(page: Page, styles: str = STYLES) -> None:
    """Answer requests for pages and stylesheets so that each page has the sources instead of its style and bundle."""

    def without_style(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        beside = f"<style>{footnote_styles.rules(html.document_fromstring(text))}</style>"
        route.fulfill(response=answer, body=re.sub("(?s)<style>.*?</style>", lambda _: beside, text))

    page.route("**/site.*.css", lambda route: route.fulfill(body=styles, content_type="text/css"))
    page.route(lambda url: urlsplit(url).path.endswith("/"), without_style)


def take_screenshots(page: Page) -> Iterator[tuple[str, bytes]]:
    """Yield the name and a screenshot of each state of the open page: the full page, unless something overlays it."""

    def shot(full_page: bool = False) -> bytes:
        page.evaluate(TWO_FRAMES)  # observers of the scroll position report after a frame
        return page.screenshot(full_page=full_page, animations="disabled")

    yield "light", shot(full_page=True)
    if page.viewport_size and page.viewport_size["width"] > 1000:  # the other states are compared on small screens
        return
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    yield "dark", shot(full_page=True)
    page.emulate_media(color_scheme="light", media="print")
    yield "print", shot(full_page=True)
    page.emulate_media(media="screen")
    if page.locator(".menu > summary").is_visible():
        page.locator(".menu > summary").click()
        yield "menu", shot()
        page.keyboard.press("Escape")
    if page.locator("a.term:visible").count():
        page.locator("a.term:visible").first.focus()
        yield "definition", shot()
    if page.locator("section.paragraph").count():
        page.evaluate("location.hash = document.querySelector('section.paragraph').id")
        yield "target", shot()
        page.locator("section.paragraph a.cite").first.click()
        page.locator("#cite").wait_for()
        yield "citing", shot()
        page.keyboard.press("Escape")
    search(page, "kebun")
    page.locator("#search ol a").first.wait_for()
    yield "search", shot()
    page.keyboard.press("Enter")
    page.locator("mark.found").first.wait_for()
    yield "found", shot()


def screenshots(open_page: Open, address: str, width: int, styles: str = "") -> dict[str, bytes]:
    """Return the screenshots of a page by state; ``styles``, if given, replace those that the page loads."""
    page = open_page(width, reduced_motion="reduce", bypass_csp=bool(styles))
    if styles:
        serve_sources(page, styles)
    page.goto(address, wait_until="networkidle")
    return dict(take_screenshots(page))


# Pages that together have every kind of content: on wide screens, and on small screens, where every state is compared.
ON_WIDE_SCREENS = ("", "panduan/", "isi/", "glosarium/")
ON_SMALL_SCREENS = ("", "panduan/", "isi/")


@pytest.mark.parametrize(
    ("address", "width"), [*((each, 1280) for each in ON_WIDE_SCREENS), *((each, 360) for each in ON_SMALL_SCREENS)]
)
def test_a_page_looks_as_its_sources_say(url: str, open_page: Open, address: str, width: int) -> None:
    bundled, sources = (screenshots(open_page, url + address, width, styles) for styles in ("", STYLES))
    assert [state for state, picture in sources.items() if bundled[state] != picture] == []


def test_a_rule_that_was_lost_is_seen(url: str, open_page: Open) -> None:
    without = STYLES.replace(PUBLISHED.assets["citing/cite-dialog.css"], "")
    bundled, sources = (screenshots(open_page, f"{url}panduan/", 360, styles) for styles in ("", without))
    assert "citing" in [state for state, picture in sources.items() if bundled[state] != picture]
