"""The original (the text of the chapter, if a reader has supplied it): its sentences by paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """A sentence of the original: its ordinal in the paragraph, and its text as runs (text, is italic)."""

    number: int
    runs: tuple[tuple[str, bool], ...]


Original = Mapping[str, tuple[Sentence, ...]]  # sentences by the anchor of their paragraph
