"""The pages as they are sent: without what only the build reads in them."""

from pathlib import Path

from lxml import html

from edition.model.edition import Edition
from edition.outputs import offline_zip

PATHS: tuple[str, ...] = ()  # the pages themselves
# What blocks, terms, the search and the single file go by, which are made by now.
_FOR_THE_BUILD = ("data-anchor", "data-terms", "data-thesis", "data-single-omit")


def files(edition: Edition, site: Path) -> dict[str, bytes]:
    """Path below the site's root → page."""
    copies = site / offline_zip.FOLDER
    pages = (path for path in sorted(site.rglob("*.html")) if copies not in path.parents)
    return {path.relative_to(site).as_posix(): _sent(path.read_bytes()) for path in pages}


def _sent(content: bytes) -> bytes:
    page = html.document_fromstring(content)
    for name in _FOR_THE_BUILD:
        for element in page.xpath(f"//*[@{name}]"):
            del element.attrib[name]
    return offline_zip.serialised(page)
