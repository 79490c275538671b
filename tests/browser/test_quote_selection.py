"""Tests of quoting a selection: quotation marks, the label of the passage, and a link with a text fragment."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from browser.demo_edition import address_of
from browser.http_server import serve
from browser.page_actions import import_modules
from conftest import ADDRESS
from edition.outputs.single_file import FILE

Open = Callable[..., Page]
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}

# Selects from the start of one text (in the element of one selector) to the end of another (in that of a second one).
SELECT = """([from, start, to, end]) => {
  const find = (selector, words, atEnd) => {
    const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf(words);
      if (at >= 0) return [node, atEnd ? at + words.length : at];
    }
    throw new Error(words);
  };
  const selection = getSelection();
  selection.removeAllRanges();
  selection.setBaseAndExtent(...find(from, start, false), ...find(to, end, true));
}"""


@pytest.fixture(scope="module")
def url(demo_published: Path) -> Iterator[str]:
    with serve(demo_published) as address:
        yield address


def wait_for_button(page: Page) -> Page:
    """Wait for the button that quotes the selection; return the page."""
    page.locator(".quote-offer").wait_for()
    return page


def read_clipboard(page: Page) -> dict[str, str]:
    """Return the content of the clipboard: MIME type → text."""
    content: dict[str, str] = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const text = async (type) => (await item.getType(type)).text();
          return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await text(type)])));
        }"""
    )
    return content


def quote(page: Page, text: str, start: str, end: str, to: str = "") -> dict[str, str]:
    """Select text, quote it with Alt+K, and return the content of the clipboard."""
    page.evaluate(SELECT, [text, start, to or text, end])
    wait_for_button(page).keyboard.press("Alt+K")
    expect(page.locator('#cite [data-copy="quote"]')).to_have_text("Tersalin")
    return read_clipboard(page)


def test_words_come_in_quotation_marks_with_place_mark_and_link(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    content = quote(page, "#vi-3-p1 .paragraph-text", "bedeng yang paling teduh", "tidak terlihat")
    address = f"{ADDRESS}{address_of('vi-3-p1')}:~:text=bedeng%20yang%20paling%20teduh%20tidak%20terlihat"
    words = "“bedeng yang paling teduh tidak terlihat” (Penyunting Mini, 2020, "
    mark = " [kata-kata edisi, bukan kata-kata karya tulis]"
    assert content["text/plain"] == f"{words}VI.3 ¶1){mark} {address}"
    assert content["text/html"] == f'{words}<a href="{address}">VI.3 ¶1</a>){mark}'


def test_quotation_marks_within_are_turned(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("catatan-bentuk-jamak"))
    record = f".record:has(#{address_of('catatan-bentuk-jamak').partition('#')[2]})"
    text = quote(page, record, "Sumber memakai", "bedeng yang diterangkan")["text/plain"]
    assert text.startswith("“Sumber memakai bentuk jamak ‘bedeng-bedeng’, tetapi hanya satu bedeng yang diterangkan” (")
    assert "“Catatan: bedeng ‘teduh’”) [kata-kata edisi] http" in text  # in the title of the passage, too


PARTIAL_WORDS = [
    ("usim", "tanam per", "“musim tanam pertama”"),
    (", bedeng", "teduh tid", "“bedeng yang paling teduh tidak”"),
]


@pytest.mark.parametrize(("start", "end", "expected"), PARTIAL_WORDS)
def test_a_quotation_begins_and_ends_at_whole_words(
    url: str, open_page: Open, start: str, end: str, expected: str
) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    assert quote(page, "#vi-3-p1 .paragraph-text", start, end)["text/plain"].startswith(expected)


def test_a_doubled_word_and_a_span_of_years_stay_whole(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("catatan-bentuk-jamak"))
    record = f".record:has(#{address_of('catatan-bentuk-jamak').partition('#')[2]})"
    text = quote(page, record, "bedeng”, tetapi", "satu bedeng")["text/plain"]
    assert text.startswith("“bedeng-bedeng, tetapi hanya satu bedeng”")  # without an unpaired quotation mark


def test_foreign_words_stay_italic_where_there_is_formatted_text(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    content = quote(page, "#vi-3-p1 .paragraph-text", "cara", "pemula")
    assert content["text/plain"].startswith("“cara menanam di raised bed untuk pemula” (")
    assert content["text/html"].startswith("“cara menanam di <i>raised bed</i> untuk pemula” (")


def test_the_number_of_a_note_is_not_in_a_quotation(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    content = quote(page, "#vi-3-p1 .paragraph-text", "separuh", "kosong")
    assert content["text/plain"].startswith("“separuh lahan dibiarkan kosong” (")


def test_words_of_the_edition_are_never_ascribed_to_the_thesis(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    quote(page, "#vi-3-p1 .paragraph-text", "bedeng yang", "teduh")
    assert not page.locator('#cite [value="thesis"]').is_visible()


NOT_QUOTABLE = [
    ("vi-3-p1", "#vi-3-p1 .paragraph-head", "Kutip", "Kutip"),
    ("saran-jadwal-siram", ".record:has(#saran-jadwal-siram) :is(h3, h4)", "Susun", "jadwal"),
    ("saran-jadwal-siram", ".record:has(#saran-jadwal-siram) .record-label", "S3", "S3"),
    ("vi-3-p1", "[data-note=catatan-bentuk-jamak] .note-links", "Tautan", "tetap"),
]


@pytest.mark.parametrize(("name", "selector", "start", "end"), NOT_QUOTABLE)
def test_what_a_page_says_about_its_text_is_not_offered(
    url: str, open_page: Open, name: str, selector: str, start: str, end: str
) -> None:
    page = open_page()
    page.goto(url + address_of(name))
    page.evaluate(SELECT, [selector, start, selector, end])
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.locator(".quote-offer").count() == 0


def test_words_that_the_page_has_twice_are_found_by_those_ahead_of_them(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    last = "#vi-3-p1 .paragraph-text > :last-child"
    text = quote(page, last, "Dinas Taman", "Dinas Taman")["text/plain"]
    assert ":~:text=" in text
    assert "-,Dinas%20Taman" in text


def test_two_paragraphs_are_both_named_and_the_edition_cited_once(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    content = quote(
        page, "#vi-3-p1 .paragraph-text p:last-child", "tidak dapat", "perawatan tidak", "#vi-3-p2 .paragraph-text"
    )
    assert "2020, VI.3 ¶1 dan VI.3 ¶2)" in content["text/plain"]
    assert page.locator('#cite [value="whole"]').is_checked()
    assert "VI.3 ¶1" not in (page.locator('#cite [data-slot="entry"]').text_content() or "")
    page.keyboard.press("Escape")
    page.locator("#vi-3-p1 a.cite").first.click()
    assert page.locator('#cite [value="edition"]').is_checked()  # the reader's own choice is unchanged


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_is_offered_out_of_the_way_and_goes_with_the_selection(
    url: str, open_page: Open, width: int
) -> None:
    page = open_page(width)
    page.goto(url + address_of("vi-3-p1"))
    page.evaluate(SELECT, ["#vi-3-p1 .paragraph-text", "bedeng yang", "#vi-3-p1 .paragraph-text", "teduh"])
    wait_for_button(page)
    button = page.locator(".quote-offer").bounding_box()
    words = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
    assert button
    assert button["y"] > words["bottom"] + 40 or button["y"] + button["height"] < words["top"] - 40
    assert 0 <= button["x"] <= width - button["width"]
    assert min(button["width"], button["height"]) >= 24
    expect(page.locator("[role=status]", has_text="Alt+K")).to_have_count(1)  # screen readers announce it
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(".quote-offer").wait_for(state="detached")


def test_the_tab_key_reaches_the_button_and_escape_puts_it_away(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    page.evaluate(
        SELECT, ["#vi-3-p1 .paragraph-text", "memanfaatkannya kembali", "#vi-3-p1 .paragraph-text", "kembali"]
    )
    wait_for_button(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.quote-offer')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator('#cite [data-copy="quote"]')).to_have_text("Tersalin")
    assert page.evaluate("document.activeElement.dataset.copy") == "quote"
    page.keyboard.press("Escape")
    page.evaluate(SELECT, ["#vi-3-p1 .paragraph-text", "bedeng yang", "#vi-3-p1 .paragraph-text", "teduh"])
    wait_for_button(page).keyboard.press("Escape")
    page.locator(".quote-offer").wait_for(state="detached")


def test_a_tap_on_the_button_quotes_what_was_selected(url: str, open_page: Open) -> None:
    page = open_page(360, 740, has_touch=True, **CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    page.evaluate(SELECT, ["#vi-3-p1 .paragraph-text", "bedeng yang", "#vi-3-p1 .paragraph-text", "teduh"])
    wait_for_button(page).locator(".quote-offer").tap()
    expect(page.locator('#cite [data-copy="quote"]')).to_have_text("Tersalin")
    assert read_clipboard(page)["text/plain"].startswith("“bedeng yang paling teduh”")


def test_where_nothing_can_be_cited_nothing_is_offered(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(url + address_of("vi-3-p1"))
    page.evaluate(SELECT, [".md-tabs", "Isi", ".md-tabs", "Panduan"])
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.locator(".quote-offer").count() == 0


# A long paragraph, the end of which is below a low screen when its anchor is opened.
LONG_PARAGRAPH = ("vi-3-p1", "#vi-3-p1 .paragraph-text")


def test_the_link_finds_the_words_again(url: str, open_page: Open) -> None:
    page = open_page(360, 300, **CLIPBOARD)
    page.goto(url + address_of(LONG_PARAGRAPH[0]))
    last = page.evaluate(
        """(selector) => {
          const blocks = [...document.querySelectorAll(`${selector} p, ${selector} li`)];
          return blocks.pop().innerText.trim().split(/\\s+/).slice(-6).join(" ");
        }""",
        LONG_PARAGRAPH[1],
    )
    words = last.split()
    text = quote(page, f"{LONG_PARAGRAPH[1]} > :last-child", words[-3], words[-1])["text/plain"]
    link = text.rpartition(" ")[2].replace(ADDRESS, url)
    assert "text=" in unquote(link)
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_function("() => scrollY > 0")
    box = page.evaluate(
        "(selector) => document.querySelector(selector).getBoundingClientRect().bottom",
        f"{LONG_PARAGRAPH[1]} > :last-child",
    )
    assert 0 < box < 400  # the end of the paragraph is on the screen, or just below it


def test_the_link_finds_the_words_at_their_place_not_where_a_note_has_them(url: str, open_page: Open) -> None:
    page = open_page(1280, 800, **CLIPBOARD)
    page.goto(url + address_of("saran-jadwal-siram"))
    record = ".record:has(#saran-jadwal-siram)"
    text = quote(page, record, "Jadwal siram", "Jadwal siram")["text/plain"]
    page.goto("about:blank")
    page.goto(text.rpartition(" ")[2].replace(ADDRESS, url))
    page.wait_for_function("() => scrollY > 0")
    expect(page.locator(record).get_by_text("Jadwal siram").first).to_be_in_viewport()


def test_several_selections_are_quoted_together_where_a_browser_has_them(url: str, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto(url + address_of("vi-3-p1"))
    page.evaluate(SELECT, ["#vi-3-p1 .paragraph-text", "bedeng yang", "#vi-3-p1 .paragraph-text", "teduh"])
    page.evaluate(
        """() => {
          const second = document.createRange(), real = getSelection();
          second.selectNodeContents(document.querySelector("#vi-3-p2 .paragraph-text p"));
          const first = real.getRangeAt(0).cloneRange();
          window.getSelection = () => ({ isCollapsed: false, rangeCount: 2, getRangeAt: (n) => [first, second][n] });
          document.dispatchEvent(new Event("selectionchange"));
        }"""
    )
    wait_for_button(page).keyboard.press("Alt+K")
    expect(page.locator('#cite [data-copy="quote"]')).to_have_text("Tersalin")
    assert "VI.3 ¶1 dan VI.3 ¶2)" in read_clipboard(page)["text/plain"]


# The text directive for the first n words of a paragraph, for each n.
DIRECTIVES = """(selector) => {
  const text = document.querySelector(selector), walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const directives = {};
  const range = document.createRange();
  range.selectNodeContents(text);
  let words = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (const { index, 0: word } of node.data.matchAll(/\\S+/g)) {
      words = [...words, word];
      range.setEnd(node, index + word.length);
      directives[words.length] = textFragment(range.cloneRange(), [words.join(" ")]);
    }
  }
  return directives;
}"""


def test_the_last_words_of_a_link_follow_its_first_ones(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(url + address_of("vi-3-p1"))
    import_modules(page, "citing/text-fragments.js")
    directives: dict[str, str] = page.evaluate(DIRECTIVES, "#vi-3-p1 .paragraph-text p")
    assert len(directives) > 30
    for count, directive in directives.items():
        parts = [part for part in directive.removeprefix(":~:text=").split(",") if part.strip("-") == part]
        assert sum(len(unquote(part).split()) for part in parts) <= int(count), directive


def test_the_edition_and_the_original_are_never_one_quotation(demo_original: Path, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    with serve(demo_original) as url:
        page.goto(url + address_of("vi-3-p1").replace("#", "#asli-"))
        text = quote(
            page, "#vi-3-p1 .paragraph-text p:last-child", "memanfaatkannya", "pada satu", "#asli-vi-3-p1 p[lang]"
        )["text/plain"]
    assert text.startswith("“memanfaatkannya kembali.” (Penyunting")
    assert "[kata-kata edisi, bukan kata-kata karya tulis]" in text
    assert "Umpama" not in text


def test_the_single_file_quotes_too(demo_published: Path, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    page.goto((demo_published / FILE).as_uri())
    text = quote(page, "#vi-3-p1 .paragraph-text", "bedeng yang paling teduh", "tidak terlihat")["text/plain"]
    assert text.startswith("“bedeng yang paling teduh tidak terlihat” (Penyunting Mini, 2020, VI.3 ¶1)")
    # minifying scripts must keep the spaces in strings
    assert f"karya tulis] {ADDRESS}{address_of('vi-3-p1')}:~:text=" in text


def test_the_original_is_quoted_as_the_words_of_the_thesis(demo_original: Path, open_page: Open) -> None:
    page = open_page(**CLIPBOARD)
    with serve(demo_original) as url:
        page.goto(url + address_of("vi-3-p1").replace("#", "#asli-"))
        text = quote(page, "#asli-vi-3-p1 p[lang]", "dibuka dengan", "pada satu halaman")["text/plain"]
    assert text.startswith("“dibuka dengan rain barrel dan ember pada satu halaman” (")
    assert text.endswith("[kata-kata karya tulis]")
    assert page.locator('#cite [value="thesis"]').is_checked()
