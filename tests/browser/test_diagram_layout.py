"""Tests of the diagrams: no overlapping text, contrast, links, highlighted chains, inferred edges, tables."""

import base64
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from browser import demo_edition as demo
from browser.page_actions import add_style, use_font
from conftest import EDITION, VIEWS, address_of, page_of_block

Open = Callable[..., Page]
# Pairs of texts of one diagram that overlap, and texts that overflow their box or their diagram.
OVERLAPS = """() => [...document.querySelectorAll(".diagram svg")].filter((svg) => svg.checkVisibility())
  .flatMap((svg) => {
    const lines = [...svg.querySelectorAll("text:not(:has(tspan)), text > tspan")].map((line) => {
      const box = line.getBoundingClientRect();
      return { text: line.textContent, left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 3,
        frame: line.closest(".diagram-node")?.querySelector("rect").getBoundingClientRect() };
    });
    const edge = svg.getBoundingClientRect();
    const overlap = (a, b) => a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top && b.bottom > a.top;
    const overflows = (line, frame) => frame && (line.left < frame.left - 1 || line.right > frame.right + 1);
    return [
      ...lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => overlap(a, b)).map((b) => `${a.text} | ${b.text}`)),
      ...lines.filter((line) => overflows(line, edge) || overflows(line, line.frame)).map(({ text }) => `out: ${text}`),
    ];
  })"""
WIDTHS = (320, 360, 414, 480, 600, 720, 768, 960, 1024, 1220, 1280, 1440, 1920)


# The fonts of the machine (empty), a wide font, and a font in which every letter is as wide as an m.
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
            assert page.evaluate(OVERLAPS) == [], (address, width)


def test_an_overlap_is_seen(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("timeline-diagram"))
    page.evaluate("document.querySelectorAll('.diagram-across tspan').forEach((line) => line.setAttribute('y', '50'))")
    assert len(page.evaluate(OVERLAPS)) > 20


LINES = """svg => { const edge = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text:not(:has(tspan)), text > tspan")].map((line) => {
    const box = line.getBoundingClientRect();
    return { text: line.textContent, x: box.x - edge.x, y: box.y - edge.y, width: box.width, height: box.height };
  }); }"""
# The texts of the boxes in which two screenshots (PNG, base64) do not differ.
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
  }).map(({ text }) => text);
}"""


def invisible_texts(diagram: Locator, blank: Page) -> list[str]:
    """Return the texts of a diagram whose hiding changes nothing in its screenshot."""
    page = diagram.page
    boxes = diagram.evaluate(LINES)
    visible = diagram.screenshot()
    add_style(page, ".diagram text { visibility: hidden }")
    hidden = diagram.screenshot()
    page.evaluate("document.adoptedStyleSheets = []")
    shots = [base64.b64encode(shot).decode() for shot in (visible, hidden)]
    alike: list[str] = blank.evaluate(ALIKE, [*shots, boxes])
    assert len(boxes) > 15
    return alike


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_text_leaves_ink(site_url: str, open_page: Open, width: int, scheme: str) -> None:
    page, blank = open_page(width, height=2600, color_scheme=scheme), open_page()
    for address in ("", page_of_block("timeline-diagram"), page_of_block("argument-diagram")):
        page.goto(site_url + address)
        for diagram in page.locator(".diagram svg:visible").all():
            assert invisible_texts(diagram, blank) == [], address


def test_a_text_that_is_painted_over_is_seen(site_url: str, open_page: Open) -> None:
    page, blank = open_page(height=2600), open_page()
    page.goto(site_url + page_of_block("argument-diagram"))
    hidden = "fill: var(--md-default-bg-color)"  # the color of the background: it hides text in any font
    page.locator(".diagram-across .diagram-head").evaluate_all(f"every => every.forEach((e) => e.style = '{hidden}')")
    heads = page.locator(".diagram-across .diagram-head").all_text_contents()
    assert invisible_texts(page.locator(".diagram svg:visible"), blank) == heads


@pytest.mark.parametrize("face", FACES)
def test_with_many_events_it_holds_and_says_what_is_left_out(crowded_url: str, open_page: Open, face: str) -> None:
    page = open_page()
    for width in (360, 700, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(crowded_url + demo.page_of_block("timeline-diagram"))
        if face:
            use_font(page, "--edition-sans", face)
        assert page.get_by_text("peristiwa lain").locator("visible=true").count() == 1
        assert page.evaluate(OVERLAPS) == [], width


def test_each_is_small_and_says_what_it_is(site: Path) -> None:
    for block in ("timeline-diagram", "argument-diagram"):
        page = html.document_fromstring((site / page_of_block(block) / "index.html").read_bytes())
        diagrams = page.xpath("//figure[contains(@class, 'diagram')]//svg")
        assert len(diagrams) == 3
        for diagram in diagrams:
            assert len(gzip.compress(html.tostring(diagram))) <= 6000
            assert diagram.xpath("./title/text()")
            assert diagram.xpath("./desc/text()")
            assert diagram.xpath(".//image | .//@style") == []
            drawn = ".//*[self::rect or self::path][not(@class='diagram-tip' or @class='diagram-point')]"
            unstyled = f"{drawn}[not(@fill or @stroke)]"
            assert diagram.xpath(unstyled) == []  # without the page's style it would be a black box
        hidden = [bool(diagram.xpath("ancestor::div[@hidden]")) for diagram in diagrams]
        assert hidden == [True, True, False]  # without the page's style, only the narrow form is shown


def test_every_event_and_every_record_is_a_link_to_its_target(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("timeline-diagram"))
    links = page.locator(".diagram-across a")
    assert links.count() == page.locator(".event").count() == len(VIEWS.timeline)
    links.nth(2).click()
    assert page.url.endswith(address_of(f"peristiwa-{VIEWS.timeline[2].id}"))
    page.goto(site_url + page_of_block("argument-diagram"))
    page.locator(".diagram-across a[data-kind=recommendations]", has_text="S1").click()
    assert page.url.endswith(address_of(f"saran-{EDITION.dataset.recommendations[0].id}"))


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_box_brings_out_its_chain(demo_url: str, open_page: Open, way: str) -> None:
    page = open_page()
    page.goto(demo_url + demo.page_of_block("argument-diagram"))
    box = page.locator(".diagram-across a[data-kind=efforts]", has_text="U1")
    box.hover() if way == "hover" else box.focus()
    lit = page.locator(".diagram-across a[data-highlighted]").all_text_contents()
    assert sorted(text.split()[0] for text in lit) == ["K1", "S3", "U1"]
    page.mouse.move(0, 0)
    page.locator("a.md-header__title").focus()
    assert page.locator(".diagram-across a[data-highlighted]").count() == 0


def test_screen_readers_hear_what_the_lines_say(demo_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url + demo.page_of_block("argument-diagram"))
    name = "K1 Kekeringan; upaya yang menjawab: U1 (menurut sumber); saran yang menyusul: S3 (menurut sumber)"
    expect(page.locator(".diagram-across a[data-kind=obstacles]").first).to_have_accessible_name(name)


def test_what_answers_no_obstacle_is_listed_once(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("argument-diagram"))
    efforts, recommendations = EDITION.dataset.efforts, EDITION.dataset.recommendations
    unpaired = [each.id for each in efforts if not each.answers] + [
        each.id for each in recommendations if not each.answers
    ]
    expect(page.locator("ul.diagram-rest li")).to_have_count(len(unpaired))
    height = page.locator(".diagram-across").evaluate("svg => svg.getBoundingClientRect().height")
    assert height <= 400


def test_inferred_edges_look_different_and_the_legend_says_so(site_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + page_of_block("argument-diagram"))
    edges = page.locator('.diagram-across .diagram-edge[data-basis="editorial"] path:not(.diagram-tip)')
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


@pytest.mark.parametrize("colors", ["light", "dark", "forced", "print"])
def test_texts_differ_from_the_background_in_every_color_scheme(site_url: str, open_page: Open, colors: str) -> None:
    page = open_page(color_scheme="dark" if colors == "dark" else "light")
    if colors == "forced":
        page.emulate_media(forced_colors="active")
    if colors == "print":
        page.emulate_media(media="print")
    page.goto(site_url + page_of_block("timeline-diagram"))
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector in (".diagram-across .diagram-year", ".diagram-across .diagram-date", ".diagram-across a text"):
        assert page.locator(selector).first.evaluate("text => getComputedStyle(text).fill") != background
