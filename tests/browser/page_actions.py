"""What tests do with a page in the browser: load modules and fonts, add styles, search."""

import base64
import zipfile
from pathlib import Path

from playwright.sync_api import Page

from browser.chromium import FACES
from conftest import ROOT
from edition.outputs.offline_zip import ARCHIVE

MODULES = ROOT / "docs/assets/js"
IMPORT = "async (paths) => { for (const path of paths) Object.assign(window, await import(path)); }"


def import_modules(page: Page, *paths: str) -> Page:
    """Load source modules in a page, and assign their exports to global variables. ``paths`` are relative to
    ``docs/assets/js``. A blank page is first replaced by an empty document with an http URL, because modules need one.
    """
    if page.url == "about:blank":
        page.route("http://127.0.0.1/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto("http://127.0.0.1/")
    page.route("**/modules/**", lambda route: route.fulfill(path=MODULES / route.request.url.partition("/modules/")[2]))
    page.evaluate(IMPORT, [f"/modules/{path}" for path in paths])
    return page


def unzip_offline_copy(site: Path, folder: Path) -> Path:
    """Extract the offline copy of a built site into ``folder``; return the only folder in it."""
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        archive.extractall(folder)
    [top] = folder.iterdir()
    return top


def search(page: Page, query: str) -> None:
    """Open the search dialog, unless it is open, and enter a query."""
    if not page.locator("#search").is_visible():
        page.locator("[data-search-open]").click()
        page.wait_for_function("() => !document.querySelector('#search [data-slot=status]').textContent.endsWith('…')")
    page.locator("#search-input").fill(query)


def result_anchors(page: Page) -> list[str]:
    """Return the anchors of the search results, best first."""
    hashes: list[str] = page.locator("#search ol a").evaluate_all("all => all.map(each => each.hash)")
    return [text.removeprefix("#") for text in hashes]


def add_style(page: Page, style: str) -> None:
    """Add CSS rules through the CSSOM, which the content security policy does not restrict."""
    page.evaluate(
        """(style) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )


def use_font(page: Page, custom_property: str, file: str) -> None:
    """Set a custom property for fonts (such as ``--edition-serif``) to a font file that the tests bring along."""
    source = base64.b64encode((FACES / file).read_bytes()).decode()
    loaded: bool = page.evaluate(
        """([property, source]) => {
          document.body.style.setProperty(property, "brought");
          const face = new FontFace("brought", Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0)));
          document.fonts.add(face);
          return face.load().then(() => true);
        }""",
        [custom_property, source],
    )
    assert loaded
