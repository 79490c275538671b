"""Ways in which a file of an edition can come out wrong: in its bytes, in its lines, in its structure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
# What slips in when people copy, merge and type, and what parsers stumble over.
SCRAPS = (
    b"", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\t", b"\r\n", b"\n---\n", b"&a ", b"*a ", b"!!python/object:os.system x",
    b"<<<<<<< HEAD\n", b": ", b"- ", b"{", b"}", b"[", b"]", b'"', b"#", b"/// ", b"\n///\n", b"```\n", b"{ #x }",
    "\u202e".encode(), "\u00a0".encode(), "\ufffe".encode(), b"\x0b", b"<b>", b"&lt;", b"2026-11-31", b"9999", b"../x",
)  # fmt: skip
# Values in the place of others.
VALUES: tuple[object, ...] = (
    "", " ", "x", "NO", "null", "-1", "2004-13-23", "1.0", [], {}, ["x"], {"x": "y"}, "vi-1-p1", "loi-2003", "x" * 999,
)  # fmt: skip


def in_bytes(draw: Draw, content: bytes) -> bytes:
    """Cut something out, and put something in there."""
    start = draw(st.integers(0, len(content)))
    end = min(start + draw(st.sampled_from((0, 0, 1, 2, 10, 500))), len(content))
    scrap: bytes = draw(st.sampled_from(SCRAPS))
    return content[:start] + scrap + content[end:]


def in_lines(draw: Draw, content: bytes) -> bytes:
    """Drop a line, say it twice, move it elsewhere, indent it, or stop behind it."""
    lines = content.splitlines(keepends=True)
    at = draw(st.integers(0, len(lines) - 1))
    line = lines.pop(at)
    changed = {
        "drop": lines,
        "twice": [*lines[:at], line, line, *lines[at:]],
        "move": [*lines[at:], line, *lines[:at]],
        "indent": [*lines[:at], b" " + line, *lines[at:]],
        "stop": lines[:at],
    }
    way: str = draw(st.sampled_from(sorted(changed)))
    return b"".join(changed[way])


def in_structure(draw: Draw, content: bytes) -> bytes:
    """Another value or another key somewhere in the tree of a YAML file."""
    tree = yaml.load(content, yaml.CBaseLoader)  # noqa: S506 (a base loader makes texts only)
    places = list(_places(tree))
    if not places:  # an empty list has nothing to change
        return in_bytes(draw, content)
    holder, key = draw(st.sampled_from(places))
    what = draw(st.sampled_from(("value", "key", "drop", "copy")))
    if what == "value":
        holder[key] = draw(st.sampled_from(VALUES))
    elif what == "drop":
        del holder[key]
    elif what == "copy":
        other, name = draw(st.sampled_from(places))
        holder[key] = other[name]
    elif isinstance(holder, dict):
        holder[draw(st.sampled_from(("x", "id", "date", "after", "sources", "titel")))] = holder.pop(key)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


def _places(tree: Any) -> Any:
    keys = tree.keys() if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key])


@st.composite
def mutated(draw: Draw, files: tuple[Path, ...]) -> tuple[Path, bytes]:
    """A file, and what it holds after one change."""
    path = draw(st.sampled_from(files))
    content = path.read_bytes()
    ways = [in_bytes, in_lines, *([in_structure] if path.suffix == ".yml" else [])]
    return path, draw(st.sampled_from(ways))(draw, content)
