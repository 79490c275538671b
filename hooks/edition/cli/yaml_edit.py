"""Small edits of YAML files: what they do not touch stays as it was typed, comments and all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class _Edit:
    """Characters ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: str


def replaced(text: str, new: Callable[[Path_, str], str]) -> str:
    """The file with each scalar (given with its path) as ``new`` would have it."""
    edits = []
    for path, node in _nodes(_compose(text), ()):
        if isinstance(node, yaml.ScalarNode) and (value := new(path, node.value)) != node.value:
            edits.append(_Edit(node.start_mark.index, node.end_mark.index, value))
    return _edited(text, edits)


def listed(text: str, new: Callable[[Mapping[str, str], str, list[str]], list[str]]) -> str:
    """The file with each list of scalars as ``new`` would have it, given the scalars of its record, its key, and its
    values; a changed one is written on one line.
    """
    edits = []
    records = [node for _, node in _nodes(_compose(text), ()) if isinstance(node, yaml.MappingNode)]
    for record, key, node in ((each, key.value, node) for each in records for key, node in each.value):
        if isinstance(node, yaml.SequenceNode) and all(isinstance(each, yaml.ScalarNode) for each in node.value):
            values = [each.value for each in node.value]
            if (wanted := new(_scalars(record), key, values)) != values:
                end = node.end_mark.index if node.flow_style else node.value[-1].end_mark.index
                start = node.start_mark.index if node.flow_style else _line_before(text, node.start_mark.index)
                edits.append(_Edit(start, end, f"{'' if node.flow_style else ' '}[{', '.join(wanted)}]"))
    return _edited(text, edits)


def without(text: str, is_dropped: Callable[[Path_, Mapping[str, str]], bool]) -> str:
    """The file without the records (items of block lists, given with their scalars) for which that holds. A list that
    has none left is ``[]``.
    """
    edits = []
    for path, node in _nodes(_compose(text), ()):
        if not isinstance(node, yaml.SequenceNode) or node.flow_style:
            continue
        kept = [item for index, item in enumerate(node.value) if not is_dropped((*path, index), _scalars(item))]
        if node.value and not kept:
            start = _line_before(text, node.start_mark.index) if path else node.start_mark.index
            edits.append(_Edit(start, _end_of_line(text, _last(node)), " []\n" if path else "[]\n"))
            continue
        for item in node.value:
            if item not in kept:
                start = text.rfind("\n", 0, item.start_mark.index) + 1
                edits.append(_Edit(start, _end_of_line(text, _last(item)), ""))
    return _edited(text, edits)


def marked(text: str, of: Callable[[Mapping[str, str]], bool], more: Mapping[str, str]) -> str:
    """The file with keys added to the records (items of the list that it is) for which ``of`` holds."""
    edits, text = [], text if text.endswith("\n") else f"{text}\n"
    for item in _compose(text).value:
        if of(_scalars(item)):
            pairs = [f"{key}: {value}" for key, value in more.items()]
            if item.flow_style:
                edits.append(
                    _Edit(item.end_mark.index - 1, item.end_mark.index - 1, "".join(f", {each}" for each in pairs))
                )
            else:
                end, indent = _end_of_line(text, _last(item)), " " * item.start_mark.column
                edits.append(_Edit(end, end, "".join(f"{indent}{each}\n" for each in pairs)))
    return _edited(text, edits)


def records_changed(text: str, of: Callable[[Mapping[str, str]], bool], new: Mapping[str, str]) -> str:
    """The file with other scalars in the mappings for which ``of`` holds."""
    edits = []
    for _, node in _nodes(_compose(text), ()):
        if isinstance(node, yaml.MappingNode) and of(_scalars(node)):
            edits += [
                _Edit(value.start_mark.index, value.end_mark.index, new[key.value])
                for key, value in node.value
                if key.value in new
            ]
    return _edited(text, edits)


def appended(text: str, lines: list[str]) -> str:
    """The file, a list, with items added at its end, each a line."""
    root = _compose(text)
    if root is not None and root.flow_style and not root.value:
        text = text[: root.start_mark.index].rstrip(" ") + text[root.end_mark.index :].lstrip("\n")
    text = text if text.endswith("\n") or not text else f"{text}\n"
    return text + "".join(f"- {line}\n" for line in lines)


def _compose(text: str) -> Any:
    return yaml.compose(text, Loader=yaml.BaseLoader)  # Python's own: its marks count characters


def _nodes(node: yaml.Node, path: Path_) -> Iterator[tuple[Path_, yaml.Node]]:
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


def _last(node: Any) -> int:
    """Where a node's last character is; a block's own mark stands at whatever follows it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    child = node.value[-1]
    return _last(child[1] if isinstance(child, tuple) else child)


def _end_of_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _line_before(text: str, index: int) -> int:
    """The end of the line before the one with ``index``: where the key of a block stands."""
    return text.rfind("\n", 0, index)


def _edited(text: str, edits: list[_Edit]) -> str:
    for edit in sorted(edits, key=lambda each: -each.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
