"""The one door to what a build leaves beside the pages. A format is a module, and a row here."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Protocol

from edition.data.build_cache import digest_of_files
from edition.model.edition import Edition
from edition.outputs import (
    asset_bundles,
    build_attributes,
    citation_files,
    data_exports,
    downloads,
    offline_zip,
    redirects,
    search_index,
    single_file,
)


class OfData(Protocol):
    """A format made of the data alone: path below the site's root → content. Pages may link ``PATHS``."""

    PATHS: tuple[str, ...]

    def files(self, edition: Edition) -> Mapping[str, bytes]:
        """What it leaves."""


class OfSite(Protocol):
    """A format made of a built site, and of what the rows above it left there. Pages may link ``PATHS``."""

    PATHS: tuple[str, ...]

    def files(self, edition: Edition, site: Path) -> Mapping[str, bytes]:
        """What it leaves; a page of the site may be among it, changed."""


OF_DATA: tuple[OfData, ...] = (asset_bundles, data_exports, redirects, citation_files)
OF_SITE: tuple[OfSite, ...] = (search_index,)
COPIES: tuple[OfSite, ...] = (single_file, build_attributes, offline_zip, downloads)  # not under serve
PATHS = frozenset(chain.from_iterable(row.PATHS for rows in (OF_DATA, OF_SITE, COPIES) for row in rows))


def of_data(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content, before the site is built. What can only be made of a finished site is
    there too, empty, so that links to it land.
    """
    later = {edition.named(path): b"" for row in (*OF_SITE, *COPIES) for path in row.PATHS}
    files = edition.kept.of(
        "data",
        lambda: dict(chain.from_iterable(row.files(edition).items() for row in OF_DATA)),
        sorted(edition.assets.items()),
    )
    return files | later


def of_site(edition: Edition, site: Path, copies: bool) -> None:
    """Write into a built site what is made of it. Raises OSError where something cannot be written."""
    pages = digest_of_files((path for path in site.rglob("*") if path.is_file()), site)
    _write(site, edition.kept.of(f"site-{copies}", lambda: _made(edition, site, copies), pages, edition.order))


def _made(edition: Edition, site: Path, copies: bool) -> dict[str, bytes]:
    """What all rows leave; each finds in the site what those above it left there."""
    made: dict[str, bytes] = {}
    for row in (*OF_SITE, *(COPIES if copies else ())):
        files = row.files(edition, site)
        _write(site, files)
        made |= files
    return made


def _write(site: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
