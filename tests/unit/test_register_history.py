"""Published anchors are permanent: every anchor ever committed to the register is still in it."""

import re
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT

REGISTER = "data/anchors.yml"
ENTRY = re.compile(r"anchor: ([a-z0-9-]+)")


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@x", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def committed_anchors(folder: Path) -> set[str]:
    """Return every anchor in any committed version of the register, on any branch."""
    commits = git(folder, "log", "--all", "--diff-filter=AM", "--format=%H", "--", REGISTER).split()
    return {name for commit in commits for name in ENTRY.findall(git(folder, "show", f"{commit}:{REGISTER}"))}


def removed_anchors(folder: Path) -> set[str]:
    return committed_anchors(folder) - set(ENTRY.findall((folder / REGISTER).read_text(encoding="utf-8")))


def test_no_committed_anchor_has_been_removed() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: the register's history cannot be read")
    assert committed_anchors(ROOT)
    assert removed_anchors(ROOT) == set()


def test_the_check_detects_a_removed_anchor(tmp_path: Path) -> None:
    path = tmp_path / REGISTER
    path.parent.mkdir()
    git(tmp_path, "init", "--quiet")
    for text in ("- {anchor: vi-1-p1}\n- {anchor: upaya-lama}\n", "- {anchor: vi-1-p1}\n"):
        path.write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "--message=x")
    assert removed_anchors(tmp_path) == {"upaya-lama"}
