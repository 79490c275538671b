"""Machine-readable metadata of a page: Dublin Core and Open Graph tags, typed links, JSON-LD, and COinS.

No tag may mislead a program that reads it. There are no Highwire Press tags (``citation_*``), which are for journal
articles and theses: reference managers would import every page as an article, and the organization as a person (Zotero
splits its name at the last space). Google Scholar also accepts Dublin Core, with the fields that it requires: title,
creator, and ``DC.issued``. There is no ``DC.source``, because Zotero and others read it as the name of a journal; the
JSON-LD states what the edition is based on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from edition.citations.coins import context_object
from edition.citations.csl_items import CslItem, anchor_item, container, edition_item, page_item
from edition.model.build_context import BuildContext
from edition.rendering.json_ld import LICENCE, Node, graph, page_title
from edition.rendering.signposting import Link, links

CARD = "assets/img/card.png"


@dataclass(frozen=True)
class PageMetadata:
    """The metadata of one page. Each of ``tags`` describes a ``meta`` element: (``name`` or ``property``, the value of
    that attribute, the value of ``content``). ``links`` are ``link`` elements. ``json_ld`` is one JSON-LD document.
    ``coins`` has one query string (see ``coins.py``) for each item that can be cited on the page.
    """

    tags: tuple[tuple[str, str, str], ...]
    links: tuple[Link, ...]
    json_ld: Node
    coins: tuple[str, ...]


def of_page(build: BuildContext, page: str, description: str) -> PageMetadata:
    """Return the metadata of the page file ``page``. ``description`` summarizes the page for search engines and for
    previews of links. ``meta`` elements without content are omitted.
    """
    title = page_title(build.edition, page)
    tags = [
        *(("name", key, content) for key, content in _dublin_core(build, page, title)),
        *(("property", key, content) for key, content in _open_graph(build, page, title, description)),
    ]
    return PageMetadata(
        tuple(tag for tag in tags if tag[2]),
        tuple(links(build, page)),
        graph(build, page),
        tuple(
            context_object(item, build.edition.dataset.edition.date, LICENCE) for item in _citable_items(build, page)
        ),
    )


def of_edition(build: BuildContext) -> str:
    """Return a citation of the edition as a query string in COinS format, which reference managers find in HTML
    documents. The single file (the edition as one HTML file) contains it.
    """
    return context_object(edition_item(build), build.edition.dataset.edition.date, LICENCE)


def _citable_items(build: BuildContext, page: str) -> list[CslItem]:
    """Return a CSL item for each paragraph and record on ``page`` that can be cited. If there are none, return only the
    item of the page, or if it is the home page, that of the edition.
    """
    anchors = [anchor_item(build, anchor) for anchor in build.edition.anchors if anchor.page == page]
    return anchors or [edition_item(build) if page == "index.md" else page_item(build, page)]


def _dublin_core(build: BuildContext, page: str, title: str) -> Iterable[tuple[str, str]]:
    edition = build.edition
    imprint = edition.dataset.edition
    yield "DC.title", title
    yield "DC.creator", imprint.responsible
    yield "DC.date", imprint.date
    yield "DC.issued", imprint.date
    yield "DC.language", imprint.language
    yield "DC.rights", LICENCE
    yield "DC.identifier", build.url_of(build.edition.page_url(page))
    yield "DCTERMS.isPartOf", container(edition)


def _open_graph(build: BuildContext, page: str, title: str, description: str) -> Iterable[tuple[str, str]]:
    yield "og:title", title
    yield "og:type", "website" if page == "index.md" else "article"
    yield "og:description", description
    yield "og:locale", "id_ID"
    yield "og:site_name", container(build.edition)
    yield "og:url", build.url_of(build.edition.page_url(page))
    if image := build.url_of(CARD):
        yield "og:image", image
        yield "og:image:alt", f"Kartu judul: {build.edition.dataset.edition.title.id}"
        yield "twitter:card", "summary_large_image"
