"""The build context: the edition together with the inputs of one build."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from edition.model.edition import Edition
from edition.model.note_placement import NotePlacement
from edition.model.original import Original
from edition.model.views import Views


@dataclass(frozen=True, eq=False)  # compared by identity: no two builds are equal
class BuildContext:
    """The edition and the inputs of one build.

    ``site_url`` is the published address of the site; empty if it is not known. ``page_order`` lists the names of the
    pages in the order of the navigation. ``original`` has the sentences of the chapter if a reader has supplied its
    text, and is empty if not. ``assets`` maps the paths of styles and scripts (relative to ``docs/assets/css`` and
    ``docs/assets/js``) to their source texts.
    """

    edition: Edition
    site_url: str = ""
    page_order: tuple[str, ...] = ()
    original: Original = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def views(self) -> Views:
        """The records of the edition, sorted and grouped for display."""
        return Views(self.edition)

    @cached_property
    def note_placement(self) -> NotePlacement:
        """The places and numbers of the editors' notes."""
        return NotePlacement(self.views)

    def url_of(self, path: str) -> str:
        """Return the published URL of ``path`` (relative to the site root); empty if ``site_url`` is not known."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else ""

    def copy_path(self, path: str) -> str:
        """Return the path to use for the generated file ``path`` in this build. It is ``path`` itself, unless the build
        contains the text of the chapter. Such builds use different file names: ``unduh/edisi.zip`` →
        ``unduh/edisi-dengan-naskah.zip``.
        """
        stem, dot, suffix = path.rpartition(".")
        return f"{stem}-dengan-naskah.{suffix}" if self.original and dot else path
