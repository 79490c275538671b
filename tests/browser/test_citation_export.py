"""Tests of exported citations: downloads, copied permalinks, the share sheet, and metadata for reference managers."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Route, expect

import conftest
from browser.demo_edition import ADDRESSES, EDITION, PUBLISHED, address_of, page_of_block
from browser.http_server import serve
from browser.page_actions import import_modules
from conftest import ADDRESS, anchors_on
from edition.citations.csl_items import anchor_item
from edition.citations.export_formats import bibtex, csl_json, ris
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
FORMATS = {
    "RIS": ("ris", "application/x-research-info-systems"),
    "BibTeX": ("bib", "application/x-bibtex"),
    "CSL-JSON": ("json", "application/vnd.citationstyles.csl+json"),
}


@pytest.fixture(scope="module")
def url(demo_published: Path) -> Iterator[str]:
    with serve(demo_published) as address:
        yield address


@pytest.fixture(params=["online", "file", "single file"])
def where(request: pytest.FixtureRequest, demo_published: Path, url: str) -> str:
    """Return the URL of a page that shows the obstacle K1."""
    page = address_of("kendala-kekeringan").partition("#")[0]
    urls = {
        "online": url + page,
        "file": (demo_published / page / "index.html").as_uri(),
        "single file": (demo_published / FILE).as_uri(),
    }
    return urls[request.param]


def open_cite_dialog(page: Page, name: str) -> Page:
    """Open the cite dialog of an anchor on the current page; return the page."""
    page.locator(f'a.cite[href$="#kutip-{name}"]').first.click()
    page.locator("#cite").wait_for()
    return page


@pytest.mark.parametrize("label", FORMATS)
def test_one_action_makes_a_file_of_an_anchor(where: str, demo_published: Path, open_page: Open, label: str) -> None:
    ending, kind = FORMATS[label]
    page = open_page()
    page.goto(where)
    page.evaluate(
        """() => {
          const make = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            window.kind = blob.type;
            return make(blob);
          };
        }"""
    )
    open_cite_dialog(page, "kendala-kekeringan")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Unduh {label}").click()
    assert waiting.value.suggested_filename == f"kota-kembar-kendala-kekeringan.{ending}"
    expected = (demo_published / f"sitasi/kota-kembar-kendala-kekeringan.{ending}").read_bytes()
    assert Path(waiting.value.path()).read_bytes() == expected
    assert page.evaluate("window.kind") == kind


TITLES = [
    "R&D", 'Kata "dalam" kutip', "a < b > c", "{lengkap}", "50 % penuh", "snake_case", "nomor #1", "kira~kira", "a^b",
    "a\\b", "Hà Nội và Thăng Long", "Kota 🏙 tua", "--- tiga --", "Apa?", "“Satu” ‘dua’",
]  # fmt: skip
# For each title: the files that the cite dialog would save for an anchor if that were its title.
FILES = """async ([name, titles]) => {
  await loadScript("citations");
  provideCitations(async () => citationData);
  const data = await loadCitations();
  return titles.map((title) => {
    data.anchors[name][0] = title;
    return cite([placeOf(name)], "edition", 0, null).files;
  });
}"""


@pytest.mark.parametrize("name", ["vi-3-p1", "istilah-kompos"])  # a page with paragraphs, and one without
def test_a_title_survives_in_the_files_that_a_browser_makes(url: str, open_page: Open, name: str) -> None:
    page = open_page()
    page.goto(url + address_of(name))
    import_modules(page, "frame/lazy-loading.js", "citing/citation-format.js")
    work = anchor_item(PUBLISHED, next(each for each in EDITION.anchors if each.name == name))
    for title, files in zip(TITLES, page.evaluate(FILES, [name, TITLES]), strict=True):
        expected = work | {"title": title}
        assert files == [bibtex(expected), ris(expected), csl_json([expected])]


def test_without_javascript_a_link_gives_the_file(url: str, demo_published: Path, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{url}{page_of_block('anchors')}#kutip-vi-3-p1")
    with page.expect_download() as waiting:
        page.locator('#kutip-vi-3-p1 a[href$=".ris"]').click()
    assert waiting.value.suggested_filename == "kota-kembar-vi-3-p1.ris"
    assert Path(waiting.value.path()).read_bytes() == (demo_published / "sitasi/kota-kembar-vi-3-p1.ris").read_bytes()


def test_the_files_of_all_are_saved_not_shown(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{url}{page_of_block('anchors')}")
    for ending in ("bib", "ris", "json"):
        with page.expect_download() as waiting:
            page.locator(f'main a[download="kota-kembar.{ending}"]').click()
        assert waiting.value.suggested_filename == f"kota-kembar.{ending}"


def test_the_permalink_copies_in_one_action_and_says_so(where: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(where)
    link = page.locator('a.permalink[href$="#kendala-kekeringan"]').first
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("data-copied", "tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS + address_of("kendala-kekeringan")
    assert page.locator("dialog[open]").count() == 0
    expect(page.locator("[role=status]", has_text="Tautan tetap tersalin.")).to_have_count(1)


def test_the_permalink_of_a_note_that_stands_elsewhere_leads_nowhere(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    link = page.locator('.editor-note a.permalink[href$="#catatan-bentuk-jamak"]')
    link.click()
    expect(link).to_have_attribute("data-copied", "tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS + address_of("catatan-bentuk-jamak")
    assert page.url == url + address_of("vi-3-p1")


def test_where_the_clipboard_is_closed_to_scripts_the_older_way_is_taken(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    page.goto(url + address_of("vi-3-p1"))
    page.evaluate("addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); })")
    page.locator("#vi-3-p1 a.permalink").first.click()
    expect(page.locator("#vi-3-p1 a.permalink").first).to_have_attribute("data-copied", "tersalin")
    assert page.evaluate("window.copied") == ADDRESS + address_of("vi-3-p1")


def test_on_a_phone_the_system_shares_title_and_permalink(url: str, open_page: Open) -> None:
    page = open_page(360, 740, has_touch=True, is_mobile=True)
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.goto(url + address_of("vi-3-p1"))
    open_cite_dialog(page, "vi-3-p1").get_by_role("button", name="Bagikan").tap()
    page.wait_for_function("() => window.shared")
    assert page.evaluate("window.shared") == {
        "title": "VI.3 ¶1: Bedeng dan kompos", "url": ADDRESS + address_of("vi-3-p1"),
    }  # fmt: skip


def test_elsewhere_nothing_is_shared(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(url + address_of("vi-3-p1"))
    open_cite_dialog(page, "vi-3-p1")
    assert page.get_by_role("button", name="Bagikan").count() == 0


HOST = "http://kampus.example/edisi/"


def route_host(page: Page, site: Path) -> None:
    """Answer requests to ``HOST`` with the files of a site, without a network."""

    def answer(route: Route) -> None:
        path = site / route.request.url.removeprefix(HOST).partition("?")[0]
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    page.route(f"{HOST}**", answer)


def test_a_site_built_without_an_address_cites_the_one_that_it_is_served_from(demo_site: Path, open_page: Open) -> None:
    page = open_page(watched=False, **CLIPBOARD)
    route_host(page, demo_site)
    address = HOST + address_of("vi-3-p1")
    page.goto(address)
    open_cite_dialog(page, "vi-3-p1")
    assert (page.locator('#cite [data-slot="entry"]').text_content() or "").endswith(address)
    assert not page.locator('#cite [data-slot="no-address"]').is_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh RIS").click()
    assert f"UR  - {address}\r\n" in Path(waiting.value.path()).read_bytes().decode()
    fields = [parse_qs(title) for title in page.locator(".Z3988").evaluate_all("all => all.map(each => each.title)")]
    assert fields[0]["rft_id"] == [address]  # COinS have the same address, and the first is that of the anchor
    assert len([each for each in fields if "rft_id" in each]) == len(fields)


WITHOUT_ANCHORS = [
    conftest.EDITION.page_url(page.name) for page in conftest.EDITION.pages if not anchors_on(conftest.BUILD, page.name)
]


@pytest.mark.parametrize("address", WITHOUT_ANCHORS)
def test_so_does_a_page_without_anchors(site: Path, open_page: Open, address: str) -> None:
    page = open_page(watched=False)
    route_host(page, site)
    page.goto(HOST + address)
    [title] = page.locator(".Z3988").evaluate_all("all => all.map(each => each.title)")
    assert parse_qs(title)["rft_id"] == [HOST + address]
    assert page.locator('meta[name="DC.identifier"]').get_attribute("content") == HOST + address


def test_so_does_a_single_file(demo_site: Path, open_page: Open) -> None:
    page = open_page(watched=False)
    route_host(page, demo_site)
    page.goto(HOST + FILE)
    open_cite_dialog(page, "vi-3-p1")
    assert (page.locator('#cite [data-slot="entry"]').text_content() or "").endswith(f"{HOST}{FILE}#vi-3-p1")


def read_metadata(page: Page) -> list[str]:
    """Return the titles (Dublin Core, Open Graph) and addresses (the same, and ``cite-as``) in the page's metadata."""
    values: list[str] = page.evaluate(
        """() => ["DC.title", "og:title", "DC.identifier", "og:url"]
          .map((key) => document.querySelector(`meta[name="${key}"], meta[property="${key}"]`).content)
          .concat(document.querySelector("link[rel=cite-as]").href)"""
    )
    return values


def test_on_arrival_at_an_anchor_the_metadata_speak_of_it(url: str, open_page: Open) -> None:
    page = open_page()
    page.add_init_script(
        "document.addEventListener('ZoteroItemUpdated', () => { window.updates = (window.updates ?? 0) + 1; })"
    )
    page.goto(url + address_of("vi-3-p1"))
    page.wait_for_function("() => window.updates")
    title, address = "VI.3 ¶1: Bedeng dan kompos", ADDRESS + address_of("vi-3-p1")
    assert read_metadata(page) == [title, title, address, address, address]
    before = page.evaluate("window.updates")
    page.evaluate("location.hash = '#vi-3-p2'")
    page.wait_for_function("(before) => window.updates > before", arg=before)
    assert read_metadata(page)[0] == "VI.3 ¶2: Pembagian hasil"
    first = parse_qs(page.locator(".Z3988").first.get_attribute("title") or "")
    assert first["rft_id"] == [ADDRESS + address_of("vi-3-p2")]
    before = page.evaluate("window.updates")
    page.evaluate("location.hash = ''")
    page.wait_for_function("(before) => window.updates > before", arg=before)
    page_address = ADDRESS + address_of("vi-3-p1").partition("#")[0]
    assert read_metadata(page) == ["Panduan merawat", "Panduan merawat", page_address, page_address, page_address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_in_coins_leads_to_its_anchor(url: str, open_page: Open, address: str) -> None:
    page = open_page()
    page.goto(url + address)
    titles = page.locator(".Z3988").evaluate_all("all => all.map(each => each.title)")
    assert titles
    for [target] in (parse_qs(title)["rft_id"] for title in titles):
        path, _, name = target.removeprefix(ADDRESS).partition("#")
        assert path == address
        if name:
            page.evaluate("(name) => { location.hash = name; }", name)
            assert page.evaluate("document.querySelector(':target').id") == name
            assert page.locator(":target").bounding_box()
