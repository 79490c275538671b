"""Import rules: only the hook imports MkDocs, only ``markdown_ext`` imports Markdown, layers import only lower ones."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))


def imported_libraries(source: str) -> Iterator[str]:
    """Yield the top-level name of every package that a module imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def forbidden_libraries(path: Path) -> set[str]:
    """Return the libraries that a module may not import."""
    if path.parent == HOOKS:
        return set()
    return {"mkdocs"} if "markdown_ext" in path.parts else {"mkdocs", "markdown", "pymdownx"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_a_module_imports_only_the_libraries_of_its_layer(path: Path) -> None:
    assert not set(imported_libraries(path.read_text(encoding="utf-8"))) & forbidden_libraries(path)


def test_the_check_detects_an_import() -> None:
    assert set(imported_libraries("import markdown.util\nfrom mkdocs.plugins import x\n")) == {"markdown", "mkdocs"}


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


def imported_packages(source: str) -> Iterator[str]:
    """Yield the subpackages of ``edition`` that a module imports from; an empty name for ``edition`` itself."""
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


def upward_imports(package: str, source: str) -> set[str]:
    """Return the packages that a module of ``package`` imports although they are not in a lower layer."""
    return {
        other
        for other in imported_packages(source)
        if other != package and (package not in USES_ENTRY_POINT if not other else LEVEL[other] >= LEVEL[package])
    }


INSIDE = [path for path in MODULES if path.parent.name in LEVEL]


@pytest.mark.parametrize("path", INSIDE, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    assert upward_imports(path.parent.name, path.read_text(encoding="utf-8")) == set()


def test_every_module_is_in_a_layer() -> None:
    outside = {path.relative_to(HOOKS).as_posix() for path in MODULES} - {
        path.relative_to(HOOKS).as_posix() for path in INSIDE
    }
    assert outside == {"mkdocs_hooks.py", "edition/__init__.py", "edition/__main__.py"}


@pytest.mark.parametrize(
    ("package", "source", "expected"),
    [
        ("data", "from edition.model.edition import Edition", {"model"}),
        ("checks", "from edition.diagrams import time_axis", {"diagrams"}),
        ("diagrams", "from edition import rendering", {"rendering"}),
        ("rendering", "import edition.outputs.data_exports", {"outputs"}),
        ("model", "from edition import load", {""}),
        ("cli", "from edition import load", set()),
        ("rendering", "from edition.rendering import renderer", set()),
        ("outputs", "from edition.data.records import Event", set()),
    ],
)
def test_the_check_detects_an_import_from_a_higher_layer(package: str, source: str, expected: set[str]) -> None:
    assert upward_imports(package, source) == expected


def html_tags(source: str) -> list[str]:
    """Return the strings of a module that contain a closing HTML tag, except the pattern that rejects markup."""
    strings = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return [text for text in strings if isinstance(text, str) and "</" in text.replace("</?[A-Za-z!?]", "")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_python_holds_no_tags(path: Path) -> None:
    """HTML belongs in templates."""
    assert html_tags(path.read_text(encoding="utf-8")) == []


def test_the_check_detects_a_tag() -> None:
    assert html_tags('x = f"<p>{y}</p>"') == ["</p>"]
