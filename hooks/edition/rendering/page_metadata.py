"""What a page tells machines: Dublin Core and Open Graph in its head, typed links, and COinS; schema.org is
``linked_data``.

Nothing here may lie to a reader's tool. The tags of Highwire Press are those of journal articles and theses: whoever
reads them takes any page for an article, and a body's name for a person's (Zotero splits it at its last space), so
there are none. What Google Scholar asks for is there in Dublin Core, which it takes as well: title, creator, and
``DC.issued``. Zotero and others read ``DC.source`` as the name of a journal; what the edition is based on is told in
the linked data.
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
    """``tags`` are (``name`` or ``property``, key, content); ``json_ld`` is one document; ``coins`` has a ContextObject
    for each thing to cite on the page.
    """

    tags: tuple[tuple[str, str, str], ...]
    links: tuple[Link, ...]
    json_ld: Node
    coins: tuple[str, ...]


def of_page(build: BuildContext, page: str, description: str) -> PageMetadata:
    """The metadata of the page whose source is ``page``; ``description`` is for search results and cards.

    A tag that would have no content is left out.
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
        tuple(context_object(item, build.edition.dataset.edition.date, LICENCE) for item in _cited(build, page)),
    )


def of_edition(build: BuildContext) -> str:
    """The ContextObject of the edition, for where all of it is one page."""
    return context_object(edition_item(build), build.edition.dataset.edition.date, LICENCE)


def _cited(build: BuildContext, page: str) -> list[CslItem]:
    """The anchors that stand on a page; where there are none, the page, or the edition that it stands for."""
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
