"""Output: the offline copy. It is a zip archive of the whole site, whose pages readers open from ``file:``."""

import copy
import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from lxml import html

from edition.model.build_context import BuildContext
from edition.outputs.built_site import DOWNLOADS, BuiltSite, serialize

ARCHIVE = f"{DOWNLOADS}/kota-kembar-luring.zip"
PATHS: tuple[str, ...] = (ARCHIVE,)
# Files that are only useful on a server.
_EXCLUDED = ("sitemap.xml", "sitemap.xml.gz", "404.html")


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Return a map with one entry: the path and the content of the zip archive."""
    path = build.copy_path(ARCHIVE)
    return {path: make_archive(offline_copy(site), PurePosixPath(path).stem, build.edition.timestamp)}


def offline_copy(site: BuiltSite) -> dict[str, bytes]:
    """Return a map from path to content for every file of the offline copy, sorted by path. The paths are relative to
    the top folder of the archive, which they do not include.
    """
    contents: dict[str, bytes] = {}
    for path in sorted(site.folder.rglob("*")):
        name = path.relative_to(site.folder).as_posix()
        if path.is_dir() or name.startswith(f"{DOWNLOADS}/") or name in _EXCLUDED or path.suffix == ".map":
            continue
        contents[name] = offline_page(site.pages[name]) if name in site.pages else _read_without_source_map(path)
    return dict(sorted(contents.items()))


def offline_page(page: html.HtmlElement) -> bytes:
    """Return the HTML of a page for the offline copy. Links to folders get ``index.html``, because there is no server
    to add it. Elements with ``data-online``, which are useless offline, are removed.
    """
    page = copy.deepcopy(page)
    for link in page.iter("a", "link"):
        if href := link.get("href"):
            link.set("href", file_href(href))
    for element in page.xpath("//*[@data-online]"):
        element.drop_tree()
    return serialize(page)


@cache
def file_href(href: str) -> str:
    """Append ``index.html`` to an internal URL that ends in a folder: ``../kendala/#k1`` →
    ``../kendala/index.html#k1``. Return other URLs unchanged.
    """
    address = urlsplit(href)
    if address.scheme or address.netloc or not address.path:
        return href
    is_folder = address.path.endswith("/") or PurePosixPath(address.path).name in (".", "..", "")
    path = f"{address.path.rstrip('/')}/index.html" if is_folder else address.path
    return address._replace(path=path).geturl()


def make_archive(contents: Mapping[str, bytes], folder: str, timestamp: int) -> bytes:
    """Return a zip archive of ``contents`` (a map from path to content), with all files inside the top folder
    ``folder``. Equal contents give equal archives: paths are sorted, and all files have the same mode and the date
    ``timestamp`` (seconds since 1970).
    """
    build_time = datetime.fromtimestamp(timestamp, UTC)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", build_time.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on whatever system the build runs
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _read_without_source_map(path: Path) -> bytes:
    """Return the content of a file without its ``sourceMappingURL`` comment: the copy has no source maps."""
    content = path.read_bytes()
    if path.suffix not in (".js", ".css"):
        return content
    lines = content.splitlines(keepends=True)
    return b"".join(line for line in lines if b"sourceMappingURL=" not in line[:30])
