"""Metadata in the head of a page: meta tags, and JSON-LD as a JSON-LD processor expands it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

import edition
from conftest import MINI
from edition.model.build_context import BuildContext
from edition.rendering.json_ld import graph
from edition.rendering.page_metadata import of_page

SCHEMA = "https://schema.org/"
ADDRESS = "https://contoh.example/"


def load(site_url: str = "") -> BuildContext:
    context, problems = edition.load(MINI, site_url=site_url)
    assert context
    assert problems == ()
    return context


def refuse_network(url: str, _: object) -> None:
    raise AssertionError(f"asked for {url}")


def expand(document: object) -> list[dict[str, Any]]:
    """Return every node of a document after JSON-LD expansion, including nested ones."""

    def nodes(value: object) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [node for each in value for node in nodes(each)]
        if isinstance(value, dict):
            return [value, *(node for each in value.values() for node in nodes(each))]
        return []

    options = {"documentLoader": refuse_network, "base": "https://dasar.example/halaman/"}
    return [node for node in nodes(jsonld.expand(document, options)) if "@type" in node]


def ids_of(kind: str, page: str, site_url: str = ADDRESS) -> list[str]:
    return [node["@id"] for node in expand(graph(load(site_url), page)) if SCHEMA + kind in node["@type"]]


def test_the_first_page_is_the_edition_based_on_a_chapter_of_a_thesis() -> None:
    nodes = expand(graph(load(ADDRESS), "index.md"))
    [website] = [node for node in nodes if SCHEMA + "WebSite" in node["@type"]]
    assert website["@id"] == ADDRESS
    assert website[SCHEMA + "version"] == [{"@value": "1.1"}]
    [chapter] = [node for node in nodes if SCHEMA + "Chapter" in node["@type"]]
    [thesis] = chapter[SCHEMA + "isPartOf"]
    assert thesis == {"@type": [SCHEMA + "Thesis"], SCHEMA + "name": [{"@value": "Kebun kita"}]}  # no author is known


def test_events_terms_and_paragraphs_have_their_types_and_ids() -> None:
    assert ids_of("Event", "isi.md") == [
        f"{ADDRESS}isi/#peristiwa-{name}" for name in ("masa-program", "izin", "tanam", "rapat", "panen")
    ]
    assert ids_of("DefinedTermSet", "glosarium.md") == [ADDRESS + "glosarium/#glosarium"]
    terms = ("balai-warga", "kebun-kota", "taman-resap", "kompos", "mulsa", "irigasi-tetes", "lubang-biopori",
             "hidroponik", "bedeng-semai")  # fmt: skip
    assert ids_of("DefinedTerm", "glosarium.md") == [f"{ADDRESS}glosarium/#istilah-{name}" for name in terms]
    assert ids_of("Event", "glosarium.md") == []
    nodes = expand(graph(load(ADDRESS), "isi.md"))
    assert [
        node["@id"] for node in nodes if node.get(SCHEMA + "position") == [{"@value": "VI.1 ¶2"}] and "@id" in node
    ] == [ADDRESS + "isi/#vi-1-p2"]


def test_a_date_is_as_exact_as_the_source_and_an_undated_event_has_none() -> None:
    events = {
        node["@id"].rpartition("peristiwa-")[2]: (node.get(SCHEMA + "startDate"), node.get(SCHEMA + "endDate"))
        for node in expand(graph(load(ADDRESS), "isi.md"))
        if SCHEMA + "Event" in node["@type"]
    }
    assert events["masa-program"] == ([{"@value": "2011"}], [{"@value": "2013"}])
    assert events["tanam"] == ([{"@value": "2011-11-05"}], [{"@value": "2011-11-05"}])
    assert events["rapat"] == (None, None)


def test_without_a_site_url_ids_are_relative_to_the_page() -> None:
    assert ids_of("DefinedTermSet", "glosarium.md", "") == ["https://dasar.example/glosarium/#glosarium"]
    assert "http" not in json.dumps(graph(load(), "isi.md")).replace(SCHEMA, "").replace("https://creativecommons", "")


@pytest.mark.parametrize("page", ["index.md", "isi.md", "glosarium.md"])
def test_every_page_has_an_author_a_title_and_a_date(page: str) -> None:
    tags = of_page(load(), page, "Keterangan").tags
    metadata = {key: content for _, key, content in tags}
    assert metadata["DC.creator"] == "Penyunting Mini"
    assert metadata["DC.date"] == metadata["DC.issued"] == "2020-02-29"
    assert metadata["DC.title"] == {"index.md": "Edisi mini", "isi.md": "Isi dengan kebun kota"}.get(page, "Glosarium")
    assert len([key for _, key, _ in tags if key == "DC.creator"]) == 1
    assert "og:url" not in metadata


def test_urls_are_in_the_metadata_only_with_a_site_url() -> None:
    metadata = {key: content for _, key, content in of_page(load(ADDRESS), "isi.md", "").tags}
    assert metadata["og:url"] == metadata["DC.identifier"] == ADDRESS + "isi/"
    assert "og:description" not in metadata  # an empty description gives no tag


def test_special_characters_in_titles_are_preserved(tmp_path: Path) -> None:
    title = 'A & B "kutip" </script> <i> {x} \\ ¶ 🏙 Hà Nội'
    original = load(ADDRESS)
    page = next(each for each in original.edition.pages if each.name == "isi.md")
    pages = (*(each for each in original.edition.pages if each != page), replace(page, title=title))
    changed = replace(original, edition=replace(original.edition, pages=pages))
    metadata = {key: content for _, key, content in of_page(changed, "isi.md", title).tags}
    assert metadata["DC.title"] == metadata["og:title"] == metadata["og:description"] == title
    assert title in [node["name"] for node in graph(changed, "isi.md")["@graph"]]
