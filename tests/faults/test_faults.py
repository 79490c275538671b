"""Each code of a problem has a folder with files that cause it and the whole report they give.

A folder overlays the miniature edition: ``*.yml`` go to ``data/`` (``mkdocs.yml`` to the root), ``*.md`` to ``docs/``,
``*.js`` to ``docs/assets/js/``, and ``absent.txt`` names files to take away. ``naskah.txt`` is the
chapter that a reader brings.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import edition
from conftest import ROOT

HERE = Path(__file__).parent
CHAPTER = "naskah.txt"
FOLDERS = sorted(path for path in HERE.iterdir() if (path / "expected.txt").exists())
CODE = re.compile(r'"(E\d{3})"')


def spoil(folder: Path, fault: Path) -> str:
    """Put the files of ``fault`` over those of ``folder``; the name of the chapter that a reader brings."""
    for path in fault.iterdir():
        if path.name == "mkdocs.yml":
            shutil.copy(path, folder)
        elif path.suffix == ".yml":
            shutil.copy(path, folder / "data")
        elif path.suffix == ".md":
            shutil.copy(path, folder / "docs")
        elif path.suffix == ".js":
            (folder / "docs/assets/js").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / "docs/assets/js")
        elif path.name == "absent.txt":
            for name in path.read_text(encoding="utf-8").split():
                (folder / name).unlink()
        elif path.name == CHAPTER:
            shutil.copy(path, folder)
    return CHAPTER if (fault / CHAPTER).exists() else ""


@pytest.mark.parametrize("fault", FOLDERS, ids=lambda path: path.name)
def test_a_fault_gives_its_whole_report(fault: Path, mini: Callable[[], Path]) -> None:
    folder = mini()
    _, problems = edition.load(folder, chapter=spoil(folder, fault))
    assert edition.report(problems) + "\n" == (fault / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", FOLDERS, ids=lambda path: path.name)
def test_a_folder_named_for_a_code_shows_that_code(fault: Path) -> None:
    codes = set(re.findall(r": (E\d{3}) ", (fault / "expected.txt").read_text(encoding="utf-8")))
    assert codes == {fault.name} if fault.name.startswith("E") else len(codes) > 10


def codes_in_source() -> set[str]:
    return {code for path in (ROOT / "hooks").rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    assert {path.name for path in FOLDERS if path.name.startswith("E")} == codes_in_source()


def test_every_code_has_a_row_for_editors_and_every_row_a_code() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## 5.")[0]
    rows = re.findall(r"^\| (E\d{3}) \|", table, re.MULTILINE)
    assert sorted(rows) == sorted(codes_in_source())


def test_the_miniature_edition_has_no_fault(mini: Callable[[], Path]) -> None:
    assert edition.load(mini())[1] == ()
