"""The words of the edition."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from edition.model.anchors import ID_PREFIXES
from edition.model.dataset import Dataset
from edition.model.page_files import PageFile

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """The words of a text without case and diacritics, as the search takes them; a hyphen parts words."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    return _WORD.findall("".join(letter for letter in bare if not unicodedata.combining(letter)).lower())


def collect_words(dataset: Dataset, pages: Iterable[PageFile]) -> frozenset[str]:
    """The words of the pages' sources and of what records say, in both languages."""
    texts = [page.text for page in pages]
    texts += [text for kind in ID_PREFIXES for record in getattr(dataset, kind) for text in _said(record.model_dump())]
    texts += [text for paragraph in dataset.paragraphs for text in _said(paragraph.topic.model_dump())]
    return frozenset(word for text in texts for word in words_in(text))


def _said(value: object) -> Iterator[str]:
    """All texts of a record, and its ids, which are made of words, too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _said(each))
    elif isinstance(value, (list, tuple)):
        yield from (text for each in value for text in _said(each))
