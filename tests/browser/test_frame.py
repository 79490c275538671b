"""The frame of a page: navigation that stays in sight, the current section, the way back to the top, the keys of the
search, and a first paint that later files do not change.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
MIDDLE = "scrollTo(0, document.documentElement.scrollHeight / 2)"


@pytest.mark.parametrize(
    ("width", "navigation"), [(360, ".menu > summary"), (959, ".menu > summary"), (960, ".md-tabs"), (1280, ".md-tabs")]
)
def test_the_navigation_is_in_sight_wherever_one_reads(
    demo_url: str, open_page: Open, width: int, navigation: str
) -> None:
    page = open_page(width, java_script_enabled=False)
    page.goto(f"{demo_url}panduan/#vi-3-p2")
    expect(page.locator(navigation)).to_be_in_viewport()
    both = page.locator(".menu > summary:visible, .md-tabs:visible")
    expect(both).to_have_count(1)


def test_the_section_that_is_read_is_marked_in_the_contents(demo_url: str, open_page: Open) -> None:
    page = open_page(1280)
    page.goto(f"{demo_url}panduan/")
    current = page.locator("[data-md-component=toc] [aria-current]")
    expect(current).to_have_count(0)  # above the first heading
    for name, title in (("vi-3-p2", "Pembagian hasil"), ("vi-3-p1", "Bedeng dan kompos")):
        page.evaluate("name => document.getElementById(name).scrollIntoView()", name)
        expect(current).to_have_text(title)
        expect(current).to_have_attribute("aria-current", "location")


def test_a_heading_in_a_tab_that_is_not_chosen_is_not_current(demo_url: str, open_page: Open) -> None:
    page = open_page(1280)
    page.goto(f"{demo_url}panduan/")
    page.evaluate("document.querySelector('.tabbed-set').scrollIntoView()")
    hidden = page.locator(".tabbed-block :is(h3, h4)").evaluate_all(
        "all => all.filter((each) => !each.offsetParent).map((each) => each.id)"
    )
    assert hidden
    for name in hidden:
        expect(page.locator(f"[data-md-component=toc] [href='#{name}']")).not_to_have_attribute(
            "aria-current", "location"
        )


def test_on_a_phone_the_section_is_named_under_the_header_and_moves_nothing(demo_url: str, open_page: Open) -> None:
    page = open_page(360, 740)
    page.goto(f"{demo_url}panduan/")
    name = page.locator("[data-current-section]")
    expect(name).to_be_hidden()
    page.evaluate("document.getElementById('vi-3-p2').scrollIntoView()")
    expect(name).to_have_text("Pembagian hasil")
    header = page.locator(".md-header").bounding_box()
    assert header
    assert header["height"] <= 60
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(name).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_button_leads_back_to_the_top_when_one_scrolls_up(demo_url: str, open_page: Open, width: int) -> None:
    page = open_page(width, 740)
    page.goto(f"{demo_url}panduan/")
    button = page.get_by_role("button", name="Kembali ke atas")
    page.evaluate(MIDDLE)
    expect(button).to_be_hidden()  # one scrolls down
    page.evaluate("scrollBy(0, -50)")
    expect(button).to_be_visible()
    header, box = page.locator(".md-header").bounding_box(), button.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"]
    button.click()
    page.wait_for_function("() => scrollY === 0")
    expect(button).to_be_hidden()
    page.keyboard.press("Tab")  # goes on from the top
    assert page.evaluate("Boolean(document.activeElement.closest('header'))")


def test_a_slash_opens_the_search_but_not_where_it_would_be_typed(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{demo_url}panduan/")
    page.keyboard.press("/")
    field = page.locator("#search-input")
    expect(field).to_be_focused()
    expect(field).to_have_value("")  # the key itself is not typed
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_readers_can_turn_the_slash_off(demo_url: str, open_page: Open) -> None:
    """WCAG 2.1.4: a shortcut of one character can be turned off."""
    page = open_page()
    page.goto(f"{demo_url}panduan/")
    page.keyboard.press("/")
    page.get_by_role("checkbox", name="Buka pencarian dengan tombol /").uncheck()
    page.keyboard.press("Escape")
    page.goto(f"{demo_url}isi/")  # the choice is remembered
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("#search")).to_be_visible()
    assert page.evaluate("localStorage.pintasan") == '{"slash":false}'


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_at_200_percent_text_no_control_of_the_header_covers_another(
    demo_url: str, open_page: Open, width: int
) -> None:
    page = open_page(width)
    page.goto(f"{demo_url}panduan/")
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's 125 % of the reader's size, doubled
    boxes = page.locator(".md-header__title > span:visible, .md-header__inner > *:visible:not(.md-header__title)")
    sizes = boxes.evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({ left, right, top, bottom, width }) =>"
        " ({ left, right, top, bottom, width }))"
    )
    assert len(sizes) >= 3
    for one in sizes:
        assert one["width"] > 0
        assert one["left"] >= 0
        assert one["right"] <= width
        others = [other for other in sizes if other is not one]
        assert not any(
            one["left"] < other["right"] - 1
            and other["left"] < one["right"] - 1
            and one["top"] < other["bottom"] - 1
            and other["top"] < one["bottom"] - 1
            for other in others
        )


SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})"""


@pytest.mark.parametrize("address", ["", "panduan/", "panduan/#vi-3-p2", "isi/", "glosarium/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_stylesheet_and_the_script_arrive(
    demo_url: str, open_page: Open, address: str, width: int
) -> None:
    page = open_page(width)
    held: list[Callable[[], None]] = []
    page.route("**/immutable/site.*", lambda route: held.append(route.continue_))  # until the page is painted
    page.goto(demo_url + address, wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    assert len(held) == 2
    for release in held:
        release()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) == 0


def test_a_shift_is_seen(demo_url: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(f"{demo_url}panduan/")
    page.evaluate("document.querySelector('h1').style.marginTop = '300px'")
    assert page.evaluate(SHIFTS) > 0
