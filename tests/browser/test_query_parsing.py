"""Tests of parsing search queries: spelling errors, dates and numbers, labels of records, questions, abbreviations."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.page_actions import import_modules


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Yield a blank page with the modules of the search. The tests share it, because the modules keep no state."""
    page = browser.new_page()
    modules = ("tokenizer", "spelling", "numbers", "labels", "query")
    yield import_modules(page, *(f"search/{name}.js" for name in modules))
    page.close()


@pytest.mark.parametrize(
    ("typed", "words", "sure"),
    [
        ("revitlisasi", ["revitalisasi"], "revitalisasi"),  # a letter left out
        ("revittalisasi", ["revitalisasi"], "revitalisasi"),  # a letter doubled
        ("reivtalisasi", ["revitalisasi"], "revitalisasi"),  # two letters swapped
        ("revitakisasi", ["revitalisasi"], "revitalisasi"),  # the key next to the right one
        ("djalan", ["jalan"], "jalan"),  # the spelling before 1972
        ("oesaha", ["usaha"], "usaha"),  # the spelling before 1947
        ("tjagar", ["cagar"], "cagar"),
        ("effektif", ["efektif"], "efektif"),
        ("aktifitas", ["aktivitas"], "aktivitas"),
        ("negotiation", ["negosiasi"], "negosiasi"),
        ("konkrit", ["konkret"], "konkret"),
        ("hadapan", ["harapan", "hadapan"], "hadapan"),  # the exact word comes before similar ones
        ("gudang", ["gedung"], None),  # two different vowels: another word, which is only suggested
        ("vektor", ["sektor"], None),  # a different first letter
        ("tau", ["tua"], None),  # short words must match exactly
        ("2013", ["2003"], None),  # and numbers, too
        ("fotosintesis", ["sosialisasi"], None),
    ],
)
def test_a_slip_is_near_and_another_word_is_not(typed: str, words: list[str], sure: str | None, page: Page) -> None:
    near = page.evaluate(
        "([typed, words]) => new SpellingCorrector(new Map(words.map((word) => [word, 1]))).near(typed)", [typed, words]
    )
    assert next((each["word"] for each in near if each["isSure"]), None) == sure


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("23 Nov 2003", "23 november 2003"),
        ("November 23rd, 2003", "23 november 2003"),
        ("the 23rd of November 2003", "the 23 november 2003"),
        ("23/11/2003", "23 november 2003"),
        ("11/23/2003", "23 november 2003"),  # there is no month 23, so the month comes first
        ("23-11-03", "23 november 2003"),
        ("2003-11-23", "23 november 2003"),
        ("dua puluh tiga November dua ribu tiga", "23 november 2003"),
        ("twenty-third of november two thousand and three", "23 november 2003"),
        ("Agt 2017", "agustus 2017"),
        ("august 2017", "agustus 2017"),
        ("tahun dua ribu delapan belas", "tahun 2018"),
        ("twenty seventeen", "2017"),
        ("kedua kota", "kedua kota"),  # a single numeral is not converted
        ("mei gadis 23", "mei gadis 23"),  # nor is this a date: other words are between
        ("40/13/2003", "40 13 2003"),
        ("constructor two", "constructor two"),  # a property of every JavaScript object
    ],
)
def test_dates_and_figures_are_read_as_the_edition_writes_them(query: str, read: str, page: Page) -> None:
    assert page.evaluate("(query) => readNumbers(query)", query) == {"text": read, "spans": []}


@pytest.mark.parametrize(
    ("query", "span"),
    [
        ("2017-2019", [2017, 2019]),
        ("2017–19", [2017, 2019]),
        ("2017 s.d. 2019", [2017, 2019]),
        ("2017 sampai tahun 2019", [2017, 2019]),
        ("from 2017 to 2019", [2017, 2019]),
        ("antara tahun 2003 dan 2004", [2003, 2004]),
        ("between 2003 and 2004", [2003, 2004]),
        ("sesudah 2004", [2005, 9999]),
        ("before 2010", [0, 2009]),
        ("sejak 2017", [2017, 9999]),
    ],
)
def test_a_span_of_years_is_one(query: str, span: list[int], page: Page) -> None:
    assert page.evaluate("(query) => readNumbers(query).spans", query) == [span]


LABELS = ["VI.1 ¶1", "VI.1 ¶4", "VI.2 ¶1", "VI.2 ¶4", "K1", "K3", "U4", "S5"]


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("VI.1 ¶4", ["VI.1 ¶4"]),
        ("vi.1 paragraf 4", ["VI.1 ¶4"]),
        ("6.1 par 4", ["VI.1 ¶4"]),
        ("VI.1.4", ["VI.1 ¶4"]),
        ("vi-1-p4", ["VI.1 ¶4"]),
        ("bab VI ayat 4", ["VI.1 ¶4", "VI.2 ¶4"]),
        ("paragraf ke-4", ["VI.1 ¶4", "VI.2 ¶4"]),
        ("alinea keempat kesimpulan", ["VI.1 ¶4"]),
        ("fourth paragraph of VI.2", ["VI.2 ¶4"]),
        ("paragraph 4, section 2", ["VI.2 ¶4"]),
        ("subbab 6.2", ["VI.2 ¶1", "VI.2 ¶4"]),
        ("k3", ["K3"]),
        ("K-3", ["K3"]),
        ("kendala nomor 3", ["K3"]),
        ("third obstacle", ["K3"]),
        ("upaya keempat", ["U4"]),
        ("recommendation no. 5", ["S5"]),
        ("bab V paragraf 4", []),  # a label that no record has
        ("K9", []),
    ],
)
def test_a_label_is_read_however_it_is_written(query: str, labels: list[str], page: Page) -> None:
    read = page.evaluate(
        """([query, labels]) => {
          const kinds = { V: "paragraphs", K: "obstacles", U: "efforts", S: "recommendations" };
          const units = labels.map((label) => ({ label, kind: kinds[label[0]] }));
          const sections = [["VI.1", "Kesimpulan", "Conclusion"], ["VI.2", "Saran", "Recommendations"]];
          return new Labels(units, sections).read(fold(query));
        }""",
        [query, LABELS],
    )
    assert ([LABELS[unit] for unit in read["units"]], read["isNone"]) == (labels, not labels)


@pytest.mark.parametrize("query", ["dua negara", "kota kembar", "why did i ask", "program 2017", "tujuan kerja sama"])
def test_what_is_no_label_is_left_as_it_is(query: str, page: Page) -> None:
    read = page.evaluate("(query) => new Labels([{ label: 'K2', kind: 'obstacles' }], []).read(query)", query)
    assert read == {"text": query, "units": [], "isNone": False}


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("mengapa tidak berhasil", "obstacles"),
        ("why did it fail", "obstacles"),
        ("siapakah pemrakarsanya", "actors"),
        ("who owns the buildings", "actors"),
        ("kapan ditandatangani", "timeline"),
        ("in what year", "timeline"),
        ("apa yang sebaiknya dilakukan Jakarta", "recommendations"),
        ("what should the government do", "recommendations"),
        ("apa itu paradiplomasi", "glossary"),
        ("paradiplomasi", None),
    ],
)
def test_a_question_prefers_what_answers_it(query: str, kind: str | None, page: Page) -> None:
    kinds = page.evaluate("(query) => questionKinds(query)", query)
    assert max(kinds, key=kinds.get, default=None) == kind


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("M.o.U.", ["mou"]),
        ("B.U.M.N", ["bumn"]),
        ("m o u", ["mou"]),
        ("VI.1", ["vi", "1"]),
        ("gedung2 tua", ["gedung", "tua"]),
        ("gak aktif", ["tidak", "aktif"]),
        ("constructor", ["constructor"]),  # a property of every JavaScript object
    ],
)
def test_abbreviations_and_short_forms_are_one_word(query: str, words: list[str], page: Page) -> None:
    read = page.evaluate("(query) => queryWords(joinAbbreviations(query)).map(({ word }) => word)", query)
    assert read == words
