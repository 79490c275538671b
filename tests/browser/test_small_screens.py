"""Tests on small screens and at high zoom: headings, size of targets, header, dialogs, downloads, the single file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import conftest
from browser.demo_edition import ADDRESSES, EDITION, VIEWS, address_of, page_of_block
from conftest import ADDRESS
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
PARAGRAPHS = EDITION.dataset.paragraphs
# Links and controls outside running text that are smaller than 24 x 24 CSS pixels.
SMALL = """() => [...document.querySelectorAll(
    "a.permalink, a.cite, .paragraph-nav a, nav a, .letters a, button, select, summary, .tabbed-labels label,"
    + "input:not(:disabled, .tabbed-set > *)")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.getBoundingClientRect(), each.outerHTML.slice(0, 80)])
  .filter(([box]) => box.width < 24 || box.height < 24).map(([box, text]) => `${box.width} x ${box.height}: ${text}`)"""


def test_a_paragraph_has_its_name_where_it_stands_and_in_the_contents(demo_url: str, open_page: Open) -> None:
    page = open_page(1280, java_script_enabled=False)
    for paragraph in PARAGRAPHS:
        anchor = EDITION.anchor_by_name[paragraph.anchor]
        page.goto(demo_url + address_of(anchor.name))
        expect(page.locator(f"#{anchor.name}").get_by_role("heading", name=anchor.title, exact=True)).to_be_visible()
        link = page.locator(".md-nav--secondary").get_by_role("link", name=anchor.title, exact=True).last
        expect(link).to_have_attribute("href", f"#{anchor.name}")
        before, after = VIEWS.adjacent_paragraphs(anchor.name)
        for neighbor, direction in ((before, "Paragraf sebelumnya"), (after, "Paragraf berikutnya")):
            if neighbor:
                where = "" if neighbor.page == anchor.page else f" ({EDITION.page_title(neighbor.page)})"
                text = f"{direction} {neighbor.label} {neighbor.title}{where}"
                expect(page.locator(f"#{anchor.name} nav").get_by_role("link", name=text, exact=True)).to_be_visible()


def test_the_next_page_is_not_taken_for_the_next_paragraph(demo_url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(demo_url + address_of("vi-2-p1"))
    footer = page.locator(".md-footer__inner")
    expect(footer.get_by_role("link", name="Halaman berikutnya: Panduan")).to_be_visible()
    expect(footer.get_by_role("link", name="Halaman sebelumnya: Beranda")).to_be_visible()


def test_who_is_asked_what_is_shown_within_the_first_two_screens(site_url: str, open_page: Open) -> None:
    page = open_page(360, 740, java_script_enabled=False)
    page.goto(site_url + conftest.page_of_block("recommendations"))
    addressees = {name for each in conftest.EDITION.dataset.recommendations for name in each.addressees}
    links = page.locator(".addressees > li > a:first-child")
    assert links.count() == len({each.addressees[0] for each in conftest.EDITION.dataset.recommendations})
    assert links.count() <= len(addressees)
    for link in links.all():
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 2 * 740
    labels = page.locator(".addressees").text_content() or ""
    assert all(f"S{number} " in labels for number in range(1, len(conftest.EDITION.dataset.recommendations) + 1))
    inferred = [each for each in conftest.EDITION.dataset.recommendations if each.addressees_basis == "editorial"]
    assert labels.count("(tafsiran penyunting)") == len(inferred) > 0
    links.last.click()
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height", "most"), [(320, 640, 60), (360, 740, 60)])
def test_the_header_leaves_the_screen_to_the_text(
    demo_url: str, open_page: Open, width: int, height: int, most: int
) -> None:
    page = open_page(width, height)
    page.goto(demo_url + address_of("vi-3-p1"))
    box = page.locator(".md-header").bounding_box()
    assert box
    assert box["height"] <= most


def test_at_400_percent_the_header_scrolls_away_and_an_anchor_is_shown_at_the_top(
    demo_url: str, open_page: Open
) -> None:
    page = open_page(320, 200)
    page.goto(demo_url + address_of("vi-3-p1"))
    expect(page.locator(".md-header")).not_to_be_in_viewport()
    box = page.locator("#vi-3-p1").bounding_box()
    assert box
    assert 0 <= box["y"] < 40


@pytest.mark.parametrize("opener", ["#vi-3-p1 .paragraph-head a.cite", "[data-search-open]"])
def test_a_dialog_opens_at_its_top(demo_url: str, open_page: Open, opener: str) -> None:
    page = open_page(320, 200)
    page.goto(f"{demo_url}panduan/")
    page.locator(opener).click()
    dialog = page.locator("dialog[open]")
    assert dialog.evaluate("dialog => dialog.scrollTop") == 0
    expect(dialog.locator("h2")).to_be_in_viewport()
    expect(dialog.locator(":focus")).to_be_in_viewport()


@pytest.mark.parametrize("opener", ["#vi-3-p1 .paragraph-head a.cite", "[data-search-open]"])
def test_the_page_behind_a_dialog_keeps_its_place(demo_url: str, open_page: Open, opener: str) -> None:
    page = open_page(360, 500)
    page.goto(f"{demo_url}panduan/")
    page.evaluate("scrollTo(0, 300)")
    page.locator(opener).click()
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    before = page.evaluate("scrollY")
    assert before > 0
    dialog.hover()
    for _ in range(20):
        page.mouse.wheel(0, 400)
    page.keyboard.press("End")
    assert page.evaluate("scrollY") == before
    page.evaluate("document.querySelector('dialog[open]').close()")
    page.mouse.wheel(0, 100)
    page.wait_for_function("before => scrollY > before", arg=before)  # the page scrolls again


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_to_be_hit_is_large_enough(demo_url: str, open_page: Open, width: int) -> None:
    page = open_page(width)
    for address in ADDRESSES:
        page.goto(demo_url + address)
        assert page.evaluate(SMALL) == [], address


def test_a_target_that_is_too_small_is_seen(demo_url: str, open_page: Open) -> None:
    page = open_page(320)
    page.goto(f"{demo_url}panduan/")
    page.locator("a.permalink").first.evaluate("link => { link.style.minHeight = 0; link.style.display = 'inline'; }")
    assert len(page.evaluate(SMALL)) == 1


def test_copies_are_downloaded(demo_url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(demo_url + page_of_block("downloads"))
    for name in ("kota-kembar.html", "kota-kembar-luring.zip", "SHA256SUMS"):
        with page.expect_download() as download:
            page.locator(f".downloads a[href$='/{name}']").click()
        assert download.value.suggested_filename == name


@pytest.mark.parametrize("is_published", [True, False])
def test_the_single_file_says_what_it_is_and_begins_with_its_contents(
    demo_site: Path, demo_published: Path, open_page: Open, is_published: bool
) -> None:
    page = open_page(360, 740, offline=True, java_script_enabled=False)
    page.goto(((demo_published if is_published else demo_site) / FILE).as_uri())
    imprint = EDITION.dataset.edition
    origin = f"dari {ADDRESS}" if is_published else "belum mempunyai alamat terbitan"
    text = f"Salinan luring dalam satu berkas: versi {imprint.version}, {EDITION.formatted_date}, {origin}."
    expect(page.locator("h1 + p")).to_have_text(text)
    expect(page.locator("h1 + p + nav h2")).to_have_text("Daftar isi")
    for paragraph in PARAGRAPHS:
        anchor = EDITION.anchor_by_name[paragraph.anchor]
        expect(page.locator(f"nav a[href='#{anchor.name}']").first).to_have_text(f"{anchor.label}: {anchor.title}")
    nothing_below = "all => all.filter((each) => !each.nextElementSibling).map((each) => each.id)"
    assert page.locator(".page-section > :is(h2, h3, h4, h5)").evaluate_all(nothing_below) == []


def test_without_an_address_none_is_shown_that_looks_like_one(
    demo_site: Path, demo_published: Path, open_page: Open
) -> None:
    page = open_page(360, offline=True)
    for folder, is_there in ((demo_site, False), (demo_published, True)):
        page.goto((folder / FILE).as_uri())
        page.locator("#vi-3-p1 a.cite").first.click()
        expect(page.locator("#cite [data-slot=entry]")).not_to_be_empty()
        row = page.locator("#cite [data-slot=link-row]")
        expect(row).to_be_visible(visible=is_there)
        expect(page.locator("#cite [data-slot=no-address]")).to_be_visible(visible=not is_there)


def test_a_choice_of_colours_holds_in_every_tab_at_once(demo_url: str, open_page: Open) -> None:
    first = open_page()
    first.goto(demo_url)
    second = first.context.new_page()
    second.goto(f"{demo_url}isi/")
    for scheme in ("terang", "gelap"):
        first.get_by_role("button", name=f"Ganti ke tampilan {scheme}").click()
        expect(second.get_by_role("button", name=f"Ganti ke tampilan {scheme}")).not_to_be_visible()
    expect(second.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_on_paper_a_page_says_its_address_or_that_there_is_none(
    demo_url: str, demo_published: Path, demo_site: Path, open_page: Open
) -> None:
    page = open_page(360)
    page.emulate_media(media="print")
    page.goto(f"{demo_url}panduan/")
    expect(page.locator(".print-address")).to_have_text("Edisi ini belum mempunyai alamat terbitan.")
    expect(page.locator(".print-address")).to_be_visible()
    for control in page.locator("button, .plain > summary, .cite, .note-links a, .paragraph-nav").all():
        expect(control).not_to_be_visible()
    assert f"{ADDRESS}panduan/" in (demo_published / "panduan/index.html").read_text(encoding="utf-8")
