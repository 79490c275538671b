"""The search dialog and the landing: on the site, in the unzipped copy and in the single file."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import found, searching
from edition.page.bundles import SEARCH_INDEX

Open = Callable[..., Page]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_result_lands_on_its_paragraph_with_the_match_marked(place: str, width: int, open_page: Open) -> None:
    page = open_page(width)
    page.goto(place)
    searching(page, "kesetaraan")
    page.locator('#cari ol a[href$="#vi-2-p4"]').click()
    mark = page.locator("#vi-2-p4 mark.found")
    mark.wait_for()
    assert mark.all_text_contents() == ["setara"]
    assert page.url.endswith("#vi-2-p4")
    assert "?" not in page.url
    header, block = page.locator(".md-header").bounding_box(), page.locator("#vi-2-p4").bounding_box()
    assert header
    assert block
    assert header["y"] + header["height"] <= block["y"] < 400
    page.keyboard.press("Escape")
    assert mark.count() == 0


def test_a_result_on_the_same_page_lands_there_without_loading_it_again(place: str, open_page: Open) -> None:
    page = open_page()
    page.goto(place)
    page.evaluate("window.loadedOnce = true")
    searching(page, "renovasi")
    page.locator('#cari ol a[href$="#vi-1-p4"]').click()
    assert page.locator("#vi-1-p4 mark.found").all_text_contents() == ["merenovasi"]
    assert not page.locator("#cari").is_visible()
    assert page.evaluate("window.loadedOnce")


def test_a_compound_is_marked_as_one_and_its_parts_elsewhere_are_not(place: str, open_page: Open) -> None:
    page = open_page()
    page.goto(place)
    for query in ("ketidakberhasilan", "ketidak berhasilan"):
        searching(page, query)
        page.locator('#cari ol a[href$="#vi-1-p4"]').click()
        page.locator("#vi-1-p4 mark.found").first.wait_for()
        assert set(page.locator("#vi-1-p4 mark.found").all_text_contents()) == {"tidak berhasil"}


def test_a_heading_is_landed_on_with_its_section_marked(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    searching(page, "Android")
    page.keyboard.press("Enter")
    page.locator("mark.found").first.wait_for()
    assert page.url.endswith("/tentang/#luring")
    assert set(page.locator("mark.found").all_text_contents()) == {"Android"}


def test_a_paragraph_is_shown_by_its_number(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    searching(page, "stagnan")
    result = page.locator("#cari li", has=page.locator('a[href$="#vi-1-p6"]'))
    assert result.locator(".search-label").inner_text() == "VI.1 ¶6"
    assert result.locator("p mark").all_text_contents() == ["stagnan"]


def test_english_terms_in_results_carry_their_language(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    searching(page, "Letter of Intent")
    title = page.locator('#cari a[href$="#peristiwa-loi-2003"]')
    assert title.locator("i[lang=en]").all_text_contents() == ["Letter of Intent"]
    assert title.text_content() == "23 November 2003 Letter of Intent ditandatangani"


def test_keys_open_go_through_and_close_it(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Control+k")
    page.wait_for_function("() => typeof searchData !== 'undefined'")
    page.keyboard.type("kunjungan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#cari ol a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "cari-kata"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")  # a browser may take the first to empty the field
    assert not page.locator("#cari").is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-search-open')")


def test_many_results_are_folded_and_can_be_unfolded(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    searching(page, "kerja sama")
    total = int((page.locator('#cari [role="status"]').text_content() or "").split()[0])
    assert len(found(page)) == 20 < total
    page.get_by_role("button", name="Tampilkan semua").click()
    assert len(found(page)) == total


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kucing", "Tidak ada hasil untuk “kucing”."),
        ("stagnan", "3 hasil"),
        ("negosiasi dengan Tim Teknis", "Tidak ada bagian yang memuat semua kata itu; "),
        ("", ""),
    ],
)
def test_it_says_what_it_found(query: str, said: str, site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    searching(page, query)
    assert (page.locator('#cari [role="status"]').text_content() or "").startswith(said)


def test_it_says_when_its_data_cannot_be_loaded(site_url: str, open_page: Open) -> None:
    page = open_page(watched=False)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"**/{SEARCH_INDEX}", lambda route: route.abort())
    page.goto(site_url)
    page.locator("[data-search-open]").click()
    page.get_by_text("Data pencarian belum dapat dimuat").wait_for()
    page.unroute(f"**/{SEARCH_INDEX}")
    page.keyboard.press("Escape")
    searching(page, "stagnan")  # a second try asks only for what is missing
    page.get_by_text("3 hasil").wait_for()
    assert errors == []


def test_without_javascript_no_search_is_offered(site_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url)
    assert not page.locator("[data-search-open]").is_visible()


def test_nothing_is_loaded_for_searching_before_it_is_asked_for(site_url: str, open_page: Open) -> None:
    page = open_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site_url, wait_until="networkidle")
    assert [url for url in requests if url.endswith(("stemming.js", "reading.js", "searching.js", "index.js"))] == []
