"""The original: the text of the chapter, which a reader may supply, as lists of sentences by paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """A sentence of the chapter. ``number`` is its position in the paragraph, counted from 1. ``runs`` are the
    consecutive pieces of its text as (text, whether it is italic).
    """

    number: int
    runs: tuple[tuple[str, bool], ...]


Original = Mapping[str, tuple[Sentence, ...]]  # sentences by the anchor of their paragraph
