"""The metadata as they stand in the built pages."""

import json
from pathlib import Path

from lxml import html

from conftest import ADDRESS, ADDRESSES
from edition.rendering.page_metadata import CARD


def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Address below the root → parsed page, without what stands at old addresses."""
    return {url.rstrip("/"): html.document_fromstring((site / url / "index.html").read_bytes()) for url in ADDRESSES}


def content(page: html.HtmlElement, key: str) -> list[str]:
    found: list[str] = page.xpath(f"//meta[@name='{key}' or @property='{key}']/@content")
    return found


def test_every_page_can_be_taken_in_by_scholar(site: Path) -> None:
    for address, page in pages(site).items():
        for key in ("DC.title", "DC.creator", "DC.issued", "og:title"):
            assert len(content(page, key)) == 1, (address, key)


def misleading(page: html.HtmlElement) -> list[str]:
    """The tags that make a journal article of a page, or a person of a body."""
    tags: list[str] = page.xpath("//meta[starts-with(@name, 'citation_') or @name = 'DC.source']/@name")
    return tags


def test_no_page_passes_for_an_article_by_a_person(site: Path) -> None:
    assert [misleading(page) for page in pages(site).values()] == [[]] * len(ADDRESSES)
    lie = '<meta name="citation_author" content="Penyunting Kota"><meta name="DC.source" content="Bab VI"><p>'
    assert misleading(html.document_fromstring(lie)) == ["citation_author", "DC.source"]


def test_every_page_leads_to_the_citation_files(site: Path) -> None:
    for address, page in pages(site).items():
        targets = page.xpath("//head/link[contains(@rel, 'alternate')]/@href")
        assert [(site / address / target).resolve().name for target in targets] == [
            f"kota-kembar.{ending}" for ending in ("bib", "ris", "json")
        ]
        assert all((site / address / target).resolve().is_file() for target in targets)


def test_without_an_address_none_is_told(site: Path) -> None:
    for address, page in pages(site).items():
        said = [*page.xpath("//meta/@content"), *page.xpath("//script[@type='application/ld+json']/text()")]
        known = ("https://schema.org/", "https://creativecommons.org/licenses/by/4.0/")
        for text in said:
            for allowed in known:
                text = text.replace(allowed, "")
            assert "http" not in text, address


def test_published_pages_tell_their_own_address(published: Path) -> None:
    for address, page in pages(published).items():
        here = ADDRESS + (f"{address}/" if address else "")
        assert content(page, "og:url") == content(page, "DC.identifier") == [here]
        assert page.xpath("//link[@rel='canonical']/@href") == [here]


def test_the_linked_data_of_a_page_are_one_document(site: Path) -> None:
    for page in pages(site).values():
        [script] = page.xpath("//script[@type='application/ld+json']/text()")
        assert json.loads(script)["@context"] == {"@vocab": "https://schema.org/"}


def test_the_card_that_other_sites_show_is_there(site: Path, published: Path) -> None:
    assert {tuple(content(page, "og:image")) for page in pages(site).values()} == {()}
    assert {tuple(content(page, "og:image")) for page in pages(published).values()} == {(f"{ADDRESS}{CARD}",)}
    assert (published / CARD).read_bytes().startswith(b"\x89PNG")


def inline(page: html.HtmlElement) -> list[str]:
    """What a strict policy forbids: styles and handlers in attributes, and scripts that are no data."""
    found: list[str] = page.xpath("//@style | //@*[starts-with(name(), 'on')] | //style/text()")
    scripts: list[str] = page.xpath("//script[not(@src)][not(@type)]/text()")
    return [*found, *scripts]


def test_nothing_stands_in_a_page_that_a_strict_policy_forbids(site: Path) -> None:
    assert [inline(page) for page in pages(site).values()] == [[]] * len(ADDRESSES)
    bad = '<p style="color:red" onclick="a()">x</p><style>b</style><script>c</script><script src="d"></script>'
    assert inline(html.document_fromstring(bad)) == ["color:red", "a()", "b", "c"]
