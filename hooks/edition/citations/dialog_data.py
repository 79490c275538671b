"""The data of the cite dialog: citation templates, and for each anchor the values to insert into them in the browser.

An anchor is the id of a paragraph or record that can be cited. The placeholders in a template are called slots.
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
    """Collects the data of the cite dialog for one build. ``with_titles`` is False for the single file (the edition as
    one HTML file), where a script reads the titles of anchors from the page; the data then omit the titles.
    """

    formatter: CitationFormatter
    with_titles: bool = True

    def data(self) -> dict[str, object]:
        """Return the data of the cite dialog, ready for JSON (``CitationData`` in ``types.d.ts``). If the edition has
        no anchors, so that there is nothing to cite, return an empty dict.
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
        """Return templates for entries in a list of references, one per citation style: ``part`` for a part of the
        edition, ``whole`` for the edition. The entries contain a URL if ``is_addressed`` is true.
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
        """Insert into a template the values that are the same for all anchors: the edition's title, its author and its
        year.
        """
        imprint = self.formatter.build.edition.dataset.edition
        titles = title_values("", csl_items.container(self.formatter.build.edition))
        constant = {slot: titles[slot] for slot in (CONTAINER, QUOTED_CONTAINER)}
        return fill(template, {**constant, BODY: imprint.responsible, YEAR: imprint.date[:4]})

    def _files(self) -> dict[str, list[str]]:
        """Return templates of the files for reference managers (BibTeX, RIS, CSL-JSON): ``part`` for a part of the
        edition, ``whole`` for the edition. They contain a field for the URL; the dialog removes it if the URL is not
        known.
        """
        build = self.formatter.build
        page = csl_items.page_item(build, build.edition.pages[0].name)
        part = page | {"id": csl_items.key(NAME), "title": TITLE, "URL": URL}
        whole = csl_items.edition_item(build) | {"URL": URL}
        return {"part": export_formats.entries(part), "whole": export_formats.entries(whole)}

    def _thesis(self) -> dict[str, object]:
        """Return templates for citing the thesis: ``secondary`` for citing it through the edition, ``thesis`` for a
        reader who has a copy of the thesis.
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
        """Return (title, locator, index in ``pages``) of an anchor. The locator is the place as citations name it. To
        save bytes, a locator that can be derived from the title is a number: 0 is the part of the title before the
        colon, 1 the part after it in quotation marks, 2 the whole title in quotation marks.
        """
        title, locator = csl_items.citation_title(anchor), csl_items.locator(anchor)
        before, _, rest = title.partition(": ")
        derivable = [before, quote(rest), quote(title)]
        page = pages.index(self.formatter.build.edition.page_url(anchor.page))
        return [title if self.with_titles else "", derivable.index(locator) if locator in derivable else locator, page]
