"""What a record has to do with others: who is asked what, what answers what, who takes part in what."""

from edition.data.records import Actor, Effort, Recommendation
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.views import Views


def recommendations_by_addressee(edition: Edition) -> tuple[tuple[Actor, tuple[Recommendation, ...]], ...]:
    """Each addressee with the recommendations that name it first (each is shown once)."""
    every = edition.dataset.recommendations
    addressed = dict.fromkeys(name for each in every for name in each.addressees)
    return tuple(
        (edition.actor(name), tuple(each for each in every if each.addressees[0] == name)) for name in addressed
    )


def also_addressed(edition: Edition, actor: Actor) -> tuple[Recommendation, ...]:
    """The recommendations that name an actor, but not first."""
    return tuple(each for each in edition.dataset.recommendations if actor.id in each.addressees[1:])


def answering(edition: Edition, kind: str, obstacle: str) -> tuple[tuple[Anchor, str | None], ...]:
    """What of a kind answers an obstacle, and on whose word."""
    records: tuple[Effort | Recommendation, ...] = getattr(edition.dataset, kind)
    return tuple((edition.anchor(kind, each.id), each.basis) for each in records if obstacle in each.answers)


def records_of_actor(views: Views, actor: str) -> tuple[Anchor, ...]:
    """The records in which an actor takes part or is addressed."""
    edition, data = views.edition, views.edition.dataset
    found = [
        *(("timeline", event.id) for event in views.timeline if actor in event.actors),
        *(("obstacles", obstacle.id) for obstacle in data.obstacles if actor in obstacle.actors),
        *(("efforts", effort.id) for effort in data.efforts if actor in effort.actors),
        *(("recommendations", each.id) for each in data.recommendations if actor in each.addressees),
    ]
    return tuple(edition.anchor(kind, name) for kind, name in found)
