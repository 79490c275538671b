"""Where the editors' notes are shown: in full once a page, at the first place there that a note is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.data.records import Note
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.notes import runs
from edition.model.views import Views


@dataclass(frozen=True)
class PlacedNote:
    """A note at a place that it is about; ``first`` is the place on the same page that has it in full, if another."""

    note: Note
    anchor: Anchor
    first: Anchor | None


def notes_at(views: Views, name: str) -> list[PlacedNote]:
    """The notes about what stands at an anchor."""
    edition = views.edition
    page = edition.link_targets[name].page
    found = []
    for note in views.notes:
        if name in note.about:
            first = next(place for each in note.about if (place := edition.link_targets[each]).page == page)
            found.append(PlacedNote(note, edition.anchor("notes", note.id), first if first.name != name else None))
    return found


def paragraphs_of(edition: Edition, note: Note) -> list[Anchor]:
    """The source paragraphs that a note is about."""
    return [place for name in note.about if (place := edition.link_targets[name]).kind == "paragraphs"]


def resolve_links(edition: Edition, text: str) -> Iterator[tuple[str, Anchor | None]]:
    """The parts of a note's text, each with the place that it links to, or that place's heir."""
    for run in runs(text):
        name = run.target.removeprefix("#") if run.target else ""
        yield run.text, edition.link_targets[edition.dataset.current_anchor(name)] if name else None
