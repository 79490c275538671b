"""Records of the files ``data/*.yml``: frozen pydantic models that reject unknown keys.

The docstrings of the models are the descriptions in ``data/schema/``, which ``make schema`` generates.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from edition.data.field_types import (
    Basis,
    Count,
    EdtfDate,
    Kind,
    Level,
    Origin,
    PageName,
    ParagraphAnchor,
    Sha256,
    Slug,
    Sources,
    Text,
    Unknown,
    UnknownYear,
)
from edition.data.positioned_yaml import Document, KeyPath
from edition.data.problems import Where


class Model(BaseModel):
    """Base class of all models. Instances are frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Record(Model):
    """Base class of models that store their position in a data file, so that problem messages can state it."""

    _document: Document = PrivateAttr(default_factory=lambda: Document("data"))
    _path: KeyPath = PrivateAttr(default=())

    def set_position(self, document: Document, path: KeyPath) -> None:
        """Store the data file and the path in it (keys and list indexes) of this record. The loader calls this once."""
        self._document, self._path = document, path

    def where(self, *path: str | int) -> Where:
        """Return the line and column of this record or of a part of it: ``where("actors", 0)`` is its first actor."""
        return self._document.where((*self._path, *path))


class Bilingual(Model):
    """A text in Indonesian and in English."""

    id: Text
    en: Text


class Bibliography(Model):
    """Bibliographic data of the source, as the source states them; ``null`` for what it does not state."""

    author: Unknown
    title: Unknown
    university: Unknown
    faculty: Unknown
    year: UnknownYear


class Paragraph(Record):
    """A source paragraph: its anchor, the page that restates it, and the word count and SHA-256 hash of its text."""

    anchor: ParagraphAnchor
    page: PageName
    topic: Bilingual
    words: Count
    sha256: Sha256

    @property
    def number(self) -> int:
        """The number at the end of the anchor: ``vi-1-p4`` → 4. It does not change if other paragraphs are retired."""
        return int(self.anchor.rpartition("-p")[2])


class Section(Record):
    """A numbered section of the chapter."""

    number: Text
    title: Bilingual
    paragraphs: tuple[Paragraph, ...]


class ChapterHead(Model):
    """Number and title of the chapter."""

    number: Text
    title: Bilingual


class Chapter(Record):
    """``chapter.yml``: bibliographic data and structure of the source."""

    bibliography: Bibliography
    chapter: ChapterHead
    sections: tuple[Section, ...]


class Actor(Record):
    """``actors.yml``: an actor, its level, and the paragraphs that mention it."""

    id: Slug
    name: Bilingual
    level: Level
    description: Bilingual | None = None
    term: Slug | None = None
    sources: Sources


class Event(Record):
    """``timeline.yml``: an event with a date, or with the events that it comes ``after`` or ``before``. Two fields say
    whether the source states something or the editors inferred it: ``basis`` that order, ``actors_basis`` the actors.
    ``stated`` says what the source states instead of what the editors inferred.
    """

    id: Slug
    date: EdtfDate | None = None
    after: tuple[Slug, ...] = ()
    before: tuple[Slug, ...] = ()
    basis: Basis | None = None
    kind: Kind
    title: Bilingual
    summary: Bilingual
    actors: tuple[Slug, ...]
    actors_basis: Basis | None = None
    stated: Bilingual | None = None
    sources: Sources


class Obstacle(Record):
    """``obstacles.yml``: an obstacle; ``origin`` is internal (on Jakarta's side), external, or both."""

    id: Slug
    origin: Origin
    title: Bilingual
    summary: Bilingual
    actors: tuple[Slug, ...]
    sources: Sources


class Effort(Record):
    """``obstacles.yml``: an effort, and the obstacles that it answers. ``basis``: whether the source states this or
    the editors inferred it. ``stated`` says what the source states instead of what the editors inferred.
    """

    id: Slug
    title: Bilingual
    summary: Bilingual
    actors: tuple[Slug, ...]
    answers: tuple[Slug, ...] = ()
    basis: Basis | None = None
    stated: Bilingual | None = None
    sources: Sources


class Recommendation(Record):
    """``recommendations.yml``: a recommendation of the chapter, its addressees, and the obstacles that it answers. Two
    fields say whether the source states something or the editors inferred it: ``addressees_basis`` the addressees,
    ``basis`` the answers. ``stated`` says what the source states instead of what the editors inferred.
    """

    id: Slug
    title: Bilingual
    summary: Bilingual
    addressees: Annotated[tuple[Slug, ...], Field(min_length=1)]
    addressees_basis: Basis | None = None
    answers: tuple[Slug, ...] = ()
    basis: Basis | None = None
    stated: Bilingual | None = None
    sources: Sources
