"""Shared by browser tests: headless Chromium, pages that report errors, local servers, and actions of readers."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from browser import demo_edition as demo
from browser.chromium import launched
from browser.http_server import serve
from browser.page_actions import unzip_offline_copy
from conftest import ADDRESS, Once
from edition.outputs.single_file import FILE

VARIANTS = ("site", "offline copy", "single file")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running headless Chromium. If there is none, fail under CI, and skip the test elsewhere."""
    try:
        with launched() as started:
            yield started
    except RuntimeError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Return the URL of the served edition, built without a site URL."""
    with serve(site) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a blank page in a new browser context. At the end, the test fails if a watched page
    logged an error, made a request that failed, or made a request to another host.
    """
    contexts = []
    failures: list[str] = []

    def open_in_new_context(width: int = 1280, height: int = 800, watched: bool = True, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        if watched:
            _watch(page, failures)
        return page

    yield open_in_new_context
    for context in contexts:
        context.close()
    assert failures == []


def _watch(page: Page, failures: list[str]) -> None:
    """Record errors in the console, failed requests, HTTP errors, and requests to other hosts in ``failures``."""
    page.on("console", lambda message: failures.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("request", lambda request: failures.append(f"external: {request.url}") if _is_external(request) else None)
    page.on(
        "response", lambda answer: failures.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
    )
    # leaving a page aborts its requests; that is no failure
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else failures.append(f"failed: {request.url}"),
    )


def _is_external(request: Request) -> bool:
    address = urlsplit(request.url)
    return address.scheme not in ("file", "data", "blob") and address.hostname != "127.0.0.1"


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """Return the extracted offline copy of the edition."""
    return unzip_offline_copy(site, tmp_path)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sources of the demo edition."""
    return demo.copy_to(tmp_path_factory.mktemp("sources") / "demo")


@pytest.fixture(scope="session")
def demo_site(built_once: Once, demo_folder: Path) -> Path:
    """Return the demo edition, built without a site URL."""
    return built_once("demo", demo_folder)


@pytest.fixture(scope="session")
def demo_published(built_once: Once, demo_folder: Path) -> Path:
    """Return the demo edition, built with the site URL ``ADDRESS``."""
    return built_once("demo-published", demo_folder, SITE_URL=ADDRESS)


@pytest.fixture(scope="session")
def demo_original(built_once: Once, demo_folder: Path) -> Path:
    """Return the demo edition, built with its original."""
    return built_once("demo-original", demo_folder, CHAPTER=str(demo_folder / "naskah.txt"))


@pytest.fixture(scope="session")
def demo_url(demo_site: Path) -> Iterator[str]:
    """Return the URL of the served demo edition, built without a site URL."""
    with serve(demo_site) as url:
        yield url


@pytest.fixture(scope="session")
def demo_original_url(demo_original: Path) -> Iterator[str]:
    """Return the URL of the served demo edition with its original."""
    with serve(demo_original) as url:
        yield url


@pytest.fixture
def demo_copy(demo_published: Path, tmp_path: Path) -> Path:
    """Return the extracted offline copy of the demo edition."""
    return unzip_offline_copy(demo_published, tmp_path)


@pytest.fixture(params=VARIANTS)
def everywhere(request: pytest.FixtureRequest) -> str:
    """Return the URL of a page of the demo edition: on the site, in the offline copy, and of the single file."""
    return url_in_variant(request, "panduan/", "demo_")


def url_in_variant(request: pytest.FixtureRequest, page: str, prefix: str = "") -> str:
    """Return the URL of ``page`` in the variant that is the parameter of the fixture ``request``. ``prefix`` is that of
    the fixtures of the edition.
    """
    site: Path = request.getfixturevalue(f"{prefix}site")
    if request.param == "site":
        return f"{request.getfixturevalue(f'{prefix}url' if prefix else 'site_url')}{page}"
    if request.param == "single file":
        return (site / FILE).as_uri()
    copy: Path = request.getfixturevalue(f"{prefix}copy")
    return (copy / page / "index.html").as_uri()


@pytest.fixture(scope="session")
def crowded_site(built_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo edition, built with each of its events fifteen times."""
    folder = demo.copy_to(tmp_path_factory.mktemp("sources") / "crowded")
    demo.repeat_events(folder, 15)
    return built_once("crowded", folder)


@pytest.fixture(scope="session")
def crowded_url(crowded_site: Path) -> Iterator[str]:
    """Return the URL of the served demo edition with many events."""
    with serve(crowded_site) as url:
        yield url
