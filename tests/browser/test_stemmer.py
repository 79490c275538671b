"""Tests of the search's stemmer: comparison with Sastrawi, and examples of words and queries."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from browser.page_actions import import_modules
from edition.rendering.bundles import SEARCH_INDEX

Open = Callable[..., Page]
TABLE = Path(__file__).with_name("stemmer.tsv")
MODULES = tuple(f"search/{name}.js" for name in ("tokenizer", "query", "stemmer", "analyzer", "engine"))


@pytest.fixture
def page(open_page: Open) -> Page:
    """Return a blank page with the modules of the search."""
    return import_modules(open_page(), *MODULES)


def reviewed_disagreements() -> dict[str, tuple[str, str]]:
    """Return the reviewed disagreements: word → (our stem, Sastrawi's). Each row must say which is right, and why."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in rows:
        assert len(row) == 5, row
        assert row[3] in ("ours", "theirs", "both"), row
        assert row[4], row
    return {word: (ours, theirs) for word, ours, theirs, *_ in rows}


def conflation_classes(stems: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the conflation class of each word: all words with the same stem."""
    by_stem = defaultdict(set)
    for word, stem in stems.items():
        by_stem[stem].add(word)
    return {word: by_stem[stem] for word, stem in stems.items()}


def disagreements(ours: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the words with different stems, except those that we leave unchanged and that have the same class."""
    our_classes, their_classes = conflation_classes(ours), conflation_classes(theirs)
    return {
        word: (ours[word], theirs[word])
        for word in ours
        if ours[word] != theirs[word] and not (ours[word] == word and our_classes[word] == their_classes[word])
    }


def test_every_disagreement_with_another_stemmer_is_reviewed(site: Path, page: Page) -> None:
    page.add_script_tag(path=site / SEARCH_INDEX)
    stems: dict[str, str] = dict(page.evaluate("[...new SearchEngine(searchData).analyzer.stemmer.stems]"))
    words = {word: stem for word, stem in stems.items() if word.isalpha()}
    assert len(words) > 800
    stemmer = StemmerFactory().create_stemmer()
    actual, reviewed = disagreements(words, {word: stemmer.stem(word) for word in words}), reviewed_disagreements()
    assert {word: pair for word, pair in actual.items() if word in reviewed} == {
        word: pair for word, pair in reviewed.items() if word in actual
    }
    # an edit of the text adds a few words that nobody has reviewed yet, and removes others
    unreviewed = {word: pair for word, pair in actual.items() if word not in reviewed}
    assert len(unreviewed) <= len(words) / 50, unreviewed


def test_a_disagreement_is_seen() -> None:
    ours = {"makan": "makan", "makanan": "makan", "minuman": "minuman", "buahan": "buahan", "buah": "buah"}
    theirs = {"makan": "makan", "makanan": "makanan", "minuman": "minum", "buahan": "buah", "buah": "buah"}
    assert disagreements(ours, theirs) == {"makanan": ("makan", "makanan"), "buahan": ("buahan", "buah")}


@pytest.mark.parametrize(
    ("text", "query", "stems"),
    [
        ("kunjungan berkunjung", "mengunjungi", ["kunjung"]),  # two forms prove a root that the text never has alone
        ("kunjungan", "mengunjungi", ["kunjungan"]),  # the query's form and the text's form together prove it
        ("mengunjungi", "unjung", ["mengunjungi"]),
        ("susun", "menyusun", ["susun"]),
        ("tulis", "menulis", ["tulis"]),
        ("pilih", "memilih", ["pilih"]),
        ("cat", "mengecat", ["cat"]),
        ("ajar", "belajar", ["ajar"]),
        ("ajar", "pelajaran", ["ajar"]),
        ("kerja", "bekerja", ["kerja"]),
        ("rendah", "berendah", ["rendah"]),
        ("adil", "memperadilkan", ["adil"]),
        ("adil", "keadilannyalah", ["adil"]),
        ("ikut", "diikutsertakan", []),  # a compound, not a form of "ikut"
        ("bab", "sebab", []),  # no prefix before one syllable
        ("tetap", "tetapi", []),  # no bare -i
        ("masalah masalahnya masa", "masalah", ["masalah"]),  # -lah before -nya belongs to the root
        ("uang", "beruang", ["uang"]),  # ambiguous: "bear" or a form of "uang", which the text has
        ("kota", "beruang", []),
    ],
)
def test_a_root_counts_if_the_text_knows_it(text: str, query: str, stems: list[str], page: Page) -> None:
    result = page.evaluate("([text, query]) => [...new Stemmer(wordsIn(text)).stemsOf(query)]", [text, query])
    assert result == stems


@pytest.mark.parametrize(
    ("text", "query", "read"),
    [
        ("kerja sama", "kerjasama", [["kerja"], ["sama"]]),
        ("kerja sama", "bekerjasama", [["kerja"], ["sama"]]),
        ("kerja. Bersama", "kerja sama", [["kerja"], ["bersama"]]),
        ("tidak berhasil hasil", "ketidakberhasilan", [["tidak"], ["hasil"]]),
        ("tidak berhasil hasil", "ketidak berhasilan", [["tidak"], ["hasil"]]),
        ("ditandatangani penandatanganan", "tanda tangan", [["tandatangan"]]),
        ("Hanoi", "Hà Nội", [["hanoi"]]),
        ("Hà Nội", "Hanoi", [["ha"], ["noi"]]),
        ("gedung", "gedung-gedung", [["gedung"]]),
        ("promosi", "prom", [["promosi"]]),
        ("promosi", "prom ", [[]]),  # after a space the word is complete, not a prefix
        ("kota tua", "kotak tua", [[], ["tua"]]),
    ],
)
def test_a_query_is_read_as_the_text_is(text: str, query: str, read: list[list[str]], page: Page) -> None:
    result = page.evaluate(
        """([text, query]) => new Analyzer([wordsIn(text)]).readQuery(queryWords(query), !query.endsWith(" "))
             .flatMap(({ keys }) => (keys.length ? keys.map((each) => [...each]) : [[]]))""",
        [text, query],
    )
    assert result == read
