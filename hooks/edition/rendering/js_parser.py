"""Parse an ES module: find its imports, exports and top-level declarations, with their positions in the file."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from edition.data.problems import Problem, Where

FOLDER = "docs/assets/js"  # module paths are relative to this folder
_FORMS = "tulis 'import { nama } from \"./berkas.js\";', 'import \"./berkas.js\";', atau 'export' di depan deklarasi"
_FUNCTIONS_AND_CLASSES = ("function_declaration", "generator_function_declaration", "class_declaration")
_VARIABLES = ("lexical_declaration", "variable_declaration")
_NAMES_IN_PATTERNS = ("identifier", "shorthand_property_identifier_pattern")


@dataclass(frozen=True)
class Import:
    """One import statement. ``target`` is the path of the imported module, ``names`` has each imported name with its
    position in the file, and ``where`` is the position of the path in the file.
    """

    target: str
    names: tuple[tuple[str, Where], ...]
    where: Where


@dataclass(frozen=True)
class Module:
    """A parsed module. ``exports`` are its exported names; ``declared`` maps all its top-level names to their positions
    in the file; ``code`` is its text without import statements and without the keyword ``export``.
    """

    path: str
    imports: tuple[Import, ...]
    exports: frozenset[str]
    declared: Mapping[str, Where]
    code: str
    problems: tuple[Problem, ...]


@cache
def parse_module(path: str, text: str) -> Module:
    """Parse and return the module at ``path`` (below ``FOLDER``) with the source ``text``. Syntax errors and
    unsupported forms of import and export are not raised, but listed in its ``problems`` (error code E070).
    """
    reader = _Reader(path, text.encode())
    reader.read()
    code = reader.source
    for start, end in reversed(reader.cuts):
        code = code[:start] + code[end:]
    return Module(
        path,
        tuple(reader.imports),
        frozenset(reader.exports),
        reader.declared,
        code.decode().strip(),
        tuple(reader.problems),
    )


@dataclass
class _Reader:
    """Collects the imports, exports and declarations of one module. ``cuts`` are the byte ranges to remove from
    ``source``: import statements, and the keyword ``export``.
    """

    path: str
    source: bytes
    imports: list[Import] = field(default_factory=list)
    exports: set[str] = field(default_factory=set)
    declared: dict[str, Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> None:
        root = _parser().parse(self.source).root_node
        if root.has_error:
            self._report(_first_error(root), "bukan JavaScript yang sah; periksa tanda kurung, koma, dan tanda petik")
        for node in root.named_children:
            if node.type == "import_statement":
                self._read_import(node)
            elif node.type == "export_statement":
                self._read_export(node)
            else:
                self.declared |= self._names_declared_by(node)

    def _read_import(self, node: Node) -> None:
        groups = [each for clause in node.named_children if clause.type == "import_clause" for each in clause.children]
        specifiers = [each for group in groups for each in group.named_children]
        source = node.child_by_field_name("source")
        is_plain = all(group.type == "named_imports" for group in groups)
        if source is None or not is_plain or any(each.child_by_field_name("alias") for each in specifiers):
            self._report(node, f"bentuk impor ini tidak dipakai; {_FORMS}")
            return
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), _text(source).strip("\"'")))
        names = tuple((_text(each), self._where(each)) for each in specifiers)
        self.imports.append(Import(target, names, self._where(source)))
        self.cuts.append((node.start_byte, node.end_byte))

    def _read_export(self, node: Node) -> None:
        declaration = node.child_by_field_name("declaration")
        if declaration is None or any(each.type == "default" for each in node.children):
            self._report(node, f"bentuk ekspor ini tidak dipakai; {_FORMS}")
            return
        names = self._names_declared_by(declaration)
        self.declared |= names
        self.exports |= names.keys()
        self.cuts.append((node.start_byte, declaration.start_byte))

    def _names_declared_by(self, statement: Node) -> dict[str, Where]:
        if statement.type in _FUNCTIONS_AND_CLASSES:
            targets = [statement.child_by_field_name("name")]
        elif statement.type in _VARIABLES:
            targets = [each.child_by_field_name("name") for each in statement.named_children]
        else:
            targets = []
        return {_text(name): self._where(name) for each in targets if each for name in _names_in_pattern(each)}

    def _report(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self._where(node), "E070", message))

    def _where(self, node: Node) -> Where:
        # tree-sitter counts columns in bytes, but problems report them in characters
        before = self.source[node.start_byte - node.start_point.column : node.start_byte].decode()
        return Where(f"{FOLDER}/{self.path}", node.start_point.row + 1, len(before) + 1)


def _names_in_pattern(node: Node) -> Iterator[Node]:
    """Yield the identifiers that a destructuring pattern declares: ``{ a, b: [c, d = 1], ...e }`` → a, c, d, e."""
    if node.type in _NAMES_IN_PATTERNS:
        yield node
        return
    children = node.named_children
    if node.type == "pair_pattern":
        children = children[1:]
    elif node.type in ("assignment_pattern", "object_assignment_pattern"):
        children = children[:1]
    for child in children:
        yield from _names_in_pattern(child)


def _first_error(node: Node) -> Node:
    """Return the innermost node of the syntax tree at the first syntax error."""
    for child in node.children:
        if child.has_error or child.is_missing:
            return _first_error(child)
    return node


def _text(node: Node) -> str:
    return (node.text or b"").decode()


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))
