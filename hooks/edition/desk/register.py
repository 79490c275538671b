"""The register of published anchors grows; nothing in it is ever taken away."""

from pathlib import Path

from edition.model.edition import Edition


def register_new(edition: Edition, path: Path) -> list[str]:
    """Append the live anchors that ``path`` does not list yet, as published with this edition's version.
    Returns their names.
    """
    known = {entry.anchor for entry in edition.dataset.anchors}
    version = edition.dataset.edition.version
    new = [anchor for anchor in edition.anchors if anchor.name not in known]
    lines = [f'- {{anchor: {anchor.name}, page: {anchor.page}, since: "{version}"}}\n' for anchor in new]
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    return [anchor.name for anchor in new]
