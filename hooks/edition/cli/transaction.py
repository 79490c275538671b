"""Changes to an edition's files: drafted, tried on a copy, and made only if the copy is good."""

import shutil
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from edition import load, report
from edition.model.edition import Edition
from edition.model.markdown_scan import bare, links

Address = tuple[str, str]  # the name of a page, and an id on it (empty for its top)


class RefusalError(Exception):
    """A command that is not carried out; says why, in words for an editor."""


@dataclass
class Draft:
    """What the files of an edition are to hold; ``None`` is for a file that goes away."""

    root: Path
    edition: Edition
    texts: dict[str, str | None] = field(default_factory=dict)

    def __getitem__(self, path: str) -> str:
        """What a file is to hold; empty where there is none."""
        if path not in self.texts and (self.root / path).exists():
            return (self.root / path).read_text(encoding="utf-8-sig")
        return self.texts.get(path) or ""

    def __setitem__(self, path: str, text: str | None) -> None:
        self.texts[path] = text

    def relink(self, leads: Callable[[Address], Address]) -> None:
        """Let every link on every page lead where its address leads now."""
        for page in self.edition.pages:
            path = f"docs/{page.name}"
            if self.texts.get(path, "") is not None:
                self[path] = _relinked(self[path], page.name, leads)

    def apply(self) -> list[str]:
        """Make all changes, or none. Returns the files that changed. Raises RefusalError with what would be wrong."""
        old = {path: self.root / path for path in self.texts}
        changed = {
            path: text
            for path, text in self.texts.items()
            if text != (old[path].read_text(encoding="utf-8-sig") if old[path].exists() else None)
        }
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            for name in ("data", "docs"):
                shutil.copytree(self.root / name, copy / name, ignore=shutil.ignore_patterns(".*"))
            if (self.root / "mkdocs.yml").exists():
                shutil.copy(self.root / "mkdocs.yml", copy)
            _write(copy, changed)
            _, problems = load(copy)
        if problems:
            raise RefusalError(f"Tidak ada yang diubah, sebab sesudahnya:\n{report(problems)}")
        _write(self.root, changed)
        return sorted(changed)


def _relinked(text: str, page: str, leads: Callable[[Address], Address]) -> str:
    for link in reversed(list(links(bare(text), page))):
        target, _, name = link.target.partition("#")
        if "/" not in target and (target.endswith(".md") or not target):
            address = (target or page, name)
            now = leads(address)
            if now != address:
                path = "" if now[0] == page and now[1] else now[0]
                text = text[: link.start] + path + (f"#{now[1]}" if now[1] else "") + text[link.end :]
    return text


def _write(root: Path, changes: dict[str, str | None]) -> None:
    """Write what is new before anything goes away; each file is whole at every moment."""
    for path, text in changes.items():
        if text is not None:
            draft = root / f"{path}.{uuid.uuid4().hex}"
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(root / path)
    for path, text in changes.items():
        if text is None:
            (root / path).unlink()
