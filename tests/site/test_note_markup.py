"""The editors' notes on a built site: each at the anchors it is about, and all of them on the page of notes."""

from pathlib import Path

from lxml import html

from conftest import EDITION, VIEWS, address_of, page_of_block

ABOUT = {note.id: note.about for note in VIEWS.notes}


def page_at(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address.partition("#")[0] / "index.html").read_bytes())


def test_each_note_is_at_its_anchors_and_once_per_page_in_full(site: Path) -> None:
    for name, about in ABOUT.items():
        pages = {address_of(anchor).partition("#")[0] for anchor in about}
        for page in pages:
            shown = page_at(site, page).xpath(f"//*[@data-note='catatan-{name}']")
            assert len(shown) == sum(address_of(anchor).startswith(f"{page}#") for anchor in about)
            assert [bool(each.xpath(".//*[@class='note-text']")) for each in shown].count(True) == 1, (name, page)
        for anchor in about:
            article = page_at(site, address_of(anchor))
            [element] = article.xpath(f"//*[@id='{anchor}']")
            block = element if element.tag in ("section", "li") else element.getparent()
            assert block.xpath(f".//*[@data-note='catatan-{name}']"), (name, anchor)


def test_the_page_of_notes_lists_all_notes_in_order_with_their_anchors(site: Path) -> None:
    page = page_at(site, page_of_block("notes"))
    ids = [each for each in page.xpath("//article//@id") if each.startswith("catatan-")]
    assert ids == ["catatan-penyunting", *(f"catatan-{note.id}" for note in VIEWS.notes)]
    order = [paragraph.anchor for paragraph in EDITION.dataset.paragraphs]
    first = [min((order.index(name) for name in about if name in order), default=99) for about in ABOUT.values()]
    assert first == sorted(first)


def test_the_text_is_the_same_everywhere_and_keeps_its_links(site: Path) -> None:
    article = page_at(site, page_of_block("notes"))
    for note in VIEWS.notes:
        [heading] = article.xpath(f"//*[@id='catatan-{note.id}']")
        [text] = heading.getparent().xpath("./p[not(@class)]")
        for anchor in note.about[:1]:
            [copy] = page_at(site, address_of(anchor)).xpath(f"//*[@data-note='catatan-{note.id}']//*[@data-text]")
            assert copy.text_content() == text.text_content()
            assert [a.text for a in copy.iter("a")] == [a.text for a in text.iter("a")]
            assert len(text.xpath(".//a")) == note.text.id.count("](#")
