"""Orders, groups and neighbours of what an edition holds, as pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import get_args

from edition.data.field_types import Level
from edition.data.records import Actor, Event, Note
from edition.data.vocabulary import Term
from edition.model.anchors import Anchor, neighbours
from edition.model.edition import Edition
from edition.model.event_order import order_events
from edition.model.link_targets import Redirect, redirects_at, redirects_on
from edition.model.notes import order_notes
from edition.model.term_matcher import sort_key


@dataclass(frozen=True)
class Views:
    """Views of one edition."""

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
        """The terms A–Z, grouped by first letter."""
        terms = sorted(self.edition.dataset.glossary, key=lambda term: (sort_key(term.term.id), term.id))
        groups = groupby(terms, key=lambda term: sort_key(term.term.id)[:1].upper())
        return tuple((letter, tuple(group)) for letter, group in groups)

    @cached_property
    def actors_by_level(self) -> tuple[tuple[str, tuple[Actor, ...]], ...]:
        """The actors grouped by level, levels in their fixed order; empty levels are left out."""
        actors = self.edition.dataset.actors
        groups = ((level, tuple(each for each in actors if each.level == level)) for level in get_args(Level))
        return tuple((level, members) for level, members in groups if members)

    @cached_property
    def anchors_by_page(self) -> tuple[tuple[str, tuple[Anchor, ...]], ...]:
        """The live anchors grouped by page, pages in the order of their first anchor."""
        pages: dict[str, list[Anchor]] = {}
        for anchor in self.edition.anchors:
            pages.setdefault(anchor.page, []).append(anchor)
        return tuple((name, tuple(anchors)) for name, anchors in pages.items())

    def adjacent_paragraphs(self, name: str) -> tuple[Anchor | None, Anchor | None]:
        """The anchors of the source paragraphs before and after ``name``, across pages."""
        before, after = neighbours(self.edition.dataset.paragraphs, name)
        anchors = self.edition.anchor_by_name
        return anchors[before.anchor] if before else None, anchors[after.anchor] if after else None

    def anchors_using(self, term_id: str) -> tuple[Anchor, ...]:
        """The anchors whose texts use a term, in the order of the edition."""
        names = sorted(self.edition.term_usage.get(term_id, ()), key=self._rank.__getitem__)
        return tuple(self.edition.anchor_by_name[name] for name in names)

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {anchor.name: rank for rank, anchor in enumerate(self.edition.anchors)}

    def redirects_on(self, page: str) -> tuple[Redirect, ...]:
        """Redirects on a page that stands, for ids that were published there and are elsewhere now."""
        return tuple(redirects_on(self.edition.dataset, self.edition.link_targets, page))

    def renamed_pages(self) -> tuple[tuple[str, str, tuple[Redirect, ...]], ...]:
        """Renamed pages: (old name, name now, redirects at the old address)."""
        data, current = self.edition.dataset, {page.name for page in self.edition.pages}
        old_names = [name for name in dict.fromkeys(moved.old for moved in data.moved) if name not in current]
        return tuple(
            (old, data.current_page(old), tuple(redirects_at(data, self.edition.link_targets, old)))
            for old in old_names
        )
