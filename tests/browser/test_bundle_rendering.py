"""What pages load looks as its sources do: every page in every state, with the one and with the other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from browser.demo import EDITION
from browser.http_server import serve
from browser.pages import search
from conftest import PUBLISHED
from edition.rendering import bundles, renderer
from edition.rendering.theme_styles import whole_stylesheet

Open = Callable[..., Page]
STYLES = "\n".join(
    [whole_stylesheet(), *bundles.styles(PUBLISHED, (bundles.THEME_CORRECTIONS, *bundles.STYLES))]
)  # with all rules of the theme


@pytest.fixture(scope="module")
def url(demo_published: Path) -> Iterator[str]:
    with serve(demo_published) as address:
        yield address


def plainly(page: Page, styles: str = STYLES) -> None:
    """Let pages have the sources of the styles, as they stand in the repository."""

    def answer(text: str) -> Callable[[Route], None]:
        return lambda route: route.fulfill(body=text, content_type="text/css")

    page.route("**/site.*.css", answer(styles))
    page.route("**/print.*.css", answer(renderer.print_stylesheet(EDITION)))


def pictures(page: Page) -> Iterator[tuple[str, bytes]]:
    """The states of the page that is open, each with its photograph; the whole of it, where nothing lies above it."""

    def taken(whole: bool = False) -> bytes:
        return page.screenshot(full_page=whole, animations="disabled")

    yield "light", taken(whole=True)
    if page.viewport_size and page.viewport_size["width"] > 1000:  # the rest is as it is on a phone
        return
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    yield "dark", taken(whole=True)
    page.emulate_media(color_scheme="light", media="print")
    yield "print", taken(whole=True)
    page.emulate_media(media="screen")
    if page.locator(".menu > summary").is_visible():
        page.locator(".menu > summary").click()
        yield "menu", taken()
        page.keyboard.press("Escape")
    if page.locator(".term a:visible").count():
        page.locator(".term a:visible").first.focus()
        yield "definition", taken()
    if page.locator("section.paragraph").count():
        page.evaluate("location.hash = document.querySelector('section.paragraph').id")
        yield "target", taken()
        page.locator("section.paragraph a.cite").first.click()
        page.locator("#cite").wait_for()
        yield "citing", taken()
        page.keyboard.press("Escape")
    search(page, "kebun")
    page.locator("#search ol a").first.wait_for()
    yield "search", taken()


def photographed(open_page: Open, address: str, width: int, styles: str = "") -> dict[str, bytes]:
    page = open_page(width, reduced_motion="reduce")
    if styles:
        plainly(page, styles)
    page.goto(address, wait_until="networkidle")
    return dict(pictures(page))


# Pages that between them have every kind of content: on a desk, and some on a phone, there in every state.
ON_DESKS = ("", "panduan/", "isi/", "glosarium/")
ON_PHONES = ("", "panduan/", "isi/")


@pytest.mark.parametrize(
    ("address", "width"), [*((each, 1280) for each in ON_DESKS), *((each, 360) for each in ON_PHONES)]
)
def test_a_page_looks_as_its_sources_say(url: str, open_page: Open, address: str, width: int) -> None:
    made, plain = (photographed(open_page, url + address, width, styles) for styles in ("", STYLES))
    assert [state for state, picture in plain.items() if made[state] != picture] == []


def test_a_rule_that_was_lost_is_seen(url: str, open_page: Open) -> None:
    without = STYLES.replace(PUBLISHED.assets["citing/cite-dialog.css"], "")
    made, plain = (photographed(open_page, f"{url}panduan/", 360, styles) for styles in ("", without))
    assert "citing" in [state for state, picture in plain.items() if made[state] != picture]
