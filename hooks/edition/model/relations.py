"""Relations between records: addressees of recommendations, answers to obstacles, records of an actor."""

from edition.data.records import Actor, Effort, Recommendation
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.views import Views


def recommendations_by_addressee(edition: Edition) -> tuple[tuple[Actor, tuple[Recommendation, ...]], ...]:
    """Return each addressee with the recommendations of which it is the first addressee; each is listed only once."""
    recommendations = edition.dataset.recommendations
    addressed = dict.fromkeys(name for each in recommendations for name in each.addressees)
    return tuple(
        (edition.actor(name), tuple(each for each in recommendations if each.addressees[0] == name))
        for name in addressed
    )


def secondary_recommendations(edition: Edition, actor: Actor) -> tuple[Recommendation, ...]:
    """Return the recommendations in which an actor is an addressee, but not the first one."""
    return tuple(each for each in edition.dataset.recommendations if actor.id in each.addressees[1:])


def find_answers(edition: Edition, kind: str, obstacle: str) -> tuple[tuple[Anchor, str | None], ...]:
    """Return the anchors of the efforts or recommendations that answer an obstacle, each with its ``basis``."""
    records: tuple[Effort | Recommendation, ...] = getattr(edition.dataset, kind)
    return tuple((edition.anchor(kind, each.id), each.basis) for each in records if obstacle in each.answers)


def records_of_actor(views: Views, actor: str) -> tuple[Anchor, ...]:
    """Return the anchors of the records in which an actor takes part or is addressed."""
    edition, data = views.edition, views.edition.dataset
    records = [
        *(("timeline", event.id) for event in views.timeline if actor in event.actors),
        *(("obstacles", obstacle.id) for obstacle in data.obstacles if actor in obstacle.actors),
        *(("efforts", effort.id) for effort in data.efforts if actor in effort.actors),
        *(("recommendations", each.id) for each in data.recommendations if actor in each.addressees),
    ]
    return tuple(edition.anchor(kind, name) for kind, name in records)
