"""The core knows neither the site builder nor Markdown; only the hook knows the site builder."""

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
