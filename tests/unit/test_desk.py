"""What editors run, as they run it: what is printed, what is left in the files, and the exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT, tree

Mini = Callable[[], Path]


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    arguments = [sys.executable, "-m", "edition", command]
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def break_(folder: Path) -> None:
    """Name an actor that is not there."""
    path = folder / "data/timeline.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("[balai-warga]", "[siapa]", 1), encoding="utf-8")


def test_check_says_that_all_is_well(mini: Mini) -> None:
    result = run(mini(), "check")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Data baik: ")
    assert result.stdout.endswith(" jangkar, 3 halaman.\n")


def test_check_reports_on_the_error_stream_and_fails(mini: Mini) -> None:
    folder = mini()
    break_(folder)
    result = run(folder, "check")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("data/timeline.yml:8:12: E024 ")
    assert result.stderr.endswith("\n1 masalah dalam 1 berkas\n")


def test_schema_writes_what_is_missing_or_old_and_says_so(mini: Mini) -> None:
    folder = mini()
    result = run(folder, "schema")
    assert result.returncode == 0
    written = tree(folder / "data/schema")
    assert written == tree(ROOT / "data/schema")
    assert set(result.stdout.removeprefix("Skema diperbarui: ").strip().split(", ")) == set(written)
    (folder / "data/schema/timeline.json").write_text("{}", encoding="utf-8")
    result = run(folder, "schema")
    assert (result.returncode, result.stdout) == (0, "Skema diperbarui: timeline.json\n")
    assert tree(folder / "data/schema") == written
    assert run(folder, "schema").stdout == "Semua skema sudah mutakhir.\n"


def test_anchors_registers_what_is_new_once(mini: Mini) -> None:
    folder = mini()
    before = (folder / "data/anchors.yml").read_text(encoding="utf-8")
    result = run(folder, "anchors")
    assert result.returncode == 0
    assert result.stdout.startswith("Didaftarkan: ")
    assert "saran-rawat" in result.stdout
    after = (folder / "data/anchors.yml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert '- {anchor: saran-rawat, page: isi.md, since: "1.1"}' in after.splitlines()
    again = run(folder, "anchors")
    assert (again.returncode, again.stdout) == (0, "Semua jangkar sudah terdaftar.\n")
    assert (folder / "data/anchors.yml").read_text(encoding="utf-8") == after


def test_anchors_registers_nothing_while_anything_is_wrong(mini: Mini) -> None:
    folder = mini()
    break_(folder)
    before = tree(folder)
    result = run(folder, "anchors")
    assert (result.returncode, result.stdout) == (1, "")
    assert " E024 " in result.stderr
    assert tree(folder) == before


def test_an_unknown_command_is_refused(mini: Mini) -> None:
    result = run(mini(), "terbit")
    assert result.returncode == 2
    assert "anchors" in result.stderr
