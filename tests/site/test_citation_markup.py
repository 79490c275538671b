"""Every anchor can be cited: one control, five citation styles, three file formats, within a size limit."""

import gzip
from pathlib import Path

import pytest
import yaml
from lxml import html

from conftest import EDITION, ROOT
from edition.rendering import bundles

REGISTER = [anchor.name for anchor in EDITION.anchors]
PAGES = sorted({anchor.page.removesuffix(".md") for anchor in EDITION.anchors})


def parse_page(site: Path, page: str) -> html.HtmlElement:
    return html.document_fromstring((site / page / "index.html").read_bytes())


def test_every_registered_anchor_has_exactly_one_control(site: Path) -> None:
    at_its_place = "//a[contains(@class, 'cite')][not(ancestor::*[@data-note])]/@href"
    controls = [link.partition("#kutip-")[2] for page in PAGES for link in parse_page(site, page).xpath(at_its_place)]
    assert sorted(controls) == sorted(REGISTER)


def test_every_registered_anchor_has_five_citations_as_text_and_three_files(site: Path) -> None:
    page = parse_page(site, "sitasi")
    for name in REGISTER:
        [entry] = page.xpath(f"//*[@id='kutip-{name}']")
        [styles, *thesis] = entry.xpath("dl[@class='citation-styles']")
        assert len(styles.xpath("dd/p[@class='citation-entry']")) == 5, name
        files = entry.xpath(".//a[@download]/@href")
        assert files == [f"kota-kembar-{name}.{ending}" for ending in ("bib", "ris", "json")], name
        assert all((site / "sitasi" / file).is_file() for file in files), name
        assert len(thesis) == name.startswith("vi-"), name


def test_every_citation_carries_the_version_and_the_year(site: Path) -> None:
    imprint = EDITION.dataset.edition
    for entry in parse_page(site, "sitasi").xpath("//p[@class='citation-entry']"):
        text = entry.text_content()
        if "tesis tidak disebut sumber" not in text:
            assert f"versi {imprint.version}" in text
    for file in (site / "sitasi").glob("*.bib"):
        assert f"year = {{{imprint.date[:4]}}}" in file.read_text(encoding="utf-8")


def without_controls(content: bytes) -> bytes:
    """Return the page without its links to the cite dialog."""
    document = html.document_fromstring(content)
    for part in document.xpath("//a[@class='cite']"):
        part.drop_tree()
    return html.tostring(document)


@pytest.mark.parametrize("page", PAGES)
def test_the_controls_add_at_most_four_kilobytes_to_a_page(site: Path, page: str) -> None:
    content = (site / page / "index.html").read_bytes()
    with_links = html.tostring(html.document_fromstring(content))
    without_links = without_controls(content)
    assert len(without_links) < len(with_links)
    assert len(gzip.compress(with_links)) - len(gzip.compress(without_links)) <= 4096


def test_the_data_of_the_cite_dialog_are_at_most_five_kilobytes(site: Path) -> None:
    [data] = (site / bundles.FOLDER).glob("citations.*.js")
    assert len(gzip.compress(data.read_bytes())) <= 5120


def test_the_citation_file_of_the_repository_agrees_with_the_edition() -> None:
    citation_file = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    imprint = EDITION.dataset.edition
    expected = (imprint.title.id, imprint.version, imprint.date)
    assert tuple(citation_file[key] for key in ("title", "version", "date-released")) == expected
    assert citation_file["authors"] == [{"name": imprint.responsible}]
