"""The drawings as a browser lays them out: no text over another, links that land, chains that come out."""

import base64
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page

from browser import demo
from browser.pages import add_style, use_font
from conftest import EDITION, VIEWS, address_of, page_of_block

Open = Callable[..., Page]
# Pairs of texts in one picture that lie over each other, and texts that leave their box or their picture.
TROUBLE = """() => [...document.querySelectorAll(".diagram svg")].filter((svg) => svg.checkVisibility())
  .flatMap((svg) => {
    const lines = [...svg.querySelectorAll("text:not(:has(tspan)), text > tspan")].map((line) => {
      const box = line.getBoundingClientRect();
      return { said: line.textContent, left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 3,
        frame: line.closest("a")?.querySelector("rect:not(.diagram-touch)")?.getBoundingClientRect() };
    });
    const edge = svg.getBoundingClientRect();
    const meet = (a, b) => a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top && b.bottom > a.top;
    const out = (line, frame) => frame && (line.left < frame.left - 1 || line.right > frame.right + 1);
    return [
      ...lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => meet(a, b)).map((b) => `${a.said} | ${b.said}`)),
      ...lines.filter((line) => out(line, edge) || out(line, line.frame)).map(({ said }) => `out: ${said}`),
    ];
  })"""
WIDTHS = (320, 360, 414, 480, 600, 720, 768, 960, 1024, 1220, 1280, 1440, 1920)


# The machine's own, a wide one, and one in which every letter is as wide as an m.
FACES = ("", "DejaVuSans.ttf", "DejaVuSansMono.ttf")


@pytest.mark.parametrize("face", FACES)
def test_no_label_lies_over_another_at_any_width_in_any_face(site_url: str, open_page: Open, face: str) -> None:
    page = open_page()
    for address in ("", page_of_block("timeline-diagram"), page_of_block("argument-diagram")):
        page.goto(site_url + address)
        if face:
            use_font(page, "--edition-sans", face)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.locator(".diagram svg:visible").count() == (2 if address == "" else 1)
            assert page.evaluate(TROUBLE) == [], (address, width)


def test_an_overlap_is_seen(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("timeline-diagram"))
    page.evaluate("document.querySelectorAll('.diagram-wide tspan').forEach((line) => line.setAttribute('y', '50'))")
    assert len(page.evaluate(TROUBLE)) > 20


LINES = """svg => { const edge = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text:not(:has(tspan)), text > tspan")].map((line) => {
    const box = line.getBoundingClientRect();
    return { said: line.textContent, x: box.x - edge.x, y: box.y - edge.y, width: box.width, height: box.height };
  }); }"""
# Of two photographs (base64), the boxes in which they are alike.
ALIKE = """async ([one, other, boxes]) => {
  const pixels = async (shot) => {
    const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    return (box) => canvas.getImageData(box.x, box.y, Math.max(box.width, 1), Math.max(box.height, 1)).data;
  };
  const [before, after] = await Promise.all([pixels(one), pixels(other)]);
  return boxes.filter((box) => {
    const [a, b] = [before(box), after(box)];
    return a.every((value, index) => value === b[index]);
  }).map(({ said }) => said);
}"""


def without_ink(drawing: Locator, blank: Page) -> list[str]:
    """The texts of a drawing that leave its photograph the same when they are hidden."""
    page = drawing.page
    boxes = drawing.evaluate(LINES)
    shown = drawing.screenshot()
    add_style(page, ".diagram text { visibility: hidden }")
    hidden = drawing.screenshot()
    page.evaluate("document.adoptedStyleSheets = []")
    shots = [base64.b64encode(shot).decode() for shot in (shown, hidden)]
    alike: list[str] = blank.evaluate(ALIKE, [*shots, boxes])
    assert len(boxes) > 15
    return alike


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_text_leaves_ink(site_url: str, open_page: Open, width: int, scheme: str) -> None:
    page, blank = open_page(width, height=2600, color_scheme=scheme), open_page()
    for address in ("", page_of_block("timeline-diagram"), page_of_block("argument-diagram")):
        page.goto(site_url + address)
        for drawing in page.locator(".diagram svg:visible").all():
            assert without_ink(drawing, blank) == [], address


def test_a_text_that_is_painted_over_is_seen(site_url: str, open_page: Open) -> None:
    page, blank = open_page(height=2600), open_page()
    page.goto(site_url + page_of_block("argument-diagram"))
    over = "fill: var(--md-default-bg-color)"  # as a stroke of the ground's colour does, but whatever the face
    page.locator(".diagram-wide .diagram-head").evaluate_all(f"every => every.forEach((e) => e.style = '{over}')")
    heads = page.locator(".diagram-wide .diagram-head").all_text_contents()
    assert without_ink(page.locator(".diagram svg:visible"), blank) == heads


@pytest.mark.parametrize("face", FACES)
def test_with_many_events_it_holds_and_says_what_is_left_out(crowded_url: str, open_page: Open, face: str) -> None:
    page = open_page()
    for width in (360, 700, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(crowded_url + demo.page_of_block("timeline-diagram"))
        if face:
            use_font(page, "--edition-sans", face)
        assert page.get_by_text("peristiwa lain").locator("visible=true").count() == 1
        assert page.evaluate(TROUBLE) == [], width


def test_each_is_small_and_says_what_it_is(site: Path) -> None:
    for address in (page_of_block("timeline-diagram"), page_of_block("argument-diagram")):
        page = html.document_fromstring((site / address / "index.html").read_bytes())
        drawings = page.xpath("//figure[contains(@class, 'diagram')]//svg")
        assert len(drawings) == 2
        for drawing in drawings:
            assert len(gzip.compress(html.tostring(drawing))) <= 6000
            assert drawing.xpath("./title/text()")
            assert drawing.xpath("./desc/text()")
            assert drawing.xpath(".//image | .//@style | .//@fill") == []


def test_every_event_and_every_record_is_a_link_that_lands(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("timeline-diagram"))
    links = page.locator(".diagram-wide a")
    assert links.count() == page.locator(".event").count() == len(VIEWS.timeline)
    links.nth(2).click()
    assert page.url.endswith(address_of(f"peristiwa-{VIEWS.timeline[2].id}"))
    page.goto(site_url + page_of_block("argument-diagram"))
    page.locator(".diagram-wide a", has_text="S1").click()
    assert page.url.endswith(address_of(f"saran-{EDITION.dataset.recommendations[0].id}"))


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_box_brings_out_its_chain(demo_url: str, open_page: Open, way: str) -> None:
    page = open_page()
    page.goto(demo_url + demo.page_of_block("argument-diagram"))
    box = page.locator(".diagram-wide a", has_text="U1")
    box.hover() if way == "hover" else box.focus()
    lit = page.locator(".diagram-wide a[data-highlighted]").all_text_contents()
    assert sorted(text.split()[0] for text in lit) == ["K1", "S3", "U1"]
    page.mouse.move(0, 0)
    page.locator("a.site-title").focus()
    assert page.locator(".diagram-wide a[data-highlighted]").count() == 0


def test_inferred_edges_look_different_and_the_legend_says_so(site_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + page_of_block("argument-diagram"))
    edges = page.locator('.diagram-wide .diagram-edge[data-basis="editorial"] path:not(.diagram-tip)')
    data = EDITION.dataset
    inferred = [each.answers for each in data.efforts if each.basis == "editorial"]
    inferred += [each.answers for each in data.recommendations if each.basis == "editorial"]
    assert edges.count() == sum(map(len, inferred))
    assert "simpulan penyunting" in (page.locator("figure.diagram figcaption").text_content() or "")


def test_the_table_says_the_same(demo_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + demo.page_of_block("argument-diagram"))
    page.get_by_text("Gambar ini sebagai tabel").click()
    row = page.get_by_role("row", name="K2")
    assert row.is_visible()
    assert "S1: Perluas kebun kota (simpulan penyunting)" in (row.text_content() or "")


@pytest.mark.parametrize("colours", ["light", "dark", "forced", "print"])
def test_texts_can_be_told_from_the_ground_in_every_colour(site_url: str, open_page: Open, colours: str) -> None:
    page = open_page(color_scheme="dark" if colours == "dark" else "light")
    if colours == "forced":
        page.emulate_media(forced_colors="active")
    if colours == "print":
        page.emulate_media(media="print")
    page.goto(site_url + page_of_block("timeline-diagram"))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector in (".diagram-year", ".diagram-date", ".diagram-wide a text"):
        assert page.locator(selector).first.evaluate("text => getComputedStyle(text).fill") != ground
