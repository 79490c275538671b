"""JSON-LD of the edition, in the vocabulary of schema.org (https://schema.org/docs/full.html)."""

from typing import Any

from edition.citations.csl_items import citation_title
from edition.data.records import Bilingual, Event
from edition.data.vocabulary import Term
from edition.model.anchors import Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition

Node = dict[str, Any]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def page_title(edition: Edition, page: str) -> str:
    """Return the title of the page file ``page``. For the home page, return the title of the edition."""
    return edition.dataset.edition.title.id if page == "index.md" else edition.page_title(page)


def graph(build: BuildContext, page: str) -> Node:
    """Return the JSON-LD document of the page file ``page``. It describes the edition, the page, and the source
    paragraphs, events and glossary terms on the page.

    The ``@context`` is an object instead of a URL, so that a JSON-LD processor need not fetch it.
    """
    edition = build.edition
    imprint = edition.dataset.edition
    page_id = _node_id(build, page, edition.page_url(page))
    paragraphs = [anchor for anchor in edition.anchors if anchor.page == page and anchor.kind == "paragraphs"]
    parts = [*(_paragraph(build, anchor) for anchor in paragraphs), *_events(build, page), *_terms(build, page)]
    web_page: Node = {
        "@id": page_id,
        "@type": "WebPage",
        "name": page_title(edition, page),
        "inLanguage": imprint.language,
        "isPartOf": {"@id": _edition_id(build, page)},
    }
    edition_node = _edition(build, page)
    if page == "index.md":  # the home page has the same URL as the edition
        return {"@context": {"@vocab": "https://schema.org/"}, "@graph": [edition_node]}
    return {
        "@context": {"@vocab": "https://schema.org/"},
        "@graph": [edition_node, web_page | ({"hasPart": parts} if parts else {})],
    }


def _edition(build: BuildContext, page: str) -> Node:
    edition = build.edition
    imprint = edition.dataset.edition
    organization = {"@type": "Organization", "name": imprint.responsible}
    return {
        "@id": _edition_id(build, page),
        "@type": ["CreativeWork", "WebSite"],
        "name": _bilingual_values(imprint.title),
        "version": imprint.version,
        "datePublished": imprint.date,
        "inLanguage": imprint.language,
        "license": LICENCE,
        "author": organization,
        "publisher": organization,
        "isBasedOn": _chapter(edition),
    }


def _chapter(edition: Edition) -> Node:
    """Return the JSON-LD node of the chapter that the edition restates, with a node of the thesis that contains it.
    Properties of the thesis that are not known are omitted.
    """
    chapter = edition.dataset.chapter
    bibliography = chapter.bibliography
    properties = {
        "name": bibliography.title,
        "author": bibliography.author,
        "sourceOrganization": bibliography.university,
        "datePublished": bibliography.year,
    }
    return {
        "@type": "Chapter",
        "name": _bilingual_values(chapter.chapter.title),
        "position": chapter.chapter.number,
        "isPartOf": {"@type": "Thesis"} | {key: value for key, value in properties.items() if value},
    }


def _paragraph(build: BuildContext, anchor: Anchor) -> Node:
    return {
        "@id": _anchor_id(build, anchor),
        "@type": "CreativeWork",
        "name": citation_title(anchor),
        "position": anchor.label,
        "isBasedOn": {"@type": "CreativeWork", "position": anchor.label, "isPartOf": _chapter(build.edition)},
    }


def _events(build: BuildContext, page: str) -> list[Node]:
    """Return a JSON-LD node for each event if ``page`` shows the timeline, else an empty list. Dates are as precise as
    in the source: a year, a month or a day.
    """
    anchors = {
        anchor.name: anchor for anchor in build.edition.anchors if anchor.page == page and anchor.kind == "timeline"
    }
    return [_event(build, anchors[f"peristiwa-{each.id}"], each) for each in build.views.timeline if anchors]


def _event(build: BuildContext, anchor: Anchor, event: Event) -> Node:
    node: Node = {
        "@id": _anchor_id(build, anchor),
        "@type": "Event",
        "name": _bilingual_values(event.title),
        "description": _bilingual_values(event.summary),
    }
    if event.date:
        node |= {"startDate": event.date.parts[0], "endDate": event.date.parts[-1]}
    return node


def _terms(build: BuildContext, page: str) -> list[Node]:
    """Return the glossary as a list of one DefinedTermSet if ``page`` shows the glossary, else an empty list."""
    edition = build.edition
    anchors = [anchor for anchor in edition.anchors if anchor.page == page and anchor.kind == "glossary"]
    if not anchors:
        return []
    set_id = _node_id(build, page, f"{edition.page_url(page)}#glosarium")
    terms = {f"istilah-{term.id}": term for term in edition.dataset.glossary}
    members = [_term(_anchor_id(build, anchor), terms[anchor.name], set_id) for anchor in anchors]
    return [{"@id": set_id, "@type": "DefinedTermSet", "name": edition.page_title(page), "hasDefinedTerm": members}]


def _term(term_id: str, term: Term, set_id: str) -> Node:
    aliases = [*_language_values(term.aliases.id, "id"), *_language_values(term.aliases.en, "en")]
    node: Node = {
        "@id": term_id,
        "@type": "DefinedTerm",
        "name": _bilingual_values(term.term),
        "description": _bilingual_values(term.definition),
        "inDefinedTermSet": {"@id": set_id},
    }
    node |= {"alternateName": aliases} if aliases else {}
    return node | ({"termCode": term.abbreviation} if term.abbreviation else {})


def _bilingual_values(text: Bilingual) -> list[Node]:
    return [*_language_values((text.id,), "id"), *_language_values((text.en,), "en")]


def _language_values(texts: tuple[str, ...], language: str) -> list[Node]:
    return [{"@value": text, "@language": language} for text in texts]


def _edition_id(build: BuildContext, page: str) -> str:
    return _node_id(build, page, "")


def _anchor_id(build: BuildContext, anchor: Anchor) -> str:
    return _node_id(build, anchor.page, f"{build.edition.page_url(anchor.page)}#{anchor.name}")


def _node_id(build: BuildContext, page: str, path: str) -> str:
    """Return the ``@id`` of a JSON-LD node; ``path`` is its address below the site's root. The ``@id`` is the full URL,
    or if the site's URL is not known, the path relative to the page file ``page``.
    """
    if build.site_url:
        return build.url_of(path)
    return f"{'./' if page == 'index.md' else '../'}{path}"
