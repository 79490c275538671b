"""Find which editors' notes a paragraph or record shows, and where each note is shown in full.

Each page shows the full text of a note only once: at the first of the anchors in the note's field ``about`` that are on
the page. At the other anchors, the page links to that text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.data.records import Note
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.notes import runs
from edition.model.views import Views


@dataclass(frozen=True)
class PlacedNote:
    """A note as shown at one paragraph or record that it is about. ``anchor`` is the note's own anchor.

    ``first`` is ``None`` if the full text of the note is shown at this paragraph or record. If the full text is
    elsewhere on the page, ``first`` is the anchor of the paragraph or record that shows it.
    """

    note: Note
    anchor: Anchor
    first: Anchor | None


def notes_at(views: Views, name: str) -> list[PlacedNote]:
    """Return the notes about the paragraph or record with the anchor ``name``. The result also states where the page
    shows the full text of each note.
    """
    edition = views.edition
    page = edition.link_targets[name].page
    placed = []
    for note in views.notes:
        if name in note.about:
            first = next(target for about in note.about if (target := edition.link_targets[about]).page == page)
            placed.append(PlacedNote(note, edition.anchor("notes", note.id), first if first.name != name else None))
    return placed


def paragraph_anchors_of(edition: Edition, note: Note) -> list[Anchor]:
    """Return the anchors of the source paragraphs that a note is about."""
    return [target for name in note.about if (target := edition.link_targets[name]).kind == "paragraphs"]


def resolve_links(edition: Edition, text: str) -> Iterator[tuple[str, Anchor | None]]:
    """Split a note's text at its links. Yields (piece of text, link target), with ``None`` as the target of plain text.
    If a link names a retired anchor, its target is the anchor that replaces the retired one.
    """
    for run in runs(text):
        name = run.target.removeprefix("#") if run.target else ""
        yield run.text, edition.link_targets[edition.dataset.current_anchor(name)] if name else None
