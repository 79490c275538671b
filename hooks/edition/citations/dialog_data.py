"""The data of the cite dialog: citation templates, and for each anchor the values that a script inserts into them.

An anchor is the HTML id of a paragraph or record that can be cited. A slot is a placeholder character in a template.
"""

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
    """Collects the data of the cite dialog, which shows citations in the browser. ``with_titles``: whether the data
    contain the titles of the paragraphs and records. It is False for the single file (the edition as one HTML file),
    where a script reads the titles from the page.
    """

    formatter: CitationFormatter
    with_titles: bool = True

    def data(self) -> dict[str, object]:
        """Return the data of the cite dialog, ready for ``json.dumps``. The type ``CitationData`` in ``types.d.ts``
        describes the keys. If the edition has no paragraph or record that can be cited, return an empty dict.
        """
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
        """Return citation templates of entries in a list of references. ``part`` has the templates for a paragraph or
        record of the edition, ``whole`` those for the edition; each is a list with one template per citation style. The
        entries contain a URL if ``is_addressed`` is true.
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
        """Return the citation template with the edition's title, author and year inserted. Placeholders for other
        values are kept.
        """
        imprint = self.formatter.build.edition.dataset.edition
        titles = title_values("", csl_items.container(self.formatter.build.edition))
        constant = {slot: titles[slot] for slot in (CONTAINER, QUOTED_CONTAINER)}
        return fill(template, {**constant, BODY: imprint.responsible, YEAR: imprint.date[:4]})

    def _files(self) -> dict[str, list[str]]:
        """Return templates of the files for reference managers. ``part`` has those for a paragraph or record of the
        edition, ``whole`` those for the edition; each is a list: BibTeX, RIS, CSL-JSON. All contain a field for the
        URL; the dialog removes it if the URL is not known.
        """
        build = self.formatter.build
        page = csl_items.page_item(build, build.edition.pages[0].name)
        part = page | {"id": csl_items.key(NAME), "title": TITLE, "URL": URL}
        whole = csl_items.edition_item(build) | {"URL": URL}
        return {"part": export_formats.entries(part), "whole": export_formats.entries(whole)}

    def _thesis(self) -> dict[str, object]:
        """Return templates for citing the thesis that the edition restates. ``secondary``: citations in running text,
        one per style, for readers who know the thesis only through the edition ("thesis, as cited in edition").
        ``thesis``: templates for readers who have a copy of the thesis and cite it directly (``ThesisData`` in
        ``types.d.ts``).
        """
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
        """Return [title, locator, index in ``pages``] of an anchor (an id that can be cited). The title is "" unless
        ``with_titles``. The locator is the short text by which citations name the place. To save bytes, it is a number
        if it can be derived from the title. For the title ``K1: Hanoi``, 0 means ``K1``, 1 means ``“Hanoi”``, 2 means
        ``“K1: Hanoi”``.
        """
        title, locator = csl_items.citation_title(anchor), csl_items.locator(anchor)
        before, _, rest = title.partition(": ")
        derivable = [before, quote(rest), quote(title)]
        page = pages.index(self.formatter.build.edition.page_url(anchor.page))
        return [title if self.with_titles else "", derivable.index(locator) if locator in derivable else locator, page]
