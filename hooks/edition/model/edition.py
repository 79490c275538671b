"""The edition as the templates see it: records, pages and the anchors that join them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import get_args

from edition.data import dates
from edition.data.build_cache import Keeper
from edition.data.field_types import Level
from edition.data.records import Actor, Event, Note
from edition.data.vocabulary import Term
from edition.model.anchors import Anchor, all_anchors, anchor_of, block_pages, neighbours
from edition.model.dataset import Dataset
from edition.model.event_order import ordered
from edition.model.link_targets import Target, all_places, targets, targets_at
from edition.model.notes import in_order
from edition.model.original import Original
from edition.model.page_files import Page
from edition.model.term_matcher import TermFinder, alphabetical

Uses = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Edition:
    """One checked edition. ``uses`` maps a term's id to the anchors that use the term; ``site_url`` is the
    published address, empty where it is not known; ``kept`` keeps what is made of this edition alone; ``order``
    names the pages as they are read; ``original`` is the chapter itself, where a reader has brought it; ``assets`` has
    the text of each source of a style or script by its file's name.
    """

    dataset: Dataset
    pages: tuple[Page, ...]
    uses: Uses = field(default_factory=dict)
    site_url: str = ""
    kept: Keeper = field(default_factory=Keeper)
    order: tuple[str, ...] = ()
    original: Original = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, bytes]:
        """The sources of the pages, by name, the home page first."""
        return {page.name: page.text.encode() for page in sorted(self.pages, key=lambda page: page.name != "index.md")}

    def named(self, path: str) -> str:
        """The path of a copy of the edition, whose name tells whether the original is in it."""
        stem, dot, suffix = path.rpartition(".")
        return f"{stem}-dengan-naskah.{suffix}" if self.original and dot else path

    @cached_property
    def timestamp(self) -> int:
        """The edition's own date, in seconds since 1970 (midnight UTC)."""
        day = datetime.date.fromisoformat(self.dataset.edition.date)
        return int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())

    @property
    def date_said(self) -> str:
        """The edition's own date in words."""
        return dates.parse(self.dataset.edition.date).label()

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """The live anchors, paragraphs first."""
        return all_anchors(self.dataset, self.pages)

    @cached_property
    def anchor_by_name(self) -> Mapping[str, Anchor]:
        """The live anchors by name."""
        return {anchor.name: anchor for anchor in self.anchors}

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """The events in the order readers see them."""
        return ordered(self.dataset.timeline)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The editors' notes in the order of the chapter."""
        return in_order(self.dataset.notes, self.dataset.paragraphs)

    @cached_property
    def finder(self) -> TermFinder:
        """Finds the glossary's terms."""
        return TermFinder(self.dataset.glossary)

    @cached_property
    def glossary_by_letter(self) -> tuple[tuple[str, tuple[Term, ...]], ...]:
        """The terms A–Z, grouped by first letter."""
        terms = sorted(self.dataset.glossary, key=lambda term: (alphabetical(term.term.id), term.id))
        groups = groupby(terms, key=lambda term: alphabetical(term.term.id)[:1].upper())
        return tuple((letter, tuple(group)) for letter, group in groups)

    def anchor(self, kind: str, record_id: str) -> Anchor:
        """The anchor of a record. Raises KeyError if there is none."""
        return self.anchor_by_name[anchor_of(kind, record_id)]

    def beside(self, name: str) -> tuple[Anchor | None, Anchor | None]:
        """The anchors of the source paragraphs before and after ``name``."""
        before, after = neighbours(self.dataset.paragraphs, name)
        return (
            self.anchor_by_name[before.anchor] if before else None,
            self.anchor_by_name[after.anchor] if after else None,
        )

    def page_title(self, name: str) -> str:
        """The title of a page, or its name where the page has no level-one heading."""
        return next((page.title for page in self.pages if page.name == name and page.title), name)

    def page_url(self, name: str) -> str:
        """A page's address below the site's root; ``index.md`` is the root itself."""
        page = name.removesuffix(".md")
        return "" if page == "index" else f"{page}/"

    def anchors_by_page(self) -> tuple[tuple[str, tuple[Anchor, ...]], ...]:
        """The live anchors grouped by page, pages in the order of their first anchor."""
        pages: dict[str, list[Anchor]] = {}
        for anchor in self.anchors:
            pages.setdefault(anchor.page, []).append(anchor)
        return tuple((name, tuple(anchors)) for name, anchors in pages.items())

    @cached_property
    def places(self) -> Mapping[str, Anchor]:
        """All that can be linked, by name: the live anchors, actors, and headings."""
        return all_places(self.dataset, self.pages)

    def targets(self, page: str) -> tuple[Target, ...]:
        """What is left on a page of places that were published there once."""
        return tuple(targets(self.dataset, self.places, page))

    @cached_property
    def page_of_heading(self) -> Mapping[str, str]:
        """The page on which a heading stands, by its id."""
        return {heading.id: page.name for page in self.pages for heading in page.headings}

    def actor(self, name: str) -> Actor:
        """The actor with an id. Raises KeyError if there is none."""
        return self._actor_by_id[name]

    @cached_property
    def _actor_by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.dataset.actors}

    @cached_property
    def actors_page(self) -> str:
        """The page that shows the actors."""
        return block_pages(self.pages)["actors"]

    @cached_property
    def citing_page(self) -> str:
        """The page that shows every citation."""
        return block_pages(self.pages)["anchors"]

    @cached_property
    def actors_by_level(self) -> tuple[tuple[str, tuple[Actor, ...]], ...]:
        """The actors grouped by level, levels in their fixed order."""
        groups = (
            (level, tuple(each for each in self.dataset.actors if each.level == level)) for level in get_args(Level)
        )
        return tuple((level, actors) for level, actors in groups if actors)

    def moved_pages(self) -> tuple[tuple[str, str, tuple[Target, ...]], ...]:
        """Renamed pages: (old name, name now, what is left at the old address)."""
        data, standing = self.dataset, {page.name for page in self.pages}
        gone = [name for name in dict.fromkeys(moved.old for moved in data.moved) if name not in standing]
        return tuple((old, data.page_now(old), tuple(targets_at(data, self.places, old))) for old in gone)

    def users_of(self, term: str) -> tuple[Anchor, ...]:
        """The anchors that use a term, in the order of the edition."""
        names = sorted(self.uses.get(term, ()), key=self._rank.__getitem__)
        return tuple(self.anchor_by_name[name] for name in names)

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {anchor.name: rank for rank, anchor in enumerate(self.anchors)}
