"""The snapshots of source files by which the preview server notices that an editor has repaired something."""

from itertools import pairwise
from pathlib import Path

import pytest

from edition.data.file_changes import WatchedFiles


def test_a_snapshot_differs_after_a_file_is_changed_added_or_deleted(tmp_path: Path) -> None:
    folder, chapter = tmp_path / "data", tmp_path / "chapter.txt"
    folder.mkdir()
    watched = WatchedFiles((folder,), (chapter,))
    snapshots = [watched.take_snapshot()]
    for change in (
        lambda: (folder / "notes.yml").write_text("a", encoding="utf-8"),
        lambda: (folder / "notes.yml").write_text("ab", encoding="utf-8"),
        lambda: chapter.write_text("a", encoding="utf-8"),
        lambda: (folder / "notes.yml").unlink(),
    ):
        change()
        snapshots.append(watched.take_snapshot())
    assert all(before != after for before, after in pairwise(snapshots))
    assert WatchedFiles((folder,), (chapter,)).take_snapshot() == snapshots[-1]


def test_a_folder_given_as_a_file_is_not_searched(tmp_path: Path) -> None:
    (tmp_path / "inside.txt").touch()
    assert set(WatchedFiles((), (tmp_path,)).take_snapshot()) == {tmp_path}


def test_a_file_that_disappears_meanwhile_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "rglob", lambda *_: iter([tmp_path / "gone.yml"]))
    assert WatchedFiles((tmp_path,)).take_snapshot() == {}
