"""Which records the argument diagram shows, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from edition.data.records import Effort, Obstacle, Recommendation
from edition.model.anchors import Anchor
from edition.model.edition import Edition

MAX_RECORDS = 12  # records of each kind; the caption counts and links those that are left out
Answer = Effort | Recommendation


@dataclass(frozen=True)
class Selection:
    """The records to draw; the anchors of efforts and recommendations that answer no obstacle (``unpaired``); and
    those of the records for which there is no room (``omitted``).
    """

    obstacles: Sequence[Obstacle]
    efforts: Sequence[Effort]
    recommendations: Sequence[Recommendation]
    unpaired: tuple[Anchor, ...]
    omitted: tuple[Anchor, ...]


def select(edition: Edition) -> Selection:
    """Return what the argument diagram shows of an edition."""
    data = edition.dataset
    answers: list[tuple[str, Answer]] = [("efforts", each) for each in data.efforts]
    answers += [("recommendations", each) for each in data.recommendations]
    groups = connected(data.obstacles, [each for _, each in answers])
    obstacles = [each for group in groups for each in group][:MAX_RECORDS]
    drawn = {each.id for each in obstacles}
    efforts = [each for each in data.efforts if drawn & set(each.answers)][:MAX_RECORDS]
    recommendations = [each for each in data.recommendations if drawn & set(each.answers)][:MAX_RECORDS]
    unpaired = tuple(edition.anchor(kind, each.id) for kind, each in answers if not each.answers)
    rest = [("obstacles", each.id) for each in data.obstacles if each.id not in drawn]
    rest += [
        (kind, each.id)
        for kind, each in answers
        if each.answers and each not in efforts and each not in recommendations
    ]
    omitted = tuple(edition.anchor(kind, name) for kind, name in rest)
    return Selection(obstacles, efforts, recommendations, unpaired, omitted)


def connected(obstacles: Sequence[Obstacle], answers: Sequence[Answer]) -> list[list[Obstacle]]:
    """Return the obstacles in groups that share answers: the connected components of the graph of obstacles and
    answers. They are in the order of their first obstacles; obstacles without answers come last, each by itself.
    """
    group_of: dict[str, str] = {each.id: each.id for each in obstacles}
    for answer in answers:
        joined = {group_of[name] for name in answer.answers if name in group_of}
        for name, group in group_of.items():
            if group in joined:
                group_of[name] = min(joined, key=list(group_of).index)
    answered = {name for each in answers for name in each.answers}
    groups: dict[str, list[Obstacle]] = {}
    for each in sorted(obstacles, key=lambda each: each.id not in answered):
        groups.setdefault(group_of[each.id], []).append(each)
    return list(groups.values())
