"""Tests of the offline copy, extracted and opened from ``file://`` URLs: pages, links, search, citing."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from browser.page_actions import unzip_offline_copy
from conftest import EDITION, VIEWS
from edition.outputs.offline_zip import ARCHIVE

Open = Callable[..., Page]


@pytest.fixture(params=["salinan", "salinan edisi Hà Nội"])
def copy(site: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return the extracted offline copy, in a folder with or without spaces and diacritics."""
    return unzip_offline_copy(site, tmp_path / str(request.param))


def pages(copy: Path) -> list[Path]:
    """Return the HTML files of all pages."""
    return sorted(path for path in copy.rglob("index.html"))


def test_the_archive_is_small_and_one_folder(site: Path) -> None:
    assert (site / ARCHIVE).stat().st_size <= 700_000
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"kota-kembar-luring"}
    assert [name for name in names if name.endswith((".map", ".gz"))] == []


def test_every_page_opens_and_every_link_has_a_target(copy: Path, open_page: Open) -> None:
    page = open_page(360, offline=True)
    assert len(pages(copy)) == len(EDITION.pages) + len(VIEWS.renamed_pages())
    ids: dict[str, set[str]] = {}
    links: set[str] = set()
    for path in pages(copy):
        page.goto(path.as_uri(), wait_until="load")
        assert page.locator("h1").is_visible()
        ids[path.as_uri()] = set(page.locator("[id]").evaluate_all("all => all.map(each => each.id)"))
        resolved = "all => all.map(each => new URL(each.getAttribute('href'), location).href)"
        links |= set(page.locator("a[href]").evaluate_all(resolved))
    for link in sorted(links):
        address, _, fragment = link.partition("#")
        if address.startswith("file:"):
            assert address.startswith(copy.as_uri()), link
            assert address in ids or Path(unquote(urlsplit(address).path)).is_file(), link
            assert not fragment or address not in ids or fragment in ids[address], link


def test_search_works_from_every_depth_and_stays_in_the_copy(demo_copy: Path, open_page: Open) -> None:
    page = open_page(offline=True)
    for path in pages(demo_copy)[::2]:
        page.goto(path.as_uri())
        page.keyboard.press("Control+k")
        page.locator("#search-input").fill("hidroponik")
        result = page.locator("#search ol a").first
        assert (result.get_attribute("href") or "").startswith(f"{demo_copy.as_uri()}/glosarium/index.html")
        result.click()
        page.locator("#istilah-hidroponik mark.found").wait_for()
        assert page.url == f"{demo_copy.as_uri()}/glosarium/index.html#istilah-hidroponik"


def test_citing_tooltips_and_light_and_dark_work(demo_copy: Path, open_page: Open) -> None:
    page = open_page(offline=True)
    page.goto((demo_copy / "panduan/index.html").as_uri() + "#vi-3-p1")
    term = page.locator("#vi-3-p1 a.term").first
    term.hover()
    assert page.locator(".term-definition").is_visible()
    page.locator('a.cite[href$="#kutip-vi-3-p1"]').click()
    assert "VI.3 ¶1" in (page.locator('#cite [data-slot="entry"]').text_content() or "")
    page.keyboard.press("Escape")
    for scheme in ("terang", "gelap"):
        page.get_by_role("button", name=f"Ganti ke tampilan {scheme}").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.goto((demo_copy / "isi/index.html").as_uri())
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_an_anchor_of_another_page_is_found_there(demo_copy: Path, open_page: Open) -> None:
    page = open_page(offline=True)
    page.goto((demo_copy / "isi/index.html").as_uri() + "#vi-3-p1")
    page.wait_for_url(f"{(demo_copy / 'panduan/index.html').as_uri()}#vi-3-p1")
