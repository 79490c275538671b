"""Parse YAML and keep the line and column of every value.

Scalars are not converted: ``2017`` and ``null`` become texts. A *key path* is the tuple of the keys and list indexes
that lead to a value, e.g. ``("sections", 0, "title")``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from edition.data.problems import Problem, Where

KeyPath = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

# Invisible characters that change the direction of a text or end a line, and characters that XML does not allow.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029"
_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{_BIDI}]|\r(?!\n)")


@dataclass(frozen=True)
class Document:
    """A parsed YAML file. ``value`` is its content, or ``None`` if it could not be parsed.

    ``values`` and ``keys`` map key paths to the positions of values and of keys in the file. A key path is the tuple of
    the keys and list indexes that lead to a value, e.g. ``("sections", 0, "title")``.
    """

    file: str
    value: Value | None = None
    values: Mapping[KeyPath, Where] = field(default_factory=dict)
    keys: Mapping[KeyPath, Where] = field(default_factory=dict)

    def where(self, path: KeyPath) -> Where:
        """Return the position of the value at ``path``, e.g. ``("sections", 0, "title")``. If there is no such value,
        return the position of the nearest enclosing value.
        """
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Where(self.file))

    def where_key(self, path: KeyPath) -> Where:
        """Return the position of the last key in ``path``, e.g. of ``title`` for ``("sections", 0, "title")``. If
        ``path`` ends with a list index, return the position of that list item.
        """
        return self.keys.get(path) or self.where(path)


def read(path: Path, name: str) -> tuple[Document, list[Problem]]:
    """Parse the YAML file at ``path``. Returns the document, and the problems (E001–E007). ``name`` is the name of the
    file in problem messages.
    """
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
    values: dict[KeyPath, Where] = {}
    keys: dict[KeyPath, Where] = {}
    converter = _Converter(name, values, keys)
    value = converter.convert(node, ())
    return Document(name, value, values, keys), converter.problems


def read_text(path: Path, name: str, allow_bom: bool = False) -> tuple[str, list[Problem]]:
    """Read the file at ``path``. Returns its text, and the problems (E001, E003, E006) if the file is unreadable or not
    valid text. ``name`` is the name of the file in problem messages. If ``allow_bom`` is true, the file may start with
    a byte order mark, which is removed.
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
    text = text.removeprefix("\ufeff") if allow_bom else text
    return text, list(_find_control_characters(text, name))


def _find_control_characters(text: str, name: str) -> Iterator[Problem]:
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
        tab = Where(name, where.line, indent.index("\t") + 1)
        return Problem(tab, "E004", "indentasi memakai tab; pakai spasi (dua spasi satu tingkat)")
    detail = error.problem or "susunan tidak dikenal"
    return Problem(where, "E004", f"bukan YAML yang sah ({detail}); periksa indentasi, titik dua, dan tanda petik")


@dataclass
class _Converter:
    """Converts YAML nodes into Python values, and stores the position of each value and key.

    An alias (``*name``) is reported as a problem. It is still replaced by the value that is marked ``&name``, so that
    the rest of the file can be checked. An alias inside the value to which it refers becomes an empty text, because the
    value would be endless.
    """

    name: str
    values: dict[KeyPath, Where]
    keys: dict[KeyPath, Where]
    problems: list[Problem] = field(default_factory=list)
    converted: dict[int, Value] = field(default_factory=dict)

    def convert(self, node: yaml.Node, path: KeyPath) -> Value:
        where = self._where(node)
        self.values[path] = where
        if id(node) in self.converted:
            message = "alias YAML (*nama) tidak dipakai di sini; tulis isinya lengkap"
            self.problems.append(Problem(where, "E007", message))
            return self.converted[id(node)]
        self.converted[id(node)] = ""
        self.converted[id(node)] = self._convert_content(node, path)
        return self.converted[id(node)]

    def _convert_content(self, node: yaml.Node, path: KeyPath) -> Value:
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(child, (*path, index)) for index, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._convert_mapping(node, path)
        text = str(node.value)
        if control := _CONTROL.search(text):  # written as an escape, such as "\x0b"
            self.problems.append(_control_problem(self._where(node), control.group()))
        return text

    def _convert_mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            where = self._where(key_node)
            if key in entries:
                first = self.keys[(*path, key)]
                message = f'kunci "{key}" berulang (pertama di baris {first.line}); hapus salah satunya'
                self.problems.append(Problem(where, "E005", message))
                continue
            self.keys[(*path, key)] = where
            entries[key] = self.convert(value_node, (*path, key))
        return entries

    def _where(self, node: yaml.Node) -> Where:
        return Where(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
