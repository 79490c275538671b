"""What the citing control needs: wordings with slots, and what goes into the slots of each anchor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.citations import csl_items, export_formats
from edition.citations.csl_items import CslItem
from edition.citations.formatter import Citing
from edition.citations.rich_text import QUOTED_TITLE, TITLE, TURNED
from edition.citations.style_templates import LOCATOR, STYLE_NAMES, URL, thesis_entries
from edition.model.anchors import Anchor

# Slots that only the control fills, beside those of ``wordings``: an anchor's name, and what a title page says.
NAME, AUTHOR, UNIVERSITY, YEAR = "\ue006", "\ue008", "\ue00c", "\ue00d"

Said = dict[str, list[str]]


@dataclass(frozen=True)
class Control:
    """The data of the control."""

    citing: Citing
    with_titles: bool = True  # or where the page lists what can be cited, a script reads them there

    def data(self) -> dict[str, object]:
        """As JSON; ``citing.js`` says what it does with each. Empty where nothing can be cited.

        ``addressed`` has the entries where an address is known, ``bare`` where none is; ``files`` have an address,
        which the control takes out. An anchor of which a style says something else than the filled slots (a title
        that it changes) is sent in full, under ``exact``.
        """
        edition, anchors = self.citing.edition, self.citing.edition.anchors
        if not anchors:
            return {}
        pages = sorted({edition.page_url(anchor.page) for anchor in anchors})
        part = self._part(csl_items.key(NAME), TITLE, {"URL": URL})
        whole = _at(csl_items.edition_item(edition), {"URL": URL})
        return {
            "site": edition.site_url and csl_items.address(edition, ""),
            "styles": list(STYLE_NAMES.values()),
            "pages": pages,
            "anchors": {anchor.name: self._small(anchor, pages) for anchor in anchors},
            "inTexts": self._said(part, LOCATOR)["inTexts"],
            "files": {"part": export_formats.entries(part), "whole": export_formats.entries(whole)},
            "addressed": self._entries(anchors, {"URL": URL}),
            **({} if edition.site_url else {"bare": self._entries(anchors, {})}),
            **(self._thesis() if any(anchor.kind == "paragraphs" for anchor in anchors) else {}),
        }

    def _entries(self, anchors: Iterable[Anchor], address: Mapping[str, str]) -> dict[str, object]:
        """A part of the edition and the edition as a whole, as every style has them in a list."""
        slotted = self._said(self._part(csl_items.key(NAME), TITLE, address), LOCATOR)
        exact = {anchor.name: self._exact(anchor, address) for anchor in anchors}
        return {
            "part": slotted["entries"],
            "whole": self._said(_at(csl_items.edition_item(self.citing.edition), address), LOCATOR)["entries"],
            "exact": {name: said for name, (said, filling) in exact.items() if said != _filled(slotted, filling)},
        }

    def _exact(self, anchor: Anchor, address: Mapping[str, str]) -> tuple[Said, Mapping[str, str]]:
        """What the styles say of an anchor, and what the slots would be filled with."""
        title, locator = csl_items.citation_title(anchor), csl_items.locator(anchor)
        return self._said(self._part(csl_items.key(anchor.name), title, address), locator), {
            TITLE: title,
            QUOTED_TITLE: title.translate(TURNED),
            LOCATOR: locator,
        }

    def _part(self, key: str, title: str, address: Mapping[str, str]) -> CslItem:
        work = csl_items.page_item(self.citing.edition, self.citing.edition.pages[0].name)
        return _at(work | {"id": key, "title": title}, address)

    def _said(self, item: CslItem, locator: str) -> Said:
        said = [wording for _, wording in self.citing.formatted(item, locator).styles]
        return {"entries": [each.accessed for each in said], "inTexts": [each.in_text for each in said]}

    def _thesis(self) -> dict[str, object]:
        """The thesis as cited through the edition, and as a reader's own copy lets cite it."""
        edition = self.citing.edition
        thesis = csl_items.thesis_item({"literal": AUTHOR}, TITLE, UNIVERSITY, 0) | {"issued": {"date-parts": [[YEAR]]}}
        return {
            "secondary": self.citing.secondary_in_text(),
            "thesis": thesis_entries(AUTHOR, TITLE, UNIVERSITY, YEAR, edition.kept)
            | {"files": export_formats.entries(thesis)},
        }

    def _small(self, anchor: Anchor, pages: list[str]) -> list[object]:
        """What goes into the slots of an anchor, in few bytes: its title, its locator, and which of ``pages`` is its
        own. A locator that is in the title is only pointed at: 0, what stands ahead of the colon; 1, what follows it,
        quoted.
        """
        title, locator = csl_items.citation_title(anchor), csl_items.locator(anchor)
        ahead, _, rest = title.partition(": ")
        known = [ahead, csl_items.quoted(rest), csl_items.quoted(title)]
        page = pages.index(self.citing.edition.page_url(anchor.page))
        return [title if self.with_titles else "", known.index(locator) if locator in known else locator, page]


def _at(item: CslItem, address: Mapping[str, str]) -> CslItem:
    """The item at another address, or at none."""
    return {key: value for key, value in item.items() if key != "URL"} | dict(address)


def _filled(said: Said, filling: Mapping[str, str]) -> Said:
    slots = str.maketrans(dict(filling))
    return {key: [text.translate(slots) for text in texts] for key, texts in said.items()}
