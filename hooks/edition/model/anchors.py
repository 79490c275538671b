"""The anchors of the edition: the name, page, label and title of every paragraph and record that can be cited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.data.records import Effort, Obstacle, Paragraph, Recommendation
from edition.model.dataset import Dataset
from edition.model.event_order import order_events
from edition.model.notes import order_notes
from edition.model.page_files import PageFile

# The anchor prefix of the records in each data block.
PREFIXES: Mapping[str, str] = {
    "timeline": "peristiwa",
    "obstacles": "kendala",
    "efforts": "upaya",
    "recommendations": "saran",
    "glossary": "istilah",
    "notes": "catatan",
}

# Actors have ids that can be linked, but no anchors, because they are not cited.
ID_PREFIXES: Mapping[str, str] = {**PREFIXES, "actors": "pelaku"}
KINDS: Mapping[str, str] = {prefix: kind for kind, prefix in ID_PREFIXES.items()}


@dataclass(frozen=True)
class Anchor:
    """An id that can be cited: ``kind`` is ``paragraphs`` or the name of a data block. ``edition.model.link_targets``
    also uses this class for ids that can be linked but not cited (kinds ``actors`` and ``headings``).
    """

    name: str
    kind: str
    page: str
    label: str
    title: str

    @property
    def href(self) -> str:
        """The link to the anchor, as page files write it: ``page.md#name``."""
        return f"{self.page}#{self.name}"


def anchor_of(kind: str, record_id: str) -> str:
    """Return the anchor of a record, e.g. ``peristiwa-mou-2004``."""
    return f"{PREFIXES[kind]}-{record_id}"


def is_note_subject(dataset: Dataset, name: str) -> bool:
    """Return whether ``name`` is the anchor of a source paragraph, or of a record other than a note."""
    prefix, _, record = name.partition("-")
    kind = KINDS.get(prefix, "paragraphs")
    return kind != "notes" and dataset.knows(kind, name if kind == "paragraphs" else record)


def paragraph_label(section: str, number: int) -> str:
    """Return the label under which a source paragraph is cited, e.g. ``VI.1 ¶4``."""
    return f"{section} ¶{number}"


def block_pages(pages: Iterable[PageFile]) -> dict[str, str]:
    """Return a map from each data block to its page; to the first, if the block is on several pages by mistake."""
    page_by_block: dict[str, str] = {}
    for page in pages:
        for block in page.blocks:
            if block.is_data:
                page_by_block.setdefault(block.name, page.name)
    return page_by_block


def collect_anchors(dataset: Dataset, pages: Iterable[PageFile]) -> tuple[Anchor, ...]:
    """Return the live anchors (those that are not retired): paragraphs in source order, then records in the order in
    which they are displayed. A record has no anchor if its data block is on no page.
    """
    page_by_block = block_pages(pages)
    anchors = [*_paragraph_anchors(dataset)]
    for kind, entries in _record_labels(dataset):
        if page := page_by_block.get(kind):
            anchors += [Anchor(anchor_of(kind, name), kind, page, label, title) for name, label, title in entries]
    return tuple(anchors)


def _paragraph_anchors(dataset: Dataset) -> Iterator[Anchor]:
    for section in dataset.chapter.sections:
        for paragraph in section.paragraphs:
            label = paragraph_label(section.number, paragraph.number)
            yield Anchor(paragraph.anchor, "paragraphs", paragraph.page, label, paragraph.topic.id)


def _record_labels(dataset: Dataset) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield each kind of record with the (id, label, title) of its records."""
    yield (
        "timeline",
        [
            (event.id, event.date.label() if event.date else "tanpa tanggal", event.title.id)
            for event in order_events(dataset.timeline)
        ],
    )
    numbered: tuple[tuple[str, str, tuple[Obstacle | Effort | Recommendation, ...]], ...] = (
        ("obstacles", "K", dataset.obstacles),
        ("efforts", "U", dataset.efforts),
        ("recommendations", "S", dataset.recommendations),
    )
    for kind, letter, records in numbered:
        yield kind, [(record.id, f"{letter}{number}", record.title.id) for number, record in enumerate(records, 1)]
    yield "glossary", [(term.id, term.term.id, term.term.id) for term in dataset.glossary]
    notes = order_notes(dataset.notes, dataset.paragraphs)
    yield "notes", [(note.id, f"Catatan: {note.title.id}", f"Catatan: {note.title.id}") for note in notes]


def neighbours(paragraphs: tuple[Paragraph, ...], anchor: str) -> tuple[Paragraph | None, Paragraph | None]:
    """Return the source paragraphs before and after the one at ``anchor``."""
    index = [paragraph.anchor for paragraph in paragraphs].index(anchor)
    before = paragraphs[index - 1] if index else None
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return before, after
