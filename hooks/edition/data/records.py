"""The records of ``data/*.yml``: frozen, typed, and refusing every key they do not know."""

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
    SentenceName,
    Sha256,
    Slug,
    Sources,
    Text,
    Unknown,
    UnknownYear,
)
from edition.data.positioned_yaml import Document, Path_
from edition.data.problems import Where


class Model(BaseModel):
    """What every part of a record shares."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Record(Model):
    """A part of a data file that remembers where it was written."""

    _document: Document = PrivateAttr(default_factory=lambda: Document("data"))
    _path: Path_ = PrivateAttr(default=())

    def set_position(self, document: Document, path: Path_) -> None:
        """Remember the place; called once, by the reader."""
        self._document, self._path = document, path

    def where(self, *path: str | int) -> Where:
        """The place of this record, or of the part of it at ``path``."""
        return self._document.where((*self._path, *path))


class Bilingual(Model):
    """What readers see, in Indonesian and in English."""

    id: Text
    en: Text


class Bibliography(Model):
    """What the source says of itself; ``null`` where it is silent."""

    author: Unknown
    title: Unknown
    university: Unknown
    faculty: Unknown
    year: UnknownYear


class Paragraph(Record):
    """A source paragraph: where it is restated, and the fingerprint of its text."""

    anchor: ParagraphAnchor
    page: PageName
    topic: Bilingual
    words: Count
    sha256: Sha256

    @property
    def number(self) -> int:
        """Its ordinal in the section, which the source fixes and no retired neighbour changes."""
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
    """``chapter.yml``: the source."""

    bibliography: Bibliography
    chapter: ChapterHead
    sections: tuple[Section, ...]


class Actor(Record):
    """``actors.yml``: who takes part."""

    id: Slug
    name: Bilingual
    level: Level
    description: Bilingual | None = None
    term: Slug | None = None
    sources: Sources


class Event(Record):
    """``timeline.yml``: dated, or placed by ``after`` and ``before``; ``actors_basis`` says who names its actors."""

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
    sources: Sources


class Obstacle(Record):
    """``obstacles.yml``: what stood in the way; internal means on Jakarta's side, external beyond it."""

    id: Slug
    origin: Origin
    title: Bilingual
    summary: Bilingual
    actors: tuple[Slug, ...]
    sources: Sources


class Effort(Record):
    """``obstacles.yml``: what was done, and which obstacles it answers."""

    id: Slug
    title: Bilingual
    summary: Bilingual
    actors: tuple[Slug, ...]
    answers: tuple[Slug, ...] = ()
    basis: Basis | None = None
    sources: Sources


class Recommendation(Record):
    """``recommendations.yml``: what the chapter asks, and of whom; ``addressees_basis`` says on whose word."""

    id: Slug
    title: Bilingual
    summary: Bilingual
    addressees: Annotated[tuple[Slug, ...], Field(min_length=1)]
    addressees_basis: Basis | None = None
    answers: tuple[Slug, ...] = ()
    basis: Basis | None = None
    sources: Sources


class Note(Record):
    """``notes.yml``: what the editors say of the source; ``about`` names the anchors of paragraphs and records that a
    note speaks of, and is empty where that is the whole chapter; ``sentences`` names those of the original. ``text``
    may link: ``[words](#anchor)``.
    """

    id: Slug
    title: Bilingual
    about: tuple[Slug, ...] = ()
    sentences: tuple[SentenceName, ...] = ()
    text: Bilingual
