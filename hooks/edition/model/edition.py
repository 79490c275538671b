"""The edition: its records, its page files, and values computed from these alone."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from edition.data import dates
from edition.data.records import Actor
from edition.model.anchors import Anchor, anchor_of, block_pages, collect_anchors
from edition.model.dataset import Dataset
from edition.model.link_targets import collect_link_targets
from edition.model.page_files import PageFile
from edition.model.term_matcher import TermMatcher

TermUsage = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Edition:
    """The records and pages of the edition. They must have passed the checks.

    ``term_usage`` maps the id of each glossary term to the names of the anchors whose texts use the term. It is empty
    until all pages have been converted once.
    """

    dataset: Dataset
    pages: tuple[PageFile, ...]
    term_usage: TermUsage = field(default_factory=dict)

    @cached_property
    def timestamp(self) -> int:
        """The date of the edition as a Unix timestamp (midnight UTC, in seconds)."""
        day = datetime.date.fromisoformat(self.dataset.edition.date)
        return int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())

    @property
    def formatted_date(self) -> str:
        """The date of the edition in words, e.g. ``23 November 2025``."""
        return dates.parse(self.dataset.edition.date).label()

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """The anchors that are in use (not retired): first those of paragraphs, then those of records."""
        return collect_anchors(self.dataset, self.pages)

    @cached_property
    def anchor_by_name(self) -> Mapping[str, Anchor]:
        """The anchors that are in use (not retired), by name."""
        return {anchor.name: anchor for anchor in self.anchors}

    def anchor(self, kind: str, record_id: str) -> Anchor:
        """Return the anchor of a record. ``kind`` is the list that contains it, e.g. ``timeline``. Raises KeyError if
        the record has no anchor.
        """
        return self.anchor_by_name[anchor_of(kind, record_id)]

    @cached_property
    def link_targets(self) -> Mapping[str, Anchor]:
        """Everything that a link can lead to, by id: anchors that are in use, actors, and headings."""
        return collect_link_targets(self.dataset, self.pages)

    @cached_property
    def term_matcher(self) -> TermMatcher:
        """The matcher that finds glossary terms in texts."""
        return TermMatcher(self.dataset.glossary)

    @cached_property
    def page_of_heading(self) -> Mapping[str, str]:
        """A map from the id of each heading to the name of its page."""
        return {heading.id: page.name for page in self.pages for heading in page.headings}

    def page_title(self, name: str) -> str:
        """Return the title of the page ``name`` (e.g. ``linimasa.md``), or ``name`` if it has no level-one heading."""
        return next((page.title for page in self.pages if page.name == name and page.title), name)

    def page_url(self, name: str) -> str:
        """Return the URL of the page ``name`` relative to the site root: ``linimasa.md`` → ``linimasa/``; empty for
        ``index.md``.
        """
        page = name.removesuffix(".md")
        return "" if page == "index" else f"{page}/"

    def actor(self, actor_id: str) -> Actor:
        """Return the actor with the given id. Raises KeyError if there is none."""
        return self._actor_by_id[actor_id]

    @cached_property
    def _actor_by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.dataset.actors}

    @cached_property
    def actors_page(self) -> str:
        """The name of the page that lists the actors, e.g. ``pelaku.md``."""
        return block_pages(self.pages)["actors"]

    @cached_property
    def citations_page(self) -> str:
        """The name of the page that lists how to cite each anchor."""
        return block_pages(self.pages)["anchors"]
