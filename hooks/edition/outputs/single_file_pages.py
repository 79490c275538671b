"""The pages of a built site as parts of one document, their links leading inside it."""

import base64
import copy
import mimetypes
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree, html
from markupsafe import Markup

from edition.outputs.built_site import BuiltSite

# What only the site, its styles and its theme need, or what would be said twice.
_DROPPED = ".//dialog | .//script | .//*[@data-online] | .//*[@data-single-omit]"
_DROPPED_ATTRIBUTES = (
    "title", "aria-describedby", "data-anchor", "data-search-exclude", "data-terms", "data-kind",
)  # fmt: skip
_LABEL_AROUND = "ancestor::*[contains(@class, 'term') or self::dl or self::nav or self::h1 or self::h2]"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class PageSection:
    """A page: its address on the site, the id and text of its heading, its content, and what the table of contents
    lists of it, as (id, text).
    """

    url: str
    anchor: str
    title: str
    content: html.HtmlElement
    entries: tuple[tuple[str, str], ...]

    @property
    def markup(self) -> Markup:
        """The content for a template."""
        return Markup("".join(html.tostring(child, encoding="unicode") for child in self.content))  # noqa: S704


def page_sections(site: BuiltSite, urls: Iterable[str], published: str = "") -> list[PageSection]:
    """The pages at ``urls`` (below the root of ``site``) in this order. ``published`` is the site's address: what is
    not in the document is linked there, or not at all if it is empty.
    """
    sections = [_page_section(site, url) for url in urls]
    _say_notes_once(sections)
    targets = {section.url: section.anchor for section in sections}
    titles = {name: text for section in sections for name, text in _titles(section.content)}
    for section in sections:
        for picture in section.content.xpath(".//img[@src]"):
            _inline(picture, site.folder / section.url)
        for link in section.content.xpath(".//a[@href]"):
            _relink(link, section.url, targets, published)
            _tell_target(link, titles)
        if section.url:  # the first page's heading is the document's; the others' stand below it
            for heading in list(section.content.iter("h1", "h2", "h3", "h4", "h5")):
                heading.tag = f"h{int(str(heading.tag)[1]) + 1}"
    return sections


def _page_section(site: BuiltSite, url: str) -> PageSection:
    page = copy.deepcopy(site.page(url))
    heading = page.xpath("//h1")[0]
    content = heading.getparent()
    for element in content.xpath(_DROPPED):
        element.drop_tree()
    for citations in content.xpath(".//details[@class='citation']"):
        _shorten(citations)
    for hidden in content.xpath(".//a[@class='cite']/span"):  # a script names what each of them cites
        hidden.drop_tree()
    for term in content.xpath(".//span[@class='term']"):  # a script frames the link again
        term[0].set("class", "term")
        term.drop_tag()
    if not url:  # the first page's heading is the document's
        heading.drop_tree()
    for element in content.iter():
        for name in _DROPPED_ATTRIBUTES:
            element.attrib.pop(name, None)
    for drawing in content.iter("svg"):
        for element in drawing.iter():
            element.tail = element.tail and element.tail.strip()
    listed = content.xpath(".//h2[@id] | .//section[@aria-label]")
    entries = tuple((each.get("id"), each.get("aria-label") or each.text_content()) for each in listed)
    return PageSection(url, heading.get("id"), heading.text_content(), content, entries)


def _say_notes_once(sections: Iterable[PageSection]) -> None:
    """Leave each note where it is said first, under its own anchor, to which its other places and the list of notes
    lead.
    """
    said: set[str] = set()
    for note in [note for section in sections for note in section.content.xpath(".//*[@data-note]")]:
        name = note.attrib.pop("data-note")
        label = note.findtext(".//summary")
        if label and name not in said:
            said.add(name)
            note.set("id", name)
        elif label:
            _lead(note, name, label)
        for link in note.xpath(".//a[starts-with(@href, '#sini-')]"):
            link.set("href", f"#{name}")
    for record in [record for section in sections for record in section.content.xpath(".//*[@class='record']")]:
        heading = record.find("h3[@id]")
        if heading is not None and heading.get("id") in said:
            _lead(record, heading.get("id"), heading.text_content())


def _lead(element: html.HtmlElement, name: str, text: str) -> None:
    """Let nothing be left of an element but a link."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "p"
    link = etree.SubElement(element, "a", href=f"#{name}")
    link.text = text


def _shorten(citations: html.HtmlElement) -> None:
    """Leave, of all the ways to cite an anchor, the entry in the first style for a source paragraph; for the rest what
    goes into one, the title and what follows the page's address, since the edition as a whole is said in every style,
    and a script offers the others.
    """
    [place] = citations.xpath("./div[@id]")
    entry = next(each for each in place.iter("p") if each.get("class") == "citation-entry")
    title = entry.find("i")
    assert title is not None
    entry.attrib.clear()
    entry.set("id", place.get("id"))
    if not citations.xpath(".//*[@data-thesis]"):
        entry.text, title.tail = None, f" #{place.get('id').removeprefix('kutip-')}"
    citations.addprevious(entry)
    citations.drop_tree()


def _titles(content: html.HtmlElement) -> Iterable[tuple[str, str]]:
    """The ids of headings and source paragraphs with what they are called."""
    for element in content.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4][@id] | .//section[@aria-label]"):
        label = (element.get("aria-label") or "").partition(":")[0]
        yield element.get("id"), label or element.text_content()


def _inline(picture: html.HtmlElement, folder: Path) -> None:
    path = folder / unquote(str(picture.get("src")))
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    picture.set("src", f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")


def _relink(link: html.HtmlElement, url: str, targets: Mapping[str, str], published: str) -> None:
    """Point a link of the page at ``url`` into the document, if what it leads to is there."""
    path, fragment = urldefrag(str(link.get("href")))
    address = urlsplit(path)
    if address.scheme or address.netloc:
        return
    below = posixpath.normpath(posixpath.join(url, address.path)) if address.path else url
    page = "" if below == "." else f"{below.rstrip('/')}/" if below else ""
    if page in targets:
        link.set("href", f"#{fragment or targets[page]}")
    elif published:
        link.set("href", f"{published.rstrip('/')}/{below}{'#' if fragment else ''}{fragment}")
    else:
        link.drop_tag()


def _tell_target(link: html.HtmlElement, titles: Mapping[str, str]) -> None:
    """Let a link in prose say on paper where it leads, unless its text does."""
    title = titles.get(link.get("href", "").removeprefix("#"))
    if not title or link.get("class") is not None:
        return
    text = link.text_content().casefold()
    is_told = text in title.casefold() or title.casefold() in text
    if not is_told and not link.xpath(_LABEL_AROUND):
        link.set("data-target", title)
