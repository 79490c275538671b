"""The copy for reading offline (the whole site in one folder, to be opened from ``file://``, in one zip), and how what
readers download is published.
"""

import errno
import hashlib
import io
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from lxml import etree, html

FOLDER = "unduh"
TOP = "kota-kembar-luring"  # the one folder in the archive
ARCHIVE = f"{FOLDER}/{TOP}.zip"
SUMS = f"{FOLDER}/SHA256SUMS"
# What only a server or a developer needs.
_LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "404.html")


def kept(site: Path) -> dict[str, bytes]:
    """What is up for download now: the site builder empties the folder before it builds.

    Raises PermissionError where nothing can be put there, before anything is lost.
    """
    folder = site / FOLDER
    if folder.exists() and not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in folder.glob("*") if path.is_file()}


def publish(site: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    """Write ``files`` (path below ``site`` → content) and their digests into a built site, and tell digest and size on
    the pages that offer them.

    Raises OSError where something cannot be written. Then nothing is, and what was there ``before`` is again.
    """
    digests = {PurePosixPath(name).name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    sizes = {PurePosixPath(name).name: len(content) for name, content in files.items()}
    sums = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    pages = {
        path.relative_to(site).as_posix(): _told(text, digests, sizes)
        for path in sorted(site.rglob("*.html"))
        if b"data-digest-of" in (text := path.read_bytes())
    }
    try:
        _write(site, {**files, SUMS: sums.encode(), **pages})
    except OSError:
        for name in (*files, SUMS):
            with suppress(OSError):
                (site / name).write_bytes(before[name]) if name in before else (site / name).unlink()
        raise


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
    return _serialised(page)


def to_file(href: str) -> str:
    """The same address with ``index.html`` where an internal one ends in a folder."""
    address = urlsplit(href)
    if address.scheme or address.netloc or not address.path:
        return href
    is_folder = address.path.endswith("/") or PurePosixPath(address.path).name in (".", "..", "")
    path = f"{address.path.rstrip('/')}/index.html" if is_folder else address.path
    return address._replace(path=path).geturl()


def archive(files: Mapping[str, bytes], timestamp: int) -> bytes:
    """A zip of one folder; names sorted, every date and mode the same, so that equal input gives equal bytes."""
    moment = datetime.fromtimestamp(timestamp, UTC)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as folder:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", moment.timetuple()[:6])
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


def _told(content: bytes, digests: Mapping[str, str], sizes: Mapping[str, int]) -> bytes:
    page = html.document_fromstring(content)
    for element in page.xpath("//*[@data-digest-of]"):
        element.text = digests[element.get("data-digest-of")]
    for element in page.xpath("//*[@data-size-of]"):
        element.text = f"{-(-sizes[element.get('data-size-of')] // 1000)} KB"
    return _serialised(page)


def _serialised(page: html.HtmlElement) -> bytes:
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>"))


def _write(site: Path, files: Mapping[str, bytes]) -> None:
    """Write all beside their places, and put them there when all are whole."""
    drafts: dict[Path, Path] = {}
    try:
        for name, content in files.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f"{path.name}.baru")
            drafts[draft] = path
            draft.write_bytes(content)
        for draft, path in drafts.items():
            draft.replace(path)
    finally:
        for draft in drafts:
            if draft.is_file():
                draft.unlink()
