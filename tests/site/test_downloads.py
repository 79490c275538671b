"""The downloads page states the size and the SHA-256 digest of each file."""

import hashlib
from pathlib import Path

from lxml import html

from conftest import EDITION, page_of_block
from edition.outputs.single_file import FILE

NAMES = ("kota-kembar-luring.zip", "kota-kembar.html")


def test_the_home_page_links_to_the_downloads(site: Path) -> None:
    links = html.document_fromstring((site / "index.html").read_bytes()).xpath("//main//a/@href")
    assert f"{page_of_block('downloads')}#luring" in links


def test_both_downloads_have_their_size_and_digest(site: Path) -> None:
    address = page_of_block("downloads")
    page = html.document_fromstring((site / address / "index.html").read_bytes())
    for name in NAMES:
        [link] = page.xpath(f"//main//a[contains(@href, 'unduh/{name}')]/@href")
        content = (site / address / link).resolve().read_bytes()
        assert page.xpath(f"//*[@data-digest-of='{name}']/text()") == [hashlib.sha256(content).hexdigest()]
        assert page.xpath(f"//*[@data-size-of='{name}']/text()") == [f"{-(-len(content) // 1000)} KB"]


def test_the_list_of_digests_matches_the_files(site: Path) -> None:
    lines = (site / "unduh/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    digests = {name: hashlib.sha256((site / "unduh" / name).read_bytes()).hexdigest() for name in NAMES}
    assert lines == [f"{digests[name]}  {name}" for name in NAMES]


def test_instructions_for_checking_a_digest_cover_four_systems(site: Path) -> None:
    text = html.document_fromstring((site / "tentang/index.html").read_bytes()).text_content()
    for instruction in ("certutil -hashfile", "shasum -a 256", "sha256sum -c SHA256SUMS", "Android"):
        assert instruction in text


def test_the_single_file_says_what_it_is(published: Path) -> None:
    page = html.document_fromstring((published / FILE).read_bytes())
    meta = {each.get("name"): each.get("content") for each in page.xpath("//meta[@name]")}
    assert (meta["DC.language"], meta["DC.date"]) == ("id", EDITION.dataset.edition.date)
    assert meta["description"].startswith("Edisi parafrasa bab penutup")
    assert len(page.xpath("//p[@class='colophon']")) == 1


def test_a_sitemap_is_written_only_if_there_are_addresses(site: Path, published: Path) -> None:
    assert [(folder / "sitemap.xml").exists() for folder in (site, published)] == [False, True]
