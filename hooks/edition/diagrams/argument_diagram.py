"""Layout of the argument diagram: obstacles, and the efforts and recommendations that answer them, joined by lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.data.records import Effort, Obstacle, Recommendation
from edition.diagrams.text_layout import Line, lines, mark_terms
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.relations import find_answers
from edition.model.views import Views

MAX_RECORDS = 12  # records of each kind; the caption counts and links those that are left out
SIZE, LINE, SMALL, PADDING, GAP = 13, 17, 12, 8, 12  # pixels; SIZE and SMALL are font sizes, LINE a line height
Answer = Effort | Recommendation


@dataclass(frozen=True)
class Node:
    """The box of a record, in pixels; ``title`` and ``actors`` are wrapped lines. ``chain`` has the ids of the
    obstacles that the record answers, or an obstacle's own id. ``is_unanswered``: nothing answers the obstacle.
    """

    anchor: Anchor
    title: tuple[Line, ...]
    actors: tuple[str, ...]
    chain: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int
    is_unanswered: bool = False


@dataclass(frozen=True)
class Edge:
    """A line (SVG ``path``) from an obstacle to its answer. ``tip``: arrowhead as (x, y, 1 for right, -1 for left)."""

    path: str
    tip: tuple[int, int, int]
    basis: str
    chain: tuple[str, ...]


@dataclass(frozen=True)
class ArgumentDiagram:
    """A complete layout. ``form`` is ``wide`` or ``narrow``; ``heads`` are headings as (x, y, kind of the records
    below); ``omitted`` has the anchors of the records that the diagram does not show.
    """

    form: str
    width: int
    height: int
    heads: tuple[tuple[int, int, str], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    omitted: tuple[Anchor, ...]

    @property
    def bases(self) -> frozenset[str]:
        """The values of ``basis`` that occur among the edges, for the legend."""
        return frozenset(edge.basis for edge in self.edges)


def diagrams(views: Views) -> tuple[ArgumentDiagram, ArgumentDiagram]:
    """Return the diagram for wide screens and the one for narrow screens."""
    return _WideLayout(views.edition).lay_out(), _lay_out_narrow(views.edition)


def _select(
    edition: Edition,
) -> tuple[Sequence[Obstacle], Sequence[Effort], Sequence[Recommendation], tuple[Anchor, ...]]:
    """Return the obstacles, efforts and recommendations to draw, and the anchors of the records that are left out."""
    data, obstacles = edition.dataset, edition.dataset.obstacles[:MAX_RECORDS]
    drawn = {each.id for each in obstacles}
    efforts = [each for each in data.efforts if not each.answers or drawn & set(each.answers)][:MAX_RECORDS]
    recommendations = [each for each in data.recommendations if not each.answers or drawn & set(each.answers)]
    recommendations = recommendations[:MAX_RECORDS]
    rest: list[tuple[str, str]] = [("obstacles", each.id) for each in data.obstacles[MAX_RECORDS:]]
    rest += [("efforts", each.id) for each in data.efforts if each not in efforts]
    rest += [("recommendations", each.id) for each in data.recommendations if each not in recommendations]
    return obstacles, efforts, recommendations, tuple(edition.anchor(kind, name) for kind, name in rest)


def _node(
    edition: Edition, kind: str, record: Obstacle | Answer, chain: tuple[str, ...], box: tuple[int, int, int]
) -> Node:
    """Return the box of a record. ``box`` is its (x, y, width); its height follows from the wrapped text."""
    anchor = edition.anchor(kind, record.id)
    names = record.addressees if isinstance(record, Recommendation) else record.actors
    actors = ", ".join(edition.actor(name).name.id for name in names)
    x, y, width = box
    title = lines(f"{anchor.label} {record.title.id}", width - 2 * PADDING, SIZE)
    actor_lines = lines(actors, width - 2 * PADDING, SMALL)
    title_runs = mark_terms(title, edition.term_matcher)
    is_unanswered = kind == "obstacles" and not any(
        find_answers(edition, answer_kind, record.id) for answer_kind in ("efforts", "recommendations")
    )
    height = LINE * len(title) + 14 * (len(actor_lines) + is_unanswered) + 2 * PADDING
    return Node(anchor, title_runs, actor_lines, chain, x, y, width, height, is_unanswered)


class _WideLayout:
    """Lays out three columns, with the obstacles in the middle so that no line has to cross a box."""

    WIDTH, COLUMN, TOP = 680, 192, 34

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.obstacles, self.efforts, self.recommendations, self.omitted = _select(edition)
        self.rank: Mapping[str, int] = {each.id: number for number, each in enumerate(self.obstacles)}

    def lay_out(self) -> ArgumentDiagram:
        middle = self._stack("obstacles", self.obstacles, 244, {})
        left = self._stack("efforts", self._sort_by_obstacle(self.efforts), 1, middle)
        right = self._stack("recommendations", self._sort_by_obstacle(self.recommendations), 487, middle)
        edges = [*self._connect(self.efforts, left, middle, -1), *self._connect(self.recommendations, right, middle, 1)]
        nodes = (*left.values(), *middle.values(), *right.values())
        height = max((node.y + node.height for node in nodes), default=0) + 2
        heads = ((1, 16, "efforts"), (244, 16, "obstacles"), (487, 16, "recommendations"))
        return ArgumentDiagram("wide", self.WIDTH, height, heads, nodes, tuple(edges), self.omitted)

    def _sort_by_obstacle(self, answers: Sequence[Answer]) -> list[Answer]:
        """Sort efforts or recommendations by the mean position of their obstacles; those without any come last."""

        def mean_rank(answer: Answer) -> float:
            ranks = [self.rank[name] for name in answer.answers if name in self.rank]
            return sum(ranks) / len(ranks) if ranks else len(self.rank)

        return sorted(answers, key=mean_rank)

    def _stack(
        self, kind: str, records: Sequence[Obstacle | Answer], x: int, beside: Mapping[str, Node]
    ) -> dict[str, Node]:
        """Return a column of boxes by record id, each level with its related boxes in ``beside`` if there is room."""
        nodes: dict[str, Node] = {}
        y = self.TOP
        for record in records:
            chain = record.answers if isinstance(record, Effort | Recommendation) else (record.id,)
            node = _node(self.edition, kind, record, chain, (x, y, self.COLUMN))
            centres = [beside[name].y + beside[name].height // 2 for name in chain if name in beside]
            if centres:
                node = replace(node, y=max(y, sum(centres) // len(centres) - node.height // 2))
            nodes[record.id] = node
            y = node.y + node.height + GAP
        return nodes

    def _connect(
        self, answers: Sequence[Answer], nodes: Mapping[str, Node], middle: Mapping[str, Node], side: int
    ) -> list[Edge]:
        """Return the lines from obstacles to ``answers``, which are at their left (``side`` -1) or right (1).
        ``middle`` and ``nodes`` are the boxes of both, by id. Line ends are spread so that lines do not cross.
        """
        pairs = [(name, each) for each in answers for name in each.answers if name in middle]
        leaving = {
            name: sorted((each for other, each in pairs if other == name), key=lambda each: nodes[each.id].y)
            for name in middle
        }
        edges = []
        for name, each in pairs:
            source, target = middle[name], nodes[each.id]
            arriving = sorted((other for other, answer in pairs if answer is each), key=lambda other: middle[other].y)
            x1 = source.x + (source.width if side > 0 else 0)
            y1 = source.y + source.height * (leaving[name].index(each) + 1) // (len(leaving[name]) + 1)
            x2 = target.x + (0 if side > 0 else target.width) - 7 * side
            y2 = target.y + target.height * (arriving.index(name) + 1) // (len(arriving) + 1)
            path = f"M{x1} {y1}C{x1 + 20 * side} {y1} {x2 - 20 * side} {y2} {x2} {y2}"
            edges.append(Edge(path, (x2, y2, side), each.basis or "source", (name,)))
        return edges


def _lay_out_narrow(edition: Edition) -> ArgumentDiagram:
    """Return one column: each obstacle and all its answers (some are repeated), then answers to no obstacle."""
    obstacles, efforts, recommendations, omitted = _select(edition)
    answers: list[tuple[str, Answer]] = [("efforts", each) for each in efforts]
    answers += [("recommendations", each) for each in recommendations]
    nodes: list[Node] = []
    edges: list[Edge] = []
    heads: list[tuple[int, int, str]] = [(2, 14, "all")]
    y = 26
    for obstacle in obstacles:
        chain = (obstacle.id,)
        nodes.append(_node(edition, "obstacles", obstacle, chain, (2, y, 316)))
        bottom = y + nodes[-1].height
        y = bottom + 8
        own_answers = [(kind, each) for kind, each in answers if obstacle.id in each.answers]
        for number, (kind, each) in enumerate(own_answers):
            nodes.append(_node(edition, kind, each, chain, (38, y, 280)))
            x = 26 - min(7, 20 // len(own_answers)) * number  # longer lines run farther left, so that they stay apart
            edges.append(Edge(f"M{x} {bottom}V{y + 16}H31", (31, y + 16, 1), each.basis or "source", chain))
            y += nodes[-1].height + 8
        y += GAP
    unpaired = [(kind, each) for kind, each in answers if not each.answers]
    heads += [(2, y + 12, "free")] if unpaired else []
    y += 24 if unpaired else 0
    for kind, each in unpaired:
        nodes.append(_node(edition, kind, each, (), (38, y, 280)))
        y += nodes[-1].height + 8
    return ArgumentDiagram("narrow", 320, y, tuple(heads), tuple(nodes), tuple(edges), omitted)
