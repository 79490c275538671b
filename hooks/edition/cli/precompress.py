"""Compress the files of a built site in advance, for its host, and refuse sites that must not be published.

A site must not be published if it contains the chapter's original text, or if it was built without its URL.
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
    """Return the reasons why a built site must not be published, one message each; an empty list if it may be
    published.
    """
    if not (site / "index.html").is_file():
        return ["bangun dahulu: make site"]
    home = html.document_fromstring((site / "index.html").read_bytes())
    reasons = []
    if not home.xpath("//link[@rel='canonical']"):
        reasons.append("situs belum mempunyai alamat terbitan: bangun dengan SITE_URL=https://…/")
    if home.xpath("//meta[@name='robots']") or [*site.rglob("*-dengan-naskah.*")]:
        reasons.append("situs memuat naskah asli: bangun tanpa CHAPTER, dan tanpa extra.chapter")
    return reasons


def compress_files(site: Path) -> dict[str, bytes]:
    """Compress each text file of the site with Brotli and gzip. Return a map from path below ``site`` to content, for
    each result (``.br``, ``.gz``) that is smaller than the file itself.
    """
    variants: dict[str, bytes] = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in _TEXT_SUFFIXES and path.is_file()):
        content = path.read_bytes()
        for suffix, compressed in ((".br", brotli.compress(content)), (".gz", _gzip(content))):
            if _MIN_SIZE <= len(content) > len(compressed):
                variants[f"{path.relative_to(site).as_posix()}{suffix}"] = compressed
    return variants


def _gzip(content: bytes) -> bytes:
    """Compress with gzip. ``gzip.compress`` is not used, because its result differs between Python versions."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
