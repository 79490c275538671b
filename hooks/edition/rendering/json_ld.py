"""The edition as linked data, in the vocabulary of schema.org (https://schema.org/docs/full.html)."""

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
    """What a page is called; the first page stands for the edition."""
    return edition.dataset.edition.title.id if page == "index.md" else edition.page_title(page)


def graph(build: BuildContext, page: str) -> Node:
    """The page, the edition it is part of, and what stands on it. The context is an object, so that
    expanding the document fetches nothing.
    """
    edition = build.edition
    imprint = edition.dataset.edition
    here = _id(build, page, edition.page_url(page))
    paragraphs = [anchor for anchor in edition.anchors if anchor.page == page and anchor.kind == "paragraphs"]
    parts = [*(_paragraph(build, anchor) for anchor in paragraphs), *_events(build, page), *_terms(build, page)]
    web_page: Node = {
        "@id": here,
        "@type": "WebPage",
        "name": page_title(edition, page),
        "inLanguage": imprint.language,
        "isPartOf": {"@id": _whole(build, page)},
    }
    whole = _edition(build, page)
    if page == "index.md":  # the address of the first page is that of the edition
        return {"@context": {"@vocab": "https://schema.org/"}, "@graph": [whole]}
    return {
        "@context": {"@vocab": "https://schema.org/"},
        "@graph": [whole, web_page | ({"hasPart": parts} if parts else {})],
    }


def _edition(build: BuildContext, page: str) -> Node:
    edition = build.edition
    imprint = edition.dataset.edition
    body = {"@type": "Organization", "name": imprint.responsible}
    return {
        "@id": _whole(build, page),
        "@type": ["CreativeWork", "WebSite"],
        "name": _both(imprint.title),
        "version": imprint.version,
        "datePublished": imprint.date,
        "inLanguage": imprint.language,
        "license": LICENCE,
        "author": body,
        "publisher": body,
        "isBasedOn": _chapter(edition),
    }


def _chapter(edition: Edition) -> Node:
    """The chapter and its thesis; what the source does not tell is not there."""
    chapter = edition.dataset.chapter
    known = chapter.bibliography
    told = {
        "name": known.title,
        "author": known.author,
        "sourceOrganization": known.university,
        "datePublished": known.year,
    }
    return {
        "@type": "Chapter",
        "name": _both(chapter.chapter.title),
        "position": chapter.chapter.number,
        "isPartOf": {"@type": "Thesis"} | {key: value for key, value in told.items() if value},
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
    """The events, where the page shows them. A date is what the source gives, a year or a day."""
    anchors = {
        anchor.name: anchor for anchor in build.edition.anchors if anchor.page == page and anchor.kind == "timeline"
    }
    return [_event(build, anchors[f"peristiwa-{each.id}"], each) for each in build.views.timeline if anchors]


def _event(build: BuildContext, anchor: Anchor, event: Event) -> Node:
    node: Node = {
        "@id": _anchor_id(build, anchor),
        "@type": "Event",
        "name": _both(event.title),
        "description": _both(event.summary),
    }
    if event.date:
        node |= {"startDate": event.date.parts[0], "endDate": event.date.parts[-1]}
    return node


def _terms(build: BuildContext, page: str) -> list[Node]:
    """The glossary as one set, where the page shows it."""
    edition = build.edition
    anchors = [anchor for anchor in edition.anchors if anchor.page == page and anchor.kind == "glossary"]
    if not anchors:
        return []
    this = _id(build, page, f"{edition.page_url(page)}#glosarium")
    terms = {f"istilah-{term.id}": term for term in edition.dataset.glossary}
    members = [_term(_anchor_id(build, anchor), terms[anchor.name], this) for anchor in anchors]
    return [{"@id": this, "@type": "DefinedTermSet", "name": edition.page_title(page), "hasDefinedTerm": members}]


def _term(identity: str, term: Term, within: str) -> Node:
    aliases = [*_tagged(term.aliases.id, "id"), *_tagged(term.aliases.en, "en")]
    node: Node = {
        "@id": identity,
        "@type": "DefinedTerm",
        "name": _both(term.term),
        "description": _both(term.definition),
        "inDefinedTermSet": {"@id": within},
    }
    node |= {"alternateName": aliases} if aliases else {}
    return node | ({"termCode": term.abbreviation} if term.abbreviation else {})


def _both(text: Bilingual) -> list[Node]:
    return [*_tagged((text.id,), "id"), *_tagged((text.en,), "en")]


def _tagged(texts: tuple[str, ...], language: str) -> list[Node]:
    return [{"@value": text, "@language": language} for text in texts]


def _whole(build: BuildContext, page: str) -> str:
    return _id(build, page, "")


def _anchor_id(build: BuildContext, anchor: Anchor) -> str:
    return _id(build, anchor.page, f"{build.edition.page_url(anchor.page)}#{anchor.name}")


def _id(build: BuildContext, page: str, path: str) -> str:
    """The identity of what stands at ``path``: its address, or where that is unknown, relative to ``page``."""
    if build.site_url:
        return build.url_of(path)
    return f"{'./' if page == 'index.md' else '../'}{path}"
