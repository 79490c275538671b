"""Builds are atomic: the site is always the complete old or new one, and the next build removes leftovers."""

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import build, tree
from edition.outputs import staging

Mini = Callable[[], Path]
# A hook that kills the build at a given MkDocs event.
KILLER = "import os, signal\ndef {event}(*_, **__):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
EVENTS = ("on_config", "on_page_markdown", "on_post_page", "on_post_build")


@pytest.fixture
def folder(mini: Mini, mini_site: Path) -> Path:
    """Return a copy of the miniature edition with a built site that is older than its text."""
    folder = mini()
    shutil.copytree(mini_site, folder / "site")
    page = folder / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nYang baru.\n", encoding="utf-8")
    return folder


def staging_folders(folder: Path) -> list[str]:
    """Return the names of the staging folders that builds left behind."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".site.")]


@pytest.mark.parametrize("event", EVENTS)
def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(folder: Path, event: str) -> None:
    before, config = tree(folder / "site"), folder / "mkdocs.yml"
    (folder / "killer.py").write_text(KILLER.format(event=event), encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("hooks:\n", "hooks:\n  - killer.py\n"), encoding="utf-8")
    assert build(folder, folder / "site").returncode == -signal.SIGKILL
    assert tree(folder / "site") == before
    config.write_text(text, encoding="utf-8")
    assert build(folder, folder / "site").returncode == 0
    assert b"Yang baru." in (folder / "site/index.html").read_bytes()
    assert staging_folders(folder) == []


# A minimal build that kills itself at a step of publishing.
DYING_BUILD = """
import os, signal, sys
from pathlib import Path
from edition.outputs import staging
step, site = sys.argv[1], Path(sys.argv[2])
die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
staged = staging.stage(site)
(staged.folder / "index.html").write_text("baru")
exchange = staging.exchange
if step == "staged":
    die()
if step == "before":
    staging.exchange = die
if step == "after":
    staging.exchange = lambda one, other: (exchange(one, other), die())
staged.publish()
"""


@pytest.mark.parametrize(("step", "content"), [("staged", "lama"), ("before", "lama"), ("after", "baru")])
def test_a_build_killed_while_publishing_leaves_the_old_or_new_site(tmp_path: Path, step: str, content: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("lama", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run([sys.executable, "-c", DYING_BUILD, step, str(site)], env=environment, check=False)
    assert result.returncode == -signal.SIGKILL
    assert (site / "index.html").read_text(encoding="utf-8") == content
    assert staging_folders(tmp_path) != []
    staging.stage(site).discard()
    assert staging_folders(tmp_path) == []


@pytest.mark.parametrize("is_there", [True, False])
def test_two_renames_replace_an_atomic_exchange_where_it_is_not_supported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    monkeypatch.setattr(staging, "_exchanged", lambda *_: errno.ENOSYS)
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other) if is_there else (other,):
        folder.mkdir()
        (folder / "name").write_text(folder.name, encoding="utf-8")
    if is_there:
        staging.exchange(one, other)
    else:
        with pytest.raises(FileNotFoundError):
            staging.exchange(one, other)
    assert (other / "name").read_text(encoding="utf-8") == ("one" if is_there else "other")
    assert sorted(path.name for path in tmp_path.iterdir()) == (["one", "other"] if is_there else ["other"])


def test_a_running_build_is_not_removed_by_another(tmp_path: Path) -> None:
    first = staging.stage(tmp_path / "site")
    second = staging.stage(tmp_path / "site")
    assert first.folder.is_dir()
    assert first.folder != second.folder
    second.publish()
    first.publish()
    assert staging_folders(tmp_path) == []


def test_concurrent_builds_leave_the_site_of_one_of_them(folder: Path) -> None:
    other = folder.with_name("other")
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns("site"))
    text = other / "docs/index.md"
    text.write_text(text.read_text(encoding="utf-8").replace("Yang baru.", "Yang lain."), encoding="utf-8")
    assert build(folder, folder / "one").returncode == build(other, folder / "two").returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(folder / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    page, missed = folder / "site/index.html", 0
    running = [subprocess.Popen(command, cwd=source, env=environment) for source in (folder, other, folder)]
    while any(each.poll() is None for each in running):
        # one look may fail if it starts in the old site while that is removed, but two in a row may not
        missed += not (page.is_file() or page.is_file())
    assert [each.returncode for each in running] == [0, 0, 0]
    assert missed == 0
    assert tree(folder / "site") in (tree(folder / "one"), tree(folder / "two"))
    assert staging_folders(folder) == []


def limit_file_size() -> None:
    """Limit files to 20 kB, which has the effect of a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_full_disk_is_reported_in_one_line_and_leaves_the_old_site(folder: Path) -> None:
    before = tree(folder / "site")
    command = [sys.executable, "-B", "-m", "mkdocs", "build", "--site-dir", str(folder / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(
        command, cwd=folder, env=environment, preexec_fn=limit_file_size, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "situs tidak dapat ditulis" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(folder / "site") == before
    assert staging_folders(folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in which even a superuser cannot write")
def test_a_folder_without_write_access_is_reported_in_one_line(folder: Path) -> None:
    result = build(folder, Path("/proc/self/site"))
    assert result.returncode == 1
    assert "situs tidak dapat ditulis" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_warning_under_strict_leaves_the_old_site(folder: Path) -> None:
    before = tree(folder / "site")
    with (folder / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\n[ke mana](tiada.md)\n")
    assert build(folder, folder / "site").returncode == 1
    assert tree(folder / "site") == before
    assert staging_folders(folder) == []


def test_hidden_files_of_the_site_are_kept(folder: Path) -> None:
    (folder / "site/.nojekyll").write_text("", encoding="utf-8")
    assert build(folder, folder / "site").returncode == 0
    assert (folder / "site/.nojekyll").is_file()


def test_a_dirty_build_is_refused(folder: Path) -> None:
    before = tree(folder / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--dirty"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "--dirty" in result.stderr
    assert tree(folder / "site") == before
