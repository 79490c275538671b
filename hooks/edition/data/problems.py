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
    """A mistake in a source file: its position, its code (such as ``E011``; CONTRIBUTING.md lists all codes), and a
    message that says how to correct it.
    """

    where: Where
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}"


def report(problems: Iterable[Problem]) -> str:
    """Return a text with one problem per line, sorted by position and without duplicates. The last line states how many
    problems and files there are.
    """
    distinct = sorted(set(problems))
    files = {problem.where.file for problem in distinct}
    return "\n".join([*map(str, distinct), f"{len(distinct)} masalah dalam {len(files)} berkas"])
