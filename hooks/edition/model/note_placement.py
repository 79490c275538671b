"""Place the editors' notes: each page shows a note in full only once, at the first anchor in the note's ``about`` that
is on the page.
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
    """A note as shown at a paragraph or record that it is about. ``anchor`` is the note's own anchor. ``first`` is
    ``None`` if the note is shown in full here; otherwise it is the anchor on the same page that shows it in full.
    """

    note: Note
    anchor: Anchor
    first: Anchor | None


def notes_at(views: Views, name: str) -> list[PlacedNote]:
    """Return the notes about the paragraph or record with the anchor ``name``."""
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
    """Yield the parts of a note's text, each with its link target, or with ``None`` if the part is plain text. The
    target of a link to a retired anchor is the replacement of that anchor.
    """
    for run in runs(text):
        name = run.target.removeprefix("#") if run.target else ""
        yield run.text, edition.link_targets[edition.dataset.current_anchor(name)] if name else None
