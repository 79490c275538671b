"""Files for reference managers (BibTeX, RIS, CSL-JSON) survive a round trip through third-party parsers."""

import json
import re
from importlib import resources
from typing import Any

import pytest
import rispy
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from conftest import BUILD, EDITION, PUBLISHED
from csl import processor
from edition.citations import export_formats
from edition.citations.csl_items import anchor_item, locator
from edition.citations.formatter import CitationFormatter
from edition.citations.rich_text import plain

TITLES = [
    "R&D", 'Kata "dalam" kutip', "a < b > c", "Kurung { terbuka", "tertutup } saja", "{lengkap}", "50 % penuh",
    "snake_case", "nomor #1", "kira~kira", "a^b", "$5", "a\\b", "\\textbf{x}", "Hà Nội và Thăng Long", "Kota 🏙 tua",
    "50 % & {x \\ # _ ~ ^ $", "VI.1 ¶4: Mengapa", "’kutip’ “ganda”", "--- tiga --",
]  # fmt: skip


def work(title: str) -> dict[str, Any]:
    return {
        "id": "kota-kembar-x",
        "type": "webpage",
        "title": title,
        "container-title": f"Wadah {title}",
        "author": [{"literal": f"Badan {title}"}],
        "issued": {"date-parts": [[2026]]},
        "language": "id",
        "URL": "https://contoh.example/a_b/~c/?q=50%25#vi-1-p4",
    }


# LaTeX text symbols that pylatexenc does not know, or takes for an accent.
SYMBOLS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
CONTEXT = get_default_latex_context_db()
CONTEXT.add_context_category(
    "symbols", prepend=True, macros=[MacroTextSpec(name, simplify_repl=text) for name, text in SYMBOLS.items()]
)


def decode_latex(text: str) -> str:
    """Return the text that TeX would print, decoded by pylatexenc."""
    return str(LatexNodes2Text(CONTEXT, strict_latex_spaces=True).latex_to_text(text))


@pytest.mark.parametrize("title", TITLES)
def test_a_title_survives_bibtex(title: str) -> None:
    [entry] = parse_string(export_formats.bibtex(work(title)), "bibtex").entries.values()
    assert decode_latex(entry.fields["title"][1:-1]) == title
    assert entry.fields["url"] == work(title)["URL"]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_survives_ris(title: str) -> None:
    [record] = rispy.loads(export_formats.ris(work(title)))
    assert (record["title"], record["secondary_title"]) == (title, f"Wadah {title}")
    assert record["urls"] == [work(title)["URL"]]
    assert record["year"] == "2026"


@pytest.mark.parametrize("title", TITLES)
def test_a_title_survives_csl_json(title: str) -> None:
    assert json.loads(export_formats.csl_json([work(title)])) == [work(title)]


def read_schema_names(schema: str) -> set[str]:
    """Return the quoted names in a file of the official CSL schema, which citeproc-py ships."""
    folder = resources.files("citeproc") / "data" / "schema" / "schemas" / "styles"
    return set(re.findall(r'"([a-z-]+)"', (folder / schema).read_text(encoding="utf-8"), re.IGNORECASE))


def find_unknown_names(item: dict[str, Any]) -> list[str]:
    """Return the item type and the fields that the CSL schema does not define (``id`` and ``type`` are CSL-JSON's)."""
    fields = item.keys() - {"id", "type"} - read_schema_names("csl-variables.rnc")
    return [*({item["type"]} - read_schema_names("csl-types.rnc")), *(fields)]


def test_every_item_uses_only_types_and_variables_of_csl() -> None:
    for item in CitationFormatter(PUBLISHED).all_items():
        assert find_unknown_names(item) == []
        assert item["author"] == [{"literal": EDITION.dataset.edition.responsible}]
        [[year]] = item["issued"]["date-parts"]
        assert isinstance(year, int)


def test_the_check_detects_types_and_variables_unknown_to_csl() -> None:
    assert find_unknown_names({"id": "x", "type": "laman", "judul": "y", "title": "z"}) == ["laman", "judul"]


def test_the_files_hold_the_edition_its_pages_and_its_anchors_once() -> None:
    files = CitationFormatter(PUBLISHED).files()
    pages = [page.name.removesuffix(".md") for page in EDITION.pages]
    anchors = [anchor.name for anchor in EDITION.anchors]
    expected = ["kota-kembar", *(f"kota-kembar-{name}" for name in [*pages, *anchors])]
    bib = parse_string(files["sitasi/kota-kembar.bib"], "bibtex")
    assert list(bib.entries) == expected
    assert [record["id"] for record in rispy.loads(files["sitasi/kota-kembar.ris"])] == expected
    assert [item["id"] for item in json.loads(files["sitasi/kota-kembar.json"])] == expected


def test_without_a_site_url_the_files_contain_no_url() -> None:
    assert all("http" not in text for text in CitationFormatter(BUILD).files().values())


def test_every_citation_equals_the_output_of_the_csl_processor() -> None:
    formatter = CitationFormatter(PUBLISHED)
    of_each_kind = {anchor.kind: anchor for anchor in EDITION.anchors}  # titles are compared in tests/csl
    for anchor in of_each_kind.values():
        item = anchor_item(PUBLISHED, anchor)
        for citation in formatter.anchor(anchor).citations:
            assert plain(citation.entry) == plain(processor.entry(citation.style.csl, item))
            assert citation.in_text == processor.in_text(citation.style.csl, item, locator(anchor))
