"""The search's stemmer, in the browser where it runs: against an independent one, and against hand-made texts."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from browser.pages import import_modules
from edition.rendering.bundles import SEARCH_INDEX

Open = Callable[..., Page]
TABLE = Path(__file__).with_name("stemmer.tsv")
MODULES = tuple(f"search/{name}.js" for name in ("tokenizer", "query", "stemmer", "analyzer", "engine"))


@pytest.fixture
def page(open_page: Open) -> Page:
    """A blank page with the modules of the search."""
    return import_modules(open_page(), *MODULES)


def listed() -> dict[str, tuple[str, str]]:
    """Word → (ours, theirs), as judged; every row says who is right, and why."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in rows:
        assert len(row) == 5, row
        assert row[3] in ("ours", "theirs", "both"), row
        assert row[4], row
    return {word: (ours, theirs) for word, ours, theirs, *_ in rows}


def classes(stems: Mapping[str, str]) -> dict[str, set[str]]:
    """Word → all words with its stem."""
    found = defaultdict(set)
    for word, stem in stems.items():
        found[stem].add(word)
    return {word: found[stem] for word, stem in stems.items()}


def disagreements(ours: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Words with another stem, but for those left whole that nothing else could be brought together with."""
    together, apart = classes(ours), classes(theirs)
    return {
        word: (ours[word], theirs[word])
        for word in ours
        if ours[word] != theirs[word] and not (ours[word] == word and together[word] == apart[word])
    }


def test_every_disagreement_with_another_stemmer_is_judged(site: Path, page: Page) -> None:
    page.add_script_tag(path=site / SEARCH_INDEX)
    stems: dict[str, str] = dict(page.evaluate("[...new SearchEngine(searchData).analyzer.stemmer.stems]"))
    words = {word: stem for word, stem in stems.items() if word.isalpha()}
    assert len(words) > 800
    stemmer = StemmerFactory().create_stemmer()
    found, judged = disagreements(words, {word: stemmer.stem(word) for word in words}), listed()
    assert {word: pair for word, pair in found.items() if word in judged} == {
        word: pair for word, pair in judged.items() if word in found
    }
    # an edit brings a few words in before anyone has judged them, and takes others out
    unjudged = {word: pair for word, pair in found.items() if word not in judged}
    assert len(unjudged) <= len(words) / 50, unjudged


def test_a_disagreement_is_seen() -> None:
    ours = {"makan": "makan", "makanan": "makan", "minuman": "minuman", "buahan": "buahan", "buah": "buah"}
    theirs = {"makan": "makan", "makanan": "makanan", "minuman": "minum", "buahan": "buah", "buah": "buah"}
    assert disagreements(ours, theirs) == {"makanan": ("makan", "makanan"), "buahan": ("buahan", "buah")}


@pytest.mark.parametrize(
    ("text", "query", "stems"),
    [
        ("kunjungan berkunjung", "mengunjungi", ["kunjung"]),  # two words vouch for a root that never stands alone
        ("kunjungan", "mengunjungi", ["kunjungan"]),  # the query's word vouches together with the text's one
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
        ("masalah masalahnya masa", "masalah", ["masalah"]),  # what takes -nya does not end in -lah
        ("uang", "beruang", ["uang"]),  # the same letters: only a text that has neither finds neither
        ("kota", "beruang", []),
    ],
)
def test_a_root_counts_if_the_text_knows_it(text: str, query: str, stems: list[str], page: Page) -> None:
    found = page.evaluate("([text, query]) => [...new Stemmer(wordsIn(text)).stemsOf(query)]", [text, query])
    assert found == stems


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
        ("promosi", "prom ", [[]]),  # a finished word is no beginning
        ("kota tua", "kotak tua", [[], ["tua"]]),
    ],
)
def test_a_query_is_read_as_the_text_is(text: str, query: str, read: list[list[str]], page: Page) -> None:
    found = page.evaluate(
        """([text, query]) => new Analyzer([wordsIn(text)]).readQuery(queryWords(query), !query.endsWith(" "))
             .flatMap(({ keys }) => (keys.length ? keys.map((each) => [...each]) : [[]]))""",
        [text, query],
    )
    assert found == read
