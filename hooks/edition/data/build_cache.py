"""Costly results, kept from one build to the next in a folder that may be thrown away, or spoilt, at any time.

A result is kept under a name, with a digest of all that it was made of. What was made of anything else (other data,
other code of ours, other packages) is made anew, and so is what is not whole.
"""

import hashlib
import os
import pickle
import sys
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")
_CODE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Keeper:
    """Keeps results in ``folder``, or without one, nothing. ``made_of`` is the digest of what they all depend on."""

    folder: Path | None = None
    made_of: str = ""

    def of(self, name: str, make: Callable[[], Result], *made_of: object) -> Result:
        """What ``make`` returns, from the last time if it was made of the same: of ``made_of``, the keeper's own, and
        code. ``None`` is no result, and is not kept. Whatever ``make`` raises is raised.
        """
        if not self.folder:
            return make()
        path = self.folder / f"{name}.pickle"
        origin = digest([self.made_of, repr(made_of), *_code()])
        known = _read(path, origin)
        result: Result = known[0] if known else make()
        if known:
            return result
        if result is not None:
            _write(path, origin, result)
        return result


def digest(parts: Iterable[str | bytes]) -> str:
    """One SHA-256 of several texts, in their order."""
    sums = (hashlib.sha256(part.encode() if isinstance(part, str) else part).digest() for part in parts)
    return hashlib.sha256(b"".join(sums)).hexdigest()


def digest_of_files(paths: Iterable[Path], root: Path) -> str:
    """The digest of files, with their names below ``root``; of a file that cannot be read, its name."""
    return digest(part for path in sorted(set(paths)) for part in (str(path.relative_to(root)), _content(path)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@cache
def _code() -> tuple[str, ...]:
    """What makes results beside what they are made of: our code, and all that is installed, by version."""
    ours = (path for path in _CODE.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    installed = sorted(name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info"))
    return (sys.version, digest_of_files(ours, _CODE), *installed)


def _read(path: Path, origin: str) -> tuple[Any] | None:
    """The result at ``path``, in a tuple of one; ``None`` where nothing is, or not the whole, or of another origin."""
    head = f"{origin} ".encode()
    content = _content(path)
    told, _, body = content.removeprefix(head).partition(b"\n")
    if not content.startswith(head) or told.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
        return None
    return (pickle.loads(body),)  # noqa: S301 (of our own: whoever can write here can write the code as well)


def _write(path: Path, origin: str, result: object) -> None:
    """Keep a result. The file is whole or not there; where none can be written, none is kept."""
    body = pickle.dumps(result, protocol=5)
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(f"{origin} {hashlib.sha256(body).hexdigest()}\n".encode() + body)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
