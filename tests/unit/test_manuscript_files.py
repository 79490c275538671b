"""Unreadable chapter files: each is reported as one problem that says which kind of file is accepted."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import edition
from conftest import MINI, run_cli

MakeFile = Callable[[Path], object]


def make_zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def sparse_file(path: Path) -> None:
    """Create a sparse file of 50 MB, which takes no disk space."""
    with path.open("wb") as file:
        file.truncate(50_000_000)


UNREADABLE: dict[str, tuple[MakeFile, str]] = {
    "missing": (lambda path: None, "berkas tidak ada; periksa jalurnya (dihitung dari folder proyek)"),
    "a folder": (Path.mkdir, "bukan berkas biasa; sebut berkas naskahnya, misalnya bab-vi.txt"),
    "a pipe": (os.mkfifo, "bukan berkas biasa; sebut berkas naskahnya, misalnya bab-vi.txt"),
    "empty": (lambda path: path.write_bytes(b""), "berkas kosong"),
    "blank": (lambda path: path.write_bytes("\ufeff \n\f\n".encode()), "berkas kosong"),
    "binary": (
        lambda path: path.write_bytes(bytes(range(256)) * 9),
        "bukan teks UTF-8 atau UTF-16, dan bukan .docx; simpan sebagai teks UTF-8",
    ),
    "Windows-1252": (
        lambda path: path.write_bytes("“Bab” VI".encode("cp1252")),
        "bukan teks UTF-8 atau UTF-16, dan bukan .docx; simpan sebagai teks UTF-8",
    ),
    "50 MB": (sparse_file, "berkas terlalu besar (50 MB, paling besar 5 MB); sebut berkas yang hanya memuat bab ini"),
    "PDF": (
        lambda path: path.write_bytes(b"%PDF-1.7\n"),
        'PDF tidak dibaca; ambil teksnya dulu, misalnya dengan "pdftotext -enc UTF-8 bab.pdf bab.txt"',
    ),
    "an old Word file": (
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        "berkas Word lama (.doc) tidak dibaca; simpan sebagai .docx atau teks biasa",
    ),
    "RTF": (lambda path: path.write_bytes(b"{\\rtf1 bab}"), "RTF tidak dibaca; simpan sebagai .docx atau teks biasa"),
    "another archive": (
        lambda path: path.write_bytes(make_zip(content_xml=b"<a/>")),
        "arsip ini bukan .docx; simpan naskahnya sebagai .docx atau teks biasa",
    ),
    "a Word file that is broken": (
        lambda path: path.write_bytes(make_zip(word__document_xml=b"<a")),
        "berkas .docx ini rusak; simpan ulang, atau simpan sebagai teks biasa",
    ),
    "half an archive": (
        lambda path: path.write_bytes(make_zip(word__document_xml=b"<a/>")[:40]),
        "berkas .docx ini rusak; simpan ulang, atau simpan sebagai teks biasa",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_file_is_reported_in_one_line(kind: str, tmp_path: Path) -> None:
    make, message = UNREADABLE[kind]
    path = tmp_path / "bab"
    make(path)
    _, problems = edition.load(MINI, chapter=str(path))
    assert [str(problem) for problem in problems] == [f"{path}:1:1: E060 naskah bab: {message}"]


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission_is_reported_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "bab.txt"
    path.write_text("Bab.", encoding="utf-8")
    path.chmod(0)
    _, problems = edition.load(MINI, chapter=str(path))
    assert [problem.message for problem in problems] == ["naskah bab: tidak dapat dibaca (Permission denied)"]


def test_a_path_is_relative_to_the_project_and_may_start_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bab.txt").write_bytes((MINI / "naskah.txt").read_bytes())
    monkeypatch.setenv("HOME", str(tmp_path))
    for chapter in ("naskah.txt", "~/bab.txt", str(tmp_path / "bab.txt")):
        _, problems = edition.load(MINI, chapter=chapter)
        assert problems == ()


def test_verify_prints_one_row_per_paragraph_and_the_copied_word_sequences(mini: Callable[[], Path]) -> None:
    folder = mini()
    (folder / "naskah.txt").write_bytes((MINI / "naskah.txt").read_bytes())
    result = run_cli(folder, "verify", "naskah.txt")
    assert result.returncode == 0, result.stdout + result.stderr
    rows = [line.split()[:5] for line in result.stdout.splitlines()[1:4]]
    assert rows == [["VI.1", "¶1", "ya", "39", "3"], ["VI.1", "¶2", "ya", "22", "4"], ["VI.2", "¶1", "ya", "33", "2"]]
    assert result.stdout.endswith("Deret 8 kata atau lebih yang sama dengan naskah: tidak ada.\n")
    page = folder / "docs/isi.md"
    copied_text = "Kebun kota itu dirawat warga sejak musim hujan yang lalu"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{copied_text}.\n", encoding="utf-8")
    result = run_cli(folder, "verify", "naskah.txt")
    line = page.read_text(encoding="utf-8").count("\n")
    assert result.returncode == 1
    assert result.stdout.endswith(
        f": 1.\n  docs/isi.md:{line}: 10 kata: kebun kota itu dirawat warga sejak musim hujan …\n"
    )
    assert run_cli(folder, "verify", "tiada.txt").returncode == 1
    assert "make verify CHAPTER=" in run_cli(folder, "verify", "").stderr
