"""Placement of the editors' notes: in full once per page, at the first anchor on it that the note is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.data.records import Note
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.notes import runs
from edition.model.views import Views


@dataclass(frozen=True)
class PlacedNote:
    """A note at an anchor that it is about. ``first`` is the anchor on the same page that shows the note in full, or
    ``None`` if this anchor does.
    """

    note: Note
    anchor: Anchor
    first: Anchor | None


def notes_at(views: Views, name: str) -> list[PlacedNote]:
    """Return the notes about an anchor."""
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
    """Yield the parts of a note's text, each with its link target (the replacement of a retired one), or ``None`` if
    the part is plain text.
    """
    for run in runs(text):
        name = run.target.removeprefix("#") if run.target else ""
        yield run.text, edition.link_targets[edition.dataset.current_anchor(name)] if name else None
