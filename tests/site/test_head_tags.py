"""Metadata in the head of the built pages, and the rules of the content security policy."""

import base64
import hashlib
import json
from pathlib import Path

from lxml import html

from conftest import ADDRESS, ADDRESSES
from edition.rendering.page_metadata import CARD


def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Parse the pages, by their path below the root; redirects are excluded."""
    return {url.rstrip("/"): html.document_fromstring((site / url / "index.html").read_bytes()) for url in ADDRESSES}


def content(page: html.HtmlElement, key: str) -> list[str]:
    contents: list[str] = page.xpath(f"//meta[@name='{key}' or @property='{key}']/@content")
    return contents


def test_every_page_has_the_metadata_that_google_scholar_reads(site: Path) -> None:
    for address, page in pages(site).items():
        for key in ("DC.title", "DC.creator", "DC.issued", "og:title"):
            assert len(content(page, key)) == 1, (address, key)


def misleading_tags(page: html.HtmlElement) -> list[str]:
    """Return the meta tags that would present a page as a journal article, or an organisation as a person."""
    tags: list[str] = page.xpath("//meta[starts-with(@name, 'citation_') or @name = 'DC.source']/@name")
    return tags


def test_no_page_is_presented_as_an_article_by_a_person(site: Path) -> None:
    assert [misleading_tags(page) for page in pages(site).values()] == [[]] * len(ADDRESSES)
    example = '<meta name="citation_author" content="Penyunting Kota"><meta name="DC.source" content="Bab VI"><p>'
    assert misleading_tags(html.document_fromstring(example)) == ["citation_author", "DC.source"]


def test_every_page_links_to_the_citation_files(site: Path) -> None:
    for address, page in pages(site).items():
        targets = page.xpath("//head/link[contains(@rel, 'alternate')]/@href")
        assert [(site / address / target).resolve().name for target in targets] == [
            f"kota-kembar.{ending}" for ending in ("bib", "ris", "json")
        ]
        assert all((site / address / target).resolve().is_file() for target in targets)


def test_without_a_site_url_the_metadata_have_no_url(site: Path) -> None:
    for address, page in pages(site).items():
        texts = [*page.xpath("//meta/@content"), *page.xpath("//script[@type='application/ld+json']/text()")]
        known = ("https://schema.org/", "https://creativecommons.org/licenses/by/4.0/")
        for text in texts:
            for allowed in known:
                text = text.replace(allowed, "")
            assert "http" not in text, address


def test_published_pages_have_their_canonical_url(published: Path) -> None:
    for address, page in pages(published).items():
        url = ADDRESS + (f"{address}/" if address else "")
        assert content(page, "og:url") == content(page, "DC.identifier") == [url]
        assert page.xpath("//link[@rel='canonical']/@href") == [url]


def test_a_page_has_one_json_ld_document(site: Path) -> None:
    for page in pages(site).values():
        [script] = page.xpath("//script[@type='application/ld+json']/text()")
        assert json.loads(script)["@context"] == {"@vocab": "https://schema.org/"}


def test_published_pages_have_a_preview_image(site: Path, published: Path) -> None:
    assert {tuple(content(page, "og:image")) for page in pages(site).values()} == {()}
    assert {tuple(content(page, "og:image")) for page in pages(published).values()} == {(f"{ADDRESS}{CARD}",)}
    assert (published / CARD).read_bytes().startswith(b"\x89PNG")


def forbidden_code(page: html.HtmlElement) -> list[str]:
    """Return what the policy of a page forbids: style and event handler attributes, and inline styles and scripts whose
    digest it does not list.
    """
    policy = "".join(page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))
    texts: list[str] = page.xpath("//style/text() | //script[not(@src)][not(@type)]/text()")
    return [
        *page.xpath("//@style | //@*[starts-with(name(), 'on')]"),
        *(text for text in texts if base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() not in policy),
    ]


def test_no_page_contains_what_its_policy_forbids(site: Path) -> None:
    assert [forbidden_code(page) for page in pages(site).values()] == [[]] * len(ADDRESSES)
    bad = '<p style="color:red" onclick="a()">x</p><style>b</style><script>c</script><script src="d"></script>'
    assert forbidden_code(html.document_fromstring(bad)) == ["color:red", "a()", "b", "c"]
