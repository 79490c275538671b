"""Check a built site for unrendered blocks and missing anchors.

A program that builds the site without the hooks produces pages that seem complete but lack these; therefore the built
site is checked.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from edition.model.edition import Edition

_BLOCK = "/// "  # start of a block in a page file
_TEXTS = "//text()[not(ancestor::script or ancestor::style or ancestor::pre or ancestor::code)]"


def find_build_problems(edition: Edition, site: Path) -> list[str]:
    """Return a sorted list of messages: one for each unrendered block (a line such as ``/// timeline ///`` in a page),
    and one for each published id that is missing. ``site`` is the folder of the built site.
    """
    pages = {path.relative_to(site).as_posix(): html.document_fromstring(path.read_bytes()) for path in _pages(site)}
    unrendered = [line for name, page in pages.items() for line in _unrendered_blocks(name, page)]
    return sorted([*unrendered, *_missing_anchors(edition, pages)])


def _pages(site: Path) -> list[Path]:
    return [path for path in site.rglob("*.html") if path.stat().st_size]


def _unrendered_blocks(name: str, page: html.HtmlElement) -> Iterator[str]:
    for text in page.xpath(_TEXTS):
        for line in str(text).splitlines():
            if line.strip().startswith(_BLOCK):
                yield f'{name}: blok tidak diolah: "{line.strip()}"'


def _missing_anchors(edition: Edition, pages: dict[str, html.HtmlElement]) -> Iterator[str]:
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    for entry in edition.dataset.registered:
        page = f"{edition.page_url(entry.page)}index.html"
        if entry.anchor not in ids.get(page, ()):
            yield f'{page}: jangkar terdaftar tidak ada: "{entry.anchor}"'
