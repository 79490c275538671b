"""An anchor retires: its record goes, what referred to it refers to its heir, and its address leads on."""

from collections.abc import Mapping

from edition.checks.references import REFERENCES
from edition.cli import register_anchors, yaml_edit
from edition.cli.rename import CHAPTER
from edition.cli.transaction import Address, Draft, RefusalError
from edition.model.anchors import KINDS, is_note_subject

_FILES = {"efforts": "obstacles"}
NOTES, SYNONYMS = "data/notes.yml", "data/synonyms.yml"


def retire(draft: Draft, name: str, heir: str) -> str:
    """Retire the anchor ``name``; ``heir`` takes its place. Raises RefusalError where that cannot be."""
    data, places = draft.edition.dataset, draft.edition.link_targets
    entries = [entry for entry in data.registered if entry.anchor == name]
    if not entries:
        raise RefusalError(
            f'jangkar "{name}" belum pernah terbit (tidak ada di data/anchors.yml dan data/ids.yml); hapus saja isinya'
        )
    if data.retired_since(name):
        raise RefusalError(f'jangkar "{name}" sudah pensiun')
    if heir not in places or heir == name:
        raise RefusalError(f'pengganti "{heir}" tidak ada; pilih jangkar lain yang masih hidup')
    if name in places and places[name].kind == "headings":
        raise RefusalError(f'judul "{name}" masih ada di docs/{places[name].page}; hapus dulu judul dan isinya')
    kind, record = _kind_of(draft, name)
    if kind == "paragraphs":
        _drop_paragraph(draft, name)
    elif name in places:
        file = f"data/{_FILES.get(kind, kind)}.yml"
        draft[file] = yaml_edit.without(
            draft[file], lambda path, each: path[:-1] in ((), (kind,)) and each.get("id") == record
        )
    heir_kind, heir_record = _kind_of(draft, heir)
    _refer_to(draft, kind, kind, record, heir_record if heir_kind == kind else "")
    _refer_to(draft, "subjects", kind, name, heir if is_note_subject(data, heir) else "")
    _in_notes(draft, name, heir)
    _in_synonyms(draft, name, heir)

    def leads(address: Address) -> Address:
        return (places[heir].page, heir) if address[1] == name else address

    draft.relink(leads)
    version = data.edition.version
    file = register_anchors.IDS if entries[-1] in data.ids else register_anchors.ANCHORS
    draft[file] = yaml_edit.marked(
        draft[file],
        lambda entry: entry["anchor"] == name and entry["page"] == entries[-1].page,
        {"retired": f'"{version}"', "replaced_by": heir},
    )
    taken = f" Teksnya diambil dari docs/{places[name].page}." if kind == "paragraphs" and name in places else ""
    return f"{name} pensiun sejak edisi {version}; alamatnya meneruskan ke {heir}.{taken}"


def _in_notes(draft: Draft, name: str, heir: str) -> None:
    """Let the links in notes lead to the heir, and no note point at a sentence of a retired paragraph."""

    def left(_: Mapping[str, str], key: str, values: list[str]) -> list[str]:
        return [each for each in values if key != "sentences" or not each.startswith(f"{name}-k")]

    draft[NOTES] = yaml_edit.listed(draft[NOTES], left).replace(f"](#{name})", f"](#{heir})")


def _in_synonyms(draft: Draft, name: str, heir: str) -> None:
    """Let what readers ask with lead to the heir."""

    def led(_: Mapping[str, str], key: str, values: list[str]) -> list[str]:
        wanted = (heir if key == "leads_to" and value == name else value for value in values)
        return list(dict.fromkeys(wanted)) if key == "leads_to" and name in values else values

    if draft[SYNONYMS]:
        draft[SYNONYMS] = yaml_edit.listed(draft[SYNONYMS], led)


def _kind_of(draft: Draft, name: str) -> tuple[str, str]:
    """The kind of an anchor, and the id by which records refer to it."""
    place = draft.edition.link_targets.get(name)
    prefix, _, record = name.partition("-")
    if place and place.kind in ("paragraphs", "headings"):
        return place.kind, name
    return (KINDS[prefix], record) if prefix in KINDS else ("paragraphs", name)


def _drop_paragraph(draft: Draft, name: str) -> None:
    """Take a source paragraph out of the chapter and off its page; what it said is to be told under its heir."""
    draft[CHAPTER] = yaml_edit.without(draft[CHAPTER], lambda _, record: record.get("anchor") == name)
    for page in draft.edition.pages:
        for block in page.blocks:
            if block.argument == name:
                lines = draft[f"docs/{page.name}"].split("\n")
                del lines[block.where.line - 1 : block.last + 1]
                draft[f"docs/{page.name}"] = "\n".join(lines)


def _refer_to(draft: Draft, target: str, kind: str, old: str, new: str) -> None:
    """Let whatever refers to ``old``, a record of ``kind``, refer to ``new``, or where there is none, to nothing."""
    for holder, fields in REFERENCES.items():
        named = {field for field, named in fields.items() if named == target}
        file = f"data/{_FILES.get(holder, holder)}.yml"
        if not named:
            continue

        def changed(
            record: Mapping[str, str], key: str, values: list[str], named: set[str] = named, own: bool = holder == kind
        ) -> list[str]:
            if key not in named or old not in values:
                return values
            itself = record.get("id", "") if own else ""  # no record refers to itself
            wanted = (new if value == old else value for value in values)
            return [value for value in dict.fromkeys(wanted) if value not in ("", itself)]

        def renamed(path: yaml_edit.Path_, value: str, named: set[str] = named) -> str:
            return new if new and value == old and path and path[-1] in named else value

        draft[file] = yaml_edit.replaced(yaml_edit.listed(draft[file], changed), renamed)
