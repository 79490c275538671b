"""From YAML files to records: reads all of them, and says all that is wrong with their shape."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from edition.data import positioned_yaml
from edition.data.positioned_yaml import Document, Path_, Value
from edition.data.problems import Problem, Where
from edition.data.publication_records import Imprint, MovedPage, RegisteredAnchor
from edition.data.records import Actor, Chapter, Effort, Event, Note, Obstacle, Recommendation, Record
from edition.data.style_records import CitationStyle
from edition.data.vocabulary import Synonym, Term

# Which file holds which records: under a key, or (key "") as the whole file.
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
OPTIONAL = ("ids", "synonyms")  # files that an edition has only once it needs them
SINGLES: Mapping[str, type[Record]] = {"edition": Imprint, "chapter": Chapter}


@dataclass(frozen=True)
class InvalidRecord:
    """A record with a wrong shape, kept so that what it refers to can be checked all the same."""

    value: Mapping[str, Value]
    document: Document
    path: Path_

    @property
    def name(self) -> str:
        """Its id or anchor, empty if it has none."""
        name = self.value.get("id", self.value.get("anchor", ""))
        return name if isinstance(name, str) else ""

    def where(self, *path: str | int) -> Where:
        """The place of the part of it at ``path``."""
        return self.document.where((*self.path, *path))


@dataclass(frozen=True)
class RecordList:
    """The records of one list, good and broken; an unreadable list may have held anything."""

    records: tuple[Record, ...] = ()
    broken: tuple[InvalidRecord, ...] = ()
    is_readable: bool = True


def read_all(folder: Path) -> tuple[dict[str, RecordList], dict[str, Record], list[Problem]]:
    """Read every data file of ``folder``: lists by name (``efforts`` is one), single records by name."""
    lists: dict[str, RecordList] = {}
    singles: dict[str, Record] = {}
    problems: list[Problem] = []
    for name, model in SINGLES.items():
        document, found = _document(folder, name)
        problems += found
        if document.value is not None:
            record, found = _record(model, document, (), document.value)
            problems += found
            singles |= {name: record} if record else {}
    for name, parts in LISTS.items():
        if name in OPTIONAL and not (folder / f"{name}.yml").exists():
            lists[name] = RecordList()
            continue
        document, found = _document(folder, name)
        problems += found
        for part, batch, found in _parts(document, name, parts):
            lists[part] = batch
            problems += found
    return lists, singles, problems


def _document(folder: Path, name: str) -> tuple[Document, list[Problem]]:
    return positioned_yaml.read(folder / f"{name}.yml", f"{folder.name}/{name}.yml")


def _parts(
    document: Document, name: str, parts: Mapping[str, type[Record]]
) -> Iterator[tuple[str, RecordList, list[Problem]]]:
    """Each list in a file, under its key or as the whole of it."""
    whole = "" in parts
    value = document.value
    problems: list[Problem] = []
    if value is not None and not isinstance(value, list if whole else dict):
        wanted = "daftar (tiap catatan diawali tanda hubung)" if whole else f"pasangan kunci {', '.join(parts)}"
        problems.append(Problem(document.where(()), "E013", f"isi berkas harus {wanted}"))
        value = None
    if isinstance(value, dict):
        for key in value.keys() - parts.keys():
            problems.append(_unknown_key(document, (key,), list(parts)))
    for key, model in parts.items():
        path: Path_ = (key,) if key else ()
        inner = value.get(key) if isinstance(value, dict) else value
        if inner is None and isinstance(value, dict):
            problems.append(Problem(document.where(()), "E011", f'kunci wajib "{key}" tidak ada; tambahkan'))
        elif inner is not None and not isinstance(inner, list):
            problems.append(Problem(document.where(path), "E013", f'"{key}" harus daftar, bukan teks'))
        batch, found = _batch(model, document, path, inner if isinstance(inner, list) else None)
        yield key or name, batch, [*problems, *found]
        problems = []


def _batch(
    model: type[Record], document: Document, path: Path_, values: list[Value] | None
) -> tuple[RecordList, list[Problem]]:
    if values is None:
        return RecordList(is_readable=False), []
    records: list[Record] = []
    broken: list[InvalidRecord] = []
    problems: list[Problem] = []
    for index, value in enumerate(values):
        record, found = _record(model, document, (*path, index), value)
        problems += found
        if record:
            records.append(record)
        elif isinstance(value, dict):
            broken.append(InvalidRecord(value, document, (*path, index)))
    return RecordList(tuple(records), tuple(broken)), problems


def _record(model: type[Record], document: Document, path: Path_, value: Value) -> tuple[Record | None, list[Problem]]:
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        return None, [_problem(model, document, path, value, detail) for detail in error.errors()]
    _stand(record, document, path)
    return record, []


def _stand(record: Record, document: Document, path: Path_) -> None:
    """Tell a record, and the records in it, where they stand in the file."""
    record.set_position(document, path)
    for name in type(record).model_fields:
        inner = getattr(record, name)
        for index, part in enumerate(inner if isinstance(inner, tuple) else ()):
            if isinstance(part, Record):
                _stand(part, document, (*path, name, index))


def _problem(model: type[Record], document: Document, path: Path_, value: Value, detail: ErrorDetails) -> Problem:
    """A pydantic error, in words for an editor."""
    location = (*path, *detail["loc"])
    field = ".".join(str(part) for part in detail["loc"] if isinstance(part, str)) or "catatan"
    owner = f' (catatan "{value["id"]}")' if isinstance(value, dict) and "id" in value else ""
    kind = detail["type"]
    if kind.startswith("E0"):
        return Problem(document.where(location), kind, f"{field}: {detail['msg']}{owner}")
    if kind == "missing":
        return Problem(document.where(location[:-1]), "E011", f'kunci wajib "{field}" tidak ada; tambahkan{owner}')
    if kind == "extra_forbidden":
        return _unknown_key(document, location, _keys_at(model, detail["loc"][:-1]), owner)
    if kind == "literal_error":
        expected = detail["ctx"]["expected"].replace("' or '", "', '").replace("'", "")
        return Problem(
            document.where(location), "E014", f'{field}: "{detail["input"]}" tidak dikenal; pilih {expected}{owner}'
        )
    if kind == "too_short":
        return Problem(document.where(location), "E016", f"{field}: daftar kosong; isi sekurangnya satu{owner}")
    wanted = {"string_type": "teks", "tuple_type": "daftar"}.get(kind, "pasangan kunci dan nilai")
    return Problem(document.where(location), "E013", f"{field}: harus {wanted}{owner}")


def _unknown_key(document: Document, location: Path_, known: list[str], owner: str = "") -> Problem:
    key = str(location[-1])
    near = difflib.get_close_matches(key, known, n=1)
    cure = f'mungkin maksudnya "{near[0]}"' if near else f"yang dikenal: {', '.join(known)}"
    return Problem(document.where_key(location), "E010", f'kunci "{key}" tidak dikenal; {cure}{owner}')


def _keys_at(model: type[BaseModel], path: Path_) -> list[str]:
    """The keys that the model knows at ``path``."""
    for part in path:
        if isinstance(part, str):
            inner = _model_in(model.model_fields[part].annotation)
            model = inner or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model inside an annotation such as ``tuple[Section, ...]`` or ``Bilingual | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _model_in(part))), None)
