"""Retire an anchor: delete its record, replace the references to it, and redirect its address to the replacement."""

from collections.abc import Mapping

from edition.checks.references import REFERENCES
from edition.cli import register_anchors, yaml_edit
from edition.cli.rename import CHAPTER
from edition.cli.transaction import Address, Draft, RefusalError
from edition.data.publication_records import RegisteredAnchor
from edition.model.anchors import KINDS, is_note_subject

_FILES = {"efforts": "obstacles"}
NOTES, SYNONYMS = "data/notes.yml", "data/synonyms.yml"


def retire(draft: Draft, name: str, replacement: str) -> str:
    """Replace the anchor ``name`` (the id of a paragraph or record) by the anchor ``replacement``; return a message for
    the editor. May raise RefusalError.
    """
    data, targets = draft.edition.dataset, draft.edition.link_targets
    entry = _check(draft, name, replacement)
    kind, record = _find_kind(draft, name)
    if kind == "paragraphs":
        _delete_paragraph(draft, name)
    elif name in targets:
        file = f"data/{_FILES.get(kind, kind)}.yml"
        draft[file] = yaml_edit.remove_records(
            draft[file], lambda path, each: path[:-1] in ((), (kind,)) and each.get("id") == record
        )
    new_kind, new_record = _find_kind(draft, replacement)
    _update_references(draft, kind, kind, record, new_record if new_kind == kind else "")
    _update_references(draft, "subjects", kind, name, replacement if is_note_subject(data, replacement) else "")
    _update_notes(draft, name, replacement)
    _update_synonyms(draft, name, replacement)

    def new_address(address: Address) -> Address:
        return (targets[replacement].page, replacement) if address[1] == name else address

    draft.rewrite_links(new_address)
    version = data.edition.version
    file = register_anchors.IDS if entry in data.ids else register_anchors.ANCHORS
    draft[file] = yaml_edit.add_keys(
        draft[file],
        lambda record: record["anchor"] == name and record["page"] == entry.page,
        {"retired": f'"{version}"', "replaced_by": replacement},
    )
    removal = f" Teksnya diambil dari docs/{targets[name].page}." if kind == "paragraphs" and name in targets else ""
    return f"{name} nonaktif sejak edisi {version}; alamatnya meneruskan ke {replacement}.{removal}"


def _check(draft: Draft, name: str, replacement: str) -> RegisteredAnchor:
    """Return the last entry of the anchor ``name`` in the lists of published ids (``anchors.yml``, ``ids.yml``). Raises
    RefusalError if the anchor must not be retired, or not be replaced by ``replacement``.
    """
    data, targets = draft.edition.dataset, draft.edition.link_targets
    entries = [entry for entry in data.registered if entry.anchor == name]
    if not entries:
        raise RefusalError(
            f'jangkar "{name}" belum pernah terbit (tidak ada di data/anchors.yml dan data/ids.yml); hapus saja isinya'
        )
    if data.retired_since(name):
        raise RefusalError(f'jangkar "{name}" sudah nonaktif')
    if replacement not in targets or replacement == name:
        raise RefusalError(f'pengganti "{replacement}" tidak ada; pilih jangkar lain yang masih hidup')
    if name in targets and targets[name].kind == "headings":
        raise RefusalError(f'judul "{name}" masih ada di docs/{targets[name].page}; hapus dulu judul dan isinya')
    return entries[-1]


def _update_notes(draft: Draft, name: str, replacement: str) -> None:
    """Replace links to the anchor ``name`` in the editors' notes by links to ``replacement``. Notes on sentences of the
    retired paragraph lose the names of these sentences (``vi-1-p4-k2``), and notes on words of it lose these words.
    """
    on_words = {note.id for note in draft.edition.dataset.notes if note.words and note.about[0] == name}

    def drop_sentences(_: Mapping[str, str], key: str, values: list[str]) -> list[str]:
        return [each for each in values if key != "sentences" or not each.startswith(f"{name}-k")]

    text = yaml_edit.replace_lists(draft[NOTES], drop_sentences).replace(f"](#{name})", f"](#{replacement})")
    draft[NOTES] = yaml_edit.remove_key(text, lambda record: record.get("id") in on_words, "words")


def _update_synonyms(draft: Draft, name: str, replacement: str) -> None:
    """Change the search synonyms that lead to the anchor ``name``, so that they lead to ``replacement``."""

    def replace_target(_: Mapping[str, str], key: str, values: list[str]) -> list[str]:
        wanted = (replacement if key == "leads_to" and value == name else value for value in values)
        return list(dict.fromkeys(wanted)) if key == "leads_to" and name in values else values

    if draft[SYNONYMS]:
        draft[SYNONYMS] = yaml_edit.replace_lists(draft[SYNONYMS], replace_target)


def _find_kind(draft: Draft, name: str) -> tuple[str, str]:
    """Return (kind, record id) for the anchor ``name``: ``peristiwa-mou-2004`` → ``timeline``, ``mou-2004``. The kind
    is the list of the record, ``paragraphs`` or ``headings``. The record id is the name by which other records refer to
    the record.
    """
    target = draft.edition.link_targets.get(name)
    prefix, _, record = name.partition("-")
    if target and target.kind in ("paragraphs", "headings"):
        return target.kind, name
    return (KINDS[prefix], record) if prefix in KINDS else ("paragraphs", name)


def _delete_paragraph(draft: Draft, name: str) -> None:
    """Delete a source paragraph from ``chapter.yml``, and its block from its page.

    The block's text is deleted too; therefore the message of ``retire`` names the page, so that editors can restate the
    text elsewhere.
    """
    draft[CHAPTER] = yaml_edit.remove_records(draft[CHAPTER], lambda _, record: record.get("anchor") == name)
    for page in draft.edition.pages:
        for block in page.blocks:
            if block.argument == name:
                lines = draft[f"docs/{page.name}"].split("\n")
                del lines[block.where.line - 1 : block.last + 1]
                draft[f"docs/{page.name}"] = "\n".join(lines)


def _update_references(draft: Draft, target: str, kind: str, old: str, new: str) -> None:
    """Replace the id ``old`` by ``new`` wherever a record refers to it. If ``new`` is empty, remove ``old`` from lists.

    Only the fields for which the table ``REFERENCES`` has the value ``target`` are changed. ``kind`` is the list of the
    retired record, such as ``timeline``; records of that list must not refer to themselves afterwards.
    """
    for list_name, fields in REFERENCES.items():
        keys = {field for field, kind_named in fields.items() if kind_named == target}
        file = f"data/{_FILES.get(list_name, list_name)}.yml"
        if not keys:
            continue

        def update_list(
            record: Mapping[str, str],
            key: str,
            values: list[str],
            keys: set[str] = keys,
            is_same_kind: bool = list_name == kind,
        ) -> list[str]:
            if key not in keys or old not in values:
                return values
            own_id = record.get("id", "") if is_same_kind else ""  # a record must not refer to itself
            wanted = (new if value == old else value for value in values)
            return [value for value in dict.fromkeys(wanted) if value not in ("", own_id)]

        def update_scalar(path: yaml_edit.NodePath, value: str, keys: set[str] = keys) -> str:
            return new if new and value == old and path and path[-1] in keys else value

        draft[file] = yaml_edit.replace_scalars(yaml_edit.replace_lists(draft[file], update_list), update_scalar)
