"""The data of the cite dialog: templates with slots, and what goes into the slots for each anchor."""

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
    """The data for one build. ``with_titles``: whether the titles of anchors are in it; where the page lists what can
    be cited, a script reads them there.
    """

    formatter: CitationFormatter
    with_titles: bool = True

    def data(self) -> dict[str, object]:
        """A value for JSON, as ``CitationData`` in ``types.d.ts`` describes it; empty where nothing can be cited."""
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
            "anchors": {anchor.name: self._anchor(anchor, pages) for anchor in anchors},
            "inTexts": [self._fill_edition(each.in_text) for each in templates],
            "files": self._files(),
            "addressed": self._entries(True),
            **({} if build.site_url else {"bare": self._entries(False)}),
            **(self._thesis() if any(anchor.kind == "paragraphs" for anchor in anchors) else {}),
        }

    def _entries(self, is_addressed: bool) -> dict[str, list[str]]:
        """A part of the edition and the edition as a whole, as every style has them in a list of references."""

        def chosen(templates: Iterable[EntryTemplates]) -> list[str]:
            return [each.accessed if is_addressed else each.bare_accessed for each in templates]

        styles = [templates for _, templates in self.formatter.styles]
        whole = title_values(csl_items.container(self.formatter.build.edition))
        return {
            "part": [self._fill_edition(each) for each in chosen(each.part for each in styles)],
            "whole": [fill(self._fill_edition(each), whole) for each in chosen(each.whole for each in styles)],
        }

    def _fill_edition(self, template: str) -> str:
        """A template with the slots filled whose values are the same for all anchors."""
        imprint = self.formatter.build.edition.dataset.edition
        titles = title_values("", csl_items.container(self.formatter.build.edition))
        constant = {slot: titles[slot] for slot in (CONTAINER, QUOTED_CONTAINER)}
        return fill(template, {**constant, BODY: imprint.responsible, YEAR: imprint.date[:4]})

    def _files(self) -> dict[str, list[str]]:
        """The files of a part, with slots, and of the edition; the dialog takes their address out where it has none."""
        build = self.formatter.build
        page = csl_items.page_item(build, build.edition.pages[0].name)
        part = page | {"id": csl_items.key(NAME), "title": TITLE, "URL": URL}
        whole = csl_items.edition_item(build) | {"URL": URL}
        return {"part": export_formats.entries(part), "whole": export_formats.entries(whole)}

    def _thesis(self) -> dict[str, object]:
        """The thesis as cited through the edition, and as the title page of a reader's own copy lets cite it."""
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

    def _anchor(self, anchor: Anchor, pages: list[str]) -> list[object]:
        """What goes into the slots of an anchor, in few bytes: its title, its locator, and the index of its page. A
        locator that is in the title is only pointed at: 0, what stands ahead of the colon; 1, what follows it,
        quoted; 2, all of the title, quoted.
        """
        title, locator = csl_items.citation_title(anchor), csl_items.locator(anchor)
        ahead, _, rest = title.partition(": ")
        known = [ahead, quote(rest), quote(title)]
        page = pages.index(self.formatter.build.edition.page_url(anchor.page))
        return [title if self.with_titles else "", known.index(locator) if locator in known else locator, page]
