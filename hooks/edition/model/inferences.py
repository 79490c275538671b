"""What the editors inferred: everything in the data that has the basis ``editorial``."""

from dataclasses import dataclass

from edition.data.records import Bilingual, Effort, Event, Recommendation
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.views import Views


@dataclass(frozen=True)
class Inference:
    """What the editors inferred about one record. As anchors: the events that it comes ``after`` or ``before``, and the
    obstacles that it ``answers``; as names: its ``actors`` or ``addressees``. A field is empty if it was not inferred.
    ``stated`` is what the source states instead, in the paragraphs ``sources``.
    """

    anchor: Anchor
    stated: Bilingual | None
    sources: tuple[Anchor, ...]
    after: tuple[Anchor, ...] = ()
    before: tuple[Anchor, ...] = ()
    actors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    answers: tuple[Anchor, ...] = ()


def find_inferences(views: Views) -> tuple[Inference, ...]:
    """Return the inferences about events, efforts and recommendations, in the order in which pages display them."""
    edition, data = views.edition, views.edition.dataset
    return (
        *(_of_event(edition, each) for each in views.timeline if "editorial" in (each.basis, each.actors_basis)),
        *(_of_answer(edition, "efforts", each, ()) for each in data.efforts if each.basis == "editorial"),
        *(
            _of_answer(edition, "recommendations", each, addressees)
            for each in data.recommendations
            if (addressees := each.addressees if each.addressees_basis == "editorial" else ())
            or each.basis == "editorial"
        ),
    )


def _of_event(edition: Edition, event: Event) -> Inference:
    is_ordered = event.basis == "editorial"
    return Inference(
        edition.anchor("timeline", event.id),
        event.stated,
        _paragraphs(edition, event.sources),
        after=_anchors(edition, "timeline", event.after if is_ordered else ()),
        before=_anchors(edition, "timeline", event.before if is_ordered else ()),
        actors=_names(edition, event.actors if event.actors_basis == "editorial" else ()),
    )


def _of_answer(edition: Edition, kind: str, record: Effort | Recommendation, addressees: tuple[str, ...]) -> Inference:
    return Inference(
        edition.anchor(kind, record.id),
        record.stated,
        _paragraphs(edition, record.sources),
        addressees=_names(edition, addressees),
        answers=_anchors(edition, "obstacles", record.answers if record.basis == "editorial" else ()),
    )


def _anchors(edition: Edition, kind: str, names: tuple[str, ...]) -> tuple[Anchor, ...]:
    """Return the anchors of records, in the order of the data file."""
    return tuple(edition.anchor(kind, each.id) for each in getattr(edition.dataset, kind) if each.id in names)


def _names(edition: Edition, actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(edition.actor(name).name.id for name in actors)


def _paragraphs(edition: Edition, names: tuple[str, ...]) -> tuple[Anchor, ...]:
    return tuple(edition.anchor_by_name[each.anchor] for each in edition.dataset.paragraphs if each.anchor in names)
