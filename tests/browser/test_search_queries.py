"""Tests that the queries in ``queries.tsv`` find their anchors: on the site, offline, and in the single file."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from browser.conftest import VARIANTS, url_in_variant
from browser.page_actions import result_anchors, search
from conftest import ADDRESSES

Open = Callable[..., Page]
TABLE = Path(__file__).with_name("queries.tsv")
# Enters queries in the dialog one after the other; returns the anchors of the results of each.
ASK = """(queries) => {
  const field = document.querySelector("#search-input");
  return queries.map((query) => {
    field.value = query;
    field.dispatchEvent(new Event("input"));
    return [...document.querySelectorAll("#search ol a")].map((link) => link.hash.slice(1));
  });
}"""


@pytest.fixture(params=VARIANTS)
def page_url(request: pytest.FixtureRequest) -> str:
    """Return the URL of a page of the edition: on the site, in the offline copy, and of the single file."""
    return url_in_variant(request, ADDRESSES[1])


class Row(NamedTuple):
    """A query, with its kind, language and author. One of ``anchors`` must be among the first ``rank`` results; if
    ``anchors`` is empty, there must be no results.
    """

    query: str
    rank: int
    anchors: list[str]
    kind: str
    language: str
    author: str


def rows() -> list[Row]:
    """Return the rows of the table."""
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    read = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Row(query, int(rank), anchors.split(), *rest) for query, rank, anchors, *rest in read]


def failing(page: Page, table: list[Row]) -> list[str]:
    """Return a message for each query without the expected results."""
    search(page, "kota")  # loads the scripts and the index of the search
    page.locator("#search ol a").first.wait_for()
    wrong = []
    for row, results in zip(table, page.evaluate(ASK, [row.query for row in table]), strict=True):
        if not set(row.anchors) & set(results[: row.rank]) if row.anchors else results:
            wrong.append(f"{row.query}: {' '.join(row.anchors) or 'nothing'} expected, {results[:4]} found")
    return wrong


def test_the_table_is_worth_the_name() -> None:
    table = rows()
    assert len({row.query.lower() for row in table}) == len(table) >= 150
    assert sum(row.author != "own" for row in table) >= len(table) / 2
    assert sum(row.language == "en" for row in table) >= 30
    kinds = Counter(row.kind for row in table)
    assert kinds["nothing"] >= 20
    assert min(kinds[kind] for kind in ("slip", "synonym", "abbreviation", "question", "number", "family")) >= 20
    assert all(bool(row.anchors) == (row.kind != "nothing") for row in table)


def test_every_query_finds_what_it_must(page_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(page_url)
    assert failing(page, rows()) == []


def test_the_table_can_fail(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    wrong = [
        Row("kunjungan", 3, ["istilah-bumn"], "plain", "id", "own"),
        Row("kunjungan", 3, [], "nothing", "id", "own"),
        Row("kucing", 3, ["istilah-bumn"], "plain", "id", "own"),
    ]
    assert len(failing(page, wrong)) == len(wrong)


def test_what_is_typed_by_hand_finds_the_same(site_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(site_url)
    search(page, "revitalisasi kota tua")
    at_once = result_anchors(page)
    assert "vi-1-p6" in at_once[:3]
    search(page, "")
    page.locator("#search-input").press_sequentially("revitalisai kota tau")
    assert result_anchors(page) == at_once
