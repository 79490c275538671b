"""Layout of the argument diagram: obstacles, and the efforts and recommendations that answer them, joined by lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.data.records import Effort, Obstacle, Recommendation
from edition.diagrams.argument_selection import Answer, select
from edition.diagrams.text_layout import Line, lines, mark_terms
from edition.model.anchors import Anchor
from edition.model.edition import Edition
from edition.model.relations import find_answers
from edition.model.views import Views

SIZE, LINE, SMALL, PADDING, GAP = 13, 17, 12, 6, 7  # pixels; SIZE and SMALL are font sizes, LINE a line height
_GROUP_GAP = 12  # pixels between an obstacle with its answers and the next one, on narrow screens


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
    """The layout of one form of the diagram.

    ``form`` is ``across``, ``wide`` or ``narrow`` (see ``diagrams``). ``heads`` are the headings of columns as (x, y,
    kind of the records below). ``unpaired`` has the anchors of efforts and recommendations that answer no obstacle and
    are not drawn; ``omitted`` has those of the records for which there is no room.
    """

    form: str
    width: int
    height: int
    heads: tuple[tuple[int, int, str], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    unpaired: tuple[Anchor, ...]
    omitted: tuple[Anchor, ...]

    @property
    def bases(self) -> frozenset[str]:
        """The values of ``basis`` that occur among the edges, for the legend."""
        return frozenset(edge.basis for edge in self.edges)


def diagrams(views: Views) -> tuple[ArgumentDiagram, ArgumentDiagram, ArgumentDiagram]:
    """Lay out the diagram in three widths: ``across`` is as wide as the text and the margin together, ``wide`` is as
    wide as the text, and ``narrow`` is for phones.
    """
    across, wide = _ColumnLayout(views.edition, (233, 400, 233)), _ColumnLayout(views.edition, (192, 192, 192))
    return across.lay_out("across"), wide.lay_out("wide"), _lay_out_narrow(views.edition)


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


class _ColumnLayout:
    """Lays out three columns, with the obstacles in the middle so that no line has to cross a box."""

    TOP, BETWEEN = 30, 32

    def __init__(self, edition: Edition, columns: tuple[int, int, int]) -> None:
        """Prepare a layout whose columns, from left to right, have the widths ``columns`` in pixels."""
        self.edition, self.columns = edition, columns
        self.selection = select(edition)
        self.rank: Mapping[str, int] = {each.id: number for number, each in enumerate(self.selection.obstacles)}

    def lay_out(self, form: str) -> ArgumentDiagram:
        chosen = self.selection
        one, two, three = self.columns
        places = (1, 1 + one + self.BETWEEN, 1 + one + two + 2 * self.BETWEEN)
        middle = self._stack("obstacles", chosen.obstacles, (places[1], two), {})
        left = self._stack("efforts", self._sort_by_obstacle(chosen.efforts), (places[0], one), middle)
        answers = self._sort_by_obstacle(chosen.recommendations)
        right = self._stack("recommendations", answers, (places[2], three), middle)
        edges = [
            *self._connect(chosen.efforts, left, middle, -1),
            *self._connect(chosen.recommendations, right, middle, 1),
        ]
        nodes = (*left.values(), *middle.values(), *right.values())
        height = max((node.y + node.height for node in nodes), default=0) + 2
        heads = tuple(zip(places, (16, 16, 16), ("efforts", "obstacles", "recommendations"), strict=True))
        width = places[2] + three + 1
        return ArgumentDiagram(form, width, height, heads, nodes, tuple(edges), chosen.unpaired, chosen.omitted)

    def _sort_by_obstacle(self, answers: Sequence[Answer]) -> list[Answer]:
        """Sort efforts or recommendations by the mean position of their obstacles; those without any come last."""

        def mean_rank(answer: Answer) -> float:
            ranks = [self.rank[name] for name in answer.answers if name in self.rank]
            return sum(ranks) / len(ranks) if ranks else len(self.rank)

        return sorted(answers, key=mean_rank)

    def _stack(
        self, kind: str, records: Sequence[Obstacle | Answer], place: tuple[int, int], beside: Mapping[str, Node]
    ) -> dict[str, Node]:
        """Return a column of boxes by record id, each level with its related boxes in ``beside`` if there is room.
        ``place`` is the column's (x, width).
        """
        nodes: dict[str, Node] = {}
        y = self.TOP
        for record in records:
            chain = record.answers if isinstance(record, Effort | Recommendation) else (record.id,)
            node = _node(self.edition, kind, record, chain, (place[0], y, place[1]))
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
        ordered = sorted({each.id for _, each in pairs}, key=lambda name: nodes[name].y)
        edges = []
        for name, each in pairs:
            source, target = middle[name], nodes[each.id]
            arriving = sorted((other for other, answer in pairs if answer is each), key=lambda other: middle[other].y)
            x1 = source.x + (source.width if side > 0 else 0)
            y1 = source.y + source.height * (leaving[name].index(each) + 1) // (len(leaving[name]) + 1)
            x2 = target.x + (0 if side > 0 else target.width) - 7 * side
            y2 = target.y + target.height * (arriving.index(name) + 1) // (len(arriving) + 1)
            lane = x1 + side * (6 + 12 * (ordered.index(each.id) + 1) // (len(ordered) + 1))
            path = f"M{x1} {y1}H{lane}V{y2}H{x2}"
            edges.append(Edge(path, (x2, y2, side), each.basis or "source", (name,)))
        return edges


def _lay_out_narrow(edition: Edition) -> ArgumentDiagram:
    """Return one column: each obstacle and all its answers, of which some are repeated."""
    chosen = select(edition)
    answers: list[tuple[str, Answer]] = [("efforts", each) for each in chosen.efforts]
    answers += [("recommendations", each) for each in chosen.recommendations]
    nodes: list[Node] = []
    edges: list[Edge] = []
    y = 26
    for obstacle in chosen.obstacles:
        chain = (obstacle.id,)
        nodes.append(_node(edition, "obstacles", obstacle, chain, (2, y, 284)))
        bottom = y + nodes[-1].height
        y = bottom + 8
        own_answers = [(kind, each) for kind, each in answers if obstacle.id in each.answers]
        for number, (kind, each) in enumerate(own_answers):
            nodes.append(_node(edition, kind, each, chain, (38, y, 248)))
            x = 26 - min(7, 20 // len(own_answers)) * number  # longer lines run farther left, so that they stay apart
            edges.append(Edge(f"M{x} {bottom}V{y + 16}H31", (31, y + 16, 1), each.basis or "source", chain))
            y += nodes[-1].height + 8
        y += _GROUP_GAP
    heads = ((2, 14, "all"),)
    return ArgumentDiagram("narrow", 288, y, heads, tuple(nodes), tuple(edges), chosen.unpaired, chosen.omitted)
