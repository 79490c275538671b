"""A mistake in data or page files stops the build with its file, line and column, and leaves the site unchanged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import build, tree

Change = Callable[[Path], object]


def replacing(name: str, old: str, new: str) -> Change:
    """Return a function that replaces a text in a file; the text must be in it."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def writing(name: str, content: bytes) -> Change:
    return lambda folder: (folder / name).write_bytes(content)


CASES: list[tuple[str, Change, str]] = [
    ("impossible month", replacing("data/timeline.yml", "2012-03", "2004-13-23"), "data/timeline.yml:11:9: E012 "),
    ("turned interval", replacing("data/timeline.yml", "2011/2013", "2019/2017"), "data/timeline.yml:25:9: E012 "),
    ("unknown actor", replacing("data/timeline.yml", "[balai-warga]", "[siapa]"), "data/timeline.yml:8:12: E024 "),
    (
        "repeated id",
        replacing("data/glossary.yml", "- id: taman-resap", "- id: kebun-kota"),
        "data/glossary.yml:11:7: E020 ",
    ),
    (
        "misspelt key",
        replacing("data/timeline.yml", "  kind: effort", "  kindd: effort"),
        "data/timeline.yml:5:3: E010 ",
    ),
    ("tab", replacing("data/timeline.yml", "  kind: effort", "\tkind: effort"), "data/timeline.yml:5:1: E004 "),
    ("empty file", writing("data/actors.yml", b""), "data/actors.yml:1:1: E002 "),
    ("Latin-1 file", writing("data/actors.yml", b"- id: caf\xe9\n"), "data/actors.yml:1:10: E003 "),
    ("missing file", lambda folder: (folder / "data/actors.yml").unlink(), "data/actors.yml:1:1: E001 "),
    (
        "markup",
        replacing("data/timeline.yml", "id: Rapat", "id: <script>x</script> Rapat"),
        "data/timeline.yml:6:15: E017 ",
    ),
    (
        "missing paragraph",
        replacing("docs/isi.md", "/// paragraph | vi-2-p1", "/// paragraph | vi-1-p2"),
        "docs/isi.md:1:1: E042 ",
    ),
    (
        "paragraph on two pages",
        writing("docs/lain.md", b"# Lain { #lain }\n\n/// paragraph | vi-1-p1\nX.\n///\n"),
        "docs/lain.md:3:1: E043 ",
    ),
    ("block without data", replacing("docs/isi.md", "/// timeline ///", "/// garis ///"), "docs/isi.md:20:1: E040 "),
]


@pytest.mark.parametrize(("change", "line"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_fault_stops_the_build_and_leaves_the_site_unchanged(
    change: Change, line: str, mini: Callable[[], Path], mini_site: Path
) -> None:
    folder = mini()
    shutil.copytree(mini_site, folder / "site")
    before = tree(folder / "site")
    change(folder)
    result = build(folder, folder / "site")
    assert result.returncode == 1
    assert [shown for shown in result.stderr.splitlines() if line in shown], result.stderr
    assert "Traceback" not in result.stderr
    assert tree(folder / "site") == before


def test_an_unwritable_output_is_reported_in_one_line_and_leaves_the_site_unchanged(
    mini: Callable[[], Path], mini_site: Path
) -> None:
    folder = mini()
    shutil.copytree(mini_site, folder / "site")
    before = tree(folder / "site")
    obstacle = folder / "docs/unduh/kota-kembar.html/x.txt"  # a folder with the name of an output file
    obstacle.parent.mkdir(parents=True)
    obstacle.write_text("x", encoding="utf-8")
    result = build(folder, folder / "site")
    assert result.returncode == 1
    [line] = [line for line in result.stderr.splitlines() if "situs tidak dapat ditulis" in line]
    assert "unduh/kota-kembar.html" in line
    assert "Traceback" not in result.stderr
    assert tree(folder / "site") == before
