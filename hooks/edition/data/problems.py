"""What is wrong with the edition's files, said so that an editor can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file: path from the project's root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, its code (a row in CONTRIBUTING.md), and what would be right."""

    where: Where
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}"


def report(problems: Iterable[Problem]) -> str:
    """One line a problem, sorted by place, and a last line that counts them."""
    found = sorted(set(problems))
    files = {problem.where.file for problem in found}
    return "\n".join([*map(str, found), f"{len(found)} masalah dalam {len(files)} berkas"])
