"""Records and anchors of the edition, sorted and grouped as the pages display them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import get_args

from edition.data.field_types import Level
from edition.data.note_records import Note
from edition.data.records import Actor, Event
from edition.data.vocabulary import Term
from edition.model.anchors import Anchor, neighbours
from edition.model.edition import Edition
from edition.model.event_order import order_events
from edition.model.link_targets import Redirect, redirects_at_old_page, redirects_on_page
from edition.model.notes import order_notes
from edition.model.term_matcher import sort_key


@dataclass(frozen=True)
class Views:
    """The records and anchors of one edition, sorted and grouped for display."""

    edition: Edition

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """The events in chronological order."""
        return order_events(self.edition.dataset.timeline)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The editors' notes in the order of the chapter."""
        return order_notes(self.edition.dataset.notes, self.edition.dataset.paragraphs)

    @cached_property
    def glossary_by_letter(self) -> tuple[tuple[str, tuple[Term, ...]], ...]:
        """The glossary terms as (first letter, terms that begin with it), in alphabetical order."""
        terms = sorted(self.edition.dataset.glossary, key=lambda term: (sort_key(term.term.id), term.id))
        groups = groupby(terms, key=lambda term: sort_key(term.term.id)[:1].upper())
        return tuple((letter, tuple(group)) for letter, group in groups)

    @cached_property
    def actors_by_level(self) -> tuple[tuple[str, tuple[Actor, ...]], ...]:
        """The actors as (level, actors), in the order of ``Level``. Levels without actors are left out."""
        actors = self.edition.dataset.actors
        groups = ((level, tuple(actor for actor in actors if actor.level == level)) for level in get_args(Level))
        return tuple((level, members) for level, members in groups if members)

    @cached_property
    def anchors_by_page(self) -> tuple[tuple[str, tuple[Anchor, ...]], ...]:
        """The anchors in use, as (page name, anchors on the page), ordered by the first anchor on each page."""
        pages: dict[str, list[Anchor]] = {}
        for anchor in self.edition.anchors:
            pages.setdefault(anchor.page, []).append(anchor)
        return tuple((name, tuple(anchors)) for name, anchors in pages.items())

    @cached_property
    def search_examples(self) -> tuple[str, ...]:
        """Up to three queries that the search dialog offers: the term with the most sources, the year of the last dated
        event, and the label of the first paragraph.
        """
        data = self.edition.dataset
        terms = sorted(data.glossary, key=lambda term: -len(term.sources))[:1]
        years = [str(event.date.end.year) for event in self.timeline if event.date][-1:]
        labels = [self.edition.anchor_by_name[paragraph.anchor].label for paragraph in data.paragraphs[:1]]
        return (*(term.term.id for term in terms), *years, *labels)

    def adjacent_paragraphs(self, name: str) -> tuple[Anchor | None, Anchor | None]:
        """Return the anchors of the source paragraphs before and after the paragraph with the anchor ``name``, even if
        they are on other pages. At the start or end of the chapter, one of them is ``None``.
        """
        before, after = neighbours(self.edition.dataset.paragraphs, name)
        anchors = self.edition.anchor_by_name
        return anchors[before.anchor] if before else None, anchors[after.anchor] if after else None

    def anchors_using(self, term_id: str) -> tuple[Anchor, ...]:
        """Return the anchors whose texts use a glossary term, in the order of ``Edition.anchors``."""
        names = sorted(self.edition.term_usage.get(term_id, ()), key=self._rank.__getitem__)
        return tuple(self.edition.anchor_by_name[name] for name in names)

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {anchor.name: rank for rank, anchor in enumerate(self.edition.anchors)}

    def redirects_on_page(self, page: str) -> tuple[Redirect, ...]:
        """Return a redirect for each id that was published on ``page`` but is not on it any longer. ``page`` is the
        name of an existing page.
        """
        return tuple(redirects_on_page(self.edition.dataset, self.edition.link_targets, page))

    def renamed_pages(self) -> tuple[tuple[str, str, tuple[Redirect, ...]], ...]:
        """Return (old name, current name, redirects at the old address) for each renamed page. Old names that are in
        use again, for another page, are left out.
        """
        data, current = self.edition.dataset, {page.name for page in self.edition.pages}
        old_names = [name for name in dict.fromkeys(moved.old for moved in data.moved) if name not in current]
        return tuple(
            (old, data.current_page(old), tuple(redirects_at_old_page(data, self.edition.link_targets, old)))
            for old in old_names
        )
