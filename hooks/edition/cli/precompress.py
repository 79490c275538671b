"""Precompress the files of a built site for its host, and refuse builds that must not be published.

Those are builds that contain the chapter's original text, and builds for which no site URL was given.
"""

import gzip
import io
from pathlib import Path

import brotli
from lxml import html

HEADERS = "_headers"
_TEXT_SUFFIXES = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".bib", ".ris"})
_MIN_SIZE = 1000  # bytes; a smaller file fits into one network packet uncompressed


def find_publishing_obstacles(site: Path) -> list[str]:
    """Return the reasons why a built site must not be published, one line each; empty if it may be published."""
    if not (site / "index.html").is_file():
        return ["bangun dahulu: make site"]
    home = html.document_fromstring((site / "index.html").read_bytes())
    reasons = []
    if not home.xpath("//link[@rel='canonical']"):
        reasons.append("situs dibangun tanpa alamat terbitan: bangun dengan SITE_URL=https://…/")
    if home.xpath("//meta[@name='robots']") or [*site.rglob("*-dengan-naskah.*")]:
        reasons.append("situs memuat naskah asli: bangun tanpa CHAPTER, dan tanpa extra.chapter")
    return reasons


def compress_files(site: Path) -> dict[str, bytes]:
    """Return a map from path below ``site`` to content, for each ``.br`` or ``.gz`` variant smaller than its file."""
    variants: dict[str, bytes] = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in _TEXT_SUFFIXES and path.is_file()):
        content = path.read_bytes()
        for suffix, compressed in ((".br", brotli.compress(content)), (".gz", _gzip(content))):
            if _MIN_SIZE <= len(content) > len(compressed):
                variants[f"{path.relative_to(site).as_posix()}{suffix}"] = compressed
    return variants


def _gzip(content: bytes) -> bytes:
    """Compress with ``GzipFile``, because the header that ``gzip.compress`` writes differs between Python versions."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
