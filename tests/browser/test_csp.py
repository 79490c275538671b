"""Tests that the content security policy of every page is strict, and that no state of a page violates it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from browser.demo_edition import ADDRESSES
from browser.http_server import serve
from browser.page_actions import search, unzip_offline_copy
from conftest import ADDRESSES as LIVE_ADDRESSES
from conftest import MINI, ROOT, Once, copy_of
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
# Collects the violations that the browser reports; runs before the first script of a page.
COLLECT_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
  window.violations.push([violatedDirective, blockedURI, sample].join(" "));
});
"""


@pytest.fixture(scope="module")
def url(demo_published: Path) -> Iterator[str]:
    with serve(demo_published) as address:
        yield address


def go_through_states(page: Page) -> None:
    """Go through all interactions that the page offers."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        page.locator("[data-scheme-switch]:visible").click()
    menu, term, cite = (page.locator(f"{each}:visible").first for each in (".menu > summary", "a.term", "main a.cite"))
    if menu.count():
        menu.click()
        menu.click()
    if term.count():
        term.focus()
        page.keyboard.press("Escape")
    if cite.count():
        cite.click()
        page.locator("#cite").wait_for()
        with page.expect_download():
            page.locator('#cite [data-file="1"]').click()
        page.keyboard.press("Escape")
    if page.locator(".paragraph-text").count():
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.paragraph-text p'))")
        page.locator(".quote-offer").wait_for()
        page.keyboard.press("Alt+K")
        page.locator("#cite").wait_for()
        page.keyboard.press("Escape")
    search(page, "kebun")
    page.locator("#search ol a").first.wait_for()
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")


def violations(page: Page) -> list[str]:
    """Return the violations so far, each with directive, blocked URI and sample."""
    reports: list[str] = page.evaluate("window.violations")
    return reports


@pytest.mark.parametrize(("address", "width"), [*((address, 360) for address in ADDRESSES), ("panduan/", 1280)])
def test_no_page_breaks_its_policy_in_any_state(url: str, open_page: Open, address: str, width: int) -> None:
    page = open_page(width)
    page.add_init_script(COLLECT_VIOLATIONS)
    page.goto(url + address)
    go_through_states(page)
    assert violations(page) == []


def test_neither_do_the_copies(demo_published: Path, tmp_path: Path, open_page: Open) -> None:
    folder = unzip_offline_copy(demo_published, tmp_path)
    # two pages are enough: all pages of the archive have the same policy and scripts
    for path in [*(folder / address / "index.html" for address in ADDRESSES[:2]), demo_published / FILE]:
        page = open_page(1280)
        page.add_init_script(COLLECT_VIOLATIONS)
        page.goto(path.as_uri())
        go_through_states(page)
        assert violations(page) == [], path


def test_neither_does_a_page_that_leads_on(built_once: Once, tmp_path: Path, open_page: Open) -> None:
    mini = copy_of(MINI, tmp_path / "mini")
    shutil.copytree(ROOT / "docs/assets", mini / "docs/assets")  # the miniature edition has none of its own
    page = open_page(watched=False)
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    with serve(built_once("mini with assets", mini)) as url:
        page.goto(f"{url}kisah/")
        page.wait_for_url(f"{url}isi/")  # its script has redirected
    assert [text for text in messages if "Content Security Policy" in text] == []


BREACHES = {
    "style-src": "document.body.setAttribute('style', 'color: red')",
    "script-src": "document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))",
    "img-src": "document.body.append(Object.assign(new Image(), { src: 'https://lain.example/a.png' }))",
    "connect-src": "fetch('https://lain.example/').catch(() => {})",
    "base-uri": "document.head.append(Object.assign(document.createElement('base'), { href: 'https://x.example/' }))",
}


@pytest.mark.parametrize("directive", BREACHES)
def test_what_is_not_of_the_site_is_reported_and_kept_out(url: str, open_page: Open, directive: str) -> None:
    page = open_page(watched=False)
    page.add_init_script(COLLECT_VIOLATIONS)
    page.goto(url)
    page.evaluate(BREACHES[directive])
    page.wait_for_function("() => window.violations.length")
    assert violations(page)[0].startswith(directive)


INLINE = "//style | //script[not(@src)][not(contains(@type, 'json'))]"


def policy_of(path: Path) -> dict[str, list[str]]:
    """Return the content security policy of a page: directive → sources."""
    [content] = html.document_fromstring(path.read_bytes()).xpath("//meta[@http-equiv]/@content")
    return {name: sources for name, *sources in (part.split() for part in str(content).split(";"))}


def test_every_page_has_a_policy_without_exceptions(published: Path, mini_site: Path) -> None:
    paths = [path for path in published.rglob("*.html") if path.name != "kota-kembar.html"]
    for path in [*paths, mini_site / "kisah/index.html", published / FILE]:
        policy = policy_of(path)
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == ["'none'"]
        sources = [source for each in policy.values() for source in each]
        assert not [source for source in sources if "unsafe" in source or "*" in source or "http" in source], path
        if path.name != "kota-kembar.html":
            digests = [source for source in sources if "sha256" in source]
            inline = html.document_fromstring(path.read_bytes()).xpath(INLINE)
            assert len(digests) == len(inline) == (2 if path.is_relative_to(published) else 0), path
            assert set(policy["script-src"]) | set(policy["style-src"]) == {"'self'", *digests}


def test_the_policy_stands_ahead_of_all_that_it_governs(published: Path) -> None:
    for address in LIVE_ADDRESSES:
        page = html.document_fromstring((published / address / "index.html").read_bytes())
        [policy] = page.xpath("//meta[@http-equiv]")
        assert policy.getparent().tag == "head"
        assert not policy.xpath("preceding::script | preceding::link | preceding::style")
