"""The citations of the edition, as pages show them: one call for each thing that can be cited."""

from dataclasses import dataclass
from functools import cached_property

from edition.citations import formats, items
from edition.citations.items import CslItem
from edition.citations.wordings import LOCATOR, STYLE_NAMES, TITLE, Wording, kind_of, word, wordings
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.placed import anchors_on

# Slots that only the control on a page fills, beside those of ``wordings``: an anchor's name, and its page's address.
_NAME, _PAGE = "\ue006", "\ue007"


@dataclass(frozen=True)
class Formatted:
    """One thing to cite, said in every way. ``styles`` is (name for readers, its wording)."""

    item: CslItem
    styles: tuple[tuple[str, Wording], ...]

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """(name of the format, the entry in it)."""
        return (
            ("BibTeX", formats.bibtex(self.item)),
            ("RIS", formats.ris(self.item)),
            ("CSL-JSON", formats.csl_json([self.item])),
        )


@dataclass(frozen=True)
class Citing:
    """Cites one edition."""

    edition: Edition

    def whole(self) -> Formatted:
        """The edition."""
        return self._format(items.edition_item(self.edition), "")

    def anchor(self, anchor: Anchor) -> Formatted:
        """An anchor of the edition."""
        return self._format(items.anchor_item(self.edition, anchor), items.locator(anchor))

    def thesis(self, anchor: Anchor) -> Formatted:
        """The thesis paragraph that a paragraph of the edition restates."""
        return self._format(items.thesis_item(self.edition), anchor.label)

    def all_items(self) -> list[CslItem]:
        """The edition, each page and each anchor, in reading order: what the files hold."""
        pages = [items.page_item(self.edition, page.name) for page in self.edition.pages]
        anchors = [items.anchor_item(self.edition, anchor) for anchor in self.edition.anchors]
        return [items.edition_item(self.edition), *pages, *anchors]

    def files(self) -> dict[str, str]:
        """Path below the site's root → content."""
        every = self.all_items()
        return {
            "sitasi/kota-kembar.bib": "\n".join(map(formats.bibtex, every)),
            "sitasi/kota-kembar.ris": "\r\n".join(map(formats.ris, every)),
            "sitasi/kota-kembar.json": formats.csl_json(every),
        }

    def control(self, page: str | None = None) -> dict[str, object]:
        """What the control on a page needs (or, where the whole edition is one page, on all of them): wordings with
        slots, and what goes into the slots of each anchor.

        An anchor whose citations are not just the filled slots (a title that a style or a format changes)
        is sent in full, under ``whole``.
        """
        anchors = anchors_on(self.edition, page)
        if not anchors:
            return {}
        site = items.address(self.edition, "")
        item = items.anchor_item(self.edition, anchors[0]) | {"id": items.key(_NAME), "title": TITLE}
        slotted = self._said(self._format(item | ({"URL": f"{site}{_PAGE}#{_NAME}"} if site else {}), LOCATOR))
        thesis = self._format(items.thesis_item(self.edition), LOCATOR)
        restates = any(anchor.kind == "paragraphs" for anchor in anchors)
        filled = {anchor.name: self._filling(anchor) for anchor in anchors}
        pages = sorted({page for _, _, page in filled.values()})
        exact = {anchor.name: self._said(self.anchor(anchor)) for anchor in anchors}
        return {
            "site": site,
            "styles": list(STYLE_NAMES.values()),
            "said": slotted,
            "thesis": [[wording.entry, wording.in_text] for _, wording in thesis.styles] if restates else [],
            "pages": pages,
            "anchors": {name: _small(filling, pages) for name, filling in filled.items()},
            "whole": {
                name: said
                for name, said in exact.items()
                if said != [[_fill(text, name, filled[name]) for text in row] for row in slotted]
            },
        }

    def _filling(self, anchor: Anchor) -> list[str]:
        """What goes into the slots of an anchor: its title, its locator, the address of its page."""
        return [items.citation_title(anchor), items.locator(anchor), self.edition.page_url(anchor.page)]

    def _said(self, formatted: Formatted) -> list[list[str]]:
        """Entries with date of access, citations in text, and machine formats; rows of strings."""
        said = [wording for _, wording in formatted.styles]
        files = [text for _, text in formatted.files]
        return [[wording.accessed for wording in said], [wording.in_text for wording in said], files]

    def _format(self, item: CslItem, locator: str) -> Formatted:
        known = self._wordings(item)
        return Formatted(
            item, tuple((name, word(known[style], style, item, locator)) for style, name in STYLE_NAMES.items())
        )

    def _wordings(self, item: CslItem) -> dict[str, Wording]:
        kind = kind_of(item)
        if kind not in self._known:
            self._known[kind] = wordings(item, self.edition.kept)
        return self._known[kind]

    @cached_property
    def _known(self) -> dict[str, dict[str, Wording]]:
        """The wordings asked for so far, by kind of work."""
        return {}


def _small(filling: list[str], pages: list[str]) -> list[object]:
    """What goes into the slots of an anchor, in few bytes: its title, its locator, and which of ``pages`` is its own.
    A locator that is in the title is only pointed at: 0, what stands ahead of the colon; 1, what follows it, quoted.
    """
    title, locator, page = filling
    ahead, _, rest = title.partition(": ")
    known = [ahead, f"“{rest}”"]
    return [title, known.index(locator) if locator in known else locator, pages.index(page)]


def _fill(text: str, name: str, filling: list[str]) -> str:
    title, locator, page = filling
    return text.translate({ord(TITLE): title, ord(LOCATOR): locator, ord(_PAGE): page, ord(_NAME): name})
