"""Rules for ids and references, whatever the kind of record."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from edition.data.problems import Problem, Where
from edition.data.publication_records import RegisteredAnchor
from edition.data.records import Event, Record
from edition.model.anchors import is_note_subject
from edition.model.dataset import Dataset
from edition.model.notes import sentence_of

# For each list of records, the fields that hold ids, and what these ids name.
REFERENCES = {
    "actors": {"sources": "paragraphs", "term": "glossary"},
    "timeline": {"after": "timeline", "before": "timeline", "actors": "actors", "sources": "paragraphs"},
    "obstacles": {"actors": "actors", "sources": "paragraphs"},
    "efforts": {"actors": "actors", "answers": "obstacles", "sources": "paragraphs"},
    "recommendations": {"addressees": "actors", "answers": "obstacles", "sources": "paragraphs"},
    "glossary": {"related": "glossary", "sources": "paragraphs"},
    "notes": {"about": "subjects"},
}
NAMES = {
    "actors": "pelaku",
    "timeline": "peristiwa",
    "obstacles": "kendala",
    "efforts": "upaya",
    "recommendations": "saran",
    "glossary": "istilah",
    "notes": "catatan",
    "paragraphs": "paragraf",
    "anchors": "jangkar",
    "ids": "id",
    "citation_styles": "gaya kutipan",
}


def ids_are_unique(dataset: Dataset) -> Iterator[Problem]:
    """An id names one record of its kind, an anchor one paragraph, and on one page, one line of the register."""
    for kind in NAMES:
        first: dict[tuple[str, str], Where] = {}
        for record in getattr(dataset, kind):
            key = "id" if hasattr(record, "id") else "anchor"
            name, where = getattr(record, key), record.where(key)
            page = record.page if isinstance(record, RegisteredAnchor) else ""
            if seen := first.get((name, page)):
                message = f'{key} {NAMES[kind]} "{name}" berulang (pertama di baris {seen.line}); beri nama lain'
                yield Problem(where, "E020", message)
            first.setdefault((name, page), where)


def references_exist(dataset: Dataset) -> Iterator[Problem]:
    """Whatever a record refers to is there."""
    for kind, record, field, target, name, where in _references(dataset):
        is_there = is_note_subject(dataset, name) if target == "subjects" else dataset.knows(target, name)
        if not is_there:
            told = NAMES.get(target, "paragraf atau butir data")
            message = f'{field}: {told} "{name}" tidak ada ({NAMES[kind]} "{record}"); {_cure(target)}'
            yield Problem(where, "E024", message)


def no_entry_is_repeated(dataset: Dataset) -> Iterator[Problem]:
    """A list of references names each thing once, and a record never refers to itself."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for kind, record, field, target, name, where in _references(dataset):
        counted[kind, record, field, name] += 1
        if counted[kind, record, field, name] == 2:
            yield Problem(where, "E025", f'{field}: "{name}" disebut dua kali ({NAMES[kind]} "{record}"); hapus satu')
        if kind == target and record == name:
            yield Problem(
                where, "E025", f'{field}: {NAMES[kind]} "{record}" merujuk dirinya sendiri; hapus rujukan ini'
            )


def sentences_are_of_their_notes(dataset: Dataset) -> Iterator[Problem]:
    """A sentence that a note points at is in a paragraph that the note is about."""
    for note in dataset.notes:
        for index, each in enumerate(note.sentences):
            paragraph, _ = sentence_of(each)
            if paragraph not in note.about:
                message = f'kalimat "{each}" bukan dari paragraf dalam "about" (catatan "{note.id}"); tambahkan di sana'
                yield Problem(note.where("sentences", index), "E062", message)


def links_say_their_basis(dataset: Dataset) -> Iterator[Problem]:
    """What is linked by reading (answers, the place of an event) says on whose word: ``basis``."""
    linked: list[tuple[str, Record, str, bool, str | None]] = [
        *(("upaya", record, record.id, bool(record.answers), record.basis) for record in dataset.efforts),
        *(("saran", record, record.id, bool(record.answers), record.basis) for record in dataset.recommendations),
        *(("peristiwa", event, event.id, _has_place(event), event.basis) for event in dataset.timeline),
    ]
    for name, record, record_id, is_linked, basis in linked:
        if is_linked and basis is None:
            message = f'{name} "{record_id}" perlu "basis": source (kata sumber) atau editorial (simpulan penyunting)'
            yield Problem(record.where(), "E026", message)
        elif basis and not is_linked:
            yield Problem(
                record.where("basis"), "E026", f'"basis" pada {name} "{record_id}" tidak menerangkan apa pun; hapus'
            )


def _has_place(event: Event) -> bool:
    return event.date is None or bool(event.after or event.before)


def _references(dataset: Dataset) -> Iterator[tuple[str, str, str, str, str, Where]]:
    """(kind, id of the record, field, what the field names, name, place) of each reference."""
    for kind, fields in REFERENCES.items():
        for record in getattr(dataset, kind):
            yield from _named(kind, record.id, fields, vars(record), record.where)
        for broken in dataset.broken.get(kind) or ():
            yield from _named(kind, broken.name, fields, broken.value, broken.where)


def _named(
    kind: str, record: str, fields: Mapping[str, str], values: Mapping[str, object], where: Callable[..., Where]
) -> Iterator[tuple[str, str, str, str, str, Where]]:
    for field, target in fields.items():
        value = values.get(field)
        if isinstance(value, str):
            yield kind, record, field, target, value, where(field)
        for index, name in enumerate(value if isinstance(value, (tuple, list)) else ()):
            if isinstance(name, str):
                yield kind, record, field, target, name, where(field, index)


def _cure(target: str) -> str:
    if target == "paragraphs":
        return 'tulis jangkar paragraf dari chapter.yml, misalnya "vi-1-p2"'
    if target == "subjects":
        return 'tulis jangkar paragraf atau butir data, misalnya "vi-1-p2" atau "peristiwa-mou-2004"'
    file = "obstacles" if target == "efforts" else target
    return f"periksa ejaannya atau tambahkan di {file}.yml"
