"""Layout of the argument diagram: obstacles, and the efforts and recommendations that answer them, joined by lines.

The diagram is lists of links, in three columns, with only the lines drawn. All boxes of a column are equally high, and
positions are in percent of the height of the columns, so that one layout is right at every width and in every font.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.data.records import Obstacle, Recommendation
from edition.diagrams.argument_selection import Answer, connected, select
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.relations import find_answers
from edition.model.views import Views

_ANSWERS = ("efforts", "recommendations")
_EDGE = 0.12  # the part of a box's height, at its top and bottom, at which no line begins or ends


@dataclass(frozen=True)
class Box:
    """A record. ``actors`` are their names. ``chain`` has the ids of the obstacles that the record answers, or an
    obstacle's own id. ``is_unanswered``: nothing answers the obstacle.
    """

    anchor: Anchor
    actors: tuple[str, ...]
    chain: tuple[str, ...]
    is_unanswered: bool = False


@dataclass(frozen=True)
class Edge:
    """A line from an obstacle to its answer: level at ``start``, upright at ``lane``, and level at ``end``. ``start``
    and ``end`` are in percent of the height of the columns, and ``lane`` is in pixels from the obstacle.
    """

    start: float
    end: float
    lane: int
    basis: str
    chain: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Obstacles that share answers, directly or through others, and all these answers. ``edges`` has the lines to the
    answers of each kind, ``efforts`` and ``recommendations``.
    """

    obstacles: tuple[Box, ...]
    answers: Mapping[str, tuple[Box, ...]]
    edges: Mapping[str, tuple[Edge, ...]]


@dataclass(frozen=True)
class ArgumentDiagram:
    """What the argument diagram shows: groups of obstacles with their answers, from top to bottom. It leaves out the
    efforts and recommendations that answer no obstacle (``unpaired``, as anchors), and what there is no room for
    (``omitted``).
    """

    groups: tuple[Group, ...]
    unpaired: tuple[Anchor, ...]
    omitted: tuple[Anchor, ...]

    @property
    def bases(self) -> frozenset[str]:
        """The values of ``basis`` that occur among the lines, for the legend."""
        return frozenset(edge.basis for group in self.groups for edges in group.edges.values() for edge in edges)


def diagram(views: Views) -> ArgumentDiagram:
    """Lay out the diagram."""
    edition, chosen = views.edition, select(views.edition)
    answers: dict[str, Sequence[Answer]] = dict(zip(_ANSWERS, (chosen.efforts, chosen.recommendations), strict=True))
    every = [each for records in answers.values() for each in records]
    groups = tuple(_group(edition, obstacles, answers) for obstacles in connected(chosen.obstacles, every))
    return ArgumentDiagram(groups, chosen.unpaired, chosen.omitted)


def _group(edition: Edition, obstacles: Sequence[Obstacle], answers: Mapping[str, Sequence[Answer]]) -> Group:
    rank = {each.id: number for number, each in enumerate(obstacles)}
    own = {kind: _sort_by_obstacle(records, rank) for kind, records in answers.items()}
    return Group(
        tuple(_box(edition, "obstacles", each, (each.id,)) for each in obstacles),
        {kind: tuple(_box(edition, kind, each, each.answers) for each in records) for kind, records in own.items()},
        {kind: tuple(_connect(records, rank)) for kind, records in own.items()},
    )


def _sort_by_obstacle(answers: Sequence[Answer], rank: Mapping[str, int]) -> list[Answer]:
    """Return the answers to the obstacles in ``rank``, sorted by the mean position of the obstacles of each."""

    def mean_rank(answer: Answer) -> float:
        ranks = [rank[name] for name in answer.answers if name in rank]
        return sum(ranks) / len(ranks)

    return sorted((each for each in answers if not rank.keys().isdisjoint(each.answers)), key=mean_rank)


def _box(edition: Edition, kind: str, record: Obstacle | Answer, chain: tuple[str, ...]) -> Box:
    names = record.addressees if isinstance(record, Recommendation) else record.actors
    actors = tuple(edition.actor(name).name.id for name in names)
    is_unanswered = kind == "obstacles" and not any(find_answers(edition, each, record.id) for each in _ANSWERS)
    return Box(edition.anchor(kind, record.id), actors, chain, is_unanswered)


def _connect(answers: Sequence[Answer], rank: Mapping[str, int]) -> list[Edge]:
    """Return the lines from obstacles to answers in one column. ``rank`` has the positions of the obstacles by id. Line
    ends are spread along the boxes, and each answer has a lane of its own, so that lines do not cross.
    """
    leaving = {name: [each for each in answers if name in each.answers] for name in rank}
    edges = []
    for number, answer in enumerate(answers):
        arriving = sorted((name for name in answer.answers if name in rank), key=lambda name: rank[name])
        lane = 6 + 12 * (number + 1) // (len(answers) + 1)
        for place, name in enumerate(arriving):
            start = _height(rank[name], len(rank), leaving[name].index(answer), len(leaving[name]))
            end = _height(number, len(answers), place, len(arriving))
            edges.append(Edge(start, end, lane, answer.basis or "source", (name,)))
    return edges


def _height(box: int, boxes: int, line: int, lines: int) -> float:
    """Return where one of the ``lines`` of a box meets it, in percent of the height of the column of ``boxes``."""
    return round((box + _EDGE + (1 - 2 * _EDGE) * (line + 1) / (lines + 1)) / boxes * 100, 2)
