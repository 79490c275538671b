"""Find which editors' notes a paragraph or record shows, and where each note is shown in full.

On each page, a note is shown in full only once: at the first anchor in its field ``about`` that is on the page. At its
other anchors on the page, there is a link to that place.
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
    """A note as shown at one paragraph or record that it is about. ``anchor`` is the note's own anchor. ``first`` is
    ``None`` if the note is shown in full at this paragraph or record. If not, ``first`` is the anchor on the same page
    where it is.
    """

    note: Note
    anchor: Anchor
    first: Anchor | None


def notes_at(views: Views, name: str) -> list[PlacedNote]:
    """Return the notes about the paragraph or record with the anchor ``name``, each with where the page shows it in
    full.
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
    """Split a note's text at its links. Yields (piece of text, link target); the target is ``None`` for plain text. If
    a link names a retired anchor, its target is the anchor that replaces it.
    """
    for run in runs(text):
        name = run.target.removeprefix("#") if run.target else ""
        yield run.text, edition.link_targets[edition.dataset.current_anchor(name)] if name else None
