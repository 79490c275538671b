"""CSL items for everything that can be cited: the edition, its pages and anchors, and the thesis that it restates."""

from collections.abc import Mapping
from typing import Any

from edition.citations.slots import quote
from edition.model.anchors import Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition

CslItem = dict[str, Any]

EDITION_KEY = "kota-kembar"


def citation_title(anchor: Anchor) -> str:
    """Return the title of an anchor in a list of references, e.g. ``K1: Hanoi tidak menyumbang secara aktif``."""
    if anchor.kind == "notes":
        return anchor.title
    kinds = {"timeline": f"Peristiwa {anchor.label}", "glossary": "Istilah"}
    return f"{kinds.get(anchor.kind, anchor.label)}: {anchor.title}"


def locator(anchor: Anchor) -> str:
    """Return the locator of an anchor for an in-text citation: its number, or its quoted title if it has no number."""
    return quote(anchor.title) if anchor.kind in ("timeline", "glossary", "notes") else anchor.label


def key(name: str) -> str:
    """Return the citation key of a page or an anchor. It is as permanent as the anchor, and also the name of the
    citation files below ``sitasi/`` that have only this item.
    """
    return f"{EDITION_KEY}-{name.removesuffix('.md')}"


def container(edition: Edition) -> str:
    """Return the edition's title, followed by its version because most styles do not print CSL's ``version``."""
    imprint = edition.dataset.edition
    return f"{imprint.title.id}, versi {imprint.version}"


def edition_item(build: BuildContext) -> CslItem:
    """Return the item of the edition as a whole."""
    return _item(build, EDITION_KEY, container(build.edition), None, build.url_of(""))


def page_item(build: BuildContext, name: str) -> CslItem:
    """Return the item of one page; ``name`` is the name of its page file."""
    edition = build.edition
    url = build.url_of(edition.page_url(name))
    return _item(build, key(name), edition.page_title(name), container(edition), url)


def anchor_item(build: BuildContext, anchor: Anchor) -> CslItem:
    """Return the item of one anchor."""
    url = build.url_of(f"{build.edition.page_url(anchor.page)}#{anchor.name}")
    return _item(build, key(anchor.name), citation_title(anchor), container(build.edition), url)


def thesis_item(author: Mapping[str, str], title: str, university: str, year: int) -> CslItem:
    """Return the item of the thesis, with data from the title page of a reader's own copy. It is cited with a locator
    such as ``VI.1 ¶4``. ``author`` is a CSL name. The genre is just "Tesis", as the editors received the chapter under
    that name; the level of the degree is not stated.
    """
    return {
        "id": f"{EDITION_KEY}-tesis",
        "type": "thesis",
        "genre": "Tesis",
        "title": title,
        "author": [dict(author)],
        "issued": {"date-parts": [[year]]},
        "publisher": university,
        "language": "id",
    }


def thesis_label(edition: Edition) -> str:
    """Return the author and year of the thesis for running text, as far as they are known."""
    bibliography = edition.dataset.chapter.bibliography
    if not bibliography.author:
        return "tesis yang penulisnya tidak disebutkan"
    return f"{bibliography.author}, {bibliography.year}" if bibliography.year else bibliography.author


def _item(build: BuildContext, item_key: str, title: str, container_title: str | None, url: str) -> CslItem:
    """Return a CSL item. If ``url`` is empty, because the site's address is not known, the item has no ``URL``."""
    imprint = build.edition.dataset.edition
    item: CslItem = {
        "id": item_key,
        "type": "webpage",
        "title": title,
        "author": [{"literal": imprint.responsible}],
        # only the year: the styles would print month and day in English order
        "issued": {"date-parts": [[int(imprint.date[:4])]]},
        "language": imprint.language,
    }
    return item | ({"container-title": container_title} if container_title else {}) | ({"URL": url} if url else {})
