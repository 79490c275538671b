"""The editors' notes on a built site: each at what it is about, all of them together, and each to be cited."""

from pathlib import Path

from lxml import html

from conftest import EDITION, VIEWS, at, page_with

ABOUT = {note.id: note.about for note in VIEWS.notes}


def page_at(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address.partition("#")[0] / "index.html").read_bytes())


def test_each_note_is_said_where_it_applies_once_in_full_on_a_page(site: Path) -> None:
    for name, about in ABOUT.items():
        pages = {at(place).partition("#")[0] for place in about}
        for page in pages:
            shown = page_at(site, page).xpath(f"//*[@data-note='catatan-{name}']")
            assert len(shown) == sum(at(place).startswith(f"{page}#") for place in about)
            assert [bool(each.xpath(".//*[@class='note-text']")) for each in shown].count(True) == 1, (name, page)
        for place in about:
            article = page_at(site, at(place))
            [here] = article.xpath(f"//*[@id='{place}']")
            around = here if here.tag in ("section", "li") else here.getparent()
            assert around.xpath(f".//*[@data-note='catatan-{name}']"), (name, place)


def test_all_of_them_stand_in_order_under_their_anchors(site: Path) -> None:
    page = page_at(site, page_with("notes"))
    ids = [each for each in page.xpath("//article//@id") if each.startswith("catatan-")]
    assert ids == ["catatan-penyunting", *(f"catatan-{note.id}" for note in VIEWS.notes)]
    order = [paragraph.anchor for paragraph in EDITION.dataset.paragraphs]
    first = [min((order.index(name) for name in about if name in order), default=99) for about in ABOUT.values()]
    assert first == sorted(first)


def test_the_text_is_the_same_everywhere_and_keeps_its_links(site: Path) -> None:
    article = page_at(site, page_with("notes"))
    for note in VIEWS.notes:
        [heading] = article.xpath(f"//*[@id='catatan-{note.id}']")
        [text] = heading.getparent().xpath("./p[not(@class)]")
        for place in note.about[:1]:
            [copy] = page_at(site, at(place)).xpath(f"//*[@data-note='catatan-{note.id}']//*[@data-text]")
            assert copy.text_content() == text.text_content()
            assert [a.text for a in copy.iter("a")] == [a.text for a in text.iter("a")]
            assert len(text.xpath(".//a")) == note.text.id.count("](#")
