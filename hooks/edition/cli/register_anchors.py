"""The registers of what was published grow; nothing in them is ever taken away."""

from collections.abc import Iterable

from edition.cli import yaml_edit
from edition.cli.transaction import Draft
from edition.model.anchors import Anchor

ANCHORS, IDS = "data/anchors.yml", "data/ids.yml"
_NEW = {IDS: "# yaml-language-server: $schema=schema/ids.json\n"}


def register_new(draft: Draft) -> str:
    """Add a line for every place that has none, as published with this version."""
    known = {entry.anchor for entry in draft.edition.dataset.registered}
    new = [place for place in draft.edition.link_targets.values() if place.name not in known]
    add(draft, ((place, place.page) for place in new))
    return f"Didaftarkan: {', '.join(place.name for place in new)}" if new else "Semua jangkar sudah terdaftar."


def add(draft: Draft, addresses: Iterable[tuple[Anchor, str]]) -> None:
    """Add a line for each place and page that the registers do not have: anchors to cite apart from other ids."""
    known = {(entry.anchor, entry.page) for entry in draft.edition.dataset.registered}
    version = draft.edition.dataset.edition.version
    for place, page in addresses:
        if (place.name, page) not in known:
            file = IDS if place.kind in ("actors", "headings") else ANCHORS
            line = f'{{anchor: {place.name}, page: {page}, since: "{version}"}}'
            draft[file] = yaml_edit.appended(draft[file] or _NEW.get(file, ""), [line])
