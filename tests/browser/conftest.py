"""A real Chromium, and pages that may fail neither to load nor at what they fetch."""

import base64
import functools
import os
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import FACES, launched
from conftest import ROOT
from edition.outputs.offline_zip import ARCHIVE
from edition.outputs.single_file import FILE


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    protocol_version = "HTTP/1.1"  # a connection serves more than one file

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; without one the test fails under CI and is skipped elsewhere."""
    try:
        with launched() as started:
            yield started
    except RuntimeError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@contextmanager
def serve(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder on the loopback; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The built site, served on the loopback."""
    with serve(site) as address:
        yield address


MODULES = ROOT / "docs/assets/js"
IMPORT = "async (paths) => { for (const path of paths) Object.assign(window, await import(path)); }"


def import_modules(page: Page, *paths: str) -> Page:
    """Let a page import ES modules, as they are in the source (by their paths there); what they export is a global
    variable then. A page that is blank yet is served from here, too.
    """
    if page.url == "about:blank":
        page.route("http://127.0.0.1/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto("http://127.0.0.1/")
    page.route("**/modules/**", lambda route: route.fulfill(path=MODULES / route.request.url.partition("/modules/")[2]))
    page.evaluate(IMPORT, [f"/modules/{path}" for path in paths])
    return page


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages in fresh contexts (``open_page(width=360, ...)``) and, at the end, allows no trouble."""
    contexts = []
    troubles: list[str] = []

    def opened(width: int = 1280, height: int = 800, watched: bool = True, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        if watched:
            _watch(page, troubles)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def _watch(page: Page, troubles: list[str]) -> None:
    """Note every error and every request that fails, is answered with an error, or leaves the site."""
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(f"foreign: {request.url}") if _foreign(request.url) else None)
    page.on(
        "response", lambda answer: troubles.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
    )
    # a request that is cut short by going on to the next page has not failed
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else troubles.append(f"failed: {request.url}"),
    )


def _foreign(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme not in ("file", "data", "blob") and address.hostname != "127.0.0.1"


def unzipped(site: Path, folder: Path) -> Path:
    """The one folder of the archive, below ``folder``."""
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        archive.extractall(folder)
    [top] = folder.iterdir()
    return top


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """The offline copy, unzipped."""
    return unzipped(site, tmp_path)


@pytest.fixture(params=["site", "copy", "single file"])
def place(request: pytest.FixtureRequest) -> str:
    """The address of a page to search from."""
    if request.param == "site":
        return f"{request.getfixturevalue('site_url')}kendala/"
    if request.param == "single file":
        built: Path = request.getfixturevalue("site")
        return (built / FILE).as_uri()
    folder: Path = request.getfixturevalue("copy")
    return (folder / "kendala/index.html").as_uri()


def searching(page: Page, query: str) -> None:
    """Open the search if need be, and type."""
    if not page.locator("#search").is_visible():
        page.locator("[data-search-open]").click()
        page.wait_for_function("() => !document.querySelector('#search [data-slot=status]').textContent.endsWith('…')")
    page.locator("#search-input").fill(query)


def found(page: Page) -> list[str]:
    """The anchors of the results, best first."""
    hashes: list[str] = page.locator("#search ol a").evaluate_all("all => all.map(each => each.hash)")
    return [text.removeprefix("#") for text in hashes]


def add_style(page: Page, style: str) -> None:
    """Add a style in the way that a policy on the page has no say in."""
    page.evaluate(
        """(style) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )


def set_in(page: Page, role: str, face: str) -> None:
    """Set what a custom property names (``--edition-serif``) in a face that the tests bring, by its file's name."""
    source = base64.b64encode((FACES / face).read_bytes()).decode()
    loaded: bool = page.evaluate(
        """([role, source]) => {
          document.body.style.setProperty(role, "brought");
          const face = new FontFace("brought", Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0)));
          document.fonts.add(face);
          return face.load().then(() => true);
        }""",
        [role, source],
    )
    assert loaded
