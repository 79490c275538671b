"""A glossary term inside a link written in HTML does not become a nested link."""

from collections.abc import Callable
from pathlib import Path

from lxml import html

from conftest import build


def test_a_term_in_a_raw_link_is_not_linked_again(mini: Callable[[], Path]) -> None:
    folder = mini()
    with (folder / "docs/index.md").open("a", encoding="utf-8") as source:
        source.write('\nLihat <a href="isi/">kebun kota</a>, <a href="isi/">*Balai Warga*</a>, dan kebun kota.\n')
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    page = html.document_fromstring((folder / "site/index.html").read_bytes())
    [paragraph] = page.xpath("//p[starts-with(., 'Lihat')]")
    links = [(link.text_content(), link.get("href")) for link in paragraph.iter("a") if link.get("href")]
    assert [text for text, href in links if href == "isi/"] == ["kebun kota", "Balai Warga"]
    assert paragraph.xpath(".//a//a") == []
    assert [href for _, href in links if href != "isi/"] == ["glosarium/#istilah-kebun-kota"]
