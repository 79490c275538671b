"""The original, i.e. the text of the chapter, which a reader may supply: its sentences by paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """A sentence: its ordinal in the paragraph, and the pieces of its text, each with whether it is italic."""

    number: int
    runs: tuple[tuple[str, bool], ...]


Original = Mapping[str, tuple[Sentence, ...]]  # sentences by the anchor of their paragraph
