"""Records about publication: this edition, its registered anchors, and renamed pages."""

from edition.data.field_types import Day, PageName, Slug, Text, Version
from edition.data.records import Bilingual, Record


class Imprint(Record):
    """``edition.yml``: the bibliographic data of this edition."""

    title: Bilingual
    responsible: Text
    version: Version
    date: Day
    language: Slug


class RegisteredAnchor(Record):
    """``anchors.yml``: an anchor that was published on a page, and, if it is retired, the anchor that replaces it.
    ``ids.yml``: the same for the ids of headings and actors.
    """

    anchor: Slug
    page: PageName
    since: Version
    retired: Version | None = None
    replaced_by: Slug | None = None


class MovedPage(Record):
    """``moved.yml``: a renamed page. Its old address, with or without an anchor, redirects to the new address."""

    old: PageName
    new: PageName
    since: Version
