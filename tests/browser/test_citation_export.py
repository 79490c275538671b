"""Handing a citation on: to a file, to the clipboard by one action, to the share sheet; with the right address."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import import_modules, serve
from conftest import ADDRESS, ADDRESSES, EDITION, PUBLISHED, at
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
def url(published: Path) -> Iterator[str]:
    with serve(published) as address:
        yield address


@pytest.fixture(params=["online", "file", "single file"])
def where(request: pytest.FixtureRequest, published: Path, url: str) -> str:
    """The address of a page that has K1."""
    page = at("kendala-hanoi-kurang-aktif").partition("#")[0]
    places = {
        "online": url + page,
        "file": (published / page / "index.html").as_uri(),
        "single file": (published / FILE).as_uri(),
    }
    return places[request.param]


def opened(page: Page, name: str) -> Page:
    page.locator(f'a.cite[href$="#kutip-{name}"]').first.click()
    page.locator("#cite").wait_for()
    return page


@pytest.mark.parametrize("label", FORMATS)
def test_one_action_makes_a_file_of_an_anchor(where: str, published: Path, open_page: Open, label: str) -> None:
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
    opened(page, "kendala-hanoi-kurang-aktif")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Unduh {label}").click()
    assert waiting.value.suggested_filename == f"kota-kembar-kendala-hanoi-kurang-aktif.{ending}"
    expected = (published / f"sitasi/kota-kembar-kendala-hanoi-kurang-aktif.{ending}").read_bytes()
    assert Path(waiting.value.path()).read_bytes() == expected
    assert page.evaluate("window.kind") == kind


TITLES = [
    "R&D", 'Kata "dalam" kutip', "a < b > c", "{lengkap}", "50 % penuh", "snake_case", "nomor #1", "kira~kira", "a^b",
    "a\\b", "Hà Nội và Thăng Long", "Kota 🏙 tua", "--- tiga --", "Apa?", "“Satu” ‘dua’",
]  # fmt: skip
# The files of an anchor, as the control would save them if the anchor were called so.
FILES = """async ([name, titles]) => {
  await loadScript("citations");
  provideCitations(async () => citationData);
  const data = await loadCitations();
  return titles.map((title) => {
    data.anchors[name][0] = title;
    return cite([placeOf(name)], "edition", 0, null).files;
  });
}"""


@pytest.mark.parametrize("name", ["vi-1-p4", "istilah-kota-kembar"])  # a page with paragraphs, and one without
def test_a_title_survives_in_the_files_that_a_browser_makes(url: str, open_page: Open, name: str) -> None:
    page = open_page()
    page.goto(url + at(name))
    import_modules(page, "frame/lazy-loading.js", "citing/citation-format.js")
    work = anchor_item(PUBLISHED, next(each for each in EDITION.anchors if each.name == name))
    for title, files in zip(TITLES, page.evaluate(FILES, [name, TITLES]), strict=True):
        expected = work | {"title": title}
        assert files == [bibtex(expected), ris(expected), csl_json([expected])]


def test_without_javascript_a_link_gives_the_file(url: str, published: Path, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{url}{EDITION.page_url('sitasi.md')}#kutip-vi-1-p4")
    with page.expect_download() as waiting:
        page.locator('#kutip-vi-1-p4 a[href$=".ris"]').click()
    assert waiting.value.suggested_filename == "kota-kembar-vi-1-p4.ris"
    assert Path(waiting.value.path()).read_bytes() == (published / "sitasi/kota-kembar-vi-1-p4.ris").read_bytes()


def test_the_files_of_all_are_saved_not_shown(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{url}{EDITION.page_url('sitasi.md')}")
    for ending in ("bib", "ris", "json"):
        with page.expect_download() as waiting:
            page.locator(f'main a[download="kota-kembar.{ending}"]').click()
        assert waiting.value.suggested_filename == f"kota-kembar.{ending}"


def test_the_permalink_copies_in_one_action_and_says_so(where: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(where)
    link = page.locator('a.permalink[href$="#kendala-hanoi-kurang-aktif"]').first
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("data-copied", "tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS + at("kendala-hanoi-kurang-aktif")
    assert page.locator("dialog[open]").count() == 0
    expect(page.locator("[role=status]", has_text="Tautan tetap tersalin.")).to_have_count(1)


def test_the_permalink_of_a_note_that_stands_elsewhere_leads_nowhere(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + at("vi-1-p4"))
    link = page.locator('.note a.permalink[href$="#catatan-kendala-internal"]')
    link.click()
    expect(link).to_have_attribute("data-copied", "tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS + at("catatan-kendala-internal")
    assert page.url == url + at("vi-1-p4")


def test_where_the_clipboard_is_closed_to_scripts_the_older_way_is_taken(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    page.goto(url + at("vi-1-p4"))
    page.evaluate("addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); })")
    page.locator("#vi-1-p4 a.permalink").first.click()
    expect(page.locator("#vi-1-p4 a.permalink").first).to_have_attribute("data-copied", "tersalin")
    assert page.evaluate("window.copied") == ADDRESS + at("vi-1-p4")


def test_on_a_phone_the_system_shares_title_and_permalink(url: str, open_page: Open) -> None:
    page = open_page(360, 740, has_touch=True, is_mobile=True)
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.goto(url + at("vi-1-p4"))
    opened(page, "vi-1-p4").get_by_role("button", name="Bagikan").tap()
    page.wait_for_function("() => window.shared")
    assert page.evaluate("window.shared") == {
        "title": "VI.1 ¶4: Mengapa program dinilai tidak berhasil", "url": ADDRESS + at("vi-1-p4"),
    }  # fmt: skip


def test_elsewhere_nothing_is_shared(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(url + at("vi-1-p4"))
    opened(page, "vi-1-p4")
    assert page.get_by_role("button", name="Bagikan").count() == 0


HOST = "http://kampus.example/edisi/"


def hosted(page: Page, site: Path) -> None:
    """Serve a site from a host that is not this machine, without a network."""

    def answer(route: Route) -> None:
        path = site / route.request.url.removeprefix(HOST).partition("?")[0]
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    page.route(f"{HOST}**", answer)


def test_a_site_built_without_an_address_cites_the_one_that_it_is_served_from(site: Path, open_page: Open) -> None:
    page = open_page(watched=False, **CLIPBOARD)
    hosted(page, site)
    address = HOST + at("vi-1-p4")
    page.goto(address)
    opened(page, "vi-1-p4")
    assert (page.locator('#cite [data-slot="entry"]').text_content() or "").endswith(address)
    assert not page.locator('#cite [data-slot="no-address"]').is_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh RIS").click()
    assert f"UR  - {address}\r\n" in Path(waiting.value.path()).read_bytes().decode()
    fields = [parse_qs(title) for title in page.locator(".Z3988").evaluate_all("all => all.map(each => each.title)")]
    assert fields[0]["rft_id"] == [address]  # so do COinS, and the first is that of the anchor
    assert len([each for each in fields if "rft_id" in each]) == len(fields)


@pytest.mark.parametrize("address", ["", "pelaku/"])
def test_so_does_a_page_without_anchors(site: Path, open_page: Open, address: str) -> None:
    page = open_page(watched=False)
    hosted(page, site)
    page.goto(HOST + address)
    [title] = page.locator(".Z3988").evaluate_all("all => all.map(each => each.title)")
    assert parse_qs(title)["rft_id"] == [HOST + address]
    assert page.locator('meta[name="DC.identifier"]').get_attribute("content") == HOST + address


def test_so_does_a_single_file(site: Path, open_page: Open) -> None:
    page = open_page(watched=False)
    hosted(page, site)
    page.goto(HOST + FILE)
    opened(page, "vi-1-p4")
    assert (page.locator('#cite [data-slot="entry"]').text_content() or "").endswith(f"{HOST}{FILE}#vi-1-p4")


def told(page: Page) -> list[str]:
    """What the page's metadata say it is called, and where it is."""
    found: list[str] = page.evaluate(
        """() => ["DC.title", "og:title", "DC.identifier", "og:url"]
          .map((key) => document.querySelector(`meta[name="${key}"], meta[property="${key}"]`).content)
          .concat(document.querySelector("link[rel=cite-as]").href)"""
    )
    return found


def test_on_arrival_at_an_anchor_the_metadata_speak_of_it(url: str, open_page: Open) -> None:
    page = open_page()
    page.add_init_script(
        "document.addEventListener('ZoteroItemUpdated', () => { window.told = (window.told ?? 0) + 1; })"
    )
    page.goto(url + at("vi-1-p4"))
    page.wait_for_function("() => window.told")
    title, address = "VI.1 ¶4: Mengapa program dinilai tidak berhasil", ADDRESS + at("vi-1-p4")
    assert told(page) == [title, title, address, address, address]
    before = page.evaluate("window.told")
    page.evaluate("location.hash = '#vi-1-p5'")
    page.wait_for_function("(before) => window.told > before", arg=before)
    assert told(page)[0] == "VI.1 ¶5: Upaya Pemerintah DKI Jakarta"
    first = parse_qs(page.locator(".Z3988").first.get_attribute("title") or "")
    assert first["rft_id"] == [ADDRESS + at("vi-1-p5")]
    before = page.evaluate("window.told")
    page.evaluate("location.hash = ''")
    page.wait_for_function("(before) => window.told > before", arg=before)
    page_address = ADDRESS + at("vi-1-p4").partition("#")[0]
    assert told(page) == ["Kendala dan upaya", "Kendala dan upaya", page_address, page_address, page_address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_that_coins_give_lands_on_its_anchor(url: str, open_page: Open, address: str) -> None:
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
