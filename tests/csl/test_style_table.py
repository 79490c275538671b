"""The table of styles: one row adds a style, the generated templates are current and correct."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import edition
from conftest import EDITION, MINI, PUBLISHED, ROOT
from csl import processor
from csl.generate import generate
from csl.odd_titles import ODD_TITLES
from edition.citations.csl_items import anchor_item, edition_item
from edition.citations.formatter import Citation, CitationFormatter
from edition.citations.rich_text import plain
from edition.citations.slots import ACCESSED
from edition.data.style_records import FILE, CitationStyle
from edition.model.build_context import BuildContext

STYLES = {style.id: style for style in EDITION.dataset.citation_styles}
VANCOUVER = """- id: vancouver
  csl: nlm-citation-sequence
  label: {id: Vancouver, en: Vancouver}
  secondary: citation
  several:
    id: "setiap bagian mendapat nomor sendiri."
    en: "each part has a number of its own."
"""


@pytest.mark.parametrize("folder", [ROOT / "data", MINI / "data"], ids=["edition", "miniature"])
def test_the_committed_templates_are_what_the_command_writes(folder: Path) -> None:
    assert (folder / FILE).read_text(encoding="utf-8") == generate(folder)


def append_row(folder: Path, row: str) -> Path:
    with (folder / "data/citation_styles.yml").open("a", encoding="utf-8") as file:
        file.write(row)
    return folder


def test_one_row_adds_a_sixth_style(mini: Callable[[], Path]) -> None:
    folder = append_row(mini(), VANCOUVER)
    (folder / "data" / FILE).write_text(generate(folder / "data"), encoding="utf-8")
    build, problems = edition.load(folder, site_url="https://contoh.example/")
    assert problems == ()
    assert build
    citation = CitationFormatter(build).anchor(build.edition.anchor_by_name["vi-1-p2"]).citations[5]
    # as in Citing Medicine, chapter 25, on parts of web sites; entries are numbered
    title, url = "VI.1 ¶2: Taman resap", "https://contoh.example/isi/#vi-1-p2"
    assert citation.style.label.id == "Vancouver"
    assert plain(citation.entry) == (
        f"1. Penyunting Mini. Edisi mini, versi 1.1 [Internet]. 2020. {title}. Tersedia pada: {url}"
    )
    assert plain(citation.accessed).replace(ACCESSED, "3 Desember 2026") == (
        f"1. Penyunting Mini. Edisi mini, versi 1.1 [Internet]. 2020 [dikutip 3 Desember 2026]. {title}. "
        f"Tersedia pada: {url}"
    )
    assert citation.in_text == "(1)"


def test_a_row_without_templates_stops_the_build_until_they_are_generated(mini: Callable[[], Path]) -> None:
    problems = edition.load(append_row(mini(), VANCOUVER))[1]
    assert [(problem.code, problem.where.file) for problem in problems] == [("E066", "data/citation_styles.yml")]
    assert "make citation-styles" in problems[0].message


@pytest.mark.parametrize("content", ["", "{", "[]", '{"apa": {}}', '{"apa": null}'])
def test_unreadable_templates_are_reported(mini: Callable[[], Path], content: str) -> None:
    folder = mini()
    (folder / "data" / FILE).write_text(content, encoding="utf-8")
    messages = [str(problem) for problem in edition.load(folder)[1] if problem.where.file.endswith(FILE)]
    assert len(messages) == 1
    assert "make citation-styles" in messages[0]


def test_a_table_without_styles_is_reported(mini: Callable[[], Path]) -> None:
    folder = mini()
    (folder / "data/citation_styles.yml").write_text("[]\n", encoding="utf-8")
    assert [problem.code for problem in edition.load(folder)[1]] == ["E066"]


def test_a_style_that_does_not_exist_is_reported(mini: Callable[[], Path]) -> None:
    folder = append_row(mini(), VANCOUVER.replace("nlm-citation-sequence", "gaya-karangan"))
    before = (folder / "data" / FILE).read_bytes()
    command = [sys.executable, str(ROOT / "tests/csl/generate.py"), str(folder / "data")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("data/citation_styles.yml:")
    assert 'gaya CSL "gaya-karangan" tidak ada' in result.stderr
    assert (folder / "data" / FILE).read_bytes() == before


def test_a_row_sets_the_locator_type_and_the_form_of_secondary_citations(mini: Callable[[], Path]) -> None:
    folder = mini()
    path = folder / "data/citation_styles.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows[0] |= {"secondary": "sentence", "locator": "page"}
    path.write_text(yaml.safe_dump(rows, allow_unicode=True), encoding="utf-8")
    (folder / "data" / FILE).write_text(generate(folder / "data"), encoding="utf-8")
    build, problems = edition.load(folder)
    assert problems == ()
    assert build
    templates = build.edition.dataset.citation_templates["apa"]
    assert templates.made_for == ("apa", "page", "sentence")
    assert templates.secondary.startswith("(dikutip dalam ")


def cite_with_title(build: BuildContext, title: str, style: CitationStyle) -> tuple[dict[str, Any], Citation]:
    """Return the CSL item of an anchor with another title, and its citation in a style."""
    item = anchor_item(build, EDITION.anchors[0]) | {"title": title}
    work = CitationFormatter(build).cite(item, "VI.1 ¶4")
    return item, next(citation for citation in work.citations if citation.style == style)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_odd_titles_of_anchors_are_formatted_as_by_the_processor(style: CitationStyle) -> None:
    assert len(set(ODD_TITLES)) >= 50
    for number, title in enumerate(ODD_TITLES):
        item, citation = cite_with_title(PUBLISHED, title, style)
        assert citation.entry == processor.entry(style.csl, item)
        if number % 4 == 0:  # the date of access stands behind the title, whatever that is
            assert citation.accessed == processor.entry(style.csl, item | {"accessed": {"literal": ACCESSED}})


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_odd_titles_of_the_edition_are_formatted_as_by_the_processor(style: CitationStyle) -> None:
    for title in ODD_TITLES[::3]:
        item = edition_item(PUBLISHED) | {"title": title}
        work = CitationFormatter(PUBLISHED).cite(item, "")
        citation = next(citation for citation in work.citations if citation.style == style)
        assert citation.entry == processor.entry(style.csl, item)


# Written by hand: EYD V alternates nested quotation marks, and no full stop follows ? or !.
PUNCTUATED = [
    ("apa", "Mengapa?", "Mengapa? Wadah. "),
    ("apa", "Sudah!", "Sudah! Wadah. "),
    ("apa", "Kata “itu”", "Kata “itu”. Wadah. "),
    ("chicago", "Kata “itu”", "“Kata ‘itu’”. Wadah. "),
    ("chicago", "Mengapa?", "“Mengapa?” Wadah. "),
    ("chicago", 'Kata "lurus" saja', "“Kata ‘lurus’ saja”. Wadah. "),
    ("chicago", "‘Dalam “dalam” kutip’", "““Dalam ‘dalam’ kutip””. Wadah. "),
    ("chicago", "Jum’at pagi", "“Jum’at pagi”. Wadah. "),
    ("chicago", "Kata “itu?”", "“Kata ‘itu?’” Wadah. "),
    ("ieee", "R&D", "“R&D”, Wadah."),
    ("mla", "<i>miring</i>", "“<i>miring</i>”. Wadah, "),
    ("harvard", "Kota 🏙 tua", "Kota 🏙 tua, Wadah."),
]


@pytest.mark.parametrize(("style", "title", "expected"), PUNCTUATED)
def test_an_odd_title_is_punctuated_correctly(style: str, title: str, expected: str) -> None:
    item = anchor_item(PUBLISHED, EDITION.anchors[0]) | {"title": title, "container-title": "Wadah"}
    work = CitationFormatter(PUBLISHED).cite(item, "")
    [entry] = [plain(citation.entry) for citation in work.citations if citation.style.id == style]
    assert expected in entry
