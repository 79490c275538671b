"""Relations between records: addressees of recommendations, answers to obstacles, records of an actor, and the order
in which pages display records.
"""

from collections.abc import Iterable, Mapping, Sequence

from edition.data.records import Actor, Effort, Event, Obstacle, Recommendation
from edition.data.vocabulary import Term
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.views import Views


def recommendations_by_addressee(edition: Edition) -> tuple[tuple[Actor, tuple[Recommendation, ...]], ...]:
    """Return (actor, recommendations) for each actor that is an addressee. A recommendation is listed only with the
    first of its addressees. An actor that is not the first addressee of any recommendation has an empty tuple.
    """
    recommendations = edition.dataset.recommendations
    addressed = dict.fromkeys(name for each in recommendations for name in each.addressees)
    return tuple(
        (edition.actor(name), tuple(each for each in recommendations if each.addressees[0] == name))
        for name in addressed
    )


def secondary_recommendations(edition: Edition, actor: Actor) -> tuple[Recommendation, ...]:
    """Return the recommendations that have the actor as an addressee, but not as the first one."""
    return tuple(each for each in edition.dataset.recommendations if actor.id in each.addressees[1:])


def find_answers(edition: Edition, kind: str, obstacle: str) -> tuple[tuple[Anchor, str | None], ...]:
    """Return (anchor, basis) of each record that answers the obstacle with the id ``obstacle``. ``kind`` is the list to
    search: ``efforts`` or ``recommendations``. The basis is ``source`` if the chapter states that the record answers
    the obstacle, and ``editorial`` if the editors inferred it.
    """
    records: tuple[Effort | Recommendation, ...] = getattr(edition.dataset, kind)
    return tuple((edition.anchor(kind, each.id), each.basis) for each in records if obstacle in each.answers)


def records_of_actor(views: Views, actor: str) -> tuple[Anchor, ...]:
    """Return the anchors of the records that name an actor: the events, obstacles and efforts in which it takes part,
    and the recommendations that address it. ``actor`` is its id.
    """
    edition, data = views.edition, views.edition.dataset
    records = [
        *(("timeline", event.id) for event in views.timeline if actor in event.actors),
        *(("obstacles", obstacle.id) for obstacle in data.obstacles if actor in obstacle.actors),
        *(("efforts", effort.id) for effort in data.efforts if actor in effort.actors),
        *(("recommendations", each.id) for each in data.recommendations if actor in each.addressees),
    ]
    return tuple(edition.anchor(kind, name) for kind, name in records)


def displayed_ids(views: Views, kind: str) -> list[str]:
    """Return the ids of the records in the list ``kind``, e.g. ``timeline``, in the order in which a page displays
    them.
    """
    data = views.edition.dataset
    groups: Mapping[str, Iterable[Sequence[Event | Obstacle | Effort | Recommendation | Term | Actor]]] = {
        "timeline": [views.timeline],
        "obstacles": [data.obstacles],
        "efforts": [data.efforts],
        "recommendations": [records for _, records in recommendations_by_addressee(views.edition)],
        "glossary": [terms for _, terms in views.glossary_by_letter],
        "actors": [actors for _, actors in views.actors_by_level],
    }
    return [record.id for group in groups.get(kind, ()) for record in group]
