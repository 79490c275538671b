"""What a host is given beside the pages: every file that packs well, packed, and the headers for hosts that read them
from a file. A build that has the original in it, or no address, is none to publish.
"""

import gzip
import io
from pathlib import Path

import brotli
from lxml import html

HEADERS = "_headers"
_TEXTS = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".bib", ".ris"})
_LEAST = 1000  # bytes; what is smaller fits a packet as it is


def unpublishable(site: Path) -> list[str]:
    """Why the site in a folder is not to be published, a line each; none if it may be."""
    if not (site / "index.html").is_file():
        return ["bangun dahulu: make site"]
    home = html.document_fromstring((site / "index.html").read_bytes())
    told = []
    if not home.xpath("//link[@rel='canonical']"):
        told.append("situs dibangun tanpa alamat terbitan: bangun dengan SITE_URL=https://…/")
    if home.xpath("//meta[@name='robots']") or [*site.rglob("*-dengan-naskah.*")]:
        told.append("situs memuat naskah asli: bangun tanpa CHAPTER, dan tanpa extra.chapter")
    return told


def packed(site: Path) -> dict[str, bytes]:
    """Path below the site's root → content, for what a server may send in the place of a file: ``.br`` and ``.gz``
    beside it, where that is shorter.
    """
    made: dict[str, bytes] = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in _TEXTS and path.is_file()):
        content = path.read_bytes()
        for ending, small in ((".br", brotli.compress(content)), (".gz", _gzipped(content))):
            if _LEAST <= len(content) > len(small):
                made[f"{path.relative_to(site).as_posix()}{ending}"] = small
    return made


def _gzipped(content: bytes) -> bytes:
    """With the header of ``GzipFile``: what ``compress`` writes differs between versions of Python."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        file.write(content)
    return out.getvalue()
