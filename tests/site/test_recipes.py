"""The recipes in CONTRIBUTING, done word for word, one after the other, on a copy of the miniature edition."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import MINI, ROOT, build, copy_of, run_cli

RECIPES = re.search(r"^### Resep\n(.*?)^##", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M | re.S)
TITLES = ("Peristiwa baru", "Istilah baru", "Catatan baru", "Kata pembaca baru", "Halaman baru",
          "Halaman berganti nama", "Jangkar pensiun", "Blok pindah halaman", "Edisi baru")  # fmt: skip


def steps(recipe: str) -> Iterator[tuple[str, str, str]]:
    """What a recipe asks for: the sentence ahead of each block, the block's language, and the block."""
    for ahead, language, block in re.findall(r"(.*?)^```(\w+)\n(.*?)^```", recipe, re.M | re.S):
        yield " ".join(ahead.split()), language, block


def done(folder: Path, ahead: str, language: str, block: str) -> None:
    """Do what an editor would."""
    named = re.findall(r"`([^`]+)`", ahead)
    if language == "sh":
        command = ["make", "-s", "-o", ".venv/.site", f"BIN={Path(sys.executable).parent}", *block.split()[1:]]
        environment = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL")}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    elif language == "markdown" and "Tulis berkas" in ahead:
        (folder / named[-1]).write_text(block, encoding="utf-8")
    elif "sesudah baris" in ahead:
        replaced(folder / named[-2], f"{named[-1]}\n", f"{named[-1]}\n{block}")
    elif "Tambahkan di akhir" in ahead:
        with (folder / named[0]).open("a", encoding="utf-8") as file:
            file.write(block)
        if "lalu `make" in ahead:
            done(folder, "", "sh", named[1])
    elif "Ganti" in ahead or "yang sama" in ahead:
        for line in block.splitlines():
            text = (folder / named[-1]).read_text(encoding="utf-8")
            [old] = re.findall(rf"^{line.split(':')[0]}:.*$", text, re.M)
            replaced(folder / named[-1], old, line)
    else:
        pytest.fail(f"the test does not know how to do this: {ahead}")


def replaced(path: Path, old: str, new: str) -> None:
    """Replace a text that a file has once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_recipe_leaves_an_edition_that_is_good(tmp_path: Path) -> None:
    folder = copy_of(MINI, tmp_path / "edition")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("nav:\n  - index.md\n  - Isi: isi.md\n  - glosarium.md\n")
    for name in ("Makefile", "hooks"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "CITATION.cff", folder)
    assert RECIPES
    parts = re.split(r"^\*\*([^*]+)\.\*\*", RECIPES[1], flags=re.M)[1:]
    assert tuple(parts[::2]) == TITLES
    for title, recipe in zip(parts[::2], parts[1::2], strict=True):
        found = list(steps(recipe))
        assert found, title
        for step in found:
            done(folder, *step)
        checked = run_cli(folder, "check")
        assert checked.returncode == 0, (title, checked.stderr)
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    assert {path.name for path in (folder / "site").iterdir()} >= {"kebun", "isi", "lampiran"}
    imprint, citation = ((folder / name).read_text(encoding="utf-8") for name in ("data/edition.yml", "CITATION.cff"))
    assert 'version: "1.1"\ndate: 2027-01-31\n' in imprint
    assert 'version: "1.1"\ndate-released: "2027-01-31"\n' in citation
