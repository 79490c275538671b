"""A build that finds what an earlier one kept leaves the same bytes as one that finds nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import build, tree


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text in a file that has it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def spoil(folder: Path) -> None:
    """Cut everything that is kept short, as a machine does that is switched off."""
    for path in (folder / ".build").iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "what was kept": spoil,
    "a record": lambda folder: edit(folder / "data/timeline.yml", "Rapat warga", "Rapat semua warga"),
    "a term": lambda folder: edit(folder / "data/glossary.yml", "taman resap", "taman serap"),
    "a page": lambda folder: edit(folder / "docs/isi.md", "menyebut kebun kota", "menyebut Balai Warga"),
    "the address": lambda folder: edit(folder / "mkdocs.yml", "strict:", "site_url: https://lain.example/\nstrict:"),
    "the syntax": lambda folder: edit(folder / "mkdocs.yml", "  - toc", "  - toc:\n      permalink: true"),
    "the theme": lambda folder: edit(folder / "theme/main.html", "<main>", "<main class=lain>"),
    "the order": lambda folder: edit(
        folder / "mkdocs.yml", "strict:", "nav: [index.md, isi.md, glosarium.md]\nstrict:"
    ),
}


@pytest.mark.parametrize("edited", EDITS)
def test_a_build_owes_nothing_to_what_was_kept(mini: Callable[[], Path], edited: str) -> None:
    folder = mini()
    assert build(folder, folder / "before").returncode == 0
    EDITS[edited](folder)
    assert build(folder, folder / "warm").returncode == 0
    shutil.rmtree(folder / ".build")
    assert build(folder, folder / "cold").returncode == 0
    warm = tree(folder / "warm")
    assert warm == tree(folder / "cold")
    assert (warm == tree(folder / "before")) == (edited in ("nothing", "what was kept"))
