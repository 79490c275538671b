"""FAIR Signposting: the typed links of the pages, as the signposting package of its authors parses them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from signposting.htmllinks import find_signposting_html

from browser.http_server import serve
from conftest import ADDRESS, ADDRESSES

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FORMATS = {
    "application/x-bibtex": "bib",
    "application/x-research-info-systems": "ris",
    "application/vnd.citationstyles.csl+json": "json",
}


@pytest.fixture(autouse=True)
def bypass_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bypass any proxy: the package loads the pages over HTTP from this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(scope="module")
def url(published: Path) -> Iterator[str]:
    with serve(published) as address:
        yield address


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_its_type_licence_and_citation_links(url: str, published: Path, address: str) -> None:
    links = find_signposting_html(url + address)
    assert links.citeAs
    assert links.citeAs.target == ADDRESS + address
    assert links.license
    assert links.license.target == LICENCE
    kind = {True: "https://schema.org/AboutPage", False: "https://schema.org/WebPage"}[address == ""]
    assert kind in [each.target for each in links.types]
    formats_by_type = {str(each.type): each.target.removeprefix(url) for each in links.describedBy}
    name = "-".join(("kota-kembar", address)).strip("/-")
    assert formats_by_type == {kind: f"sitasi/{name}.{ending}" for kind, ending in FORMATS.items()}
    assert all((published / path).is_file() for path in formats_by_type.values())


def test_the_home_page_has_the_other_pages_and_the_downloads_as_items(url: str, published: Path) -> None:
    items = {each.target.removeprefix(url) for each in find_signposting_html(url).items}
    copies = {"unduh/kota-kembar-luring.zip", "unduh/kota-kembar.html"}
    assert items == {address for address in ADDRESSES if address} | copies
    assert all((published / item).exists() for item in items)
    for address in ADDRESSES[1:]:
        collection = find_signposting_html(url + address).collection
        assert collection
        assert collection.target == url


def test_without_a_site_url_there_is_no_cite_as_link(site: Path) -> None:
    with serve(site) as url:
        links = find_signposting_html(url)
    assert links.citeAs is None
    assert links.license
