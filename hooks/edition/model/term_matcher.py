"""Find glossary terms in texts. A *label* is one spelling of a term: the term itself, an alias or an abbreviation."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby, pairwise

from edition.data.vocabulary import Term

# What may not adjoin a label: letters and digits, and a hyphen or an apostrophe that connects it to more of them.
_JOINERS = "-\u00ad\u2010\u2011'\u2019"
_NOT_INSIDE = rf"(?<!\w)(?<!\w[{_JOINERS}])"
_NOT_CONTINUED = rf"(?!\w)(?![{_JOINERS}]\w)"
_UNDECOMPOSED = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae"})
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Label:
    """One spelling of a term: the term itself, an alias or an abbreviation. ``path`` is its place in the record, e.g.
    ``("aliases", "en", 0)`` for the first English alias.
    """

    text: str
    path: tuple[str | int, ...]
    is_english: bool


# A part of a text, and whether it is an English term.
Run = tuple[str, bool]


@dataclass(frozen=True)
class Match:
    """An occurrence of a glossary term in a text, at the offsets ``start`` to ``end`` (exclusive). ``label`` is the
    spelling that was found.
    """

    start: int
    end: int
    term: Term
    label: Label


def sort_key(text: str) -> str:
    """Return the key by which ``text`` is sorted alphabetically: only its letters, digits and spaces, in lower case and
    without diacritics (É becomes e, Đ becomes d).
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return "".join(letter for letter in decomposed if letter.isalnum() or letter == " ").strip() or text


def normalized_label(text: str) -> str:
    """Return a spelling of a term in the form in which spellings are compared: lower case, with single spaces."""
    return " ".join(text.split()).casefold()


def labels_of(term: Term) -> tuple[Label, ...]:
    """Return every label (spelling) of a term: the term, its aliases and its abbreviation. A term that is written the
    same in Indonesian and English has one label for both, which counts as English.
    """
    labels = []
    if term.term.id != term.term.en:
        labels.append(Label(term.term.id, ("term", "id"), is_english=False))
    labels.append(Label(term.term.en, ("term", "en"), is_english=True))
    for key, words in (("aliases", term.aliases), ("hidden", term.hidden)):
        labels += [Label(text, (key, "id", n), is_english=False) for n, text in enumerate(words.id)]
        labels += [Label(text, (key, "en", n), is_english=True) for n, text in enumerate(words.en)]
    if term.abbreviation:
        labels.append(Label(term.abbreviation, ("abbreviation",), is_english=False))
    return tuple(labels)


@dataclass(frozen=True)
class TermMatcher:
    """Finds glossary terms in texts, in any of their labels (spellings).

    Only whole words match, and the longest match is preferred. A label with capitals is a proper name and matches only
    the same capitals: "kawasan kota tua" is not Kawasan Kota Tua. A label without capitals matches in any case, because
    it may be capitalized at the start of a sentence or in a title.
    """

    terms: tuple[Term, ...]

    @cached_property
    def _labels(self) -> dict[str, tuple[Term, Label]]:
        return {normalized_label(label.text): (term, label) for term in self.terms for label in labels_of(term)}

    @cached_property
    def _patterns(self) -> dict[str, str]:
        """A map from a word to a regular expression that matches every label (spelling of a term) beginning with that
        word, the longest label first. There is no single expression for all labels, because it would be slow: it would
        try every label at every character of a text.
        """
        labels = sorted(
            (label for _, label in self._labels.values()),
            key=lambda label: (_first_word(label.text), -len(label.text), label.text),
        )
        return {
            word: _NOT_INSIDE + "(?:" + "|".join(map(_label_pattern, group)) + ")" + _NOT_CONTINUED
            for word, group in groupby(labels, key=lambda label: _first_word(label.text))
        }

    @cached_property
    def _cache(self) -> dict[str, tuple[Match, ...]]:
        return {}

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the occurrences of glossary terms in ``text``, in order and without overlaps. The result is cached,
        because pages repeat many texts.
        """
        if text not in self._cache:
            self._cache[text] = tuple(self._search(text))
        return self._cache[text]

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
        """Split ``text`` into consecutive pieces, each with whether it is an English term: ``"Apa itu sister city?"`` →
        ``(("Apa itu ", False), ("sister city", True), ("?", False))``.
        """
        english = [(match.start, match.end) for match in self.find(text) if match.label.is_english]
        cuts = {0, len(text)} | {position for span in english for position in span}
        return tuple((text[start:end], (start, end) in english) for start, end in pairwise(sorted(cuts)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _first_word(text: str) -> str:
    word = _WORD.search(text)
    return word.group().casefold() if word else ""


def _label_pattern(label: Label) -> str:
    words = r"\s+".join(map(re.escape, label.text.split()))
    return f"(?i:{words})" if label.text == label.text.lower() else words
