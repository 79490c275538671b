"""Reading YAML with the place of every value, and every scalar as the text that was typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from edition.data.problems import Problem, Where

Path_ = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

# What changes the direction of a text unseen, or ends a line of it; what no XML can hold.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029"
_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{_BIDI}]|\r(?!\n)")


@dataclass(frozen=True)
class Document:
    """A file that was read: its value (``None`` if it could not be), and where each part stands."""

    file: str
    value: Value | None = None
    values: Mapping[Path_, Where] = field(default_factory=dict)
    keys: Mapping[Path_, Where] = field(default_factory=dict)

    def where(self, path: Path_) -> Where:
        """The place of the value at ``path``, or of the nearest part around it that exists."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Where(self.file))

    def where_key(self, path: Path_) -> Where:
        """The place of the key that ``path`` ends with."""
        return self.keys.get(path) or self.where(path)


def read(path: Path, name: str) -> tuple[Document, list[Problem]]:
    """Read ``path``; ``name`` is how messages call it. Problems E001–E007, never an exception."""
    text, problems = read_text(path, name)
    if problems:
        return Document(name), problems
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return Document(name), [_syntax_problem(error, text, name)]
    if node is None:
        return Document(name), [
            Problem(Where(name), "E002", "berkas kosong; isi dengan data, atau tulis [] bila daftarnya belum berisi")
        ]
    values: dict[Path_, Where] = {}
    keys: dict[Path_, Where] = {}
    reader = _Reader(name, values, keys)
    value = reader.value(node, ())
    return Document(name, value, values, keys), reader.problems


def read_text(path: Path, name: str, may_be_signed: bool = False) -> tuple[str, list[Problem]]:
    """The text of a file, or the problems (E001, E003, E006) for which it cannot be read as one. ``may_be_signed``:
    whether a byte order mark may stand first; it is left out.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", [Problem(Where(name), "E001", "berkas tidak ada; buat berkas ini atau kembalikan dari riwayat git")]
    except OSError as error:
        return "", [Problem(Where(name), "E001", f"berkas tidak dapat dibaca ({error.strerror})")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8")) + 1
        byte = raw[error.start]
        message = f"bita 0x{byte:02X} bukan UTF-8; simpan ulang berkas sebagai UTF-8"
        return "", [Problem(Where(name, line, column), "E003", message)]
    text = text.removeprefix("\ufeff") if may_be_signed else text
    return text, list(_control_characters(text, name))


def _control_characters(text: str, name: str) -> Iterator[Problem]:
    for match in _CONTROL.finditer(text):
        before = text[: match.start()]
        where = Where(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        yield _control_problem(where, match.group())


def _control_problem(where: Where, character: str) -> Problem:
    return Problem(where, "E006", f"karakter kendali U+{ord(character):04X} tidak boleh ada; hapus karakter itu")


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    where = Where(name, mark.line + 1, mark.column + 1) if mark else Where(name)
    lines = text.split("\n")
    line = lines[where.line - 1] if where.line <= len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        place = Where(name, where.line, indent.index("\t") + 1)
        return Problem(place, "E004", "indentasi memakai tab; pakai spasi (dua spasi satu tingkat)")
    detail = error.problem or "susunan tidak dikenal"
    return Problem(where, "E004", f"bukan YAML yang sah ({detail}); periksa indentasi, titik dua, dan tanda petik")


@dataclass
class _Reader:
    """Walks a node tree once. An alias is refused, yet read, so that the rest of the file is checked too;
    one inside what it names would be endless, and is read as empty.
    """

    name: str
    values: dict[Path_, Where]
    keys: dict[Path_, Where]
    problems: list[Problem] = field(default_factory=list)
    done: dict[int, Value] = field(default_factory=dict)

    def value(self, node: yaml.Node, path: Path_) -> Value:
        where = self._place(node)
        self.values[path] = where
        if id(node) in self.done:
            message = "alias YAML (*nama) tidak dipakai di sini; tulis isinya lengkap"
            self.problems.append(Problem(where, "E007", message))
            return self.done[id(node)]
        self.done[id(node)] = ""
        self.done[id(node)] = self._content(node, path)
        return self.done[id(node)]

    def _content(self, node: yaml.Node, path: Path_) -> Value:
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        text = str(node.value)
        if control := _CONTROL.search(text):  # written as an escape, such as "\x0b"
            self.problems.append(_control_problem(self._place(node), control.group()))
        return text

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            where = self._place(key_node)
            if key in found:
                first = self.keys[(*path, key)]
                message = f'kunci "{key}" berulang (pertama di baris {first.line}); hapus salah satunya'
                self.problems.append(Problem(where, "E005", message))
                continue
            self.keys[(*path, key)] = where
            found[key] = self.value(value_node, (*path, key))
        return found

    def _place(self, node: yaml.Node) -> Where:
        return Where(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
