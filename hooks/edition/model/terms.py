"""Finding the glossary's terms in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from edition.data.records import Term

# What may not touch a label: letters and digits, and a hyphen or an apostrophe that joins to more letters.
_JOINERS = "-\u00ad\u2010\u2011'\u2019"
_NOT_INSIDE = rf"(?<!\w)(?<!\w[{_JOINERS}])"
_NOT_GOING_ON = rf"(?!\w)(?![{_JOINERS}]\w)"


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
class TermFinder:
    """Finds labels in texts: the longest first, whole words only. A label with capitals is a name
    and keeps them (a "kawasan kota tua" is not Kawasan Kota Tua); others may begin a sentence or a title.
    """

    terms: tuple[Term, ...]

    @cached_property
    def _labels(self) -> dict[str, tuple[Term, Label]]:
        return {label.text.casefold(): (term, label) for term in self.terms for label in labels_of(term)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        labels = sorted((label for _, label in self._labels.values()), key=lambda label: (-len(label.text), label.text))
        return re.compile(_NOT_INSIDE + "(?:" + "|".join(map(_expression, labels)) + ")" + _NOT_GOING_ON)

    def find(self, text: str) -> Iterable[Match]:
        """The matches in ``text``, from left to right, none overlapping."""
        if not self._labels:
            return
        for match in self._pattern.finditer(text):
            term, label = self._labels[" ".join(match.group().split()).casefold()]
            yield Match(match.start(), match.end(), term, label)

    def runs(self, text: str) -> tuple[Run, ...]:
        """The text in runs: (text, whether it is an English term)."""
        english = [(match.start, match.end) for match in self.find(text) if match.label.is_english]
        cuts = {0, len(text)} | {at for stretch in english for at in stretch}
        return tuple((text[start:end], (start, end) in english) for start, end in pairwise(sorted(cuts)))


def _expression(label: Label) -> str:
    words = r"\s+".join(map(re.escape, label.text.split()))
    return f"(?i:{words})" if label.text == label.text.lower() else words
