"""Edit YAML texts. Comments and formatting are kept, except where something is edited.

Scalars are YAML's single values: strings, numbers, dates. Functions that are passed as arguments get them as strings.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

NodePath = tuple[str | int, ...]


@dataclass(frozen=True)
class _Edit:
    """A replacement of the characters from offset ``start`` to ``end`` by ``text``."""

    start: int
    end: int
    text: str


def replace_scalars(text: str, new_value: Callable[[NodePath, str], str]) -> str:
    """Return the YAML ``text`` with each scalar (string or number) replaced by the result of
    ``new_value(path, value)``. ``path`` has the keys and indexes that lead to the scalar: ``("nav", 0)``.
    """
    edits = []
    for path, node in _nodes(_compose(text), ()):
        if isinstance(node, yaml.ScalarNode) and (value := new_value(path, node.value)) != node.value:
            edits.append(_Edit(node.start_mark.index, node.end_mark.index, value))
    return _apply_edits(text, edits)


def replace_lists(text: str, new_values: Callable[[Mapping[str, str], str, list[str]], list[str]]) -> str:
    """Return the YAML ``text`` with each list of scalars (strings, numbers) replaced by the result of
    ``new_values(record, key, values)``. Changed lists are written on one line.

    For the list in ``{id: a, actors: [x, y]}``, ``values`` is ``["x", "y"]``, ``key`` is ``"actors"``, and ``record``
    is ``{"id": "a"}``: the scalars of the mapping that contains the list.
    """
    edits = []
    records = [node for _, node in _nodes(_compose(text), ()) if isinstance(node, yaml.MappingNode)]
    for record, key, node in ((each, key.value, node) for each in records for key, node in each.value):
        if isinstance(node, yaml.SequenceNode) and all(isinstance(each, yaml.ScalarNode) for each in node.value):
            values = [each.value for each in node.value]
            if (wanted := new_values(_scalars(record), key, values)) != values:
                end = node.end_mark.index if node.flow_style else node.value[-1].end_mark.index
                start = node.start_mark.index if node.flow_style else _end_of_previous_line(text, node.start_mark.index)
                edits.append(_Edit(start, end, f"{'' if node.flow_style else ' '}[{', '.join(wanted)}]"))
    return _apply_edits(text, edits)


def remove_records(text: str, is_dropped: Callable[[NodePath, Mapping[str, str]], bool]) -> str:
    """Return the YAML ``text`` without the list items for which ``is_dropped(path, record)`` is true.

    ``path`` has the keys and indexes that lead to the item: ``("efforts", 0)``. ``record`` maps the item's keys to
    those values that are strings or numbers. Lists in brackets are not changed. A list that loses all its items becomes
    ``[]``.
    """
    edits = []
    for path, node in _nodes(_compose(text), ()):
        if not isinstance(node, yaml.SequenceNode) or node.flow_style:
            continue
        kept = [item for index, item in enumerate(node.value) if not is_dropped((*path, index), _scalars(item))]
        if node.value and not kept:
            start = _end_of_previous_line(text, node.start_mark.index) if path else node.start_mark.index
            edits.append(_Edit(start, _end_of_line(text, _end_index(node)), " []\n" if path else "[]\n"))
            continue
        for item in node.value:
            if item not in kept:
                start = text.rfind("\n", 0, item.start_mark.index) + 1
                edits.append(_Edit(start, _end_of_line(text, _end_index(item)), ""))
    return _apply_edits(text, edits)


def add_keys(text: str, is_match: Callable[[Mapping[str, str]], bool], new_keys: Mapping[str, str]) -> str:
    """Return ``text``, a YAML list of mappings, with ``new_keys`` (a map from key to value) added to some of the
    mappings. They are added if ``is_match(record)`` is true; ``record`` has the strings and numbers of a mapping by
    key.
    """
    edits, text = [], text if text.endswith("\n") else f"{text}\n"
    for item in _compose(text).value:
        if is_match(_scalars(item)):
            pairs = [f"{key}: {value}" for key, value in new_keys.items()]
            if item.flow_style:
                edits.append(
                    _Edit(item.end_mark.index - 1, item.end_mark.index - 1, "".join(f", {each}" for each in pairs))
                )
            else:
                end, indent = _end_of_line(text, _end_index(item)), " " * item.start_mark.column
                edits.append(_Edit(end, end, "".join(f"{indent}{each}\n" for each in pairs)))
    return _apply_edits(text, edits)


def replace_values(text: str, is_match: Callable[[Mapping[str, str]], bool], new_values: Mapping[str, str]) -> str:
    """Return the YAML ``text`` with the values in ``new_values`` (a map from key to value) in some of its mappings. A
    mapping is changed if ``is_match(record)`` is true; ``record`` has its strings and numbers by key. Keys that a
    mapping does not have are not added.
    """
    edits = []
    for _, node in _nodes(_compose(text), ()):
        if isinstance(node, yaml.MappingNode) and is_match(_scalars(node)):
            edits += [
                _Edit(value.start_mark.index, value.end_mark.index, new_values[key.value])
                for key, value in node.value
                if key.value in new_values
            ]
    return _apply_edits(text, edits)


def remove_key(text: str, is_match: Callable[[Mapping[str, str]], bool], key: str) -> str:
    """Return ``text``, a YAML list of mappings, without ``key`` in the mappings for which ``is_match(record)`` is true;
    ``record`` has the strings and numbers of a mapping by key. The key must not be the first one of its mapping.
    """
    edits = []
    for item in _compose(text).value:
        pairs = item.value if is_match(_scalars(item)) else []
        for (_, before), (name, value) in pairwise(pairs):
            if name.value == key and item.flow_style:
                edits.append(_Edit(_end_index(before), _end_index(value), ""))
            elif name.value == key:
                start = text.rfind("\n", 0, name.start_mark.index) + 1
                edits.append(_Edit(start, _end_of_line(text, _end_index(value)), ""))
    return _apply_edits(text, edits)


def append_items(text: str, lines: list[str]) -> str:
    """Return ``text``, a YAML list, with one item appended for each of ``lines``, which are YAML values."""
    root = _compose(text)
    if root is not None and root.flow_style and not root.value:
        text = text[: root.start_mark.index].rstrip(" ") + text[root.end_mark.index :].lstrip("\n")
    text = text if text.endswith("\n") or not text else f"{text}\n"
    return text + "".join(f"- {line}\n" for line in lines)


def _compose(text: str) -> Any:
    # Not CBaseLoader: only the marks of the pure Python loader count characters.
    return yaml.compose(text, Loader=yaml.BaseLoader)


def _nodes(node: yaml.Node, path: NodePath) -> Iterator[tuple[NodePath, yaml.Node]]:
    yield path, node
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _nodes(child, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _nodes(child, (*path, key.value))


def _scalars(node: yaml.Node) -> dict[str, str]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: child.value for key, child in pairs if isinstance(child, yaml.ScalarNode)}


def _end_index(node: Any) -> int:
    """Return the offset after a node's last character. PyYAML's ``end_mark`` is not that offset for block nodes: there
    it is at the beginning of the next token.
    """
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    child = node.value[-1]
    return _end_index(child[1] if isinstance(child, tuple) else child)


def _end_of_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _end_of_previous_line(text: str, index: int) -> int:
    """Return the offset at which the line before that of ``index`` ends. If ``index`` is at the start of a block list,
    the previous line has the list's key.
    """
    return text.rfind("\n", 0, index)


def _apply_edits(text: str, edits: list[_Edit]) -> str:
    for edit in sorted(edits, key=lambda each: -each.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
