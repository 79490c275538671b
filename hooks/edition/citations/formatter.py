"""The citations of the edition in every style, as pages show them; and the files that reference managers import."""

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
    """A work cited in one style: the entry in a list of references, the same with a slot for the date on which it was
    accessed, and the citation in running text.
    """

    style: CitationStyle
    entry: str
    accessed: str
    in_text: str


@dataclass(frozen=True)
class CitedWork:
    """A work with its citations, one for each style."""

    item: CslItem
    citations: tuple[Citation, ...]

    @property
    def files(self) -> list[str]:
        """The work in each of ``export_formats.FORMATS``."""
        return export_formats.entries(self.item)

    @property
    def name(self) -> str:
        """The name of the files of this work, without their endings."""
        return str(self.item["id"])


@dataclass(frozen=True)
class CitationFormatter:
    """Formats the citations of one build."""

    build: BuildContext

    @cached_property
    def styles(self) -> tuple[tuple[CitationStyle, StyleTemplates], ...]:
        """The styles with their templates, in the order of the table."""
        dataset = self.build.edition.dataset
        return tuple((style, dataset.citation_templates[style.id]) for style in dataset.citation_styles)

    def whole(self) -> CitedWork:
        """The edition."""
        return self.cite(csl_items.edition_item(self.build), "")

    def anchor(self, anchor: Anchor) -> CitedWork:
        """An anchor of the edition."""
        return self.cite(csl_items.anchor_item(self.build, anchor), csl_items.locator(anchor))

    def thesis(self, anchor: Anchor) -> CitedWork:
        """The thesis paragraph that a paragraph of the edition restates, cited through the edition (secondary
        citation): the list of references has what was read.
        """
        part = self.anchor(anchor)
        in_texts = (fill(text, {LOCATOR: csl_items.locator(anchor)}) for text in self.secondary_in_text())
        citations = zip(part.citations, in_texts, strict=True)
        return CitedWork(part.item, tuple(replace(each, in_text=text) for each, text in citations))

    def cite(self, item: CslItem, locator: str) -> CitedWork:
        """An item of ``csl_items`` with a locator, or without one (empty)."""
        values = {
            **title_values(item["title"], item.get("container-title", "")),
            BODY: item["author"][0]["literal"],
            YEAR: str(item["issued"]["date-parts"][0][0]),
            URL: item.get("URL", ""),
            LOCATOR: locator,
        }
        return CitedWork(item, tuple(_fill_style(style, each, item, values) for style, each in self.styles))

    def secondary_in_text(self) -> list[str]:
        """Citations in running text, by each style, of the thesis as it is known through the edition; the locator is a
        slot.
        """
        imprint = self.build.edition.dataset.edition
        values = {
            BODY: imprint.responsible,
            YEAR: imprint.date[:4],
            THESIS: csl_items.thesis_named(self.build.edition),
        }
        return [fill(templates.secondary, values) for _, templates in self.styles]

    def all_items(self) -> list[CslItem]:
        """The edition, each page and each anchor, in reading order: what the files hold."""
        edition = self.build.edition
        pages = [csl_items.page_item(self.build, page.name) for page in edition.pages]
        anchors = [csl_items.anchor_item(self.build, anchor) for anchor in edition.anchors]
        return [csl_items.edition_item(self.build), *pages, *anchors]

    def files(self) -> dict[str, str]:
        """Path below the site's root → content: all works in one file, and each page and anchor in one of its own."""
        items = self.all_items()
        together = {
            "kota-kembar.bib": "\n".join(map(export_formats.bibtex, items)),
            "kota-kembar.ris": "\r\n".join(map(export_formats.ris, items)),
            "kota-kembar.json": export_formats.csl_json(items),
        }
        single = {
            f"{item['id']}.{ending}": text
            for item in items[1:]
            for (_, ending, _), text in zip(export_formats.FORMATS, export_formats.entries(item), strict=True)
        }
        return {f"sitasi/{name}": text for name, text in (together | single).items()}


def _fill_style(style: CitationStyle, templates: StyleTemplates, item: CslItem, values: dict[str, str]) -> Citation:
    entries = templates.part if "container-title" in item else templates.whole
    entry, accessed = (entries.entry, entries.accessed) if "URL" in item else (entries.bare, entries.bare_accessed)
    in_text = templates.in_text if values[LOCATOR] else templates.in_text_alone
    return Citation(style, fill(entry, values), fill(accessed, values), fill(in_text, values))
