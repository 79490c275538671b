"""Convert the pages of a built site to sections of one HTML document, in which links between the pages still work."""

import base64
import copy
import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html
from markupsafe import Markup

from edition.outputs.built_site import BuiltSite
from edition.outputs.single_file_links import NOTE_PREFIX, add_printed_target, link_titles, rewrite_link

# Elements that only the site needs, or that would be duplicates in the single file.
_REMOVED = ".//dialog | .//script | .//*[@data-online] | .//*[@data-single-omit] | .//p[@class='actions']"
_REMOVED_ATTRIBUTES = ("title", "aria-describedby", "data-anchor", "data-search-exclude", "data-terms")
_NUMBERED_IDS = ("fn:", "fnref:", "__tabbed_")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class PageSection:
    """A page in the single file (the edition as one HTML file). ``url`` is the page's URL below the site's root,
    ``anchor`` the id and ``title`` the text of its main heading. ``entries`` has (id, text) of each heading for the
    table of contents.
    """

    url: str
    anchor: str
    title: str
    content: html.HtmlElement
    entries: tuple[tuple[str, str], ...]

    @property
    def markup(self) -> Markup:
        """The HTML of the section's content, for a template."""
        return Markup("".join(html.tostring(child, encoding="unicode") for child in self.content))  # noqa: S704


def page_sections(site: BuiltSite, urls: Iterable[str], published: str = "") -> list[PageSection]:
    """Convert the pages at ``urls`` (below the site's root) to sections of one document; return them in the same order.

    A link to one of these pages becomes a link inside the document. A link to another file of the site becomes an
    absolute URL below ``published``, the site's URL; if ``published`` is empty, only the text of such a link is kept.
    """
    sections = [_page_section(site, url) for url in urls]
    _deduplicate_notes(sections)
    for colophon in [each for section in sections for each in section.content.xpath(".//p[@class='colophon']")][1:]:
        colophon.drop_tree()
    anchors = {section.url: section.anchor for section in sections}
    titles_by_id = {name: text for section in sections for name, text in link_titles(section.content)}
    for section in sections:
        for image in section.content.xpath(".//img[@src]"):
            _inline_image(image, site.folder / section.url)
        for link in section.content.xpath(".//a[@href]"):
            rewrite_link(link, section.url, anchors, published)
            add_printed_target(link, titles_by_id)
        if section.url:  # the home page has the heading of the document; all other headings go one level down
            for heading in list(section.content.iter("h1", "h2", "h3", "h4", "h5")):
                heading.tag = f"h{int(str(heading.tag)[1]) + 1}"
    return sections


def _page_section(site: BuiltSite, url: str) -> PageSection:
    page = copy.deepcopy(site.page(url))
    heading = page.xpath("//h1")[0]
    content = heading.getparent()
    for element in content.xpath(_REMOVED):
        element.drop_tree()
    for table in content.xpath(".//table[@class='anchors']"):
        _shorten_anchor_table(table)
    for hidden in content.xpath(".//a[@class='cite']/span"):  # a script adds the names of what they cite
        hidden.drop_tree()
    for section in content.xpath(".//section[not(@aria-label)]"):  # shorter; nobody needs a reading view of it
        section.tag = "div"
    for term in content.xpath(".//a[@class='term']"):  # a script copies the definition from the glossary
        term.attrib.pop("title", None)
    _make_ids_unique(content, heading.get("id"))
    if not url:  # the document has the home page's heading already
        heading.drop_tree()
    for element in content.iter():
        for name in _REMOVED_ATTRIBUTES:
            element.attrib.pop(name, None)
    for diagram in content.iter("svg"):
        for element in diagram.iter():
            element.tail = element.tail and element.tail.strip()
    toc_targets = content.xpath(".//h2[@id] | .//section[@aria-label]")
    entries = tuple((each.get("id"), each.get("aria-label") or each.text_content()) for each in toc_targets)
    return PageSection(url, heading.get("id"), heading.text_content(), content, entries)


def _make_ids_unique(content: html.HtmlElement, prefix: str) -> None:
    """Put ``prefix`` before the ids that Markdown numbers on each page: those of footnotes and content tabs."""
    for element in content.iter("*"):
        for name in ("id", "for", "name", "href"):
            value = element.get(name, "")
            if value.lstrip("#").startswith(_NUMBERED_IDS):
                element.set(name, f"{'#' * value.startswith('#')}{prefix}-{value.lstrip('#')}")


def _deduplicate_notes(sections: Iterable[PageSection]) -> None:
    """Give each editors' note that stands beside a text the note's anchor as id, and replace the note's entry in the
    list of notes by a link to it.
    """
    elements = [element for section in sections for element in section.content.iter("*")]
    notes = {note.attrib.pop("data-note") for note in elements if "data-note" in note.attrib}
    for element in elements:
        if (name := element.get("id", "")).startswith(NOTE_PREFIX):
            element.set("id", name.removeprefix(NOTE_PREFIX))
        if element.get("class") == "record":
            heading = next(element.iter("h3"), None)
            name = heading.get("id", "") if heading is not None else ""
            if heading is not None and name in notes:
                _replace_with_link(element, name, heading.text_content())


def _replace_with_link(element: html.HtmlElement, name: str, text: str) -> None:
    """Replace an element by a paragraph that contains a link with ``text`` to the id ``name``."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "p"
    link = etree.SubElement(element, "a", href=f"#{name}")
    link.text = text


def _shorten_anchor_table(table: html.HtmlElement) -> None:
    """Leave two columns of the table of all anchors: titles as in citations, and URL fragments (``#k1``). Replace the
    citations of each source paragraph (one per style) by the one in the first style; remove those of records.

    This is for readers without scripts: the file has complete citations of the edition, to which they can add title and
    fragment. With scripts, the cite dialog offers all styles.
    """
    for cell in table.xpath(".//td[@colspan]"):
        cell.set("colspan", "2")
    for cell in table.xpath(".//thead//th[1]"):
        cell.drop_tree()
    for row in table.xpath(".//tr[@class='citation']"):
        [element] = row.xpath(".//div[@id]")
        entry = next(each for each in element.iter("p") if each.get("class") == "citation-entry")
        head = row.getprevious()
        label, title, *_ = head
        head.remove(label)
        title.clear()
        title.text = entry.find("i").text_content()
        if row.xpath(".//*[@data-thesis]"):
            element[:] = [entry]
        else:
            head.set("id", element.get("id"))
            row.drop_tree()


def _inline_image(image: html.HtmlElement, folder: Path) -> None:
    path = folder / unquote(str(image.get("src")))
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    image.set("src", f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")
