"""The dataset: all records of the edition in one frozen dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from edition.data.loader import InvalidRecord, RecordList, read_all
from edition.data.note_records import Note
from edition.data.problems import Problem
from edition.data.publication_records import Imprint, MovedPage, RegisteredAnchor
from edition.data.records import Actor, Chapter, Effort, Event, Obstacle, Paragraph, Recommendation, Record
from edition.data.style_records import CitationStyle, Templates, load_templates
from edition.data.vocabulary import Synonym, Term


@dataclass(frozen=True)
class Dataset:
    """All valid records, in the order of the data files.

    ``broken`` maps the name of each list, e.g. ``actors``, to the invalid records in it: an empty tuple if all are
    valid, and ``None`` if the whole list could not be read.
    """

    edition: Imprint
    chapter: Chapter
    actors: tuple[Actor, ...] = ()
    timeline: tuple[Event, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    efforts: tuple[Effort, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    glossary: tuple[Term, ...] = ()
    notes: tuple[Note, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    citation_styles: tuple[CitationStyle, ...] = ()
    citation_templates: Templates = field(default_factory=dict)
    anchors: tuple[RegisteredAnchor, ...] = ()
    ids: tuple[RegisteredAnchor, ...] = ()
    moved: tuple[MovedPage, ...] = ()
    broken: Mapping[str, tuple[InvalidRecord, ...] | None] = field(default_factory=dict)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The source paragraphs, in the order of the chapter."""
        return tuple(paragraph for section in self.chapter.sections for paragraph in section.paragraphs)

    def knows(self, kind: str, name: str) -> bool:
        """Return whether the list ``kind`` (a field of this class, e.g. ``actors``) has a record with the id or anchor
        ``name``.

        Also true if that record is invalid, or if the list could not be read. That mistake is reported once, and must
        not be reported again at each reference to the record.
        """
        broken = self.broken.get(kind, ())
        return broken is None or name in self._names[kind] or any(record.name == name for record in broken)

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        kinds = ("actors", "timeline", "obstacles", "efforts", "recommendations", "glossary", "notes")
        names: dict[str, frozenset[str]] = {
            kind: frozenset(record.id for record in getattr(self, kind)) for kind in kinds
        }
        return names | {"paragraphs": frozenset(paragraph.anchor for paragraph in self.paragraphs)}

    @property
    def registered(self) -> tuple[RegisteredAnchor, ...]:
        """The entries of ``anchors.yml`` (anchors), then of ``ids.yml`` (ids of headings and actors). There is one
        entry for each page on which an anchor or id was ever published.
        """
        return self.anchors + self.ids

    def page_names(self, page: str) -> tuple[str, ...]:
        """Return the name ``page`` and all names that the page was given later, in chronological order. The last one is
        the current name. If the page was not renamed, the result has only ``page``.
        """
        names = [page]
        for rename in self.moved:
            if rename.old == names[-1]:
                names.append(rename.new)
        return tuple(names)

    def current_page(self, name: str) -> str:
        """Return the current name of the page that is or was called ``name``."""
        return self.page_names(name)[-1]

    @cached_property
    def _retired(self) -> Mapping[str, RegisteredAnchor]:
        return {entry.anchor: entry for entry in self.registered if entry.retired}

    def retired_since(self, anchor: str) -> str | None:
        """Return the version of the edition in which an anchor was retired, or ``None`` if it is not retired."""
        return self._retired[anchor].retired if anchor in self._retired else None

    def last_page_of(self, anchor: str) -> str:
        """Return the current name of the page that was the last to contain a published anchor. This is the page in the
        last entry for the anchor in ``anchors.yml`` or ``ids.yml``.
        """
        return [self.current_page(entry.page) for entry in self.registered if entry.anchor == anchor][-1]

    def current_anchor(self, anchor: str) -> str:
        """Return the anchor that replaces a retired anchor; an anchor that is not retired is returned unchanged. If the
        replacement is retired too, its own replacement is returned, and so on.
        """
        seen = {anchor}
        while anchor in self._retired and (successor := self._retired[anchor].replaced_by) and successor not in seen:
            seen.add(successor)
            anchor = successor
        return anchor


def load_dataset(folder: Path) -> tuple[Dataset | None, list[Problem]]:
    """Read the data files in ``folder``. Returns the dataset and all problems; the dataset is ``None`` if
    ``chapter.yml`` or ``edition.yml`` is invalid.
    """
    lists, singles, problems = read_all(folder)
    templates, template_problems = load_templates(folder)
    problems += template_problems
    if len(singles) < 2:
        return None, problems
    return Dataset(
        edition=cast(Imprint, singles["edition"]),
        chapter=cast(Chapter, singles["chapter"]),
        citation_templates=templates,
        broken={kind: record_list.broken if record_list.is_readable else None for kind, record_list in lists.items()},
        **{kind: _valid_records(record_list) for kind, record_list in lists.items()},  # type: ignore[arg-type]
    ), problems


def _valid_records(record_list: RecordList) -> tuple[Record, ...]:
    return record_list.records
