"""What a built site must hold, whoever built it: run after the builder, since one that knows no hooks leaves a site
that looks like one, its blocks as text and its anchors missing.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from edition.model.edition import Edition

_BLOCK = "/// "  # how a block begins in a page's source
_TEXTS = "//text()[not(ancestor::script or ancestor::style or ancestor::pre or ancestor::code)]"


def broken(edition: Edition, site: Path) -> list[str]:
    """What is wrong with the site in a folder, a line each, sorted: blocks that were left as text, and registered
    anchors that stand nowhere.
    """
    pages = {path.relative_to(site).as_posix(): html.document_fromstring(path.read_bytes()) for path in _pages(site)}
    left = [line for name, page in pages.items() for line in _unrendered(name, page)]
    return sorted([*left, *_missing(edition, pages)])


def _pages(site: Path) -> list[Path]:
    return [path for path in site.rglob("*.html") if path.stat().st_size]


def _unrendered(name: str, page: html.HtmlElement) -> Iterator[str]:
    for text in page.xpath(_TEXTS):
        for line in str(text).splitlines():
            if line.strip().startswith(_BLOCK):
                yield f'{name}: blok tidak diolah: "{line.strip()}"'


def _missing(edition: Edition, pages: dict[str, html.HtmlElement]) -> Iterator[str]:
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    for entry in edition.dataset.registered:
        page = f"{edition.page_url(entry.page)}index.html"
        if entry.anchor not in ids.get(page, ()):
            yield f'{page}: jangkar terdaftar tidak ada: "{entry.anchor}"'
