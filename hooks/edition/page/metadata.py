"""What the head of a page tells machines: Highwire, Dublin Core and Open Graph; schema.org is ``linked_data``.

Google Scholar's inclusion guidelines ask for ``citation_title``, an author and a date, and take no page without an
author: the edition's responsible body is one. Zotero's Embedded Metadata translator takes title, author, date and
language from the Highwire tags and the name of the site from ``og:site_name``; without a journal's or a book's
title it makes a web page of it, which is what ``citations.items`` says too.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from edition.citations.items import address, container
from edition.model.edition import Edition
from edition.page.linked_data import LICENCE, Node, graph, page_title

# (type, name of the format, path below the site's root) of each file of all citations.
ALTERNATES = (
    ("application/x-bibtex", "BibTeX", "sitasi/kota-kembar.bib"),
    ("application/x-research-info-systems", "RIS", "sitasi/kota-kembar.ris"),
    ("application/vnd.citationstyles.csl+json", "CSL-JSON", "sitasi/kota-kembar.json"),
)
CARD = "assets/img/kartu.png"


@dataclass(frozen=True)
class PageMetadata:
    """``tags`` are (``name`` or ``property``, key, content); ``json_ld`` is one document."""

    tags: tuple[tuple[str, str, str], ...]
    json_ld: Node
    alternates: tuple[tuple[str, str, str], ...] = ALTERNATES


def of_page(edition: Edition, page: str, description: str) -> PageMetadata:
    """The metadata of the page whose source is ``page``; ``description`` is for search results and cards.

    A tag that would have no content is left out.
    """
    title = page_title(edition, page)
    tags = [
        *(("name", key, content) for key, content in _highwire(edition, page, title)),
        *(("name", key, content) for key, content in _dublin_core(edition, page, title)),
        *(("property", key, content) for key, content in _open_graph(edition, page, title, description)),
    ]
    return PageMetadata(tuple(tag for tag in tags if tag[2]), graph(edition, page))


def _highwire(edition: Edition, page: str, title: str) -> Iterable[tuple[str, str]]:
    imprint = edition.dataset.edition
    yield "citation_title", title
    yield "citation_author", imprint.responsible
    yield "citation_publication_date", imprint.date.replace("-", "/")
    yield "citation_publisher", imprint.responsible
    yield "citation_language", imprint.language
    yield "citation_public_url", address(edition, edition.page_url(page))


def _dublin_core(edition: Edition, page: str, title: str) -> Iterable[tuple[str, str]]:
    imprint, chapter = edition.dataset.edition, edition.dataset.chapter
    known = chapter.bibliography
    source = [known.author or "penulis tidak disebut sumber", known.title or "judul tidak disebut sumber"]
    yield "DC.title", title
    yield "DC.creator", imprint.responsible
    yield "DC.date", imprint.date
    yield "DC.language", imprint.language
    yield "DC.type", "Text"
    yield "DC.rights", LICENCE
    yield "DC.identifier", address(edition, edition.page_url(page))
    yield "DCTERMS.isPartOf", container(edition)
    yield "DC.source", f"Bab {chapter.chapter.number}, {chapter.chapter.title.id} (tesis; {'; '.join(source)})"


def _open_graph(edition: Edition, page: str, title: str, description: str) -> Iterable[tuple[str, str]]:
    yield "og:title", title
    yield "og:type", "website" if page == "index.md" else "article"
    yield "og:description", description
    yield "og:locale", "id_ID"
    yield "og:site_name", container(edition)
    yield "og:url", address(edition, edition.page_url(page))
    if image := address(edition, CARD):
        yield "og:image", image
        yield "og:image:alt", f"Kartu judul: {edition.dataset.edition.title.id}"
        yield "twitter:card", "summary_large_image"
