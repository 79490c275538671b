"""Registry of every generated file other than the pages. A format is a module, and a row here."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Protocol

from edition.model.build_context import BuildContext
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
from edition.outputs.built_site import BuiltSite


class DataOutput(Protocol):
    """A format made of the data alone, before the pages are built. ``PATHS`` are the files that pages may link."""

    PATHS: tuple[str, ...]

    def files(self, build: BuildContext) -> Mapping[str, bytes]:
        """Path below the site's root → content."""


class SiteOutput(Protocol):
    """A format made of the finished pages, and of what the rows above it left in the site. It may change the pages,
    which are written when all rows are done. ``PATHS`` are the files that pages may link.
    """

    PATHS: tuple[str, ...]

    def files(self, build: BuildContext, site: BuiltSite) -> Mapping[str, bytes]:
        """Path below the site's root → content."""


DATA_OUTPUTS: tuple[DataOutput, ...] = (asset_bundles, data_exports, redirects, citation_files)
SEARCH_OUTPUTS: tuple[SiteOutput, ...] = (search_index,)
# Not made under ``mkdocs serve``.
COPY_OUTPUTS: tuple[SiteOutput, ...] = (single_file, build_attributes, offline_zip, downloads)
PATHS = frozenset(
    chain.from_iterable(row.PATHS for rows in (DATA_OUTPUTS, SEARCH_OUTPUTS, COPY_OUTPUTS) for row in rows)
)


def make_data_outputs(build: BuildContext) -> dict[str, bytes]:
    """Path below the site's root → content, before the pages are built. What can only be made of finished pages is
    there too, empty, so that links to it are valid.
    """
    placeholders = {build.copy_path(path): b"" for row in (*SEARCH_OUTPUTS, *COPY_OUTPUTS) for path in row.PATHS}
    return dict(chain.from_iterable(row.files(build).items() for row in DATA_OUTPUTS)) | placeholders


def write_site_outputs(build: BuildContext, folder: Path, with_copies: bool) -> None:
    """Write into the built site in ``folder`` what is made of its pages. Raises OSError where that fails."""
    site = BuiltSite.read(folder)
    for row in (*SEARCH_OUTPUTS, *(COPY_OUTPUTS if with_copies else ())):
        site.write(row.files(build, site))
    if with_copies:
        site.write({path: site.serialize(path) for path in site.pages})
