"""A site is built beside the one that is up, and takes its place in one step: at every moment the one that is up is
whole, whatever happens to the build. What a build that was killed has left, the next one clears.
"""

import ctypes
import errno
import os
import shutil
import sys
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2  # of Linux's renameat2 and macOS's renamex_np
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)  # the system or the file system knows no exchange


@dataclass(frozen=True)
class Staged:
    """A folder to build in, beside ``site``, whose place it is to take. Its lock is held as long as the build lives."""

    site: Path
    folder: Path
    lock: BaseFileLock

    def publish(self) -> None:
        """Take the place of the site. Files there whose names begin with a dot are not the build's: they stay."""
        if self.site.is_dir():
            for kept in self.site.glob(".*"):
                copy = shutil.copytree if kept.is_dir() else shutil.copy2
                copy(kept, self.folder / kept.name)
            exchange(self.folder, self.site)
        else:
            self.folder.rename(self.site)
        self.discard()

    def discard(self) -> None:
        """Take away what stands beside the site: a build that failed, or the site that was up before."""
        shutil.rmtree(self.folder, ignore_errors=True)
        Path(self.lock.lock_file).unlink(missing_ok=True)
        self.lock.release()


def stage(site: Path) -> Staged:
    """An empty folder beside ``site``, after clearing those of builds that are dead. Raises OSError where it cannot be
    made.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    _clear(site)
    folder = site.with_name(f".{site.name}.{uuid.uuid4().hex}")
    lock = FileLock(f"{folder}.lock")
    Path(lock.lock_file).touch()  # where nothing can be written this fails at once; the lock would wait
    lock.acquire()
    folder.mkdir()
    return Staged(site, folder, lock)


def cannot_write(error: OSError) -> str:
    """In one line, what could not be written and why."""
    told = ("situs tidak dapat ditulis", error.filename, error.strerror)
    return ": ".join(str(part) for part in told if part)


def _clear(site: Path) -> None:
    for left in site.parent.glob(f".{site.name}.{'[0-9a-f]' * 32}.lock"):
        lock = FileLock(left, timeout=0)
        with suppress(Timeout), lock:  # whoever still holds it is alive
            shutil.rmtree(left.with_suffix(""), ignore_errors=True)
            left.unlink(missing_ok=True)


def exchange(one: Path, other: Path) -> None:
    """Exchange the names of two folders: in one step on Linux and macOS, elsewhere in two."""
    reason = _exchanged(os.fsencode(one), os.fsencode(other))
    if reason in _CANNOT:
        old = one.with_name(f"{one.name}.old")
        other.rename(old)
        try:
            one.rename(other)
        except OSError:
            old.rename(other)
            raise
        old.rename(one)
    elif reason:
        raise OSError(reason, os.strerror(reason), str(other))


def _exchanged(one: bytes, other: bytes) -> int:
    """Ask the system; 0, or the reason why not."""
    if sys.platform == "win32":
        return errno.ENOSYS
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(one, other, _RENAME_SWAP)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
