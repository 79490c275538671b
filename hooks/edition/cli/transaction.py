"""Change an edition's files as a transaction: apply the changes to a copy, check the copy, and write the files only if
it is valid.
"""

import shutil
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from edition import load, report
from edition.model.edition import Edition
from edition.model.markdown_scan import bare, links

Address = tuple[str, str]  # the name of a page, and an id on it (empty for the page itself)


class RefusalError(Exception):
    """Raised if a command is refused; the message tells an editor why."""


@dataclass
class Draft:
    """Changes to the files of an edition that are not written yet.

    ``texts`` maps paths below ``root`` to new texts, or to ``None`` for files to delete.
    """

    root: Path
    edition: Edition
    texts: dict[str, str | None] = field(default_factory=dict)

    def __getitem__(self, path: str) -> str:
        """Return the text of a file with the changes so far; empty if the file does not exist or will be deleted."""
        if path not in self.texts and (self.root / path).exists():
            return (self.root / path).read_text(encoding="utf-8-sig")
        return self.texts.get(path) or ""

    def __setitem__(self, path: str, text: str | None) -> None:
        self.texts[path] = text

    def rewrite_links(self, new_address: Callable[[Address], Address]) -> None:
        """Replace the target of each link between pages. ``new_address`` gets the old target (page file, id) and
        returns the new one.
        """
        for page in self.edition.pages:
            path = f"docs/{page.name}"
            if self.texts.get(path, "") is not None:
                self[path] = _rewrite_links(self[path], page.name, new_address)

    def apply(self) -> list[str]:
        """Write all changes; return the paths of the changed files. If the edition would have problems afterwards,
        write nothing and raise RefusalError.
        """
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


def _rewrite_links(text: str, page: str, new_address: Callable[[Address], Address]) -> str:
    for link in reversed(list(links(bare(text), page))):
        target, _, name = link.target.partition("#")
        if "/" not in target and (target.endswith(".md") or not target):
            address = (target or page, name)
            new = new_address(address)
            if new != address:
                path = "" if new[0] == page and new[1] else new[0]
                text = text[: link.start] + path + (f"#{new[1]}" if new[1] else "") + text[link.end :]
    return text


def _write(root: Path, changes: dict[str, str | None]) -> None:
    """Write or delete files; ``changes`` maps paths to texts, or to None for files to delete. Each file is written
    under another name and then renamed, so that no file is ever incomplete.
    """
    for path, text in changes.items():
        if text is not None:
            temporary = root / f"{path}.{uuid.uuid4().hex}"
            temporary.write_text(text, encoding="utf-8", newline="\n")
            temporary.replace(root / path)
    for path, text in changes.items():
        if text is None:
            (root / path).unlink()
