"""The data of the cite dialog: citation templates, and the values that fill their slots (placeholder characters)."""

from collections.abc import Iterable
from dataclasses import dataclass

from edition.citations import csl_items, export_formats
from edition.citations.formatter import CitationFormatter
from edition.citations.slots import (
    AUTHOR,
    BODY,
    CONTAINER,
    NAME,
    QUOTED_CONTAINER,
    TITLE,
    UNIVERSITY,
    URL,
    YEAR,
    fill,
    quote,
    title_values,
)
from edition.data.style_records import EntryTemplates
from edition.model.anchors import Anchor


@dataclass(frozen=True)
class CiteDialogData:
    """Collects the data of the cite dialog for one build. ``with_titles`` is False for the single file, where a script
    reads the titles of anchors from the file itself, so that the data need not contain them.
    """

    formatter: CitationFormatter
    with_titles: bool = True

    def data(self) -> dict[str, object]:
        """Return ``CitationData`` (see ``types.d.ts``), ready for JSON; empty if the edition has no anchors."""
        build = self.formatter.build
        edition, anchors = build.edition, build.edition.anchors
        if not anchors:
            return {}
        pages = sorted({edition.page_url(anchor.page) for anchor in anchors})
        templates = [each for _, each in self.formatter.styles]
        year = edition.dataset.edition.date[:4]
        return {
            "site": build.url_of(""),
            "styles": [
                {
                    "label": style.label.id,
                    "isNamedInSentence": style.secondary == "sentence",
                    "several": style.several.id.replace("{year}", year),
                }
                for style, _ in self.formatter.styles
            ],
            "pages": pages,
            "anchors": {anchor.name: self._slot_values(anchor, pages) for anchor in anchors},
            "inTexts": [self._fill_edition(each.in_text) for each in templates],
            "files": self._files(),
            "addressed": self._entry_templates(True),
            **({} if build.site_url else {"bare": self._entry_templates(False)}),
            **(self._thesis() if any(anchor.kind == "paragraphs" for anchor in anchors) else {}),
        }

    def _entry_templates(self, is_addressed: bool) -> dict[str, list[str]]:
        """Return reference list entries of a part and of the whole edition, one per style, as templates with slots.
        They include a URL if ``is_addressed``.
        """

        def pick_templates(templates: Iterable[EntryTemplates]) -> list[str]:
            return [each.accessed if is_addressed else each.bare_accessed for each in templates]

        styles = [templates for _, templates in self.formatter.styles]
        title_slots = title_values(csl_items.container(self.formatter.build.edition))
        return {
            "part": [self._fill_edition(each) for each in pick_templates(each.part for each in styles)],
            "whole": [
                fill(self._fill_edition(each), title_slots) for each in pick_templates(each.whole for each in styles)
            ],
        }

    def _fill_edition(self, template: str) -> str:
        """Fill those slots of a template that have the same value for all anchors."""
        imprint = self.formatter.build.edition.dataset.edition
        titles = title_values("", csl_items.container(self.formatter.build.edition))
        constant = {slot: titles[slot] for slot in (CONTAINER, QUOTED_CONTAINER)}
        return fill(template, {**constant, BODY: imprint.responsible, YEAR: imprint.date[:4]})

    def _files(self) -> dict[str, list[str]]:
        """Return the citation files of a part and of the edition, with slots. The dialog removes an unknown URL."""
        build = self.formatter.build
        page = csl_items.page_item(build, build.edition.pages[0].name)
        part = page | {"id": csl_items.key(NAME), "title": TITLE, "URL": URL}
        whole = csl_items.edition_item(build) | {"URL": URL}
        return {"part": export_formats.entries(part), "whole": export_formats.entries(whole)}

    def _thesis(self) -> dict[str, object]:
        """Return templates for citing the thesis: as a secondary source, and from a reader's own copy of it."""
        item = csl_items.thesis_item({"literal": AUTHOR}, TITLE, UNIVERSITY, 0) | {"issued": {"date-parts": [[YEAR]]}}
        templates = [each.thesis for _, each in self.formatter.styles]
        return {
            "secondary": self.formatter.secondary_in_text(),
            "thesis": {
                "personal": [each.personal for each in templates],
                "single": [each.single for each in templates],
                "inTexts": [each.in_text for each in templates],
                "files": export_formats.entries(item),
            },
        }

    def _slot_values(self, anchor: Anchor, pages: list[str]) -> list[object]:
        """Return the slot values of an anchor: title, locator, index in ``pages``. To save bytes, a locator that can be
        derived from the title is a number: 0 for the part before the colon, 1 for the part after it in quotation
        marks, 2 for the whole title in quotation marks.
        """
        title, locator = csl_items.citation_title(anchor), csl_items.locator(anchor)
        before, _, rest = title.partition(": ")
        derivable = [before, quote(rest), quote(title)]
        page = pages.index(self.formatter.build.edition.page_url(anchor.page))
        return [title if self.with_titles else "", derivable.index(locator) if locator in derivable else locator, page]
