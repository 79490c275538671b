"""Citing in a real browser: one activation opens, one copies, and what is copied is what is shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

import edition
from browser.conftest import serve
from conftest import ADDRESS, ROOT
from edition.citations.citing import Citing
from edition.citations.richtext import plain
from edition.citations.wordings import ACCESSED, STYLE_NAMES
from edition.model.placed import anchors_on

Open = Callable[..., Page]
EDITION = edition.load(ROOT, site_url=ADDRESS)[0]
assert EDITION
CITING = Citing(EDITION)
ANCHORS = EDITION.anchors
PAGES = sorted({anchor.page for anchor in ANCHORS})


@pytest.fixture(scope="module")
def url(published: Path) -> Iterator[str]:
    with serve(published) as address:
        yield address


def shown(page: Page, slot: str) -> str:
    return page.locator(f'#kutip [data-slot="{slot}"]').text_content() or ""


def opened(open_page: Open, url: str, address: str = "kendala/", anchor: str = "vi-1-p4", **options: object) -> Page:
    page = open_page(**options)
    page.goto(url + address)
    page.locator(f'a.cite[data-cite="{anchor}"]').click()
    return page


def test_one_activation_opens_and_one_copies_exactly_what_is_shown(url: str, open_page: Open) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(url + "kendala/", wait_until="networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.locator('a.cite[data-cite="vi-1-p4"]').focus()
    page.keyboard.press("Enter")
    assert page.locator("#kutip").is_visible()
    page.keyboard.press("Enter")  # the button that copies has the focus
    page.locator('#kutip [data-slot="status"]', has_text="Tersalin").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == shown(page, "entry")
    assert "VI.1 ¶4: Mengapa program dinilai tidak berhasil" in shown(page, "entry")
    page.keyboard.press("Escape")
    assert not page.locator("#kutip").is_visible()
    assert page.evaluate("document.activeElement.dataset.cite") == "vi-1-p4"
    assert requests == []


@pytest.mark.parametrize("width", [360, 1280])
def test_touch_opens_it_within_the_screen(url: str, open_page: Open, width: int) -> None:
    page = open_page(width, has_touch=True)
    page.goto(url + "saran/")
    page.locator('a.cite[data-cite="vi-2-p1"]').tap()
    box = page.locator("#kutip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_thesis_paragraph_is_cited_as_another_work(url: str, open_page: Open) -> None:
    page = opened(open_page, url)
    page.get_by_label("paragraf tesis yang diparafrasekan").check()
    assert shown(page, "entry") == (
        "[Penulis dan judul tesis tidak disebut sumber]. (t.t.). [Universitas tidak disebut sumber]."
    )
    assert shown(page, "in-text") == "([Penulis dan judul tesis tidak disebut sumber], t.t., VI.1 ¶4)"


# Opens the control of every anchor of a page and chooses every style: anchor → style → entry, in-text and link.
ALL_SHOWN = """async () => {
  const dialog = document.querySelector("#kutip"), select = dialog.querySelector("select"), all = {};
  const said = (slot) => dialog.querySelector(`[data-slot="${slot}"]`).textContent;
  for (const link of document.querySelectorAll("a.cite")) {
    link.click();
    while (!dialog.open) await new Promise(requestAnimationFrame);
    const here = all[link.dataset.cite] = {};
    for (const option of select.options) {
      select.value = option.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      here[option.value] = ["entry", "in-text", "link"].map(said);
    }
    dialog.close();
  }
  return all;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_every_anchor_shows_what_the_processor_says(url: str, open_page: Open, name: str) -> None:
    page = open_page()
    page.clock.set_fixed_time("2026-12-03T12:00:00+07:00")
    page.goto(url + name.removesuffix(".md") + "/")
    assert EDITION
    anchors = anchors_on(EDITION, name)
    controls = page.locator("a.cite").evaluate_all("links => links.map(link => link.dataset.cite)")
    assert sorted(controls) == sorted(anchor.name for anchor in anchors)
    said = page.evaluate(ALL_SHOWN)
    for anchor in anchors:
        formatted, here = CITING.anchor(anchor), said[anchor.name]
        for style, wording in formatted.styles:
            entry = plain(wording.accessed).replace(ACCESSED, "3 Desember 2026")
            assert here[style] == [entry, wording.in_text, formatted.item["URL"]]
        for file_format, text in formatted.files:
            assert here[file_format][0] in (text, text.replace("\r\n", "\n"))


def test_without_javascript_the_same_citations_are_text(url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(url + "kendala/")
    page.locator('a.cite[data-cite="vi-1-p4"]').click()
    assert page.url.endswith("/sitasi/#kutip-vi-1-p4")
    entries = page.locator("#kutip-vi-1-p4 .citation-entry")
    anchor = next(anchor for anchor in ANCHORS if anchor.name == "vi-1-p4")
    entries.first.wait_for()  # the browser opens the folded entry
    assert entries.all_text_contents()[: len(STYLE_NAMES)] == [
        plain(wording.entry) for _, wording in CITING.anchor(anchor).styles
    ]


def test_a_local_copy_cites_the_published_address_and_copies_or_selects(published: Path, open_page: Open) -> None:
    page = open_page(watched=False)  # the theme's search needs a server
    page.goto((published / "kendala" / "index.html").as_uri())
    page.locator('a.cite[data-cite="vi-1-p4"]').click()
    assert "https://contoh.example/kendala/#vi-1-p4" in shown(page, "entry")
    page.locator('#kutip [data-copy="entry"]').click()
    status = page.locator('#kutip [data-slot="status"]:not(:empty)')
    status.wait_for()
    if "Tersalin" not in (status.text_content() or ""):
        assert page.evaluate("getSelection().toString().trim()") == shown(page, "entry")


def test_without_an_address_none_is_invented(site_url: str, open_page: Open) -> None:
    page = opened(open_page, site_url)
    assert "http" not in shown(page, "entry")
    assert page.locator('#kutip [data-slot="no-address"]').is_visible()
    assert shown(page, "link") == f"{site_url}kendala/#vi-1-p4"  # where the reader is
