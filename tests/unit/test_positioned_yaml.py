"""The YAML loader keeps scalars as text with their positions, and reports an unreadable file as one problem."""

from pathlib import Path

import pytest

from edition.data.positioned_yaml import read
from edition.data.problems import Problem, Where


def read_content(tmp_path: Path, content: str | bytes) -> tuple[object, list[Problem]]:
    path = tmp_path / "x.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    document, problems = read(path, "data/x.yml")
    return document.value, problems


def test_every_scalar_stays_the_text_that_was_typed(tmp_path: Path) -> None:
    text = "a: NO\nb: 1.10\nc: 2001\nd: null\ne: ~\nf: 2004-11-23\n"
    assert read_content(tmp_path, text) == (
        {"a": "NO", "b": "1.10", "c": "2001", "d": "null", "e": "~", "f": "2004-11-23"},
        [],
    )


def test_lines_and_columns_count_characters_from_one(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("- id: a\n  title: {id: Kötä, en: Town}\n", encoding="utf-8")
    document, _ = read(path, "x.yml")
    assert document.where((0, "title", "en")) == Where("x.yml", 2, 25)
    assert document.where_key((0, "title")) == Where("x.yml", 2, 3)
    assert document.where((0, "title", "missing")) == Where("x.yml", 2, 10)


def codes_and_positions(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.where.line, problem.where.column) for problem in problems]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ("E002", 1, 1)),
        (b"# hanya komentar\n", ("E002", 1, 1)),
        (b"a: 1\nb: caf\xe9\n", ("E003", 2, 7)),
        (b"a:\n\tb: 1\n", ("E004", 2, 1)),
        (b"a: [1, 2\nb: 3\n", ("E004", 2, 2)),
        (b"a: 1\na: 2\n", ("E005", 2, 1)),
        (b"a: x\x00y\n", ("E006", 1, 5)),
        ("a: kiri\u202ekanan\n".encode(), ("E006", 1, 8)),
        (b"a: &x [1]\nb: *x\n", ("E007", 1, 4)),
        (b"a: &x [*x]\n", ("E007", 1, 4)),
    ],
)
def test_unreadable_content_is_reported_with_line_and_column(
    tmp_path: Path, content: bytes, expected: tuple[str, int, int]
) -> None:
    _, problems = read_content(tmp_path, content)
    assert codes_and_positions(problems) == [expected]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    document, problems = read(tmp_path / "tiada.yml", "data/tiada.yml")
    assert document.value is None
    assert codes_and_positions(problems) == [("E001", 1, 1)]
