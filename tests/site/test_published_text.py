"""The text of the edition: lengths of the paragraphs, registered anchors, and ``lang`` on foreign terms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from conftest import EDITION
from edition.data.records import Paragraph

PARAGRAPHS = EDITION.dataset.paragraphs
REGISTER = EDITION.dataset.anchors


def parse_page(site: Path, name: str) -> html.HtmlElement:
    """Parse the built page of a page file."""
    return html.document_fromstring((site / EDITION.page_url(name) / "index.html").read_bytes())


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph.anchor)
def test_a_paragraph_is_about_as_long_as_its_source(site: Path, paragraph: Paragraph) -> None:
    [block] = parse_page(site, paragraph.page).xpath(f"//section[@id='{paragraph.anchor}']//*[@class='paragraph-text']")
    assert 0.7 <= len(block.text_content().split()) / paragraph.words <= 1.3


def test_every_registered_anchor_occurs_once_on_its_page(site: Path) -> None:
    names = [each.name for each in EDITION.pages]
    ids = [each for name in names for each in parse_page(site, name).xpath("//*[not(@class='retired')]/@id")]
    for entry in REGISTER:
        replacement = EDITION.dataset.current_anchor(entry.anchor)
        assert ids.count(replacement) == 1, replacement
        elements = parse_page(site, EDITION.dataset.current_page(entry.page)).xpath(f"//*[@id='{entry.anchor}']")
        assert len(elements) == 1, entry.anchor
        if elements[0].get("class") == "retired":
            assert elements[0].xpath(f".//a[contains(@href, '#{replacement}')]"), entry.anchor


def test_every_anchor_is_registered() -> None:
    """Run ``make anchors`` to register new ones; only registered anchors are permanent."""
    assert {anchor.name for anchor in EDITION.anchors} <= {entry.anchor for entry in REGISTER}


def texts(element: html.HtmlElement, lang: str = "id") -> Iterator[tuple[str, str]]:
    """Yield every text below ``element`` with its language; code and scripts are skipped."""
    lang = element.get("lang", lang)
    if element.tag in ("code", "script"):
        return
    if element.text:
        yield lang, element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from texts(child, lang)
        if child.tail:
            yield lang, child.tail


ENGLISH = (
    "sister city", "Letter of Intent", "Implementing Agreement", "Program Arrangement", "framework",
    "Cooperative and Friendship City", "Jakarta International Youth Program",
)  # fmt: skip


def unmarked_terms(article: html.HtmlElement) -> list[str]:
    return [text for lang, text in texts(article) if lang != "en" for foreign in ENGLISH if foreign in text]


@pytest.mark.parametrize("name", sorted({each.name for each in EDITION.pages}))
def test_foreign_terms_have_a_lang_attribute(site: Path, name: str) -> None:
    [article] = parse_page(site, name).xpath("//main//article")
    assert unmarked_terms(article) == []


def test_the_check_detects_an_unmarked_foreign_term() -> None:
    article = html.fragment_fromstring("<p>Satu sister city dan <i lang='en'>sister city</i></p>")
    assert unmarked_terms(article) == ["Satu sister city dan "]


FOREIGN_INTERFACE = (
    "Jump back", "Skip to", "Search", "Back to top", "Next", "Previous", "Table of contents", "Made with", "Close",
)  # fmt: skip


@pytest.mark.parametrize("name", ["index.html", "glosarium/index.html", "404.html"])
def test_the_texts_of_the_theme_are_indonesian(site: Path, name: str) -> None:
    document = html.document_fromstring((site / name).read_bytes())
    texts_shown = document.xpath("//@title | //@aria-label | //@placeholder | //body//text()[not(ancestor::script)]")
    assert document.get("lang") == "id"
    assert [text for text in texts_shown for english in FOREIGN_INTERFACE if english in text] == []
