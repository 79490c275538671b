"""The original text of the chapter, where a reader has brought it: its sentences, paragraph by paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """A sentence of the original: its ordinal in the paragraph, and its text in runs (text, whether it is italic)."""

    number: int
    runs: tuple[tuple[str, bool], ...]


Original = Mapping[str, tuple[Sentence, ...]]  # by the paragraph's anchor
