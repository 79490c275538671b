"""The records of what was published: this edition, the register of its anchors, and pages that were renamed."""

from edition.data.field_types import Day, PageName, Slug, Text, Version
from edition.data.records import Bilingual, Record


class Imprint(Record):
    """``edition.yml``: this edition itself, as it is cited."""

    title: Bilingual
    responsible: Text
    version: Version
    date: Day
    language: Slug


class RegisteredAnchor(Record):
    """``anchors.yml``: an anchor that was published, and what replaces it if it was retired; ``ids.yml``: other ids."""

    anchor: Slug
    page: PageName
    since: Version
    retired: Version | None = None
    replaced_by: Slug | None = None


class MovedPage(Record):
    """``moved.yml``: a page that was renamed; its old address leads on, with every anchor it had."""

    old: PageName
    new: PageName
    since: Version
