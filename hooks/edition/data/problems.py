"""Problems: mistakes in the source files of the edition, described so that an editor can correct them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Where:
    """A position in a file: path relative to the project root, line and column (both counted from 1)."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake: its position, its code (a row in CONTRIBUTING.md), and a message that says how to correct it."""

    where: Where
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}"


def report(problems: Iterable[Problem]) -> str:
    """Format problems, one per line, sorted by position and without duplicates; the last line counts them."""
    distinct = sorted(set(problems))
    files = {problem.where.file for problem in distinct}
    return "\n".join([*map(str, distinct), f"{len(distinct)} masalah dalam {len(files)} berkas"])
