"""The editors' notes on a built site: each at the anchors it is about, and all of them on the page of notes."""

from pathlib import Path

from lxml import html

from conftest import EDITION, VIEWS, address_of, page_of_block

ABOUT = {note.id: note.about for note in VIEWS.notes}


def page_at(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address.partition("#")[0] / "index.html").read_bytes())


def test_each_note_is_at_its_anchors_and_in_full_at_the_first_of_them(site: Path) -> None:
    for name, about in ABOUT.items():
        for anchor in about:
            [element] = page_at(site, address_of(anchor)).xpath(f"//*[@id='{anchor}']")
            block = next(each for each in (element, *element.iterancestors()) if each.xpath("./*[@class='notes']"))
            [shown] = block.xpath(f".//*[@data-note='catatan-{name}']")
            assert bool(shown.xpath(".//*[@class='note-text']")) == (anchor == about[0]), (name, anchor)
            if anchor != about[0]:
                [link] = shown.iter("a")
                assert str(link.get("href")).endswith(f"#sini-catatan-{name}")


def test_numbers_run_through_a_page_and_are_the_same_at_the_words_and_at_the_note(site: Path) -> None:
    for page in {address_of(anchor).partition("#")[0] for about in ABOUT.values() for anchor in about}:
        numbers: dict[str, str] = {}
        article = page_at(site, page)
        for note in article.xpath("//*[@data-note]"):
            number = note.xpath("string(.//b)")
            assert numbers.setdefault(note.get("data-note"), number) == number
        assert sorted(map(int, numbers.values())) == list(range(1, len(numbers) + 1))
        for reference in article.xpath("//a[@class='note-reference']"):
            name = str(reference.get("href")).removeprefix("#sini-")
            assert reference.get("data-number") == numbers[name]
            assert article.xpath(f"//*[@id='sini-{name}']//a[@href='#rujuk-{name}']")
            assert not reference.text_content()  # the paragraph's words are only its own


def test_every_note_on_words_has_its_number_after_them(site: Path) -> None:
    for note in VIEWS.notes:
        if note.words:
            [reference] = page_at(site, address_of(note.about[0])).xpath(f"//*[@id='rujuk-catatan-{note.id}']")
            texts = "ancestor::*[self::p or self::li][1]//text()[following::a[@id=$id]]"
            before = "".join(reference.xpath(texts, id=reference.get("id")))
            assert " ".join(before.split()).endswith(note.words.id), note.id


def test_the_page_of_notes_lists_all_notes_in_order_with_their_anchors(site: Path) -> None:
    page = page_at(site, page_of_block("notes"))
    ids = [each for each in page.xpath("//article//*[not(@class='retired')]/@id") if each.startswith("catatan-")]
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
