"""Tests of the cite dialog: opening, copying, styles and file formats, citing the thesis, stored preferences."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Page, expect
from pybtex.database import parse_string

import conftest
from browser.demo_edition import ADDRESSES, BUILD, EDITION, PUBLISHED
from browser.http_server import serve
from conftest import ADDRESS, anchors_on
from csl.processor import entry, in_text
from edition.citations import csl_items
from edition.citations.csl_items import thesis_item
from edition.citations.export_formats import FORMATS, bibtex, csl_json, ris
from edition.citations.formatter import CitationFormatter
from edition.citations.rich_text import plain
from edition.citations.slots import ACCESSED

Open = Callable[..., Page]
STYLES = EDITION.dataset.citation_styles
FORMATTER = CitationFormatter(PUBLISHED)
ANCHOR = EDITION.anchor_by_name["vi-3-p1"]
LIVE = CitationFormatter(conftest.PUBLISHED)
LIVE_PAGES = sorted({anchor.page for anchor in conftest.EDITION.anchors})


@pytest.fixture(scope="module")
def url(demo_published: Path) -> Iterator[str]:
    with serve(demo_published) as address:
        yield address


def slot_text(page: Page, slot: str) -> str:
    """Return the text of a slot of the cite dialog (such as ``entry``)."""
    return page.locator(f'#cite [data-slot="{slot}"]').text_content() or ""


def open_cite_dialog(
    open_page: Open, url: str, address: str = "panduan/", anchor: str = "vi-3-p1", **options: object
) -> Page:
    """Open the cite dialog of an anchor on a new page; return the page. ``options`` are those of ``open_page``."""
    page = open_page(**options)
    page.goto(url + address)
    page.locator(f'a.cite[href$="#kutip-{anchor}"]').click()
    page.locator("#cite").wait_for()
    return page


def test_one_activation_opens_and_one_copies_exactly_what_is_shown(url: str, open_page: Open) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(url + "panduan/", wait_until="networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.removeprefix(url)))
    page.locator('a.cite[href$="#kutip-vi-3-p1"]').focus()
    page.keyboard.press("Enter")
    page.locator("#cite").wait_for()
    page.keyboard.press("Enter")  # the copy button has the focus
    expect(page.locator('#cite [data-copy="entry"]')).to_have_text("Tersalin")  # the pressed button says so
    expect(page.locator("#cite [role=status]")).to_have_text("Tersalin.")  # and screen readers announce it
    assert page.evaluate("navigator.clipboard.readText()") == slot_text(page, "entry")
    assert "VI.3 ¶1: Bedeng dan kompos" in slot_text(page, "entry")
    page.keyboard.press("Escape")
    assert not page.locator("#cite").is_visible()
    assert page.evaluate("document.activeElement.hash") == "#kutip-vi-3-p1"
    [data] = requests  # one request, and only after the dialog was opened
    assert data.startswith("assets/immutable/citations.")


@pytest.mark.parametrize("width", [360, 1280])
def test_touch_opens_it_within_the_screen(url: str, open_page: Open, width: int) -> None:
    page = open_page(width, has_touch=True)
    page.goto(url + "isi/")
    page.locator('a.cite[href$="#kutip-vi-2-p1"]').tap()
    box = page.locator("#cite").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("height", [740, 800])
def test_what_a_press_says_is_on_the_screen(url: str, open_page: Open, height: int) -> None:
    page = open_page(360, height, permissions=["clipboard-read", "clipboard-write"])
    page.goto(url + "panduan/")
    page.locator('a.cite[href$="#kutip-vi-3-p1"]').click()
    button = page.locator('#cite [data-copy="entry"]')
    button.click()
    expect(button).to_have_text("Tersalin")
    expect(button).to_be_in_viewport(ratio=1)
    page.locator("#cite select").select_option(index=1)
    expect(button).to_have_text("Salin entri daftar pustaka")  # another entry, which has not been copied


def test_the_thesis_is_cited_through_the_edition_and_the_dialog_says_so(url: str, open_page: Open) -> None:
    page = open_cite_dialog(open_page, url)
    part = slot_text(page, "entry")
    page.get_by_label("paragraf karya tulis yang diparafrasakan").check()
    assert slot_text(page, "entry") == part  # a secondary citation lists the source that was read
    assert slot_text(page, "in-text") == (
        "(karya tulis akhir yang penulisnya tidak disebutkan, dikutip dalam Penyunting Mini, 2020, VI.3 ¶1)"
    )
    for index in range(8):  # the file formats, too
        page.locator("#cite select").select_option(index=index)
        assert page.locator('#cite [data-slot="secondary"]').is_visible()
        # in Chicago and MLA, the sentence must name the thesis, which the citation does not
        assert page.locator('#cite [data-slot="named"]').is_visible() == (index in (1, 2))
        assert not page.locator('#cite [data-slot="own"]').is_visible()


TITLE_PAGE = {
    "author": "Contoh, Andi Budi",
    "title": "Kata “itu”: R&D 50%",
    "university": "Universitas {X}",
    "year": "2019",
}


def fill_in(page: Page, values: dict[str, str]) -> None:
    """Fill in the fields for the title page of the thesis: name → value."""
    if not page.locator("#cite input[name=author]").is_visible():
        page.locator("#cite summary").click()
    for name, value in values.items():
        page.locator(f"#cite input[name={name}]").fill(value)


@pytest.mark.parametrize("author", ["Contoh, Andi Budi", "Contoh", "Contoh, Abdul-Aziz Budi"])
def test_who_holds_the_thesis_cites_it_in_every_style_and_format(url: str, open_page: Open, author: str) -> None:
    page = open_cite_dialog(open_page, url)
    page.get_by_label("paragraf karya tulis yang diparafrasakan").check()
    fill_in(page, TITLE_PAGE | {"author": author, "year": "20"})
    # a year of two digits is incomplete: the thesis is still cited through the edition
    assert "dikutip dalam" in slot_text(page, "in-text")
    fill_in(page, {"year": "2019"})
    family, _, given = author.partition(", ")
    name = {"family": family, "given": given} if given else {"literal": family}
    item = thesis_item(name, TITLE_PAGE["title"], TITLE_PAGE["university"], 2019)
    for index, style in enumerate(STYLES):
        page.locator("#cite select").select_option(index=index)
        assert slot_text(page, "entry") == plain(entry(style.csl, item))
        assert slot_text(page, "in-text") == in_text(style.csl, item, "VI.3 ¶1")
    page.locator("#cite select").select_option("BibTeX")
    [read] = parse_string(slot_text(page, "entry"), "bibtex").entries.values()
    assert read.type == "phdthesis"
    assert str(read.persons["author"][0]) == (author if given else f"{{{author}}}")
    assert read.fields["title"] == r"{Kata “itu”: R\&D 50\%}"
    assert read.fields["school"] == r"Universitas {\textbraceleft}X{\textbraceright}"
    page.locator("#cite select").select_option("RIS")
    [record] = rispy.loads(slot_text(page, "entry"))
    assert record["authors"] == [author if given else f"{author},"]
    assert (record["title"], record["publisher"], record["year"]) == (*list(TITLE_PAGE.values())[1:3], "2019")
    page.locator("#cite select").select_option("CSL-JSON")
    assert json.loads(slot_text(page, "entry")) == [item]


def test_what_a_reader_chose_and_filled_in_stays_on_the_device(url: str, open_page: Open) -> None:
    page = open_cite_dialog(open_page, url)
    page.locator("#cite select").select_option(index=2)
    page.locator('#cite [value="whole"]').check()
    page.get_by_label("paragraf karya tulis yang diparafrasakan").check()
    fill_in(page, TITLE_PAGE)
    page.goto(url + "isi/")
    page.locator('a.cite[href$="#kutip-vi-2-p1"]').click()
    assert page.locator('#cite [value="whole"]').is_checked()
    assert page.locator("#cite select").input_value() == STYLES[2].label.id
    page.get_by_label("paragraf karya tulis yang diparafrasakan").check()
    assert "Contoh" in slot_text(page, "entry")
    assert set(page.evaluate("Object.keys(localStorage)")) == {"kutip", "kutip-tesis"}  # as in every version so far
    page.locator("#cite summary").click()
    page.get_by_role("button", name="Hapus isian").click()
    assert "Contoh" not in slot_text(page, "entry")
    assert "Contoh" not in page.evaluate("JSON.stringify(localStorage)")


def test_the_whole_edition_is_one_entry_with_the_paragraph_linked_in_the_text(url: str, open_page: Open) -> None:
    page = open_cite_dialog(open_page, url)
    page.locator('#cite [value="whole"]').check()
    for index, citation in enumerate(FORMATTER.whole().citations):
        page.locator("#cite select").select_option(index=index)
        date = page.evaluate("new Intl.DateTimeFormat('id', { dateStyle: 'long' }).format(new Date())")
        assert slot_text(page, "entry") == plain(citation.accessed).replace(ACCESSED, date)
        link = page.locator('#cite [data-slot="in-text"] a')
        assert (link.text_content(), link.get_attribute("href")) == ("VI.3 ¶1", f"{ADDRESS}panduan/#vi-3-p1")
    page.locator("#cite select").select_option("CSL-JSON")
    assert json.loads(slot_text(page, "entry")) == [FORMATTER.whole().item]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_thesis_is_offered_where_paragraphs_of_it_are_restated(url: str, open_page: Open, address: str) -> None:
    page = open_page()
    page.goto(url + address)
    for selector, is_offered in ((".paragraph a.cite", True), (".record a.cite", False)):
        if page.locator(selector).count():
            page.locator(selector).first.evaluate("(link) => link.click()")
            page.locator("#cite").wait_for()
            assert page.locator('#cite [value="thesis"]').is_visible() == is_offered
            page.keyboard.press("Escape")


def test_parts_cited_apart_are_distinguished_as_the_style_does(url: str, open_page: Open) -> None:
    page = open_cite_dialog(open_page, url)
    expected = ("abjad judul", "abjad judul", "judul singkat", "pertama kali disebut", "nomor sendiri")
    for index, words in enumerate(expected):
        page.locator("#cite select").select_option(index=index)
        expect(page.locator('#cite [data-slot="several-hint"]')).to_contain_text(words)
        expect(page.locator('#cite [data-slot="several"]')).to_be_visible()
    page.locator('#cite [value="whole"]').check()
    expect(page.locator('#cite [data-slot="several"]')).not_to_be_visible()


# Opens the cite dialog of every anchor of a page, and selects every style: anchor → style → entry, in-text and link.
ALL_TEXTS = """async () => {
  const [first] = document.querySelectorAll("a.cite"), all = {};
  first.click(); // loads the dialog
  while (!document.querySelector("#cite[open]")) await new Promise(requestAnimationFrame);
  const dialog = document.querySelector("#cite"), select = dialog.querySelector("select");
  dialog.close();
  const slotText = (slot) => dialog.querySelector(`[data-slot="${slot}"]`).textContent;
  for (const link of document.querySelectorAll("a.cite")) {
    link.click();
    while (!dialog.open) await new Promise(requestAnimationFrame);
    const texts = all[link.hash.replace('#kutip-', '')] = {};
    for (const option of select.options) {
      select.value = option.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      texts[option.value] = ["entry", "in-text", "link"].map(slotText);
    }
    dialog.close();
  }
  return all;
}"""


@pytest.mark.parametrize("name", LIVE_PAGES)
def test_every_anchor_of_the_edition_shows_what_the_processor_says(published: Path, open_page: Open, name: str) -> None:
    page = open_page()
    page.clock.set_fixed_time("2026-12-03T12:00:00+07:00")
    anchors = anchors_on(conftest.BUILD, name)
    with serve(published) as address:
        page.goto(address + name.removesuffix(".md") + "/")
        all_texts = page.evaluate(ALL_TEXTS)
    controls = page.locator("a.cite").evaluate_all("links => links.map(link => link.hash.replace('#kutip-', ''))")
    assert sorted(controls) == sorted(anchor.name for anchor in anchors)
    for anchor in anchors:
        formatted, texts = LIVE.anchor(anchor), all_texts[anchor.name]
        for citation in formatted.citations:
            entry = plain(citation.accessed).replace(ACCESSED, "3 Desember 2026")
            assert texts[citation.style.label.id] == [entry, citation.in_text, formatted.item["URL"]]
        for (file_format, _, _), text in zip(FORMATS, formatted.files, strict=True):
            assert texts[file_format][0] in (text, text.replace("\r\n", "\n"))


def test_without_javascript_the_same_citations_are_text(url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(url + "panduan/")
    page.locator('a.cite[href$="#kutip-vi-3-p1"]').click()
    assert page.url == f"{url}#kutip-vi-3-p1"
    entries = page.locator("#kutip-vi-3-p1 .citation-entry")
    entries.first.wait_for()  # the browser opens the collapsed entry
    assert entries.all_text_contents()[: len(STYLES)] == [
        plain(citation.entry) for citation in FORMATTER.anchor(ANCHOR).citations
    ]


def test_a_local_copy_cites_the_published_address_and_copies_or_selects(demo_published: Path, open_page: Open) -> None:
    page = open_page(watched=False)
    page.goto((demo_published / "panduan/index.html").as_uri())
    page.locator('a.cite[href$="#kutip-vi-3-p1"]').click()
    assert "https://contoh.example/panduan/#vi-3-p1" in slot_text(page, "entry")
    button = page.locator('#cite [data-copy="entry"]')
    button.click()
    expect(button).not_to_have_text("Salin entri daftar pustaka")
    if button.text_content() != "Tersalin":
        assert page.evaluate("getSelection().toString().trim()") == slot_text(page, "entry")


def test_without_an_address_none_is_invented(demo_url: str, open_page: Open) -> None:
    page = open_cite_dialog(open_page, demo_url)
    assert "http" not in slot_text(page, "entry")
    assert page.locator('#cite [data-slot="no-address"]').is_visible()
    assert slot_text(page, "link") == f"{demo_url}panduan/#vi-3-p1"  # where the reader is
    bare = csl_items.anchor_item(BUILD, ANCHOR)
    for name, text in (("BibTeX", bibtex(bare)), ("RIS", ris(bare)), ("CSL-JSON", csl_json([bare]))):
        page.locator("#cite select").select_option(name)
        assert slot_text(page, "entry") in (text, text.replace("\r\n", "\n"))
