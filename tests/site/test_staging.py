"""The site that is up is whole at every moment, old or new, whatever becomes of a build; the next one clears up."""

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
# Kills the build from within, at an event of the site builder.
KILLER = "import os, signal\ndef {event}(*_, **__):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
EVENTS = ("on_config", "on_page_markdown", "on_post_page", "on_post_build")


@pytest.fixture
def up(mini: Mini, mini_site: Path) -> Path:
    """A copy of the miniature edition, its site up as it was before its text was changed."""
    folder = mini()
    shutil.copytree(mini_site, folder / "site")
    page = folder / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nYang baru.\n", encoding="utf-8")
    return folder


def beside(folder: Path) -> list[str]:
    """What builds have left."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".site.")]


@pytest.mark.parametrize("event", EVENTS)
def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_clears_up(up: Path, event: str) -> None:
    before, config = tree(up / "site"), up / "mkdocs.yml"
    (up / "killer.py").write_text(KILLER.format(event=event), encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("hooks:\n", "hooks:\n  - killer.py\n"), encoding="utf-8")
    assert build(up, up / "site").returncode == -signal.SIGKILL
    assert tree(up / "site") == before
    config.write_text(text, encoding="utf-8")
    assert build(up, up / "site").returncode == 0
    assert b"Yang baru." in (up / "site/index.html").read_bytes()
    assert beside(up) == []


# A build in small that dies at a step of its publication.
DIES = """
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
def test_killed_around_the_exchange_the_site_is_the_old_or_the_new_one(tmp_path: Path, step: str, content: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("lama", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run([sys.executable, "-c", DIES, step, str(site)], env=environment, check=False)
    assert result.returncode == -signal.SIGKILL
    assert (site / "index.html").read_text(encoding="utf-8") == content
    assert beside(tmp_path) != []
    staging.stage(site).discard()
    assert beside(tmp_path) == []


@pytest.mark.parametrize("is_there", [True, False])
def test_where_the_system_cannot_exchange_two_renames_do(
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


def test_a_build_that_lives_is_not_cleared_by_another(tmp_path: Path) -> None:
    first = staging.stage(tmp_path / "site")
    second = staging.stage(tmp_path / "site")
    assert first.folder.is_dir()
    assert first.folder != second.folder
    second.publish()
    first.publish()
    assert beside(tmp_path) == []


def test_of_several_builds_at_once_the_site_is_that_of_one(up: Path) -> None:
    other = up.with_name("other")
    shutil.copytree(up, other, ignore=shutil.ignore_patterns("site"))
    text = other / "docs/index.md"
    text.write_text(text.read_text(encoding="utf-8").replace("Yang baru.", "Yang lain."), encoding="utf-8")
    assert build(up, up / "one").returncode == build(other, up / "two").returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(up / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    page, missed = up / "site/index.html", 0
    running = [subprocess.Popen(command, cwd=folder, env=environment) for folder in (up, other, up)]
    while any(each.poll() is None for each in running):
        # a look may begin in the old site and end when that is taken away, but not the next one, too
        missed += not (page.is_file() or page.is_file())
    assert [each.returncode for each in running] == [0, 0, 0]
    assert missed == 0
    assert tree(up / "site") in (tree(up / "one"), tree(up / "two"))
    assert beside(up) == []


def limited() -> None:
    """As on a full disk: no file may grow beyond 20 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_full_disk_is_told_in_one_line_and_leaves_the_old_site(up: Path) -> None:
    before = tree(up / "site")
    command = [sys.executable, "-B", "-m", "mkdocs", "build", "--site-dir", str(up / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(
        command, cwd=up, env=environment, preexec_fn=limited, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "situs tidak dapat ditulis" in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(up / "site") == before
    assert beside(up) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in which even a superuser cannot write")
def test_a_folder_that_cannot_be_written_to_is_told_in_one_line(up: Path) -> None:
    result = build(up, Path("/proc/self/site"))
    assert result.returncode == 1
    assert "situs tidak dapat ditulis" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_warning_under_strict_leaves_the_old_site(up: Path) -> None:
    before = tree(up / "site")
    with (up / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\n[ke mana](tiada.md)\n")
    assert build(up, up / "site").returncode == 1
    assert tree(up / "site") == before
    assert beside(up) == []


def test_what_is_not_the_builds_stays(up: Path) -> None:
    (up / "site/.nojekyll").write_text("", encoding="utf-8")
    assert build(up, up / "site").returncode == 0
    assert (up / "site/.nojekyll").is_file()


def test_a_build_that_is_not_whole_is_refused(up: Path) -> None:
    before = tree(up / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--dirty"]
    result = subprocess.run(command, cwd=up, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "--dirty" in result.stderr
    assert tree(up / "site") == before
