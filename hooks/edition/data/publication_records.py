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
    """``anchors.yml``: a published anchor, with its replacement if it is retired; ``ids.yml``: other link targets."""

    anchor: Slug
    page: PageName
    since: Version
    retired: Version | None = None
    replaced_by: Slug | None = None


class MovedPage(Record):
    """``moved.yml``: a renamed page; its old address, with each of its anchors, redirects to the new one."""

    old: PageName
    new: PageName
    since: Version
