"""Format citations of the edition in every citation style, for the pages, and as files for reference managers."""

from dataclasses import dataclass, replace
from functools import cached_property

from edition.citations import csl_items, export_formats
from edition.citations.csl_items import CslItem
from edition.citations.slots import BODY, LOCATOR, THESIS, URL, YEAR, fill, title_values
from edition.data.style_records import CitationStyle, StyleTemplates
from edition.model.anchors import Anchor
from edition.model.build_context import BuildContext


@dataclass(frozen=True)
class Citation:
    """A citation of one work in one style. ``entry`` is the entry in a list of references. ``accessed`` is the same
    entry with a placeholder character for the date on which the reader visited the page. ``in_text`` is the citation in
    running text.
    """

    style: CitationStyle
    entry: str
    accessed: str
    in_text: str


@dataclass(frozen=True)
class CitedWork:
    """A cited work: its CSL item, and its citations, one per style."""

    item: CslItem
    citations: tuple[Citation, ...]

    @property
    def files(self) -> list[str]:
        """The item as BibTeX, RIS and CSL-JSON: one text per format, in the order of ``export_formats.FORMATS``."""
        return export_formats.entries(self.item)

    @property
    def name(self) -> str:
        """The name of this work's citation files without extension, e.g. ``kota-kembar-vi-1-p4``."""
        return str(self.item["id"])


@dataclass(frozen=True)
class CitationFormatter:
    """Formats citations of the edition and its parts, in every citation style, from the data of one build."""

    build: BuildContext

    @cached_property
    def styles(self) -> tuple[tuple[CitationStyle, StyleTemplates], ...]:
        """Each citation style with its templates, in the order of ``citation_styles.yml``."""
        dataset = self.build.edition.dataset
        return tuple((style, dataset.citation_templates[style.id]) for style in dataset.citation_styles)

    def whole(self) -> CitedWork:
        """Return the citations of the edition as a whole, in every style."""
        return self.cite(csl_items.edition_item(self.build), "")

    def anchor(self, anchor: Anchor) -> CitedWork:
        """Return the citations, in every style, of the paragraph or record that has this anchor."""
        return self.cite(csl_items.anchor_item(self.build, anchor), csl_items.locator(anchor))

    def thesis(self, anchor: Anchor) -> CitedWork:
        """Return citations of the thesis through the edition ("thesis, as cited in edition"), in every style.
        ``anchor`` is that of a source paragraph, i.e. a paragraph of the thesis.

        The citation in running text names the thesis. The entry in the list of references is that of the edition,
        because the edition is what the reader has read.
        """
        part = self.anchor(anchor)
        in_texts = (fill(text, {LOCATOR: csl_items.locator(anchor)}) for text in self.secondary_in_text())
        citations = zip(part.citations, in_texts, strict=True)
        return CitedWork(part.item, tuple(replace(each, in_text=text) for each, text in citations))

    def cite(self, item: CslItem, locator: str) -> CitedWork:
        """Return the citations of a CSL item in every style. ``locator`` is the place that the citation in running text
        names (``VI.1 ¶4``); it is empty for a citation of the whole item.
        """
        values = {
            **title_values(item["title"], item.get("container-title", "")),
            BODY: item["author"][0]["literal"],
            YEAR: str(item["issued"]["date-parts"][0][0]),
            URL: item.get("URL", ""),
            LOCATOR: locator,
        }
        return CitedWork(item, tuple(_fill_style(style, each, item, values) for style, each in self.styles))

    def secondary_in_text(self) -> list[str]:
        """Return, for each style, the citation in running text of the thesis through the edition ("thesis, as cited in
        edition"). Each contains the character ``LOCATOR`` as a placeholder for the cited paragraph.
        """
        imprint = self.build.edition.dataset.edition
        values = {
            BODY: imprint.responsible,
            YEAR: imprint.date[:4],
            THESIS: csl_items.thesis_label(self.build.edition),
        }
        return [fill(templates.secondary, values) for _, templates in self.styles]

    def all_items(self) -> list[CslItem]:
        """Return the CSL items of the edition, of each page, and of each paragraph and record that can be cited, in
        reading order.
        """
        edition = self.build.edition
        pages = [csl_items.page_item(self.build, page.name) for page in edition.pages]
        anchors = [csl_items.anchor_item(self.build, anchor) for anchor in edition.anchors]
        return [csl_items.edition_item(self.build), *pages, *anchors]

    def files(self) -> dict[str, str]:
        """Return a map from path (``sitasi/…``) to text of the files for reference managers. For each format, there is
        one file with all items, and one file for each page and each anchor (paragraph or record).
        """
        items = self.all_items()
        combined = {
            "kota-kembar.bib": "\n".join(map(export_formats.bibtex, items)),
            "kota-kembar.ris": "\r\n".join(map(export_formats.ris, items)),
            "kota-kembar.json": export_formats.csl_json(items),
        }
        single = {
            f"{item['id']}.{ending}": text
            for item in items[1:]
            for (_, ending, _), text in zip(export_formats.FORMATS, export_formats.entries(item), strict=True)
        }
        return {f"sitasi/{name}": text for name, text in (combined | single).items()}


def _fill_style(style: CitationStyle, templates: StyleTemplates, item: CslItem, values: dict[str, str]) -> Citation:
    entries = templates.part if "container-title" in item else templates.whole
    entry, accessed = (entries.entry, entries.accessed) if "URL" in item else (entries.bare, entries.bare_accessed)
    in_text = templates.in_text if values[LOCATOR] else templates.in_text_alone
    return Citation(style, fill(entry, values), fill(accessed, values), fill(in_text, values))
