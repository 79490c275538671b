"""All records of the edition as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from edition.data.loader import InvalidRecord, RecordList, read_all
from edition.data.problems import Problem
from edition.data.publication_records import Imprint, MovedPage, RegisteredAnchor
from edition.data.records import Actor, Chapter, Effort, Event, Note, Obstacle, Paragraph, Recommendation, Record
from edition.data.style_records import CitationStyle, Templates, load_templates
from edition.data.vocabulary import Synonym, Term


@dataclass(frozen=True)
class Dataset:
    """The records, in the order of the files. ``broken`` maps kinds to records with a wrong shape, or to
    ``None`` where a whole list could not be read; it is empty in an edition without problems.
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
        """Whether ``kind`` (a field of this class) has a record called ``name``, or may have: a record that
        could not be read counts, so that one mistake is not reported again wherever it is referred to.
        """
        broken = self.broken.get(kind, ())
        return broken is None or name in self._names[kind] or any(each.name == name for each in broken)

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        kinds = ("actors", "timeline", "obstacles", "efforts", "recommendations", "glossary", "notes")
        named: dict[str, frozenset[str]] = {
            kind: frozenset(record.id for record in getattr(self, kind)) for kind in kinds
        }
        return named | {"paragraphs": frozenset(paragraph.anchor for paragraph in self.paragraphs)}

    @property
    def registered(self) -> tuple[RegisteredAnchor, ...]:
        """All that was ever published: anchors to cite, and other ids that were linked (headings, actors)."""
        return self.anchors + self.ids

    def page_names(self, page: str) -> tuple[str, ...]:
        """A page's name and those that it had later, the last one now: renamings are listed as they came about."""
        names = [page]
        for each in self.moved:
            if each.old == names[-1]:
                names.append(each.new)
        return tuple(names)

    def current_page(self, name: str) -> str:
        """Where a page's content stands now, following its renamings."""
        return self.page_names(name)[-1]

    @cached_property
    def _retired(self) -> Mapping[str, RegisteredAnchor]:
        return {entry.anchor: entry for entry in self.registered if entry.retired}

    def retired_since(self, anchor: str) -> str | None:
        """Since which version an anchor is retired, if it is."""
        return self._retired[anchor].retired if anchor in self._retired else None

    def last_page_of(self, anchor: str) -> str:
        """The page, by its name now, on which a published anchor came to stand last."""
        return [self.current_page(entry.page) for entry in self.registered if entry.anchor == anchor][-1]

    def current_anchor(self, anchor: str) -> str:
        """The anchor that takes the place of a retired one, or of its heir; one that lives is its own."""
        seen = {anchor}
        while anchor in self._retired and (heir := self._retired[anchor].replaced_by) and heir not in seen:
            seen.add(heir)
            anchor = heir
        return anchor


def load_dataset(folder: Path) -> tuple[Dataset | None, list[Problem]]:
    """Read ``folder``; no dataset where the chapter or the imprint cannot be read at all."""
    lists, singles, problems = read_all(folder)
    templates, unreadable = load_templates(folder)
    problems += unreadable
    if len(singles) < 2:
        return None, problems
    return Dataset(
        edition=cast(Imprint, singles["edition"]),
        chapter=cast(Chapter, singles["chapter"]),
        citation_templates=templates,
        broken={kind: batch.broken if batch.is_readable else None for kind, batch in lists.items()},
        **{kind: _records(batch) for kind, batch in lists.items()},  # type: ignore[arg-type]
    ), problems


def _records(batch: RecordList) -> tuple[Record, ...]:
    return batch.records
