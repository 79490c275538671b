"""The citations of the edition, as pages show them: one call for each thing that can be cited."""

from dataclasses import dataclass, replace
from functools import cached_property

from edition.citations import csl_items, export_formats
from edition.citations.csl_items import CslItem
from edition.citations.rich_text import TITLE
from edition.citations.style_templates import LOCATOR, STYLE_NAMES, Wording, kind_of, secondary, word, wordings
from edition.model.anchors import Anchor
from edition.model.edition import Edition


@dataclass(frozen=True)
class Formatted:
    """One thing to cite, said in every way. ``styles`` is (name for readers, its wording)."""

    item: CslItem
    styles: tuple[tuple[str, Wording], ...]

    @property
    def files(self) -> list[str]:
        """The entry in each of ``export_formats.FORMATS``."""
        return export_formats.entries(self.item)

    @property
    def name(self) -> str:
        """What the files of this one thing are called, without their ending."""
        return str(self.item["id"])


@dataclass(frozen=True)
class Citing:
    """Cites one edition."""

    edition: Edition

    def whole(self) -> Formatted:
        """The edition."""
        return self.formatted(csl_items.edition_item(self.edition), "")

    def anchor(self, anchor: Anchor) -> Formatted:
        """An anchor of the edition."""
        return self.formatted(csl_items.anchor_item(self.edition, anchor), csl_items.locator(anchor))

    def thesis(self, anchor: Anchor) -> Formatted:
        """The thesis paragraph that a paragraph of the edition restates, cited through the edition (secondary
        citation): the list of references has what was read.
        """
        part = self.anchor(anchor)
        in_texts = (text.replace(LOCATOR, csl_items.locator(anchor)) for text in self.secondary_in_text())
        styles = zip(part.styles, in_texts, strict=True)
        return Formatted(part.item, tuple((name, replace(each, in_text=text)) for (name, each), text in styles))

    def all_items(self) -> list[CslItem]:
        """The edition, each page and each anchor, in reading order: what the files hold."""
        pages = [csl_items.page_item(self.edition, page.name) for page in self.edition.pages]
        anchors = [csl_items.anchor_item(self.edition, anchor) for anchor in self.edition.anchors]
        return [csl_items.edition_item(self.edition), *pages, *anchors]

    def files(self) -> dict[str, str]:
        """Path below the site's root → content: all in one file, and each page and anchor in one of its own."""
        every = self.all_items()
        together = {
            "kota-kembar.bib": "\n".join(map(export_formats.bibtex, every)),
            "kota-kembar.ris": "\r\n".join(map(export_formats.ris, every)),
            "kota-kembar.json": export_formats.csl_json(every),
        }
        single = {
            f"{item['id']}.{ending}": text
            for item in every[1:]
            for (_, ending, _), text in zip(export_formats.FORMATS, export_formats.entries(item), strict=True)
        }
        return {f"sitasi/{name}": text for name, text in (together | single).items()}

    def secondary_in_text(self) -> list[str]:
        """Citations in running text, by each style, of the thesis as it is known through the edition; the locator is
        a slot.
        """
        edition = self.edition
        part = csl_items.page_item(edition, edition.pages[0].name) | {"id": "", "title": TITLE}
        return secondary(part, csl_items.thesis_named(edition), edition.kept)

    def formatted(self, item: CslItem, locator: str) -> Formatted:
        """An item of ``items``, with a locator in it, or none (empty)."""
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
