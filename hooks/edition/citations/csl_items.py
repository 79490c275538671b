"""CSL items (records for citation processors) of the edition, its pages, its anchors, and the thesis that it restates.
An anchor is the HTML id of a paragraph or record that can be cited.
"""

from collections.abc import Mapping
from typing import Any

from edition.citations.slots import quote
from edition.model.anchors import Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition

CslItem = dict[str, Any]

EDITION_KEY = "kota-kembar"


def citation_title(anchor: Anchor) -> str:
    """Return the title by which a list of references names an anchor's paragraph or record, e.g. ``K1: Hanoi tidak
    menyumbang secara aktif``.
    """
    if anchor.kind == "notes":
        return anchor.title
    kinds = {"timeline": f"Peristiwa {anchor.label}", "glossary": "Istilah"}
    return f"{kinds.get(anchor.kind, anchor.label)}: {anchor.title}"


def locator(anchor: Anchor) -> str:
    """Return the short text by which a citation names an anchor's paragraph or record. For a source paragraph or a
    numbered record, this is its label (``VI.1 ¶4``, ``K1``). For an event, a glossary term or a note, it is the title
    in quotation marks.
    """
    return quote(anchor.title) if anchor.kind in ("timeline", "glossary", "notes") else anchor.label


def key(name: str) -> str:
    """Return the citation key of a page or an anchor: ``vi-1-p4`` → ``kota-kembar-vi-1-p4``. Keys must never change,
    because readers store them in their reference managers. The files in ``sitasi/`` with a single item also have these
    names.
    """
    return f"{EDITION_KEY}-{name.removesuffix('.md')}"


def container(edition: Edition) -> str:
    """Return the edition's title and version, which is the ``container-title`` of the edition's pages and records:
    CSL's field for the work that contains the cited item. The version is in it because most styles do not print CSL's
    ``version``.
    """
    imprint = edition.dataset.edition
    return f"{imprint.title.id}, versi {imprint.version}"


def edition_item(build: BuildContext) -> CslItem:
    """Return the CSL item of the edition as a whole."""
    return _item(build, EDITION_KEY, container(build.edition), None, build.url_of(""))


def page_item(build: BuildContext, name: str) -> CslItem:
    """Return the CSL item of one page of the edition; ``name`` is the name of its page file."""
    edition = build.edition
    url = build.url_of(edition.page_url(name))
    return _item(build, key(name), edition.page_title(name), container(edition), url)


def anchor_item(build: BuildContext, anchor: Anchor) -> CslItem:
    """Return the CSL item of one paragraph or record, given its anchor."""
    url = build.url_of(f"{build.edition.page_url(anchor.page)}#{anchor.name}")
    return _item(build, key(anchor.name), citation_title(anchor), container(build.edition), url)


def thesis_item(author: Mapping[str, str], title: str, university: str, year: int) -> CslItem:
    """Return the CSL item of the thesis that the edition restates, for readers who cite it directly.

    The arguments are from the title page of a reader's copy; ``author`` is a CSL name (``family`` and ``given``, or
    ``literal``). The genre is "Karya tulis akhir", as the editors do not know which degree it was for.
    """
    return {
        "id": f"{EDITION_KEY}-tesis",
        "type": "thesis",
        "genre": "Karya tulis akhir",
        "title": title,
        "author": [dict(author)],
        "issued": {"date-parts": [[year]]},
        "publisher": university,
        "language": "id",
    }


def thesis_label(edition: Edition) -> str:
    """Return the thesis as running text names it: "author, year", or only the author if the year is not known. If the
    author is not known, return an Indonesian phrase that states this.
    """
    bibliography = edition.dataset.chapter.bibliography
    if not bibliography.author:
        return "karya tulis akhir yang penulisnya tidak disebutkan"
    return f"{bibliography.author}, {bibliography.year}" if bibliography.year else bibliography.author


def _item(build: BuildContext, item_key: str, title: str, container_title: str | None, url: str) -> CslItem:
    """Return a CSL item of the type ``webpage``. ``container_title`` is the edition's title if the item is a part of
    the edition, and ``None`` if it is the edition. If ``url`` is empty, because the site's address is not known, the
    item has no ``URL``.
    """
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
