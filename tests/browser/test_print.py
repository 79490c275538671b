"""Tests of pages in print: paper size, headers and footers, colors, addresses."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from conftest import ADDRESS, ADDRESSES, EDITION, VIEWS, page_of_block

PAGES = ADDRESSES


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_prints_as_a_document(site_url: str, open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    for address in PAGES if scheme == "light" else PAGES[1:2]:  # for the dark scheme one page is enough
        page.goto(site_url + address)
        title = page.locator("h1").inner_text()
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert [round(float(side)) for side in sheets[0].mediabox[2:]] == [595, 842], address
        texts = [sheet.extract_text() for sheet in sheets]
        assert title in texts[0].replace("\n", " "), address
        for number, text in enumerate(texts, 1):
            assert "Kota Kembar Jakarta–Hanoi: edisi parafrasa bab penutup" in text, address
            assert f"{number} / {len(texts)}" in text, address
        document = " ".join(texts)
        for control in ("Daftar isi", "Kembali ke atas", "Kutip VI.1", "Cari dalam edisi", "→ VI.1"):
            assert control not in document, (address, control)


def test_paper_is_white_and_ink_is_black_in_the_dark_too(demo_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page(color_scheme="dark")
    page.goto(f"{demo_url}panduan/")
    page.emulate_media(media="print", color_scheme="dark")
    color = "getComputedStyle(document.querySelector('#vi-3-p1 p:not([class])')).color"
    assert page.evaluate(color) == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    )


def test_a_page_says_its_published_address_on_paper_only(demo_published: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(watched=False)
    page.goto((demo_published / "panduan/index.html").as_uri())
    address = page.get_by_text(f"{ADDRESS}panduan/", exact=True)
    assert not address.is_visible()
    page.emulate_media(media="print")
    assert address.is_visible()


def test_no_record_stands_alone_on_the_last_page(site_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    for block, titles in (
        ("efforts", [each.title.id for each in EDITION.dataset.efforts]),
        ("recommendations", [each.title.id for each in EDITION.dataset.recommendations]),
        ("timeline", [each.title.id for each in VIEWS.timeline]),
    ):
        page.goto(site_url + page_of_block(block))
        last = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[-1]
        text = " ".join(last.extract_text().split())
        assert sum(title in text for title in titles) != 1, block
