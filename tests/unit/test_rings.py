"""Who may import what: only the hook knows the site builder, only ``mdx`` Markdown, and inside imports run down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))


def imported(source: str) -> Iterator[str]:
    """Top-level names of all packages that a module imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def forbidden(path: Path) -> set[str]:
    """What the ring of a module may not import."""
    if path.parent == HOOKS:
        return set()
    return {"mkdocs"} if "mdx" in path.parts else {"mkdocs", "markdown", "pymdownx"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_a_module_stays_in_its_ring(path: Path) -> None:
    assert not set(imported(path.read_text(encoding="utf-8"))) & forbidden(path)


def test_the_check_sees_an_import() -> None:
    assert set(imported("import markdown.util\nfrom mkdocs.plugins import x\n")) == {"markdown", "mkdocs"}


# The floors of the house, from the ground; rooms on one floor stand side by side.
FLOORS = (("data",), ("model",), ("checks", "drawing", "citations"), ("page",), ("outputs", "mdx", "desk"))
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# ``edition`` itself is the way in for whoever is not a room: the hook, the desk and the tests.
WAY_IN = ("desk",)


def rooms(source: str) -> Iterator[str]:
    """The rooms of the house that a module imports from; empty for the way in."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "edition":
            names = [f"edition.{alias.name}" for alias in node.names]
        else:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for first, _, rest in (name.partition(".") for name in names):
            if first == "edition":
                yield rest.split(".")[0] if rest.split(".")[0] in FLOOR else ""


def upward(room: str, source: str) -> set[str]:
    """Rooms that a module of ``room`` imports from, though they are neither its own nor on a lower floor."""
    return {
        other
        for other in rooms(source)
        if other != room and (room not in WAY_IN if not other else FLOOR[other] >= FLOOR[room])
    }


INSIDE = [path for path in MODULES if path.parent.name in FLOOR]


@pytest.mark.parametrize("path", INSIDE, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_imports_run_down(path: Path) -> None:
    assert upward(path.parent.name, path.read_text(encoding="utf-8")) == set()


def test_every_module_has_a_room() -> None:
    outside = {path.relative_to(HOOKS).as_posix() for path in MODULES} - {
        path.relative_to(HOOKS).as_posix() for path in INSIDE
    }
    assert outside == {"mkdocs_hooks.py", "edition/__init__.py", "edition/__main__.py"}


@pytest.mark.parametrize(
    ("room", "source", "found"),
    [
        ("data", "from edition.model.edition import Edition", {"model"}),
        ("checks", "from edition.drawing import text", {"drawing"}),
        ("drawing", "from edition import page", {"page"}),
        ("page", "import edition.outputs.reuse", {"outputs"}),
        ("model", "from edition import load", {""}),
        ("desk", "from edition import load", set()),
        ("page", "from edition.page import render", set()),
        ("outputs", "from edition.data.records import Event", set()),
    ],
)
def test_the_check_sees_an_import_that_runs_up(room: str, source: str, found: set[str]) -> None:
    assert upward(room, source) == found


def tags(source: str) -> list[str]:
    """The strings of a module that close an element; the pattern that refuses markup is none."""
    strings = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return [text for text in strings if isinstance(text, str) and "</" in text.replace("</?[A-Za-z!?]", "")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_python_holds_no_tags(path: Path) -> None:
    """Templates hold the HTML."""
    assert tags(path.read_text(encoding="utf-8")) == []


def test_the_check_sees_a_tag() -> None:
    assert tags('x = f"<p>{y}</p>"') == ["</p>"]
