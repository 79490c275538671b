"""Registry of every generated file other than the pages. A new format needs a module, and an entry in a tuple below."""

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
    frame_cleanup,
    markdown_controls,
    offline_zip,
    redirects,
    search_index,
    single_file,
    site_stylesheet,
)
from edition.outputs.built_site import BuiltSite


class DataOutput(Protocol):
    """A module that generates files from the data, before the pages are built. ``PATHS`` are those of its files that
    pages may link.
    """

    PATHS: tuple[str, ...]

    def files(self, build: BuildContext) -> Mapping[str, bytes]:
        """Return a map from path below the site's root to content."""


class SiteOutput(Protocol):
    """A module that generates files from the finished pages and the files of earlier outputs. It may also change the
    parsed pages, which are written to disk after all outputs have run. ``PATHS`` are those of its files that pages may
    link.
    """

    PATHS: tuple[str, ...]

    def files(self, build: BuildContext, site: BuiltSite) -> Mapping[str, bytes]:
        """Return a map from path below the site's root to content."""


DATA_OUTPUTS: tuple[DataOutput, ...] = (asset_bundles, data_exports, redirects, citation_files)
PAGE_OUTPUTS: tuple[SiteOutput, ...] = (search_index, frame_cleanup, markdown_controls)
# Skipped under ``mkdocs serve``.
COPY_OUTPUTS: tuple[SiteOutput, ...] = (
    site_stylesheet,
    single_file,
    build_attributes,
    offline_zip,
    downloads,
)
PATHS = frozenset(chain.from_iterable(row.PATHS for rows in (DATA_OUTPUTS, PAGE_OUTPUTS, COPY_OUTPUTS) for row in rows))


def make_data_outputs(build: BuildContext) -> dict[str, bytes]:
    """Generate all files that do not need the built pages; return a map from path below the site's root to content. The
    files that will be generated from the pages are included with empty content, so that MkDocs accepts links to them.
    """
    placeholders = {build.copy_path(path): b"" for row in (*PAGE_OUTPUTS, *COPY_OUTPUTS) for path in row.PATHS}
    return dict(chain.from_iterable(row.files(build).items() for row in DATA_OUTPUTS)) | placeholders


def write_site_outputs(build: BuildContext, folder: Path, with_copies: bool) -> None:
    """Generate the files that need the finished pages, and write them into the built site in ``folder``. If
    ``with_copies`` is false, do not generate the downloadable copies (``COPY_OUTPUTS``). Raises OSError if a file
    cannot be written.
    """
    site = BuiltSite.read(folder)
    for row in (*PAGE_OUTPUTS, *(COPY_OUTPUTS if with_copies else ())):
        site.write(row.files(build, site))
    site.write({path: site.serialize(path) for path in site.pages})
