"""The copy for reading offline: the whole site in one folder, to be opened from ``file:``, in one zip archive."""

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
# What only a server or a developer needs.
_LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "404.html")


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """The archive."""
    path = build.copy_path(ARCHIVE)
    return {path: make_archive(offline_copy(site), PurePosixPath(path).stem, build.edition.timestamp)}


def offline_copy(site: BuiltSite) -> dict[str, bytes]:
    """Path below the copy's folder → content, sorted, for every file of the copy."""
    contents: dict[str, bytes] = {}
    for path in sorted(site.folder.rglob("*")):
        name = path.relative_to(site.folder).as_posix()
        if path.is_dir() or name.startswith(f"{DOWNLOADS}/") or name in _LEFT_OUT or path.suffix == ".map":
            continue
        contents[name] = offline_page(site.pages[name]) if name in site.pages else _without_source_map(path)
    return dict(sorted(contents.items()))


def offline_page(page: html.HtmlElement) -> bytes:
    """A page whose links name files, since no server looks for ``index.html``; what only a site offers is left out."""
    page = copy.deepcopy(page)
    for link in page.iter("a", "link"):
        if href := link.get("href"):
            link.set("href", file_href(href))
    for element in page.xpath("//*[@data-online]"):
        element.drop_tree()
    return serialize(page)


@cache
def file_href(href: str) -> str:
    """The same address with ``index.html`` where an internal one ends in a folder."""
    address = urlsplit(href)
    if address.scheme or address.netloc or not address.path:
        return href
    is_folder = address.path.endswith("/") or PurePosixPath(address.path).name in (".", "..", "")
    path = f"{address.path.rstrip('/')}/index.html" if is_folder else address.path
    return address._replace(path=path).geturl()


def make_archive(contents: Mapping[str, bytes], folder: str, timestamp: int) -> bytes:
    """A zip archive of one folder. Names are sorted, dates and modes are all the same, so that equal contents give
    equal bytes. ``timestamp`` is in seconds since 1970.
    """
    moment = datetime.fromtimestamp(timestamp, UTC)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whichever machine builds
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def _without_source_map(path: Path) -> bytes:
    """A file without the comment that names its source map, which is not in the copy."""
    content = path.read_bytes()
    if path.suffix not in (".js", ".css"):
        return content
    lines = content.splitlines(keepends=True)
    return b"".join(line for line in lines if b"sourceMappingURL=" not in line[:30])
