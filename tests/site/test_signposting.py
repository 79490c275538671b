"""Typed links as a parser sees them that is not ours: FAIR Signposting, by the package of its authors."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from signposting.htmllinks import find_signposting_html

from browser.conftest import serve
from conftest import ADDRESS, ADDRESSES

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FORMATS = {
    "application/x-bibtex": "bib",
    "application/x-research-info-systems": "ris",
    "application/vnd.citationstyles.csl+json": "json",
}


@pytest.fixture(autouse=True)
def past_any_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package asks for pages over HTTP: of this machine, whatever stands between it and others."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(scope="module")
def url(published: Path) -> Iterator[str]:
    with serve(published) as address:
        yield address


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_says_what_it_is_and_how_it_is_cited(url: str, published: Path, address: str) -> None:
    found = find_signposting_html(url + address)
    assert found.citeAs
    assert found.citeAs.target == ADDRESS + address
    assert found.license
    assert found.license.target == LICENCE
    kind = {True: "https://schema.org/AboutPage", False: "https://schema.org/WebPage"}[address == ""]
    assert kind in [each.target for each in found.types]
    described = {str(each.type): each.target.removeprefix(url) for each in found.describedBy}
    name = "-".join(("kota-kembar", address)).strip("/-")
    assert described == {kind: f"sitasi/{name}.{ending}" for kind, ending in FORMATS.items()}
    assert all((published / path).is_file() for path in described.values())


def test_the_first_page_has_the_others_and_the_copies_as_its_items(url: str, published: Path) -> None:
    items = {each.target.removeprefix(url) for each in find_signposting_html(url).items}
    copies = {"unduh/kota-kembar-luring.zip", "unduh/kota-kembar.html"}
    assert items == {address for address in ADDRESSES if address} | copies
    assert all((published / item).exists() for item in items)
    for address in ADDRESSES[1:]:
        collection = find_signposting_html(url + address).collection
        assert collection
        assert collection.target == url


def test_without_an_address_nothing_is_cited_by_it(site: Path) -> None:
    with serve(site) as url:
        found = find_signposting_html(url)
    assert found.citeAs is None
    assert found.license
