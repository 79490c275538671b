"""The term matcher finds whole words and prefers the longest term."""

import pytest

from edition.data.vocabulary import Term
from edition.model.term_matcher import TermMatcher, labels_of, sort_key


def term(name: str, indonesian: str, english: str, abbreviation: str | None = None, **aliases: list[str]) -> Term:
    record = {
        "id": name,
        "term": {"id": indonesian, "en": english},
        "aliases": aliases,
        "definition": {"id": "arti", "en": "meaning"},
        "sources": ["vi-1-p1"],
    }
    return Term.model_validate(record | ({"abbreviation": abbreviation} if abbreviation else {}))


KOTA = term("kota-kembar", "kota kembar", "sister city", id=["kota bersaudara"])
MITRA = term("kota", "kota", "city")
LOI = term("loi", "Letter of Intent", "Letter of Intent", "LoI")
MATCHER = TermMatcher((KOTA, MITRA, LOI))


def find_terms(text: str) -> list[tuple[str, str]]:
    return [(match.term.id, text[match.start : match.end]) for match in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota kembar itu kota.", [("kota-kembar", "Kota kembar"), ("kota", "kota")]),
        ("(sister city)", [("kota-kembar", "sister city")]),
        ("kota\n  kembar", [("kota-kembar", "kota\n  kembar")]),
        ("kota\u00a0bersaudara", [("kota-kembar", "kota\u00a0bersaudara")]),
        ("LoI dan Letter of Intent", [("loi", "LoI"), ("loi", "Letter of Intent")]),
        ("Jakarta–kota", [("kota", "kota")]),
        ("'kota'", [("kota", "kota")]),
        ("kotak perkotaan kotanya", []),
        ("kota-kota sekota antar-kota kota\u2011kota", []),
        ("city's LOI loi LoI-nya, letter of intent", []),
        ("kota- dan desa", [("kota", "kota")]),
        ("", []),
    ],
)
def test_terms_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert find_terms(text) == expected


def test_a_name_shared_by_both_languages_is_one_english_label() -> None:
    assert [(label.text, label.is_english) for label in labels_of(LOI)] == [("Letter of Intent", True), ("LoI", False)]


def test_without_terms_nothing_is_found() -> None:
    assert list(TermMatcher(()).find("kota kembar")) == []


def test_a_label_is_matched_literally() -> None:
    matcher = TermMatcher((term("c", "C++ (bahasa)", "C.."),))
    assert [match.label.text for match in matcher.find("Caa; C.. dan C++ (bahasa) ini")] == ["C..", "C++ (bahasa)"]


def test_a_text_is_split_into_runs_by_language() -> None:
    assert MATCHER.runs("Letter of Intent dan kota kembar") == (("Letter of Intent", True), (" dan kota kembar", False))
    assert MATCHER.runs("kota kembar") == (("kota kembar", False),)
    assert MATCHER.runs("") == ()


def test_terms_are_sorted_without_regard_to_diacritics_and_quotation_marks() -> None:
    ordered = ["“aktor”", "bumn", "Đà Nẵng", "dana", "Émigré", "jakarta", "Łódź", "zona"]
    assert sorted(ordered, key=sort_key) == [*ordered[:2], "Đà Nẵng", "dana", *ordered[4:]]
    assert [sort_key(text)[0].upper() for text in ordered] == list("ABDDEJLZ")


def test_any_white_space_in_a_label_matches_any_in_the_text() -> None:
    matcher = TermMatcher((term("kota", "kota  kembar", "sister\u00a0city"),))
    assert [match.label.text for match in matcher.find("Kota kembar, sister city, kota\nkembar")] == [
        "kota  kembar", "sister\u00a0city", "kota  kembar"
    ]  # fmt: skip
