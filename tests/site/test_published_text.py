"""The text is whole: each paragraph has its measure, each record its place, each foreign term its language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from conftest import EDITION
from edition.data.records import Paragraph

PARAGRAPHS = EDITION.dataset.paragraphs
REGISTER = EDITION.dataset.anchors


def page(site: Path, name: str) -> html.HtmlElement:
    """The page of a Markdown file, parsed."""
    return html.document_fromstring((site / EDITION.page_url(name) / "index.html").read_bytes())


def words(block: html.HtmlElement) -> int:
    """The words a reader sees, without the definitions of terms."""
    for aside in block.xpath(".//*[@role='tooltip']"):
        aside.drop_tree()
    return len(block.text_content().split())


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph.anchor)
def test_a_paragraph_is_told_at_the_length_of_its_source(site: Path, paragraph: Paragraph) -> None:
    [block] = page(site, paragraph.page).xpath(f"//section[@id='{paragraph.anchor}']//*[@class='paragraph-text']")
    assert 0.7 <= words(block) / paragraph.words <= 1.3


def test_the_measure_leaves_definitions_out() -> None:
    block = html.fragment_fromstring("<div>satu dua <b>tiga<i role='tooltip'>x y</i></b></div>")
    assert words(block) == 3


def test_every_registered_anchor_stands_once_on_its_page(site: Path) -> None:
    names = [each.name for each in EDITION.pages]
    ids = [each for name in names for each in page(site, name).xpath("//*[not(@class='retired')]/@id")]
    for entry in REGISTER:
        heir = EDITION.dataset.current_anchor(entry.anchor)
        assert ids.count(heir) == 1, heir
        landed = page(site, EDITION.dataset.current_page(entry.page)).xpath(f"//*[@id='{entry.anchor}']")
        assert len(landed) == 1, entry.anchor
        if landed[0].get("class") == "retired":
            assert landed[0].xpath(f".//a[contains(@href, '#{heir}')]"), entry.anchor


def test_every_anchor_is_registered() -> None:
    """``make anchors`` registers new ones; what is published must be promised."""
    assert {anchor.name for anchor in EDITION.anchors} <= {entry.anchor for entry in REGISTER}


def texts(element: html.HtmlElement, lang: str = "id") -> Iterator[tuple[str, str]]:
    """Every text below ``element`` with its language; code and data have none."""
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


def unmarked(article: html.HtmlElement) -> list[str]:
    return [text for lang, text in texts(article) if lang != "en" for foreign in ENGLISH if foreign in text]


@pytest.mark.parametrize("name", sorted({each.name for each in EDITION.pages}))
def test_foreign_terms_carry_their_language(site: Path, name: str) -> None:
    [article] = page(site, name).xpath("//main/article")
    assert unmarked(article) == []


def test_the_check_sees_an_unmarked_foreign_term() -> None:
    article = html.fragment_fromstring("<p>Satu sister city dan <i lang='en'>sister city</i></p>")
    assert unmarked(article) == ["Satu sister city dan "]


FOREIGN_INTERFACE = ("Skip to", "Search", "Back to top", "Next", "Previous", "Table of contents", "Made with", "Close")


@pytest.mark.parametrize("name", ["index.html", "glosarium/index.html", "404.html"])
def test_what_the_theme_says_is_indonesian(site: Path, name: str) -> None:
    document = html.document_fromstring((site / name).read_bytes())
    said = document.xpath("//@title | //@aria-label | //@placeholder | //body//text()[not(ancestor::script)]")
    assert document.get("lang") == "id"
    assert [text for text in said for english in FOREIGN_INTERFACE if english in text] == []
