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
TEXTS = ".diagram-title, .diagram-actors, .diagram-relation, .diagram-alone, .diagram-group, .diagram-heads span, text"
# Pairs of texts of one diagram that overlap, and texts that overflow their box or their diagram.
OVERLAPS = """() => [...document.querySelectorAll("figure.diagram")].filter((figure) => figure.checkVisibility())
  .flatMap((figure) => {
    const lines = [...figure.querySelectorAll("${TEXTS}")].flatMap((line) => [...line.getClientRects()]
      .filter((box) => box.width > 1).map((box) => ({
        text: line.textContent, line, left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 3,
        frame: line.closest(".diagram-node")?.getBoundingClientRect(),
      })));
    const edge = figure.getBoundingClientRect();
    const overlap = (a, b) => a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top && b.bottom > a.top;
    const overflows = (line, frame) => frame && (line.left < frame.left - 1 || line.right > frame.right + 1
      || line.bottom > frame.bottom + 1);
    return [
      ...lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => a.line !== b.line && overlap(a, b))
        .map((b) => `${a.text} | ${b.text}`)),
      ...lines.filter((line) => overflows(line, edge) || overflows(line, line.frame)).map(({ text }) => `out: ${text}`),
    ];
  })""".replace("${TEXTS}", TEXTS)
# The years on axes that are wider than the space up to the next one. CSS generates them, so they have no boxes.
CROWDED_YEARS = """() => [...document.querySelectorAll(".diagram-years")].flatMap((axis) => {
    const brush = document.createElement("canvas").getContext("2d");
    brush.font = getComputedStyle(axis).font;
    const units = [...axis.children].map((unit) => ({ x: unit.getBoundingClientRect().x,
      label: getComputedStyle(unit, "::before").content.replaceAll('"', "").replace("none", "") }));
    const labels = units.filter(({ label }) => label);
    return labels.slice(1).filter(({ x }, i) => x - labels[i].x < brush.measureText(labels[i].label).width + 2)
      .map(({ label }) => label);
  })"""
WIDTHS = (320, 360, 414, 480, 600, 640, 720, 768, 960, 1024, 1220, 1280, 1440, 1920)


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
            assert page.evaluate(OVERLAPS) == [], (address, width)
            assert page.evaluate(CROWDED_YEARS) == [], (address, width)


def test_an_overlap_is_seen(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("timeline-diagram"))
    assert page.evaluate(OVERLAPS) == page.evaluate(CROWDED_YEARS) == []
    add_style(page, ".timeline-rows svg { margin-inline-start: -12rem !important } .diagram-years { width: 10rem }")
    assert len(page.evaluate(OVERLAPS)) > 1
    assert len(page.evaluate(CROWDED_YEARS)) > 5


LINES = """figure => { const edge = figure.getBoundingClientRect();
  return [...figure.querySelectorAll(TEXTS)].flatMap((line) => [...line.getClientRects()]
    .filter((box) => box.width > 1).map((box) => ({ text: line.textContent, x: box.x - edge.x, y: box.y - edge.y,
      width: box.width, height: box.height }))); }""".replace("TEXTS", repr(TEXTS))
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
    add_style(page, f":is({TEXTS}) {{ visibility: hidden }}")
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
        for diagram in page.locator("figure.diagram").all():
            assert invisible_texts(diagram, blank) == [], address


def test_a_text_that_is_painted_over_is_seen(site_url: str, open_page: Open) -> None:
    page, blank = open_page(height=2600), open_page()
    page.goto(site_url + page_of_block("argument-diagram"))
    hidden = "color: var(--md-default-bg-color)"  # the color of the background: it hides text in any font
    heads = page.locator(".diagram-heads span")
    heads.evaluate_all(f"every => every.forEach((e) => e.style = '{hidden}')")
    assert invisible_texts(page.locator("figure.diagram"), blank) == heads.all_text_contents()


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
        [diagram] = page.xpath("//figure[contains(@class, 'diagram')]")
        assert len(gzip.compress(html.tostring(diagram))) <= 6000
        assert diagram.get("aria-label")
        assert diagram.xpath(".//image | .//@style") == []
        drawn = ".//*[self::rect or self::line or self::path][not(@class='diagram-tip' or @class='diagram-point')]"
        unstyled = f"{drawn}[not((self::node() | ..)[@fill or @stroke])]"
        assert diagram.xpath(unstyled) == []  # without the page's style it would be a black box


def test_it_is_one_list_for_readers_that_ignore_styles(site: Path) -> None:
    """Text browsers print the text of everything, even what is hidden, so a text may be in the tree only once."""
    page = html.document_fromstring((site / page_of_block("timeline-diagram") / "index.html").read_bytes())
    [diagram] = page.xpath("//figure[contains(@class, 'diagram')]")
    rows = [" ".join(row.text_content().split()) for row in diagram.xpath(".//li")]
    assert rows[0] == "Letter of Intent ditandatangani: 23 November 2003"
    assert rows[2] == "Implementing Agreement ditandatangani: tanpa tanggal, antara 2004 dan 2017"
    assert len(rows) == len(VIEWS.timeline)
    assert "2003 2004" not in " ".join(diagram.text_content().split())  # the axis
    page = html.document_fromstring((site / page_of_block("argument-diagram") / "index.html").read_bytes())
    [diagram] = page.xpath("//figure[contains(@class, 'diagram')]")
    rows = [" ".join(row.text_content().split()) for row in diagram.xpath(".//li")]
    assert rows[0] == (
        "K1 Hanoi tidak berkontribusi aktif (Pemerintah Kota Hanoi); saran terkait: S2 (tafsiran penyunting)"
    )
    assert len({row.split()[0] for row in rows}) == len(rows)


def test_every_event_and_every_record_is_a_link_to_its_target(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("timeline-diagram"))
    links = page.locator(".diagram a")
    assert links.count() == page.locator(".event").count() == len(VIEWS.timeline)
    links.nth(2).click()
    assert page.url.endswith(address_of(f"peristiwa-{VIEWS.timeline[2].id}"))
    page.goto(site_url + page_of_block("argument-diagram"))
    page.locator("[data-kind=recommendations] .diagram-node", has_text="S1").click(position={"x": 5, "y": 5})
    assert page.url.endswith(address_of(f"saran-{EDITION.dataset.recommendations[0].id}"))


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_box_brings_out_its_chain(demo_url: str, open_page: Open, way: str) -> None:
    page = open_page()
    page.goto(demo_url + demo.page_of_block("argument-diagram"))
    box = page.locator("[data-kind=efforts] .diagram-node", has_text="U1")
    box.hover() if way == "hover" else box.locator("a").focus()
    lit = page.locator(".diagram-node[data-highlighted]").all_text_contents()
    assert sorted(text.split()[0] for text in lit) == ["K1", "S3", "U1"]
    page.mouse.move(0, 0)
    page.locator("a.md-header__title").focus()
    assert page.locator(".diagram-node[data-highlighted]").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tree_says_what_the_lines_say(demo_url: str, open_page: Open, width: int) -> None:
    page = open_page(width, java_script_enabled=False)
    page.goto(demo_url + demo.page_of_block("argument-diagram"))
    relations = "upaya terkait: U1 (menurut bab ini); saran terkait: S3 (menurut bab ini)"
    item = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="K1 Kekeringan")).first
    assert relations in (item.text_content() or "")
    relation = item.get_by_text("saran terkait")
    assert relation.evaluate("words => words.offsetWidth > 100") == (width == 360)
    expect(page.locator(".diagram-lines").first).to_be_visible(visible=width == 1280)


def test_what_answers_no_obstacle_is_listed_once(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("argument-diagram"))
    efforts, recommendations = EDITION.dataset.efforts, EDITION.dataset.recommendations
    unpaired = [each.id for each in efforts if not each.answers] + [
        each.id for each in recommendations if not each.answers
    ]
    expect(page.locator("ul.diagram-rest li")).to_have_count(len(unpaired))


@pytest.mark.parametrize("face", FACES)
def test_the_argument_and_each_event_need_little_height(site_url: str, open_page: Open, face: str) -> None:
    page = open_page()
    page.goto(site_url + page_of_block("argument-diagram"))
    if face:
        use_font(page, "--edition-sans", face)
    assert page.locator("figure.diagram").evaluate(
        "figure => figure.querySelector('figcaption').getBoundingClientRect().y - figure.getBoundingClientRect().y"
    ) <= (460 if face == FACES[2] else 400)  # no one reads in a font of m's
    page.set_viewport_size({"width": 680, "height": 980})  # A4 without its margins
    page.emulate_media(media="print")
    heights = page.locator(".argument-group, .diagram-heads").evaluate_all("parts => parts.map((e) => e.offsetHeight)")
    assert sum(heights) <= 416 or face == FACES[2]  # 110 mm
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site_url + page_of_block("timeline-diagram"))
    heights = page.locator(".timeline-rows li").evaluate_all("rows => rows.map((row) => row.offsetHeight)")
    assert max(heights) <= 60
    assert sum(heights) <= 56 * len(heights)


def test_inferred_edges_look_different_and_the_legend_says_so(site_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site_url + page_of_block("argument-diagram"))
    edges = page.locator('.diagram-edge[data-basis="editorial"]')
    data = EDITION.dataset
    inferred = [each.answers for each in data.efforts if each.basis == "editorial"]
    inferred += [each.answers for each in data.recommendations if each.basis == "editorial"]
    assert edges.count() == sum(map(len, inferred))
    assert edges.first.evaluate("edge => getComputedStyle(edge).strokeDasharray") != "none"
    assert "tafsiran penyunting" in (page.locator("figure.diagram figcaption").text_content() or "")


@pytest.mark.parametrize("width", [768, 1280])
def test_lines_meet_the_boxes_that_they_join(site_url: str, open_page: Open, width: int) -> None:
    page = open_page(width)
    page.goto(site_url + page_of_block("argument-diagram"))
    assert page.evaluate(LOOSE_ENDS) == []
    page.locator(".diagram-node").first.evaluate("item => { item.style.paddingTop = '200px' }")
    assert page.evaluate(LOOSE_ENDS) == []  # the boxes of a column are equally high
    page.locator(".argument-group ul").first.evaluate("list => { list.style.gridAutoRows = 'auto' }")
    assert page.evaluate(LOOSE_ENDS) != []


# The ids of obstacles whose lines begin or end at the height of no box of the same chain.
LOOSE_ENDS = """() => [...document.querySelectorAll(".diagram-edge")].filter((edge) => {
    const group = edge.closest(".argument-group"), chain = edge.getAttribute("data-chain");
    const kind = edge.closest(".diagram-lines").dataset.kind;
    const meets = (line, kind) => {
      const y = line.getBoundingClientRect().y;
      return [...group.querySelectorAll(`ul[data-kind=${kind}] .diagram-node`)].some((box) => {
        const { top, bottom } = box.getBoundingClientRect();
        return box.dataset.chain.split(" ").includes(chain) && top < y && y < bottom;
      });
    };
    const [begin, , end] = edge.querySelectorAll(":scope > line");
    return !meets(begin, "obstacles") || !meets(end, kind);
  }).map((edge) => edge.getAttribute("data-chain"))"""


@pytest.mark.parametrize("colors", ["light", "dark", "forced", "print"])
def test_texts_differ_from_the_background_in_every_color_scheme(site_url: str, open_page: Open, colors: str) -> None:
    page = open_page(color_scheme="dark" if colors == "dark" else "light")
    if colors == "forced":
        page.emulate_media(forced_colors="active")
    if colors == "print":
        page.emulate_media(media="print")
    page.goto(site_url + page_of_block("timeline-diagram"))
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector, name in ((".diagram-scale", "color"), (".diagram-date", "fill"), (".diagram-title", "color")):
        assert page.locator(selector).first.evaluate(f"text => getComputedStyle(text).{name}") != background
