"""What readers look for and must find: one table for the site and for both copies for reading offline."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import found, searching

Open = Callable[..., Page]
TABLE = Path(__file__).with_name("queries.tsv")


def queries() -> list[tuple[str, int, str]]:
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(query, int(rank), anchor) for query, rank, anchor in csv.reader(lines, delimiter="\t")]


def failing(page: Page) -> list[str]:
    wrong = []
    for query, rank, anchor in queries():
        searching(page, query)
        results = found(page)
        if (anchor not in results[:rank]) if anchor else results:
            wrong.append(f"{query}: {anchor or 'nothing'} expected, {results[:4]} found")
    return wrong


def test_the_table_is_worth_the_name() -> None:
    assert len([query for query, _, anchor in queries() if anchor]) >= 40
    assert len([query for query, _, anchor in queries() if not anchor]) >= 5


def test_every_query_finds_what_it_must(place: str, open_page: Open) -> None:
    page = open_page()
    page.goto(place)
    assert failing(page) == []


def test_the_table_can_fail(site_url: str, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page()
    page.goto(site_url)
    wrong = [("kunjungan", 3, "istilah-bumn"), ("kunjungan", 3, ""), ("kucing", 3, "istilah-bumn")]
    monkeypatch.setattr(f"{__name__}.queries", lambda: wrong)
    assert len(failing(page)) == len(wrong)
