"""Load the YAML data files into records, and report every violation of their schema."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from edition.data import positioned_yaml
from edition.data.note_records import Note
from edition.data.positioned_yaml import Document, KeyPath, Value
from edition.data.problems import Problem, Where
from edition.data.publication_records import Imprint, MovedPage, RegisteredAnchor
from edition.data.records import Actor, Chapter, Effort, Event, Obstacle, Recommendation, Record
from edition.data.style_records import CitationStyle
from edition.data.vocabulary import Synonym, Term

# The record types by file and key; the key "" means that the list is the whole file.
LISTS: Mapping[str, Mapping[str, type[Record]]] = {
    "actors": {"": Actor},
    "timeline": {"": Event},
    "obstacles": {"obstacles": Obstacle, "efforts": Effort},
    "recommendations": {"": Recommendation},
    "glossary": {"": Term},
    "notes": {"": Note},
    "synonyms": {"": Synonym},
    "citation_styles": {"": CitationStyle},
    "anchors": {"": RegisteredAnchor},
    "ids": {"": RegisteredAnchor},
    "moved": {"": MovedPage},
}
OPTIONAL = ("ids", "synonyms")  # files that may be missing until an edition has such records
SINGLES: Mapping[str, type[Record]] = {"edition": Imprint, "chapter": Chapter}


@dataclass(frozen=True)
class InvalidRecord:
    """A record that violates its schema; ``path`` leads to it in ``document``. Its ids can still be checked."""

    value: Mapping[str, Value]
    document: Document
    path: KeyPath

    @property
    def name(self) -> str:
        """The id or anchor of the record; empty if it has none."""
        name = self.value.get("id", self.value.get("anchor", ""))
        return name if isinstance(name, str) else ""

    def where(self, *path: str | int) -> Where:
        """Return the line and column of the record or of a part: ``where("actors", 0)`` is its first actor."""
        return self.document.where((*self.path, *path))


@dataclass(frozen=True)
class RecordList:
    """One list of a data file: its valid ``records`` and its ``broken`` (invalid) ones; none if not ``is_readable``."""

    records: tuple[Record, ...] = ()
    broken: tuple[InvalidRecord, ...] = ()
    is_readable: bool = True


def read_all(folder: Path) -> tuple[dict[str, RecordList], dict[str, Record], list[Problem]]:
    """Read all files in ``folder``. Returns lists by name, one-record files by file name, and all problems."""
    lists: dict[str, RecordList] = {}
    singles: dict[str, Record] = {}
    problems: list[Problem] = []
    for name, model in SINGLES.items():
        document, new_problems = _read_document(folder, name)
        problems += new_problems
        if document.value is not None:
            record, new_problems = _parse(model, document, (), document.value)
            problems += new_problems
            singles |= {name: record} if record else {}
    for name, parts in LISTS.items():
        if name in OPTIONAL and not (folder / f"{name}.yml").exists():
            lists[name] = RecordList()
            continue
        document, new_problems = _read_document(folder, name)
        problems += new_problems
        for list_name, record_list, new_problems in _read_lists(document, name, parts):
            lists[list_name] = record_list
            problems += new_problems
    return lists, singles, problems


def _read_document(folder: Path, name: str) -> tuple[Document, list[Problem]]:
    return positioned_yaml.read(folder / f"{name}.yml", f"{folder.name}/{name}.yml")


def _read_lists(
    document: Document, name: str, parts: Mapping[str, type[Record]]
) -> Iterator[tuple[str, RecordList, list[Problem]]]:
    """Yield (list name, records, problems) for each list in a file. ``parts`` is the file's value in ``LISTS``."""
    is_whole_file, value = "" in parts, document.value
    problems: list[Problem] = []
    if value is not None and not isinstance(value, list if is_whole_file else dict):
        wanted = "daftar (tiap catatan diawali tanda hubung)" if is_whole_file else f"pasangan kunci {', '.join(parts)}"
        problems.append(Problem(document.where(()), "E013", f"isi berkas harus {wanted}"))
        value = None
    if isinstance(value, dict):
        problems += [_unknown_key_problem(document, (key,), list(parts)) for key in value.keys() - parts.keys()]
    for key, model in parts.items():
        path: KeyPath = (key,) if key else ()
        inner = value.get(key) if isinstance(value, dict) else value
        if inner is None and isinstance(value, dict):
            problems.append(Problem(document.where(()), "E011", f'kunci wajib "{key}" tidak ada; tambahkan'))
        elif inner is not None and not isinstance(inner, list):
            problems.append(Problem(document.where(path), "E013", f'"{key}" harus daftar, bukan teks'))
        record_list, new_problems = _parse_list(model, document, path, inner if isinstance(inner, list) else None)
        yield key or name, record_list, [*problems, *new_problems]
        problems = []


def _parse_list(
    model: type[Record], document: Document, path: KeyPath, values: list[Value] | None
) -> tuple[RecordList, list[Problem]]:
    if values is None:
        return RecordList(is_readable=False), []
    records: list[Record] = []
    broken: list[InvalidRecord] = []
    problems: list[Problem] = []
    for index, value in enumerate(values):
        record, new_problems = _parse(model, document, (*path, index), value)
        problems += new_problems
        if record:
            records.append(record)
        elif isinstance(value, dict):
            broken.append(InvalidRecord(value, document, (*path, index)))
    return RecordList(tuple(records), tuple(broken)), problems


def _parse(model: type[Record], document: Document, path: KeyPath, value: Value) -> tuple[Record | None, list[Problem]]:
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        return None, [_convert_error(model, document, path, value, detail) for detail in error.errors()]
    _set_positions(record, document, path)
    return record, []


def _set_positions(record: Record, document: Document, path: KeyPath) -> None:
    """Store in a record, and in every record nested in it, its position in the file."""
    record.set_position(document, path)
    for name in type(record).model_fields:
        inner = getattr(record, name)
        for index, part in enumerate(inner if isinstance(inner, tuple) else ()):
            if isinstance(part, Record):
                _set_positions(part, document, (*path, name, index))


def _convert_error(
    model: type[Record], document: Document, path: KeyPath, value: Value, detail: ErrorDetails
) -> Problem:
    """Convert ``detail``, one error of a pydantic validation, into a problem with a message for editors."""
    location = (*path, *detail["loc"])
    field = ".".join(str(part) for part in detail["loc"] if isinstance(part, str)) or "catatan"
    owner = f' (catatan "{value["id"]}")' if isinstance(value, dict) and "id" in value else ""
    kind = detail["type"]
    if kind.startswith("E0"):
        return Problem(document.where(location), kind, f"{field}: {detail['msg']}{owner}")
    if kind == "missing":
        return Problem(document.where(location[:-1]), "E011", f'kunci wajib "{field}" tidak ada; tambahkan{owner}')
    if kind == "extra_forbidden":
        return _unknown_key_problem(document, location, _keys_at(model, detail["loc"][:-1]), owner)
    if kind == "literal_error":
        expected = detail["ctx"]["expected"].replace("' or '", "', '").replace("'", "")
        return Problem(
            document.where(location), "E014", f'{field}: "{detail["input"]}" tidak dikenal; pilih {expected}{owner}'
        )
    if kind == "too_short":
        return Problem(document.where(location), "E016", f"{field}: daftar kosong; isi sekurangnya satu{owner}")
    wanted = {"string_type": "teks", "tuple_type": "daftar"}.get(kind, "pasangan kunci dan nilai")
    return Problem(document.where(location), "E013", f"{field}: harus {wanted}{owner}")


def _unknown_key_problem(document: Document, location: KeyPath, known: list[str], owner: str = "") -> Problem:
    key = str(location[-1])
    matches = difflib.get_close_matches(key, known, n=1)
    cure = f'mungkin maksudnya "{matches[0]}"' if matches else f"yang dikenal: {', '.join(known)}"
    return Problem(document.where_key(location), "E010", f'kunci "{key}" tidak dikenal; {cure}{owner}')


def _keys_at(model: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the keys that ``model`` allows at ``path`` in a record: ``("title",)`` → keys of ``Bilingual``."""
    for part in path:
        if isinstance(part, str):
            inner = _find_model(model.model_fields[part].annotation)
            model = inner or model
    return list(model.model_fields)


def _find_model(annotation: object) -> type[BaseModel] | None:
    """Return the pydantic model inside a type annotation: ``tuple[Section, ...]`` → ``Section``; or ``None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in getattr(annotation, "__args__", ()) if (model := _find_model(part))), None)
