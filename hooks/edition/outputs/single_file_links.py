"""Rewrite the links of pages that become one HTML document, and name the targets of links for readers on paper."""

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import urldefrag, urlsplit

from lxml import html

NOTE_PREFIX = "sini-"  # of the ids of notes beside a text, which have the ids of the notes themselves in the document
# Elements in which links are labels of what they lead to.
_LABEL_ELEMENTS = frozenset({"dl", "nav", "h1", "h2"})
_LABEL_CLASSES = frozenset({"actor-records", "addressees", "anchors", "chapter-contents", "record-meta", "term"})


def link_titles(content: html.HtmlElement) -> Iterable[tuple[str, str]]:
    """Yield (id, title) for each heading with an id, and (id, label) for each source paragraph."""
    for element in content.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4][@id] | .//section[@aria-label]"):
        label = (element.get("aria-label") or "").partition(":")[0]
        yield element.get("id"), label or element.text_content()


def rewrite_link(link: html.HtmlElement, url: str, targets: Mapping[str, str], published: str) -> None:
    """Change the ``href`` of a link on the page at ``url``, so that it works inside the document. ``targets`` maps the
    URL of each page in the document to the id of its heading. Links to other files lead to ``published``, the site's
    URL.
    """
    path, fragment = urldefrag(str(link.get("href")))
    parts = urlsplit(path)
    if parts.scheme or parts.netloc:
        return
    site_path = posixpath.normpath(posixpath.join(url, parts.path)) if parts.path else url
    page = "" if site_path == "." else f"{site_path.rstrip('/')}/" if site_path else ""
    if page in targets:
        link.set("href", f"#{fragment.removeprefix(NOTE_PREFIX) or targets[page]}")
    elif published:
        link.set("href", f"{published.rstrip('/')}/{site_path}{'#' if fragment else ''}{fragment}")
    else:
        link.drop_tag()


def add_printed_target(link: html.HtmlElement, titles: Mapping[str, str]) -> None:
    """Set the attribute ``data-target`` of a link in prose to the title of its target; the print style shows it after
    the link. The attribute is not set if the link's text contains the title, or the title contains the link's text.
    """
    title = titles.get(link.get("href", "").removeprefix("#"))
    if not title or link.get("class") is not None:
        return
    text = " ".join(link.text_content().split()).casefold()  # a locator has a no-break space
    is_in_text = text in title.casefold() or title.casefold() in text
    if not is_in_text and not any(map(_holds_labels, link.iterancestors())):
        link.set("data-target", title)


def _holds_labels(element: html.HtmlElement) -> bool:
    return element.tag in _LABEL_ELEMENTS or not _LABEL_CLASSES.isdisjoint(element.get("class", "").split())
