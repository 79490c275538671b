"""Every problem code has a folder with files that cause the problem and the complete expected report.

The files are copied over the miniature edition: ``*.yml`` to ``data/`` (``mkdocs.yml`` to the root), ``*.md`` to
``docs/``, ``*.js`` to ``docs/assets/js/``. ``absent.txt`` lists files to delete, and ``naskah.txt`` is the original
that a reader supplies.
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


def overlay_files(folder: Path, fault: Path) -> str:
    """Copy the files of ``fault`` over those of ``folder``; return the name of the original, or ""."""
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
def test_a_fault_gives_the_expected_report(fault: Path, mini: Callable[[], Path]) -> None:
    folder = mini()
    _, problems = edition.load(folder, chapter=overlay_files(folder, fault))
    assert edition.report(problems) + "\n" == (fault / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", FOLDERS, ids=lambda path: path.name)
def test_a_folder_named_after_a_code_causes_only_that_code(fault: Path) -> None:
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
