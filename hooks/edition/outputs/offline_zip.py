"""The copy for reading offline: the whole site in one folder, to be opened from ``file://``, in one zip."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from lxml import etree, html

from edition.model.edition import Edition

FOLDER = "unduh"
ARCHIVE = f"{FOLDER}/kota-kembar-luring.zip"
PATHS: tuple[str, ...] = (ARCHIVE,)
# What only a server or a developer needs.
_LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "404.html")


def files(edition: Edition, site: Path) -> dict[str, bytes]:
    """The zip."""
    path = edition.named(ARCHIVE)
    return {path: archive(offline_copy(site), PurePosixPath(path).stem, edition.timestamp)}


def offline_copy(site: Path) -> dict[str, bytes]:
    """Path below the copy's folder → content, sorted, for every file of the copy."""
    files: dict[str, bytes] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name.startswith(f"{FOLDER}/") or name in _LEFT_OUT or path.suffix == ".map":
            continue
        files[name] = offline_page(path.read_bytes()) if path.suffix == ".html" else _unmapped(path)
    return dict(sorted(files.items()))


def offline_page(content: bytes) -> bytes:
    """A page whose links name files, since no server looks for ``index.html``; what only a site offers is left out."""
    page = html.document_fromstring(content)
    for link in page.iter("a", "link"):
        if href := link.get("href"):
            link.set("href", to_file(href))
    for element in page.xpath("//*[@data-online]"):
        element.drop_tree()
    return serialised(page)


def to_file(href: str) -> str:
    """The same address with ``index.html`` where an internal one ends in a folder."""
    address = urlsplit(href)
    if address.scheme or address.netloc or not address.path:
        return href
    is_folder = address.path.endswith("/") or PurePosixPath(address.path).name in (".", "..", "")
    path = f"{address.path.rstrip('/')}/index.html" if is_folder else address.path
    return address._replace(path=path).geturl()


def archive(files: Mapping[str, bytes], top: str, timestamp: int) -> bytes:
    """A zip of one folder, ``top``; names sorted, every date and mode the same, so that equal input gives equal
    bytes.
    """
    moment = datetime.fromtimestamp(timestamp, UTC)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as folder:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{top}/{name}", moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever the machine that builds
            entry.external_attr = 0o100644 << 16
            folder.writestr(entry, content)
    return out.getvalue()


def _unmapped(path: Path) -> bytes:
    """A file without the comment that names its source map, which is not in the copy."""
    content = path.read_bytes()
    if path.suffix not in (".js", ".css"):
        return content
    lines = content.splitlines(keepends=True)
    return b"".join(line for line in lines if b"sourceMappingURL=" not in line[:30])


def serialised(page: html.HtmlElement) -> bytes:
    """The bytes of a parsed page."""
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>"))
