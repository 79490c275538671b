"""Tests of the single file: it is complete, in reading order, self-contained, and printable."""

import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.demo_edition import EDITION as DEMO
from conftest import ADDRESS, ADDRESSES, EDITION
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
assert EDITION
ANCHORS = [anchor.name for anchor in EDITION.anchors]


@pytest.fixture(params=["site", "published"])
def path(request: pytest.FixtureRequest) -> Path:
    """Return the single file of a site built without or with a site URL."""
    folder: Path = request.getfixturevalue(request.param)
    return folder / FILE


def test_it_is_small_and_asks_for_nothing(path: Path) -> None:
    content = path.read_bytes()
    assert len(content) <= 260_000
    page = html.document_fromstring(content)
    needed = page.xpath("//@src | //link[not(@rel='canonical')]/@href")
    assert [each for each in needed if not each.startswith("data:")] == []
    assert b"@import" not in content
    assert b"url(" not in content


def test_every_anchor_is_there_once_and_every_link_has_a_target(path: Path) -> None:
    page = html.document_fromstring(path.read_bytes())
    ids: Counter[str] = Counter(page.xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert set(ids) >= set(ANCHORS) | {f"kutip-{name}" for name in ANCHORS}
    links = page.xpath("//a/@href")
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert {link for link in links if not link.startswith(("#", "https://"))} == set()


def test_files_of_the_site_are_linked_where_it_is_published(published: Path) -> None:
    page = html.document_fromstring((published / FILE).read_bytes())
    assert f"{ADDRESS}sitasi/kota-kembar.bib" in page.xpath("//a/@href")
    assert page.xpath("//link[@rel='canonical']/@href") == [ADDRESS]


def test_the_pages_come_in_reading_order_under_one_title(site: Path) -> None:
    page = html.document_fromstring((site / FILE).read_bytes())
    headings = {EDITION.page_url(each.name): each.headings[0].id for each in EDITION.pages}
    assert page.xpath("//h1/@id") == [headings[""]]
    assert page.xpath("//section[contains(@class, 'page-section')]/@aria-labelledby") == [
        headings[url] for url in ADDRESSES
    ]
    assert set(page.xpath("//nav[@id='contents']//a/@href")) >= {
        *(f"#{heading}" for heading in headings.values()),
        *(f"#{anchor.name}" for anchor in EDITION.anchors if anchor.kind == "paragraphs"),
    }


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_it_opens_and_an_anchor_is_shown_below_the_bar(
    demo_site: Path, open_page: Open, width: int, scheme: str
) -> None:
    page = open_page(width, color_scheme=scheme, offline=True)
    for anchor in ("vi-3-p1", "peristiwa-panen", "istilah-kompos"):
        page.goto((demo_site / FILE).as_uri() + f"#{anchor}")
        bar, block = page.locator(".md-header").bounding_box(), page.locator(f"#{anchor}").bounding_box()
        assert bar
        assert block
        assert bar["y"] + bar["height"] <= block["y"] < 300
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark == (scheme == "dark")


def test_without_javascript_everything_is_there_and_a_citation_is_text(demo_site: Path, open_page: Open) -> None:
    page = open_page(360, java_script_enabled=False, offline=True)
    page.goto((demo_site / FILE).as_uri())
    assert page.locator("#vi-3-p2").is_visible()
    assert not page.locator("[data-search-open]").is_visible()
    page.locator('a.cite[href="#kutip-vi-3-p1"]').click()
    entry = page.locator("#kutip-vi-3-p1")
    assert entry.is_visible()
    assert "VI.3 ¶1: Bedeng dan kompos" in (entry.text_content() or "")


def test_the_control_cites_the_published_address_in_every_style(demo_published: Path, open_page: Open) -> None:
    page = open_page(offline=True)
    page.goto((demo_published / FILE).as_uri())
    for anchor, address in (("vi-3-p1", "panduan/#vi-3-p1"), ("istilah-kompos", "glosarium/#istilah-kompos")):
        page.locator(f'a.cite[href="#kutip-{anchor}"]').click()
        for style in ("APA (edisi ke-7)", "BibTeX"):
            page.locator("#cite select").select_option(style)
            assert ADDRESS + address in (page.locator('#cite [data-slot="entry"]').text_content() or "")
        page.keyboard.press("Escape")


def test_a_term_shows_its_definition(demo_site: Path, open_page: Open) -> None:
    page = open_page(offline=True)
    page.goto((demo_site / FILE).as_uri())
    term = page.locator("#vi-3-p1 a.term").first
    assert not page.locator(".term-definition").is_visible()
    term.focus()
    assert "(definisi penyunting)" in (page.locator(".term-definition").text_content() or "")
    assert page.locator(".term-definition").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".term-definition").is_visible()


def test_on_paper_it_has_heads_page_numbers_and_targets_and_no_controls(demo_published: Path, open_page: Open) -> None:
    page = open_page()
    page.goto((demo_published / FILE).as_uri())
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    width, height = (float(side) for side in sheets[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)  # A4, in points
    texts = [sheet.extract_text() for sheet in sheets]
    for number, text in enumerate(texts, 1):
        assert "Edisi mini" in text
        assert f"versi {DEMO.dataset.edition.version}" in text
        assert f"{number} / {len(texts)}" in text
    document = " ".join(" ".join(texts).split())
    assert "Kutip VI.3 ¶1" not in document
    assert "Langsung ke isi" not in document
    assert f"<{ADDRESS}sitasi/kota-kembar.bib>" in document.replace(" ", "")
    assert "(lihat VI.1 ¶1)" in document
