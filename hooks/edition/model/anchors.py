"""The anchors of the edition. An anchor is the HTML id of a paragraph or record that readers can cite.

Anchors are unique on the whole site. The *kind* of an anchor is the name of the list that contains its record, e.g.
``timeline``; the anchors of source paragraphs have the kind ``paragraphs``.
"""

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
    """An id that can be cited. ``name`` is the id, ``page`` the page file that contains it, ``label`` the short form in
    citations (``VI.1 ¶4``), and ``title`` the topic or title. ``kind`` is ``paragraphs``, or the name of the list that
    contains the record, e.g. ``timeline``.

    ``edition.model.link_targets`` also uses this class for ids that can be linked but not cited: those of actors (kind
    ``actors``) and of headings (kind ``headings``).
    """

    name: str
    kind: str
    page: str
    label: str
    title: str

    @property
    def href(self) -> str:
        """The link to the anchor, in the form that Markdown pages use: ``page.md#name``."""
        return f"{self.page}#{self.name}"


def anchor_of(kind: str, record_id: str) -> str:
    """Return the anchor of a record from the list ``kind``: ``("timeline", "mou-2004")`` → ``peristiwa-mou-2004``."""
    return f"{PREFIXES[kind]}-{record_id}"


def is_note_subject(dataset: Dataset, name: str) -> bool:
    """Return whether ``name`` is an anchor that an editors' note may be about: the anchor of a source paragraph, or of
    a record that is not itself a note.
    """
    prefix, _, record = name.partition("-")
    kind = KINDS.get(prefix, "paragraphs")
    return kind != "notes" and dataset.knows(kind, name if kind == "paragraphs" else record)


def paragraph_label(section: str, number: int) -> str:
    """Return the label under which a source paragraph is cited, e.g. ``VI.1 ¶4``."""
    return f"{section} ¶{number}"


def block_pages(pages: Iterable[PageFile]) -> dict[str, str]:
    """Return a map from the name of each data block to the name of the page that contains it. A data block is a line
    such as ``/// timeline ///``, which inserts records into a page. If several pages contain the block by mistake, the
    map has the first of them.
    """
    page_by_block: dict[str, str] = {}
    for page in pages:
        for block in page.blocks:
            if block.is_data:
                page_by_block.setdefault(block.name, page.name)
    return page_by_block


def collect_anchors(dataset: Dataset, pages: Iterable[PageFile]) -> tuple[Anchor, ...]:
    """Return the anchors that are in use (not retired): first those of the paragraphs, in the order of the chapter;
    then those of the records, in the order of display.

    A record has an anchor only if a page contains the data block (e.g. ``/// timeline ///``) that displays the record.
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
    """Yield (kind, [(id, label, title) of each record]) for each kind of record that can be cited, e.g. ``timeline``.
    The label is the short form in citations, e.g. ``K2`` for the second obstacle.
    """
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
    """Return the source paragraphs immediately before and after the paragraph with the given anchor. The first
    paragraph of the chapter has ``None`` before it, and the last has ``None`` after it.
    """
    index = [paragraph.anchor for paragraph in paragraphs].index(anchor)
    before = paragraphs[index - 1] if index else None
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return before, after
