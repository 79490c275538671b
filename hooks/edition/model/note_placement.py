"""Find which editors' notes a paragraph or record shows, under which number, and where each note is shown in full.

The edition shows the full text of a note once beside its text: at the first of the anchors in the note's field
``about``. At the other anchors, it shows the note's title, which leads there. The numbers of notes begin anew on each
page, like those of footnotes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from edition.data.note_records import Note
from edition.model.anchors import ID_PREFIXES, Anchor
from edition.model.edition import Edition
from edition.model.notes import runs
from edition.model.paragraph_texts import find_words, restated_text
from edition.model.relations import displayed_ids
from edition.model.sentences import sentence_ends
from edition.model.views import Views

_SENTENCES_BESIDE = 2  # sentences of a note that stand beside the text; the rest unfolds
_NOTES_BESIDE = 2  # notes that stand beside the text; the others stand below it
# Heights in characters of text: a character of a note, what stands around a note, and by how much notes may be higher
# than the text, which leaves a gap below it.
_NOTE_CHARACTER, _NOTE_FRAME, _GAP = 1.25, 100, 150


@dataclass(frozen=True)
class PlacedNote:
    """A note as shown at one paragraph or record that it is about. ``anchor`` is the note's own anchor, and ``number``
    its number on the page.

    ``full`` is the anchor of the paragraph or record that shows the full text of the note; ``None`` if that is this
    one.
    """

    note: Note
    anchor: Anchor
    number: int
    full: Anchor | None


@dataclass(frozen=True, eq=False)
class NotePlacement:
    """The places and numbers of all notes of an edition."""

    views: Views

    def at(self, name: str) -> list[PlacedNote]:
        """Return the notes about the paragraph, record or actor with the id ``name``: first those with words, in the
        order in which these stand in the paragraph; then the others that are shown in full here; then those shown
        elsewhere, by number.
        """
        edition = self.views.edition
        numbers = self._numbers[edition.link_targets[name].page]
        placed = [
            PlacedNote(
                note,
                edition.anchor("notes", note.id),
                numbers[note.id],
                None if note.about[0] == name else edition.link_targets[note.about[0]],
            )
            for note in self._notes_by_subject.get(name, ())
        ]
        return sorted(placed, key=lambda each: each.number if each.full else 0)

    def count_beside(self, name: str) -> int:
        """Return how many of the notes ``at(name)`` stand beside the text, so that they are hardly higher than it."""
        text = restated_text(self.views.edition.pages, name)
        height = 0.0
        for count, placed in enumerate(self.at(name)[:_NOTES_BESIDE]):
            is_folded = placed.full or placed.note.minor
            words = placed.note.title.id + ("" if is_folded else split_note(placed.note.text.id)[0])
            height += len(words) * _NOTE_CHARACTER + (0 if is_folded else _NOTE_FRAME)
            if count and text and height > len(text) + _GAP:
                return count
        return _NOTES_BESIDE

    @cached_property
    def _notes_by_subject(self) -> Mapping[str, list[Note]]:
        by_subject: dict[str, list[Note]] = {}
        for note in self.views.notes:
            for name in note.about:
                by_subject.setdefault(name, []).append(note)
        for name, notes in by_subject.items():
            text = restated_text(self.views.edition.pages, name)
            notes.sort(key=lambda note: (note.about[0] != name, _position_of_words(note, name, text)))
        return by_subject

    @cached_property
    def _numbers(self) -> Mapping[str, Mapping[str, int]]:
        """A map from page name and note id to the note's number. Notes are numbered in the order in which they first
        appear on the page.
        """
        numbers: dict[str, dict[str, int]] = {}
        for page in self.views.edition.pages:
            on_page = numbers[page.name] = {}
            for block in page.blocks:
                for name in [block.argument] if block.argument else self._subjects(block.name):
                    for note in self._notes_by_subject.get(name, ()):
                        on_page.setdefault(note.id, len(on_page) + 1)
        return numbers

    def _subjects(self, block: str) -> list[str]:
        """Return the HTML ids of the records that the data block ``block`` shows, in the order of display."""
        return [f"{ID_PREFIXES[block]}-{name}" for name in displayed_ids(self.views, block)]


def _position_of_words(note: Note, name: str, text: str) -> int:
    """Return the offset of a note's words in ``text``, the text of the paragraph ``name``. If the note has none, return
    the length of the text.
    """
    found = find_words(text, note.words.id) if note.words and note.about[0] == name else []
    return found[0][1] if found else len(text)


def split_note(text: str) -> tuple[str, str]:
    """Divide a note's text into what stands beside the text of a page, and the rest, which unfolds."""
    ends = sentence_ends(text)
    end = ends[_SENTENCES_BESIDE - 1] if len(ends) >= _SENTENCES_BESIDE else len(text)
    return text[:end], text[end:].lstrip()


def paragraph_anchors_of(edition: Edition, note: Note) -> list[Anchor]:
    """Return the anchors of the source paragraphs that a note is about, in the order of the chapter."""
    return [edition.anchor_by_name[each.anchor] for each in edition.dataset.paragraphs if each.anchor in note.about]


def resolve_links(edition: Edition, text: str) -> Iterator[tuple[str, Anchor | None]]:
    """Split a note's text at its links. Yields (piece of text, link target), with ``None`` as the target of plain text.
    If a link names a retired anchor, its target is the anchor that replaces the retired one.
    """
    for run in runs(text):
        name = run.target.removeprefix("#") if run.target else ""
        yield run.text, edition.link_targets[edition.dataset.current_anchor(name)] if name else None
