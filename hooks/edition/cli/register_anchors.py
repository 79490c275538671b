"""Add entries to the lists of published anchors and other ids, ``anchors.yml`` and ``ids.yml``. Entries of these lists
are never removed.
"""

from collections.abc import Iterable

from edition.cli import yaml_edit
from edition.cli.transaction import Draft
from edition.model.anchors import Anchor

ANCHORS, IDS = "data/anchors.yml", "data/ids.yml"
_FILE_HEADERS = {IDS: "# yaml-language-server: $schema=schema/ids.json\n"}


def register_new(draft: Draft) -> str:
    """Add each id that is not yet in the lists of published ids, with the edition's version as ``since``; return a
    message for the editor. All ids that other pages may link are added.
    """
    known = {entry.anchor for entry in draft.edition.dataset.registered}
    new = [target for target in draft.edition.link_targets.values() if target.name not in known]
    add(draft, ((target, target.page) for target in new))
    return f"Didaftarkan: {', '.join(target.name for target in new)}" if new else "Semua jangkar sudah terdaftar."


def add(draft: Draft, addresses: Iterable[tuple[Anchor, str]]) -> None:
    """Add each pair of ``addresses`` (a link target, i.e. an id that pages may link, and its page file) to the lists of
    published ids, unless it is listed already. Ids that can be cited are added to ``anchors.yml``, others to
    ``ids.yml``.
    """
    known = {(entry.anchor, entry.page) for entry in draft.edition.dataset.registered}
    version = draft.edition.dataset.edition.version
    for target, page in addresses:
        if (target.name, page) not in known:
            file = IDS if target.kind in ("actors", "headings") else ANCHORS
            line = f'{{anchor: {target.name}, page: {page}, since: "{version}"}}'
            draft[file] = yaml_edit.append_items(draft[file] or _FILE_HEADERS.get(file, ""), [line])
