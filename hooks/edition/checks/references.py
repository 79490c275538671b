"""Rules for ids and references in records of every kind."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from edition.data.problems import Problem, Where
from edition.data.publication_records import RegisteredAnchor
from edition.data.records import Event, Record
from edition.model.anchors import is_note_subject
from edition.model.dataset import Dataset
from edition.model.notes import parse_sentence_name

# List of records → its fields that hold ids → the kind of record that these ids name.
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
    "actors": "aktor",
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
    """Records of the same kind must not share an id, and paragraphs must not share an anchor.

    ``anchors.yml`` and ``ids.yml`` may list an anchor several times, but only once per page.
    """
    for kind in NAMES:
        first: dict[tuple[str, str], Where] = {}
        for record in getattr(dataset, kind):
            key = "id" if hasattr(record, "id") else "anchor"
            name, where = getattr(record, key), record.where(key)
            page = record.page if isinstance(record, RegisteredAnchor) else ""
            if previous := first.get((name, page)):
                message = f'{key} {NAMES[kind]} "{name}" berulang (pertama di baris {previous.line}); beri nama lain'
                yield Problem(where, "E020", message)
            first.setdefault((name, page), where)


def references_exist(dataset: Dataset) -> Iterator[Problem]:
    """Every id in a field that refers to records, e.g. ``actors``, must be that of an existing record. Every anchor in
    a field that refers to paragraphs, e.g. ``sources``, must be that of an existing paragraph.
    """
    for kind, record, field, target, name, where in _references(dataset):
        exists = is_note_subject(dataset, name) if target == "subjects" else dataset.knows(target, name)
        if not exists:
            target_kind = NAMES.get(target, "paragraf atau butir data")
            message = f'{field}: {target_kind} "{name}" tidak ada ({NAMES[kind]} "{record}"); {_advice(target)}'
            yield Problem(where, "E024", message)


def no_entry_is_repeated(dataset: Dataset) -> Iterator[Problem]:
    """A list of references, e.g. ``sources``, must not name a record twice. A record must not refer to itself."""
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
    """Each sentence in the field ``sentences`` of a note must belong to a paragraph in its field ``about``."""
    for note in dataset.notes:
        for index, each in enumerate(note.sentences):
            paragraph, _ = parse_sentence_name(each)
            if paragraph not in note.about:
                message = f'kalimat "{each}" bukan dari paragraf dalam "about" (catatan "{note.id}"); tambahkan di sana'
                yield Problem(note.where("sentences", index), "E062", message)


def inferred_links_state_basis(dataset: Dataset) -> Iterator[Problem]:
    """A record that has ``answers``, ``after`` or ``before`` must state its ``basis``, and so must an event without a
    date. All other efforts, recommendations and events must not state a basis.

    The basis says whether the source states these links between records, or the editors inferred them.
    """
    linked: list[tuple[str, Record, str, bool, str | None]] = [
        *(("upaya", record, record.id, bool(record.answers), record.basis) for record in dataset.efforts),
        *(("saran", record, record.id, bool(record.answers), record.basis) for record in dataset.recommendations),
        *(("peristiwa", event, event.id, _needs_basis(event), event.basis) for event in dataset.timeline),
    ]
    for name, record, record_id, is_linked, basis in linked:
        if is_linked and basis is None:
            message = f'{name} "{record_id}" perlu "basis": source (kata sumber) atau editorial (tafsiran penyunting)'
            yield Problem(record.where(), "E026", message)
        elif basis and not is_linked:
            yield Problem(
                record.where("basis"), "E026", f'"basis" pada {name} "{record_id}" tidak menerangkan apa pun; hapus'
            )


def inferences_say_what_the_source_states(dataset: Dataset) -> Iterator[Problem]:
    """A record of which something is inferred (a basis is ``editorial``) must say in its field ``stated`` what the
    source states. All other records must not have that field.
    """
    records = [
        *(("upaya", each, each.id, each.stated, {each.basis}) for each in dataset.efforts),
        *(
            ("saran", each, each.id, each.stated, {each.basis, each.addressees_basis})
            for each in dataset.recommendations
        ),
        *(("peristiwa", each, each.id, each.stated, {each.basis, each.actors_basis}) for each in dataset.timeline),
    ]
    for name, record, record_id, stated, bases in records:
        if "editorial" in bases and stated is None:
            message = f'{name} "{record_id}" memuat tafsiran penyunting; tulis dalam "stated" apa yang dikatakan sumber'
            yield Problem(record.where(), "E028", message)
        elif stated and "editorial" not in bases:
            message = f'"stated" pada {name} "{record_id}" tidak menerangkan tafsiran apa pun; hapus'
            yield Problem(record.where("stated"), "E028", message)


def _needs_basis(event: Event) -> bool:
    return event.date is None or bool(event.after or event.before)


def _references(dataset: Dataset) -> Iterator[tuple[str, str, str, str, str, Where]]:
    """Yield each reference from one record to another, as (kind of record, its id, field, kind of target, id of target,
    position in the file). A kind is the name of a list, e.g. ``actors``. The references in invalid records are
    included.
    """
    for kind, fields in REFERENCES.items():
        for record in getattr(dataset, kind):
            yield from _references_in(kind, record.id, fields, vars(record), record.where)
        for broken in dataset.broken.get(kind) or ():
            yield from _references_in(kind, broken.name, fields, broken.value, broken.where)


def _references_in(
    kind: str, record: str, fields: Mapping[str, str], values: Mapping[str, object], where: Callable[..., Where]
) -> Iterator[tuple[str, str, str, str, str, Where]]:
    for field, target in fields.items():
        value = values.get(field)
        if isinstance(value, str):
            yield kind, record, field, target, value, where(field)
        for index, name in enumerate(value if isinstance(value, (tuple, list)) else ()):
            if isinstance(name, str):
                yield kind, record, field, target, name, where(field, index)


def _advice(target: str) -> str:
    if target == "paragraphs":
        return 'tulis jangkar paragraf dari chapter.yml, misalnya "vi-1-p2"'
    if target == "subjects":
        return 'tulis jangkar paragraf atau butir data, misalnya "vi-1-p2" atau "peristiwa-mou-2004"'
    file = "obstacles" if target == "efforts" else target
    return f"periksa ejaannya atau tambahkan di {file}.yml"
