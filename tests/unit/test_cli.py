"""The commands for editors, run in a subprocess: their output, the files they change, and their exit code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT, tree
from conftest import run_cli as run

Mini = Callable[[], Path]


def break_reference(folder: Path) -> None:
    """Make an event refer to an actor that does not exist."""
    path = folder / "data/timeline.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("[balai-warga]", "[siapa]", 1), encoding="utf-8")


def test_check_reports_valid_data(mini: Mini) -> None:
    result = run(mini(), "check")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Data baik: ")
    assert result.stdout.endswith(" jangkar, 4 halaman.\n")


def test_check_writes_problems_to_stderr_and_fails(mini: Mini) -> None:
    folder = mini()
    break_reference(folder)
    result = run(folder, "check")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("data/timeline.yml:8:12: E024 ")
    assert result.stderr.endswith("\n1 masalah dalam 1 berkas\n")


def test_schema_writes_missing_and_outdated_schemas_and_lists_them(mini: Mini) -> None:
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


def test_anchors_registers_each_new_anchor_once(mini: Mini) -> None:
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


def test_anchors_registers_nothing_while_the_data_have_problems(mini: Mini) -> None:
    folder = mini()
    break_reference(folder)
    before = tree(folder)
    result = run(folder, "anchors")
    assert (result.returncode, result.stdout) == (1, "")
    assert " E024 " in result.stderr
    assert tree(folder) == before


@pytest.mark.parametrize("ending", ["", "\n", "# catatan"])
def test_anchors_can_append_to_a_file_without_a_final_line_break(mini: Mini, ending: str) -> None:
    folder = mini()
    path = folder / "data/anchors.yml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + ending, encoding="utf-8")
    assert run(folder, "anchors").returncode == 0
    assert run(folder, "check").returncode == 0


def test_anchors_fills_an_empty_register(mini: Mini) -> None:
    folder = mini()
    (folder / "data/moved.yml").write_text("[]\n", encoding="utf-8")
    (folder / "data/anchors.yml").write_text("# semua jangkar\n[]\n", encoding="utf-8")
    assert run(folder, "anchors").returncode == 0
    assert run(folder, "check").returncode == 0
    lines = (folder / "data/anchors.yml").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["# semua jangkar", '- {anchor: vi-1-p1, page: isi.md, since: "1.1"}']


REFUSED = {
    "a page that is not there": (("rename", "tiada.md", "baru.md"), 'halaman "tiada.md" tidak ada'),
    "a name that is taken": (("rename", "isi.md", "glosarium.md"), 'halaman "glosarium.md" sudah ada'),
    "a name that is none": (("rename", "isi.md", "sub/Isi.md"), "tidak dapat dipakai"),
    "the home page": (("rename", "index.md", "beranda.md"), "index.md"),
    "what was never published": (("retire", "saran-rawat", "--by", "saran-perluas"), "belum pernah terbit"),
    "a replacement that does not exist": (
        ("retire", "kendala-kekeringan", "--by", "kendala-x"),
        'pengganti "kendala-x"',
    ),
    "an anchor as its own replacement": (("retire", "vi-1-p1", "--by", "vi-1-p1"), 'pengganti "vi-1-p1"'),
    "what is retired already": (("retire", "kendala-kemarau", "--by", "vi-1-p1"), "sudah nonaktif"),
    "what leaves a list empty": (("retire", "vi-2-p1", "--by", "kendala-kekeringan"), "E016"),
    "a block that is not there": (("move", "source-x", "isi.md"), 'blok "source-x"'),
    "a block to where it is": (("move", "efforts", "isi.md"), "sudah memuat"),
    "a block to nowhere": (("move", "efforts", "tiada.md"), 'halaman "tiada.md" tidak ada'),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_invalid_command_is_refused_and_changes_no_file(mini: Mini, case: str) -> None:
    arguments, reason = REFUSED[case]
    folder = mini()
    before = tree(folder)
    result = run(folder, *arguments)
    assert (result.returncode, result.stdout) == (1, "")
    assert reason in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(folder) == before


def test_retiring_a_paragraph_reports_the_page_file_its_text_was_removed_from(mini: Mini) -> None:
    folder = mini()
    result = run(folder, "retire", "vi-1-p2", "--by", "vi-1-p1")
    assert result.returncode == 0, result.stderr
    assert "Teksnya diambil dari docs/isi.md." in result.stdout
    assert "Rain garden" not in (folder / "docs/isi.md").read_text(encoding="utf-8")


def test_a_heading_cannot_be_retired_while_it_is_on_its_page(mini: Mini) -> None:
    folder = mini()
    assert run(folder, "anchors").returncode == 0
    before = tree(folder)
    assert "hapus dulu judul" in run(folder, "retire", "sumber", "--by", "mini").stderr
    assert tree(folder) == before


def test_rename_leaves_comments_and_other_lines_unchanged(mini: Mini) -> None:
    folder = mini()
    config = folder / "mkdocs.yml"
    nav = "# urutan\nnav: # semua halaman\n  - index.md\n  - Isi: {place}\n  - glosarium.md\n  - panduan.md\n"
    config.write_text(config.read_text(encoding="utf-8") + nav.format(place="isi.md"), encoding="utf-8")
    page = folder / "docs/index.md"
    text = page.read_text(encoding="utf-8")
    prose = "\n[isi]({place}#linimasa), ![x][1], `{code}`\n\n[1]: {place} 'Judul'\n"
    page.write_text(text + prose.format(place="isi.md", code="[isi](isi.md)"), encoding="utf-8")
    result = run(folder, "rename", "isi.md", "kisah-lain.md")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[1:] == [
        f"  diubah: {name}"
        for name in (
            "data/chapter.yml",
            "data/moved.yml",
            "docs/index.md",
            "docs/isi.md",
            "docs/kisah-lain.md",
            "docs/panduan.md",
            "mkdocs.yml",
        )
    ]
    assert config.read_text(encoding="utf-8").endswith(nav.format(place="kisah-lain.md"))
    assert page.read_text(encoding="utf-8") == text + prose.format(place="kisah-lain.md", code="[isi](isi.md)")
    assert not (folder / "docs/isi.md").exists()


def test_an_unknown_command_is_refused(mini: Mini) -> None:
    result = run(mini(), "terbit")
    assert result.returncode == 2
    assert "anchors" in result.stderr
