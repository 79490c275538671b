"""Finding the glossary's terms in a text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby, pairwise

from edition.data.vocabulary import Term

# What may not touch a label: letters and digits, and a hyphen or an apostrophe that joins to more letters.
_JOINERS = "-\u00ad\u2010\u2011'\u2019"
_NOT_INSIDE = rf"(?<!\w)(?<!\w[{_JOINERS}])"
_NOT_GOING_ON = rf"(?!\w)(?![{_JOINERS}]\w)"
_STROKED = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae"})
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Label:
    """A way a term is written; ``path`` is where it stands in the record."""

    text: str
    path: tuple[str | int, ...]
    is_english: bool


# A part of a text, and whether it is an English term.
Run = tuple[str, bool]


@dataclass(frozen=True)
class Match:
    """A term found in a text, from ``start`` up to ``end``."""

    start: int
    end: int
    term: Term
    label: Label


def sort_key(text: str) -> str:
    """What a text is filed under: letters and digits in Latin order, whatever marks they bear (É with E, Đ with D)."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_STROKED))
    return "".join(letter for letter in bare if letter.isalnum() or letter == " ").strip() or text


def normalized_label(text: str) -> str:
    """What two spellings of a label have in common: white space and case do not tell them apart."""
    return " ".join(text.split()).casefold()


def labels_of(term: Term) -> tuple[Label, ...]:
    """Every label of a term, each spelling once. One that is the same in both languages is English:
    the chapter took it over.
    """
    labels = []
    if term.term.id != term.term.en:
        labels.append(Label(term.term.id, ("term", "id"), is_english=False))
    labels.append(Label(term.term.en, ("term", "en"), is_english=True))
    labels += [Label(text, ("aliases", "id", n), is_english=False) for n, text in enumerate(term.aliases.id)]
    labels += [Label(text, ("aliases", "en", n), is_english=True) for n, text in enumerate(term.aliases.en)]
    if term.abbreviation:
        labels.append(Label(term.abbreviation, ("abbreviation",), is_english=False))
    return tuple(labels)


@dataclass(frozen=True)
class TermMatcher:
    """Finds labels in texts: the longest first, whole words only. A label with capitals is a name
    and keeps them (a "kawasan kota tua" is not Kawasan Kota Tua); others may begin a sentence or a title.
    """

    terms: tuple[Term, ...]

    @cached_property
    def _labels(self) -> dict[str, tuple[Term, Label]]:
        return {normalized_label(label.text): (term, label) for term in self.terms for label in labels_of(term)}

    @cached_property
    def _patterns(self) -> dict[str, str]:
        """By the first word that labels share: what finds them, the longest first. One pattern for all of them
        would be tried, label by label, at every letter of a text.
        """
        labels = sorted(
            (label for _, label in self._labels.values()),
            key=lambda label: (_first_word(label.text), -len(label.text), label.text),
        )
        return {
            word: _NOT_INSIDE + "(?:" + "|".join(map(_expression, group)) + ")" + _NOT_GOING_ON
            for word, group in groupby(labels, key=lambda label: _first_word(label.text))
        }

    @cached_property
    def _found(self) -> dict[str, tuple[Match, ...]]:
        return {}

    def find(self, text: str) -> tuple[Match, ...]:
        """The matches in ``text``, from left to right, none overlapping. A text is searched once: pages repeat many."""
        if text not in self._found:
            self._found[text] = tuple(self._search(text))
        return self._found[text]

    def _search(self, text: str) -> Iterator[Match]:
        if self._patterns.keys().isdisjoint(_WORD.findall(text.casefold())):
            return
        end = 0
        for word in _WORD.finditer(text):
            pattern = self._patterns.get(word.group().casefold())
            match = _compiled(pattern).match(text, word.start()) if pattern and word.start() >= end else None
            if match:
                term, label = self._labels[normalized_label(match.group())]
                end = match.end()
                yield Match(match.start(), end, term, label)

    def runs(self, text: str) -> tuple[Run, ...]:
        """The text in runs: (text, whether it is an English term)."""
        english = [(match.start, match.end) for match in self.find(text) if match.label.is_english]
        cuts = {0, len(text)} | {at for stretch in english for at in stretch}
        return tuple((text[start:end], (start, end) in english) for start, end in pairwise(sorted(cuts)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _first_word(text: str) -> str:
    word = _WORD.search(text)
    return word.group().casefold() if word else ""


def _expression(label: Label) -> str:
    words = r"\s+".join(map(re.escape, label.text.split()))
    return f"(?i:{words})" if label.text == label.text.lower() else words
