"""Every anchor of the edition: its name, the page it stands on, and how readers see it called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.data.records import Effort, Obstacle, Paragraph, Recommendation
from edition.model.dataset import Dataset
from edition.model.event_order import order_events
from edition.model.notes import order_notes
from edition.model.page_files import PageFile

# Which prefix the records of which data block take.
PREFIXES: Mapping[str, str] = {
    "timeline": "peristiwa",
    "obstacles": "kendala",
    "efforts": "upaya",
    "recommendations": "saran",
    "glossary": "istilah",
    "notes": "catatan",
}

# Actors are linked, but not cited.
ID_PREFIXES: Mapping[str, str] = {**PREFIXES, "actors": "pelaku"}
KINDS: Mapping[str, str] = {prefix: kind for kind, prefix in ID_PREFIXES.items()}


@dataclass(frozen=True)
class Anchor:
    """A place to cite: ``kind`` is ``paragraphs`` or a data block's name."""

    name: str
    kind: str
    page: str
    label: str
    title: str

    @property
    def href(self) -> str:
        """The link to it from any page's source."""
        return f"{self.page}#{self.name}"


def anchor_of(kind: str, record_id: str) -> str:
    """The anchor of a record, e.g. ``peristiwa-mou-2004``."""
    return f"{PREFIXES[kind]}-{record_id}"


def is_note_subject(dataset: Dataset, name: str) -> bool:
    """Whether a note can be about what stands at an anchor: a source paragraph, or a record other than a note."""
    prefix, _, record = name.partition("-")
    kind = KINDS.get(prefix, "paragraphs")
    return kind != "notes" and dataset.knows(kind, name if kind == "paragraphs" else record)


def paragraph_label(section: str, number: int) -> str:
    """How a source paragraph is cited, e.g. ``VI.1 ¶4``."""
    return f"{section} ¶{number}"


def block_pages(pages: Iterable[PageFile]) -> dict[str, str]:
    """The page on which each data block stands (the first, where a mistake put it on several)."""
    found: dict[str, str] = {}
    for page in pages:
        for block in page.blocks:
            if block.is_data:
                found.setdefault(block.name, page.name)
    return found


def collect_anchors(dataset: Dataset, pages: Iterable[PageFile]) -> tuple[Anchor, ...]:
    """The live anchors: paragraphs in source order, then records in the order readers see them.
    A record whose data block stands on no page has none.
    """
    places = block_pages(pages)
    found = [*_paragraphs(dataset)]
    for kind, label_and_titles in _records(dataset):
        if page := places.get(kind):
            found += [
                Anchor(anchor_of(kind, name), kind, page, label, title) for name, label, title in label_and_titles
            ]
    return tuple(found)


def _paragraphs(dataset: Dataset) -> Iterator[Anchor]:
    for section in dataset.chapter.sections:
        for paragraph in section.paragraphs:
            label = paragraph_label(section.number, paragraph.number)
            yield Anchor(paragraph.anchor, "paragraphs", paragraph.page, label, paragraph.topic.id)


def _records(dataset: Dataset) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """For each kind: (id, label, title) of its records."""
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
    """The source paragraphs before and after the one at ``anchor``."""
    index = [paragraph.anchor for paragraph in paragraphs].index(anchor)
    before = paragraphs[index - 1] if index else None
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return before, after
