"""What is cited, as CSL items: the edition, its pages and anchors, and the thesis that it restates."""

from collections.abc import Mapping
from typing import Any

from edition.citations.slots import quote
from edition.model.anchors import Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition

CslItem = dict[str, Any]

EDITION_KEY = "kota-kembar"


def citation_title(anchor: Anchor) -> str:
    """What an anchor is called in a list of references, e.g. ``K1: Hanoi tidak menyumbang secara aktif``."""
    if anchor.kind == "notes":
        return anchor.title
    kinds = {"timeline": f"Peristiwa {anchor.label}", "glossary": "Istilah"}
    return f"{kinds.get(anchor.kind, anchor.label)}: {anchor.title}"


def locator(anchor: Anchor) -> str:
    """How an anchor is pointed at in running text: its number, or its title where it has none."""
    return quote(anchor.title) if anchor.kind in ("timeline", "glossary", "notes") else anchor.label


def key(name: str) -> str:
    """The citation key of a page or an anchor; it never changes, as anchors do not. The files that hold it alone are
    called by it, below ``sitasi/``.
    """
    return f"{EDITION_KEY}-{name.removesuffix('.md')}"


def container(edition: Edition) -> str:
    """The edition's title with its version, which most styles would otherwise leave out."""
    imprint = edition.dataset.edition
    return f"{imprint.title.id}, versi {imprint.version}"


def edition_item(build: BuildContext) -> CslItem:
    """The edition as a whole."""
    return _item(build, EDITION_KEY, container(build.edition), None, build.url_of(""))


def page_item(build: BuildContext, name: str) -> CslItem:
    """One page, by its file's name."""
    edition = build.edition
    url = build.url_of(edition.page_url(name))
    return _item(build, key(name), edition.page_title(name), container(edition), url)


def anchor_item(build: BuildContext, anchor: Anchor) -> CslItem:
    """One anchor."""
    url = build.url_of(f"{build.edition.page_url(anchor.page)}#{anchor.name}")
    return _item(build, key(anchor.name), citation_title(anchor), container(build.edition), url)


def thesis_item(author: Mapping[str, str], title: str, university: str, year: int) -> CslItem:
    """The thesis, as the title page of a reader's own copy has it; to be cited with a locator such as ``VI.1 ¶4``.
    ``author`` is a CSL name. "Tesis" is what the chapter was handed over as; its level is not stated.
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


def thesis_named(edition: Edition) -> str:
    """What the thesis is called in running text, as far as the source tells who wrote it, and when."""
    known = edition.dataset.chapter.bibliography
    if not known.author:
        return "tesis yang penulisnya tidak disebutkan"
    return f"{known.author}, {known.year}" if known.year else known.author


def _item(build: BuildContext, name: str, title: str, within: str | None, url: str) -> CslItem:
    """An item; ``url`` is empty where the published address is not known, and then left out."""
    imprint = build.edition.dataset.edition
    item: CslItem = {
        "id": name,
        "type": "webpage",
        "title": title,
        "author": [{"literal": imprint.responsible}],
        # the year alone: styles write a month and day in the order of English
        "issued": {"date-parts": [[int(imprint.date[:4])]]},
        "language": imprint.language,
    }
    return item | ({"container-title": within} if within else {}) | ({"URL": url} if url else {})
