"""Tests of the search dialog and of opening its results: on the site, in the offline copy, and in the single file."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.page_actions import result_anchors, search
from edition.rendering.bundles import SEARCH_INDEX

Open = Callable[..., Page]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_result_leads_to_its_paragraph_with_the_match_marked(everywhere: str, width: int, open_page: Open) -> None:
    page = open_page(width)
    page.goto(everywhere)
    search(page, "kesetaraan")
    page.locator('#search ol a[href$="#vi-3-p2"]').click()
    mark = page.locator("#vi-3-p2 mark.found")
    mark.wait_for()
    assert mark.all_text_contents() == ["setara"]
    assert page.url.endswith("#vi-3-p2")
    assert "?" not in page.url
    header, block = page.locator(".md-header").bounding_box(), page.locator("#vi-3-p2").bounding_box()
    assert header
    assert block
    assert header["y"] + header["height"] <= block["y"] < 400
    page.keyboard.press("Escape")
    assert mark.count() == 0


def test_a_result_on_the_same_page_opens_without_loading_it_again(everywhere: str, open_page: Open) -> None:
    page = open_page()
    page.goto(everywhere)
    page.evaluate("window.loadedOnce = true")
    search(page, "manfaat")
    page.locator('#search ol a[href$="#vi-3-p1"]').click()
    assert page.locator("#vi-3-p1 mark.found").all_text_contents() == ["memanfaatkannya"]
    assert not page.locator("#search").is_visible()
    assert page.evaluate("window.loadedOnce")


def test_a_compound_is_marked_as_one_and_its_parts_elsewhere_are_not(everywhere: str, open_page: Open) -> None:
    page = open_page()
    page.goto(everywhere)
    for query in ("ketidakberhasilan", "ketidak berhasilan"):
        search(page, query)
        page.locator('#search ol a[href$="#vi-3-p1"]').click()
        page.locator("#vi-3-p1 mark.found").first.wait_for()
        assert set(page.locator("#vi-3-p1 mark.found").all_text_contents()) == {"tidak berhasil"}


def test_a_heading_as_a_result_opens_with_its_section_marked(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "Android")
    page.keyboard.press("Enter")
    page.locator("mark.found").first.wait_for()
    assert page.url.endswith("/panduan/#ponsel")
    assert set(page.locator("mark.found").all_text_contents()) == {"Android"}


def test_a_paragraph_is_shown_by_its_number(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "gembur")
    result = page.locator("#search li", has=page.locator('a[href$="#vi-3-p2"]'))
    expect(result.locator(".search-label")).to_have_text("VI.3 ¶2")
    assert result.locator("p mark").all_text_contents() == ["gembur"]


def test_english_terms_in_results_carry_their_language(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "rain garden")
    title = page.locator('#search a[href$="#membuat"]')
    assert title.locator("i[lang=en]").all_text_contents() == ["rain garden"]
    assert title.text_content() == "Panduan merawat Membuat rain garden"


def test_keys_open_go_through_and_close_it(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Control+k")
    page.wait_for_function("() => typeof searchData !== 'undefined'")
    page.keyboard.type("kebun")
    expect(page.locator("#search [data-slot=status]")).to_contain_text("hasil")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#search ol a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-input"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")  # a browser may use the first to empty the field
    assert not page.locator("#search").is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-search-open')")


def test_many_results_are_folded_and_can_be_unfolded(crowded_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(crowded_url)
    search(page, "kebun")
    total = int((page.locator("#search [data-slot=status]").text_content() or "").split()[0])
    assert len(result_anchors(page)) == 20 < total
    page.get_by_role("button", name="Tampilkan semua").click()
    assert len(result_anchors(page)) == total


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("kucing", "Tidak ada hasil untuk “kucing”."),
        ("bedeng", "5 hasil"),
        ("jadwal dengan Dinas Taman", "Tidak ada bagian yang memuat semua kata itu; "),
        ("", ""),
    ],
)
def test_it_says_what_it_found(query: str, status: str, demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, query)
    assert (page.locator("#search [data-slot=status]").text_content() or "").startswith(status)


def test_it_says_when_its_data_cannot_be_loaded(demo_url: str, open_page: Open) -> None:
    page = open_page(watched=False)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"**/{SEARCH_INDEX}", lambda route: route.abort())
    page.goto(demo_url)
    page.locator("[data-search-open]").click()
    expect(page.locator("#search [data-slot=status]")).to_contain_text("Data pencarian belum dapat dimuat")
    page.unroute(f"**/{SEARCH_INDEX}")
    page.keyboard.press("Escape")
    search(page, "bedeng")  # a second attempt loads only what is missing
    expect(page.locator("#search [data-slot=status]")).to_have_text("5 hasil")
    assert errors == []


def test_without_javascript_no_search_is_offered(demo_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(demo_url)
    assert not page.locator("[data-search-open]").is_visible()


def test_nothing_is_loaded_for_searching_before_it_is_asked_for(demo_url: str, open_page: Open) -> None:
    page = open_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(demo_url, wait_until="networkidle")
    assert [url for url in requests if url.endswith(("search.js", "search-index.js"))] == []


def test_a_correction_says_so_and_can_be_undone(everywhere: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(everywhere)
    search(page, "hidropnik")
    line = page.locator("#search [data-slot=mended]")
    expect(line).to_have_text("Menampilkan hasil untuk hidroponik; cari hidropnik saja")
    expect(page.locator('#search [role="status"]')).to_contain_text("hasil untuk “hidroponik”")  # for screen readers
    assert result_anchors(page)[0] == "istilah-hidroponik"
    line.get_by_role("button").press("Enter")
    expect(page.locator('#search [role="status"]')).to_have_text("Tidak ada hasil untuk “hidropnik”.")
    assert page.evaluate("document.activeElement.id") == "search-input"
    assert result_anchors(page) == []
    expect(line).to_be_hidden()
    address = page.url
    page.keyboard.press("Enter")  # no result to open, and the correction stays off
    page.keyboard.press("Control+k")
    assert result_anchors(page) == []
    assert page.url == address
    page.keyboard.type("hidropnik")
    expect(line).to_be_visible()


def test_a_near_miss_is_offered_and_not_passed_off_as_a_hit(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "rain barrel")
    expect(page.locator("#search [data-slot=status]")).to_have_text("Tidak ada hasil untuk “rain barrel”.")
    assert result_anchors(page) == []
    expect(page.locator('#search [role="status"]')).to_contain_text("Mungkin maksud Anda: “rain garden”.")
    page.locator("#search [data-slot=offered]").get_by_role("button", name="rain garden").click()
    assert result_anchors(page)[0] == "istilah-taman-resap"
    assert page.locator("#search-input").input_value() == "rain garden"


def test_what_is_typed_may_go_on_as_a_term(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "taman r")
    buttons = page.locator("#search [data-slot=suggested] button")
    assert buttons.all_text_contents() == ["taman resap", "taman resap air", "Taman resap"]
    for _ in range(4):  # past "Hapus kata", "Buka" and the kinds of results
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#search-input").input_value() == "taman resap"
    assert "istilah-taman-resap" in result_anchors(page)
    assert buttons.all_text_contents() == ["taman resap air"]


def test_kinds_of_results_can_be_chosen_with_the_keyboard(everywhere: str, open_page: Open) -> None:
    page = open_page(360)
    page.goto(everywhere)
    search(page, "RTH")
    chips = page.locator("#search fieldset label:visible")
    counts = {name: int(number) for name, number in (chip.split() for chip in chips.all_inner_texts())}
    assert counts["Semua"] == len(result_anchors(page)) == sum(counts.values()) - counts["Semua"]
    assert {"Paragraf", "Peristiwa", "Kendala", "Saran", "Istilah"} <= set(counts)
    page.locator("#search [name=result-kind]:checked").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Paragraf")).to_be_checked()
    assert len(result_anchors(page)) == counts["Paragraf"]
    expect(page.locator('#search [role="status"]')).to_contain_text(
        f"{counts['Paragraf']} dari {counts['Semua']} hasil"
    )
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        chip = page.locator("#search :checked + span").bounding_box()  # must be fully visible
        row = page.locator("#search fieldset").bounding_box()
        assert chip
        assert row
        assert row["x"] <= chip["x"]
        assert chip["x"] + chip["width"] <= row["x"] + row["width"]
    page.locator("#search label", has_text="Paragraf").click()
    assert all(anchor.startswith("vi-") for anchor in result_anchors(page))
    page.locator("#search-input").fill("bedeng")  # the kind stays selected while it has results
    assert all(anchor.startswith("vi-") for anchor in result_anchors(page))


def test_a_kind_that_is_no_longer_found_is_no_longer_chosen(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "RTH")
    page.locator("#search fieldset label", has_text="Kendala").click()
    assert result_anchors(page) == ["kendala-lahan-sempit"]
    page.locator("#search-input").fill("kompos")
    assert page.locator("#search [name=result-kind][value=all]").is_checked()
    assert "istilah-kompos" in result_anchors(page)


def test_words_without_weight_alone_ask_for_more(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "yang dan di")
    expect(page.locator('#search [role="status"]')).to_have_text("Tambahkan kata yang lebih khusus.")
    page.locator("#search-input").fill("siapa")  # a question word alone finds all records that can answer it
    assert {anchor.partition("-")[0] for anchor in result_anchors(page)} == {"pelaku"}


def test_nothing_of_a_search_is_kept(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "kebun")
    page.keyboard.press("Escape")
    page.reload()
    page.locator("[data-search-open]").click()
    assert page.locator("#search-input").input_value() == ""
    assert page.locator("#search-input").get_attribute("autocomplete") == "off"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_every_word_that_readers_bring_leads_where_it_says(site_url: str, open_page: Open) -> None:
    """As a query, each synonym finds the targets of its entry; one that only stands for other words finds anything."""
    page = open_page()
    page.goto(site_url)
    search(page, "kota")
    failing = page.evaluate(
        """() => {
          const index = new searchBundle.SearchEngine(searchData);
          return searchData.synonyms.flatMap(([words, led, means]) => words.split("|").filter((word) => {
            const hits = new Set(index.search(word).results.map(({ unit }) => unit.anchor));
            return led.length ? !led.every((unit) => hits.has(index.units[unit].anchor)) : !means || !hits.size;
          }));
        }"""
    )
    assert failing == []


def test_opening_it_again_goes_back_to_the_field(crowded_url: str, open_page: Open) -> None:
    page = open_page(360, 740)
    page.goto(crowded_url)
    search(page, "kebun")
    page.get_by_role("button", name="Tampilkan semua").click()
    total = len(result_anchors(page))
    page.keyboard.press("Control+k")
    expect(page.locator("#search-input")).to_be_focused()
    expect(page.locator("#search-input")).to_be_in_viewport()
    assert len(result_anchors(page)) == total > 20


def test_arrows_with_another_key_and_elsewhere_do_what_they_do(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    search(page, "taman r")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("#search-input")).to_be_focused()
    button = page.locator("#search [data-slot=suggested] button").first
    button.focus()
    page.keyboard.press("ArrowDown")
    expect(button).to_be_focused()


def test_an_empty_search_offers_three_queries_and_what_is_typed_can_be_cleared(demo_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(demo_url)
    page.locator("[data-search-open]").click()
    examples = page.locator("#search [data-slot=examples] button")
    expect(examples).to_have_count(3)
    clear = page.get_by_role("button", name="Hapus kata")
    expect(clear).to_be_hidden()
    examples.first.click()
    expect(page.locator("#search ol a").first).to_be_visible()
    expect(examples.first).to_be_hidden()
    clear.click()
    expect(page.locator("#search-input")).to_have_value("")
    expect(page.locator("#search-input")).to_be_focused()
    expect(examples.first).to_be_visible()


def test_no_control_moves_while_one_types_and_the_way_out_stays_in_sight(demo_url: str, open_page: Open) -> None:
    page = open_page(360, 500)
    page.goto(demo_url)
    places = set()
    for query in ("t", "taman", "tamam resap", "tidak ada kata ini", "kebun"):
        search(page, query)
        controls = page.locator("#search [data-close], #search-input, #search [type=submit], #search .search-kinds")
        places.add(str([control.bounding_box() for control in controls.all()]))
    assert len(places) == 1
    page.locator("#search li").last.scroll_into_view_if_needed()
    box = page.locator("#search [data-close]").bounding_box()
    assert box
    assert box["y"] >= 0
    assert min(box["width"], box["height"]) >= 40
