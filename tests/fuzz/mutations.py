"""Mutations of the files of an edition, for fuzzing: of bytes, of lines, and of the YAML structure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
# Fragments left by copying, merging and typing errors, and input that is difficult for parsers.
FRAGMENTS = (
    b"", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\t", b"\r\n", b"\n---\n", b"&a ", b"*a ", b"!!python/object:os.system x",
    b"<<<<<<< HEAD\n", b": ", b"- ", b"{", b"}", b"[", b"]", b'"', b"#", b"/// ", b"\n///\n", b"```\n", b"{ #x }",
    "\u202e".encode(), "\u00a0".encode(), "\ufffe".encode(), b"\x0b", b"<b>", b"&lt;", b"2026-11-31", b"9999", b"../x",
)  # fmt: skip
# Values that replace others.
VALUES: tuple[object, ...] = (
    "", " ", "x", "NO", "null", "-1", "2004-13-23", "1.0", [], {}, ["x"], {"x": "y"}, "vi-1-p1", "loi-2003", "x" * 999,
)  # fmt: skip


def mutate_bytes(draw: Draw, content: bytes) -> bytes:
    """Replace a range of bytes by a fragment."""
    start = draw(st.integers(0, len(content)))
    end = min(start + draw(st.sampled_from((0, 0, 1, 2, 10, 500))), len(content))
    fragment: bytes = draw(st.sampled_from(FRAGMENTS))
    return content[:start] + fragment + content[end:]


def mutate_lines(draw: Draw, content: bytes) -> bytes:
    """Drop, duplicate, move or indent a line, or truncate the file before it."""
    lines = content.splitlines(keepends=True)
    index = draw(st.integers(0, len(lines) - 1))
    line = lines.pop(index)
    changed = {
        "drop": lines,
        "twice": [*lines[:index], line, line, *lines[index:]],
        "move": [*lines[index:], line, *lines[:index]],
        "indent": [*lines[:index], b" " + line, *lines[index:]],
        "stop": lines[:index],
    }
    change: str = draw(st.sampled_from(sorted(changed)))
    return b"".join(changed[change])


def mutate_structure(draw: Draw, content: bytes) -> bytes:
    """Replace, rename, drop or copy one node of a YAML file."""
    tree = yaml.load(content, yaml.CBaseLoader)  # noqa: S506 (the base loader creates only strings)
    nodes = list(_nodes(tree))
    if not nodes:  # an empty list has no node to change
        return mutate_bytes(draw, content)
    parent, key = draw(st.sampled_from(nodes))
    change = draw(st.sampled_from(("value", "key", "drop", "copy")))
    if change == "value":
        parent[key] = draw(st.sampled_from(VALUES))
    elif change == "drop":
        del parent[key]
    elif change == "copy":
        other, name = draw(st.sampled_from(nodes))
        parent[key] = other[name]
    elif isinstance(parent, dict):
        parent[draw(st.sampled_from(("x", "id", "date", "after", "sources", "titel")))] = parent.pop(key)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


def _nodes(tree: Any) -> Any:
    keys = tree.keys() if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _nodes(tree[key])


@st.composite
def mutated(draw: Draw, files: tuple[Path, ...]) -> tuple[Path, bytes]:
    """Draw a file and its content after one mutation."""
    path = draw(st.sampled_from(files))
    content = path.read_bytes()
    mutations = [mutate_bytes, mutate_lines, *([mutate_structure] if path.suffix == ".yml" else [])]
    return path, draw(st.sampled_from(mutations))(draw, content)
