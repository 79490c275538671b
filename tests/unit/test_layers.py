"""Who may import what: only the hook knows the site builder, only ``markdown_ext`` Markdown; imports run down."""

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
    """What a module may not import."""
    if path.parent == HOOKS:
        return set()
    return {"mkdocs"} if "markdown_ext" in path.parts else {"mkdocs", "markdown", "pymdownx"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_a_module_imports_only_the_libraries_of_its_layer(path: Path) -> None:
    assert not set(imported(path.read_text(encoding="utf-8"))) & forbidden(path)


def test_the_check_sees_an_import() -> None:
    assert set(imported("import markdown.util\nfrom mkdocs.plugins import x\n")) == {"markdown", "mkdocs"}


# The layers, lowest first; packages of one layer do not import each other.
LAYERS = (
    ("data",),
    ("model",),
    ("checks", "diagrams", "citations", "manuscript"),
    ("rendering",),
    ("outputs", "markdown_ext", "cli"),
)
LEVEL = {package: level for level, packages in enumerate(LAYERS) for package in packages}
# ``edition`` itself is the entry point for the hook, the command line and the tests.
USES_ENTRY_POINT = ("cli",)


def packages(source: str) -> Iterator[str]:
    """The packages of ``edition`` that a module imports from; empty for ``edition`` itself."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "edition":
            names = [f"edition.{alias.name}" for alias in node.names]
        else:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for first, _, rest in (name.partition(".") for name in names):
            if first == "edition":
                yield rest.split(".")[0] if rest.split(".")[0] in LEVEL else ""


def upward(package: str, source: str) -> set[str]:
    """Packages that a module of ``package`` imports from, though they are neither its own nor in a lower layer."""
    return {
        other
        for other in packages(source)
        if other != package and (package not in USES_ENTRY_POINT if not other else LEVEL[other] >= LEVEL[package])
    }


INSIDE = [path for path in MODULES if path.parent.name in LEVEL]


@pytest.mark.parametrize("path", INSIDE, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_imports_run_down(path: Path) -> None:
    assert upward(path.parent.name, path.read_text(encoding="utf-8")) == set()


def test_every_module_is_in_a_layer() -> None:
    outside = {path.relative_to(HOOKS).as_posix() for path in MODULES} - {
        path.relative_to(HOOKS).as_posix() for path in INSIDE
    }
    assert outside == {"mkdocs_hooks.py", "edition/__init__.py", "edition/__main__.py"}


@pytest.mark.parametrize(
    ("package", "source", "found"),
    [
        ("data", "from edition.model.edition import Edition", {"model"}),
        ("checks", "from edition.diagrams import text_layout", {"diagrams"}),
        ("diagrams", "from edition import rendering", {"rendering"}),
        ("rendering", "import edition.outputs.data_exports", {"outputs"}),
        ("model", "from edition import load", {""}),
        ("cli", "from edition import load", set()),
        ("rendering", "from edition.rendering import renderer", set()),
        ("outputs", "from edition.data.records import Event", set()),
    ],
)
def test_the_check_sees_an_import_that_runs_up(package: str, source: str, found: set[str]) -> None:
    assert upward(package, source) == found


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
