"""Collect the words that occur in the edition."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from edition.model.anchors import ID_PREFIXES
from edition.model.dataset import Dataset
from edition.model.page_files import PageFile

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """Return the words of a text in the form that the search uses: lower case, without diacritics, split at hyphens."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    return _WORD.findall("".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower())


def collect_words(dataset: Dataset, pages: Iterable[PageFile]) -> frozenset[str]:
    """Return the words of all page files and records, in Indonesian and English."""
    texts = [page.text for page in pages]
    texts += [
        text
        for kind in ID_PREFIXES
        for record in getattr(dataset, kind)
        for text in _collect_strings(record.model_dump())
    ]
    texts += [text for paragraph in dataset.paragraphs for text in _collect_strings(paragraph.topic.model_dump())]
    return frozenset(word for text in texts for word in words_in(text))


def _collect_strings(value: object) -> Iterator[str]:
    """Yield every string in ``value``, which is a record as a dict, or a part of it. Ids are included, because they
    consist of words too.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _collect_strings(item))
    elif isinstance(value, (list, tuple)):
        yield from (text for item in value for text in _collect_strings(item))
