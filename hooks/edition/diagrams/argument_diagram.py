"""The argument drawn: obstacles, the efforts that answered them, and the recommendations that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.data.records import Effort, Obstacle, Recommendation
from edition.diagrams.text_layout import Line, in_runs, lines
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.relations import answering
from edition.model.views import Views

MOST = 12  # of each kind; what is left out is told, and linked
SIZE, LINE, SMALL, PADDING, GAP = 13, 17, 11, 8, 12
Answer = Effort | Recommendation


@dataclass(frozen=True)
class Node:
    """A box: ``title`` (its label first) and ``actors`` in lines; ``chain`` names the obstacles it has to do with. An
    obstacle that nothing answers says so, below the actors.
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
    """A line from the box of an obstacle to that of its answer, in the words of a path; ``tip`` is where it arrives."""

    path: str
    tip: tuple[int, int, int]
    basis: str
    chain: tuple[str, ...]


@dataclass(frozen=True)
class ArgumentDiagram:
    """``form`` is wide or narrow; ``heads`` are (x, y, kind: what stands below); ``left_out`` are anchors that are not
    in it.
    """

    form: str
    width: int
    height: int
    heads: tuple[tuple[int, int, str], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[Anchor, ...]

    @property
    def bases(self) -> frozenset[str]:
        """On whose word its lines are."""
        return frozenset(edge.basis for edge in self.edges)


def diagrams(views: Views) -> tuple[ArgumentDiagram, ArgumentDiagram]:
    """The argument for wide and for narrow screens."""
    return _Wide(views.edition).diagram(), _narrow(views.edition)


def _shown(
    edition: Edition,
) -> tuple[Sequence[Obstacle], Sequence[Effort], Sequence[Recommendation], tuple[Anchor, ...]]:
    """What is drawn of each kind, and what is not: what answers left out obstacles only is left out with them."""
    data = edition.dataset
    obstacles = data.obstacles[:MOST]
    drawn = {each.id for each in obstacles}
    efforts = [each for each in data.efforts if not each.answers or drawn & set(each.answers)][:MOST]
    recommendations = [each for each in data.recommendations if not each.answers or drawn & set(each.answers)][:MOST]
    rest: list[tuple[str, str]] = [("obstacles", each.id) for each in data.obstacles[MOST:]]
    rest += [("efforts", each.id) for each in data.efforts if each not in efforts]
    rest += [("recommendations", each.id) for each in data.recommendations if each not in recommendations]
    return obstacles, efforts, recommendations, tuple(edition.anchor(kind, name) for kind, name in rest)


def _node(
    edition: Edition, kind: str, record: Obstacle | Answer, chain: tuple[str, ...], box: tuple[int, int, int]
) -> Node:
    """The box of a record at (x, y, width), as high as its text."""
    anchor = edition.anchor(kind, record.id)
    names = record.addressees if isinstance(record, Recommendation) else record.actors
    actors = ", ".join(edition.actor(name).name.id for name in names)
    x, y, across = box
    title = lines(f"{anchor.label} {record.title.id}", across - 2 * PADDING, SIZE)
    said = lines(actors, across - 2 * PADDING, SMALL)
    marked = in_runs(title, edition.term_matcher)
    alone = kind == "obstacles" and not any(
        answering(edition, each, record.id) for each in ("efforts", "recommendations")
    )
    height = LINE * len(title) + 14 * (len(said) + alone) + 2 * PADDING
    return Node(anchor, marked, said, chain, x, y, across, height, alone)


class _Wide:
    """Three columns, obstacles in the middle, so that no line has to cross a box."""

    WIDTH, COLUMN, TOP = 680, 192, 34

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.obstacles, self.efforts, self.recommendations, self.left_out = _shown(edition)
        self.rank: Mapping[str, int] = {each.id: number for number, each in enumerate(self.obstacles)}

    def diagram(self) -> ArgumentDiagram:
        middle = self._column("obstacles", self.obstacles, 244, {})
        left = self._column("efforts", self._near(self.efforts), 1, middle)
        right = self._column("recommendations", self._near(self.recommendations), 487, middle)
        edges = [*self._edges(self.efforts, left, middle, -1), *self._edges(self.recommendations, right, middle, 1)]
        nodes = (*left.values(), *middle.values(), *right.values())
        height = max((node.y + node.height for node in nodes), default=0) + 2
        heads = ((1, 16, "efforts"), (244, 16, "obstacles"), (487, 16, "recommendations"))
        return ArgumentDiagram("wide", self.WIDTH, height, heads, nodes, tuple(edges), self.left_out)

    def _near(self, answers: Sequence[Answer]) -> list[Answer]:
        """Each beside the obstacles it answers; last those that answer none."""

        def place(answer: Answer) -> float:
            ranks = [self.rank[name] for name in answer.answers if name in self.rank]
            return sum(ranks) / len(ranks) if ranks else len(self.rank)

        return sorted(answers, key=place)

    def _column(
        self, kind: str, records: Sequence[Obstacle | Answer], x: int, beside: Mapping[str, Node]
    ) -> dict[str, Node]:
        """Boxes one below the other, each at the height of those it has to do with if there is room."""
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

    def _edges(
        self, answers: Sequence[Answer], nodes: Mapping[str, Node], middle: Mapping[str, Node], side: int
    ) -> list[Edge]:
        """The lines to one side. Those that leave a box, or arrive at one, do so one below the other, in the order of
        where they lead to or come from, so that they do not cross there.
        """
        pairs = [(name, each) for each in answers for name in each.answers if name in middle]
        leaving = {
            name: sorted((each for at, each in pairs if at == name), key=lambda each: nodes[each.id].y)
            for name in middle
        }
        found = []
        for name, each in pairs:
            source, target = middle[name], nodes[each.id]
            arriving = sorted((other for other, answer in pairs if answer is each), key=lambda other: middle[other].y)
            x1 = source.x + (source.width if side > 0 else 0)
            y1 = source.y + source.height * (leaving[name].index(each) + 1) // (len(leaving[name]) + 1)
            x2 = target.x + (0 if side > 0 else target.width) - 7 * side
            y2 = target.y + target.height * (arriving.index(name) + 1) // (len(arriving) + 1)
            path = f"M{x1} {y1}C{x1 + 20 * side} {y1} {x2 - 20 * side} {y2} {x2} {y2}"
            found.append(Edge(path, (x2, y2, side), each.basis or "source", (name,)))
        return found


def _narrow(edition: Edition) -> ArgumentDiagram:
    """Under each obstacle what answers it; last what answers none. An answer to two stands twice."""
    obstacles, efforts, recommendations, left_out = _shown(edition)
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
        own = [(kind, each) for kind, each in answers if obstacle.id in each.answers]
        for number, (kind, each) in enumerate(own):
            nodes.append(_node(edition, kind, each, chain, (38, y, 280)))
            x = 26 - min(7, 20 // len(own)) * number  # the farther a line leads, the farther out it runs
            edges.append(Edge(f"M{x} {bottom}V{y + 16}H31", (31, y + 16, 1), each.basis or "source", chain))
            y += nodes[-1].height + 8
        y += GAP
    free = [(kind, each) for kind, each in answers if not each.answers]
    heads += [(2, y + 12, "free")] if free else []
    y += 24 if free else 0
    for kind, each in free:
        nodes.append(_node(edition, kind, each, (), (38, y, 280)))
        y += nodes[-1].height + 8
    return ArgumentDiagram("narrow", 320, y, tuple(heads), tuple(nodes), tuple(edges), left_out)
