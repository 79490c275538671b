"""The build context: an edition, and what one build of it is told from outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from edition.model.edition import Edition
from edition.model.original import Original
from edition.model.views import Views


@dataclass(frozen=True, eq=False)  # each build is itself
class BuildContext:
    """What a build works with.

    ``site_url`` is the published address of the site, with a slash at its end, or empty where it is not known.
    ``page_order`` has the names of the pages in reading order, as the navigation has them. ``original`` is the text of
    the chapter, where a reader has brought it. ``assets`` maps the paths of style and script sources (below
    ``docs/assets/css`` and ``docs/assets/js``) to their texts.
    """

    edition: Edition
    site_url: str = ""
    page_order: tuple[str, ...] = ()
    original: Original = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def views(self) -> Views:
        """Orders, groups and neighbours of what the edition holds."""
        return Views(self.edition)

    def url_of(self, path: str) -> str:
        """The published URL of ``path`` below the site's root; empty where the address is not known."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else ""

    def copy_path(self, path: str) -> str:
        """The path of a downloadable copy; its name says so if the original is in it."""
        stem, dot, suffix = path.rpartition(".")
        return f"{stem}-dengan-naskah.{suffix}" if self.original and dot else path
