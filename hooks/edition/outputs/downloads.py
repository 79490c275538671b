"""What is told of the files to download: their digests, in a list and on the pages that offer them, and their sizes."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from lxml import html

from edition.model.edition import Edition
from edition.outputs import offline_zip, single_file

SUMS = f"{offline_zip.FOLDER}/SHA256SUMS"
PATHS: tuple[str, ...] = (SUMS,)


def files(edition: Edition, site: Path) -> dict[str, bytes]:
    """The list, and the pages with what they tell filled in."""
    paths = sorted(edition.named(path) for path in (*offline_zip.PATHS, *single_file.PATHS))
    offered = {Path(path).name: (site / path).read_bytes() for path in paths}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in offered.items()}
    sums = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    pages = {
        path.relative_to(site).as_posix(): _told(text, offered, digests)
        for path in sorted(site.rglob("*.html"))
        if b"data-digest-of" in (text := path.read_bytes())
    }
    return {SUMS: sums.encode(), **pages}


def _told(content: bytes, offered: Mapping[str, bytes], digests: Mapping[str, str]) -> bytes:
    page = html.document_fromstring(content)
    for element in page.xpath("//*[@data-digest-of]"):
        element.text = digests[element.get("data-digest-of")]
    for element in page.xpath("//*[@data-size-of]"):
        element.text = f"{-(-len(offered[element.get('data-size-of')]) // 1000)} KB"
    return offline_zip.serialised(page)
