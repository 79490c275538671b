"""Format citations of the edition in every style, for pages, and as files for reference managers."""

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
    """A work cited in one style: ``entry`` is for a list of references, ``accessed`` is the same with a slot
    (placeholder character) for the access date, and ``in_text`` is the in-text citation.
    """

    style: CitationStyle
    entry: str
    accessed: str
    in_text: str


@dataclass(frozen=True)
class CitedWork:
    """A work with its citations, one per style."""

    item: CslItem
    citations: tuple[Citation, ...]

    @property
    def files(self) -> list[str]:
        """The citation file of the work in each of ``export_formats.FORMATS``, in that order."""
        return export_formats.entries(self.item)

    @property
    def name(self) -> str:
        """The base name of this work's files, without extension."""
        return str(self.item["id"])


@dataclass(frozen=True)
class CitationFormatter:
    """Formats the citations of one build."""

    build: BuildContext

    @cached_property
    def styles(self) -> tuple[tuple[CitationStyle, StyleTemplates], ...]:
        """The styles with their templates, in the order of ``citation_styles.yml``."""
        dataset = self.build.edition.dataset
        return tuple((style, dataset.citation_templates[style.id]) for style in dataset.citation_styles)

    def whole(self) -> CitedWork:
        """Return the edition as a whole with its citations."""
        return self.cite(csl_items.edition_item(self.build), "")

    def anchor(self, anchor: Anchor) -> CitedWork:
        """Return an anchor of the edition with its citations."""
        return self.cite(csl_items.anchor_item(self.build, anchor), csl_items.locator(anchor))

    def thesis(self, anchor: Anchor) -> CitedWork:
        """Return secondary citations of the source paragraph at ``anchor``: the in-text citation names the thesis; the
        entry in the list of references is that of the edition, which is what the reader has read.
        """
        part = self.anchor(anchor)
        in_texts = (fill(text, {LOCATOR: csl_items.locator(anchor)}) for text in self.secondary_in_text())
        citations = zip(part.citations, in_texts, strict=True)
        return CitedWork(part.item, tuple(replace(each, in_text=text) for each, text in citations))

    def cite(self, item: CslItem, locator: str) -> CitedWork:
        """Format an item of ``csl_items`` in every style; ``locator`` is empty for a citation without one."""
        values = {
            **title_values(item["title"], item.get("container-title", "")),
            BODY: item["author"][0]["literal"],
            YEAR: str(item["issued"]["date-parts"][0][0]),
            URL: item.get("URL", ""),
            LOCATOR: locator,
        }
        return CitedWork(item, tuple(_fill_style(style, each, item, values) for style, each in self.styles))

    def secondary_in_text(self) -> list[str]:
        """Return one in-text secondary citation of the thesis per style. The locator remains an unfilled slot."""
        imprint = self.build.edition.dataset.edition
        values = {
            BODY: imprint.responsible,
            YEAR: imprint.date[:4],
            THESIS: csl_items.thesis_label(self.build.edition),
        }
        return [fill(templates.secondary, values) for _, templates in self.styles]

    def all_items(self) -> list[CslItem]:
        """Return the items of the edition, each page and each anchor, in reading order, for the export files."""
        edition = self.build.edition
        pages = [csl_items.page_item(self.build, page.name) for page in edition.pages]
        anchors = [csl_items.anchor_item(self.build, anchor) for anchor in edition.anchors]
        return [csl_items.edition_item(self.build), *pages, *anchors]

    def files(self) -> dict[str, str]:
        """Return the export files by path: for each format, one with all items, and one per page and per anchor."""
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
