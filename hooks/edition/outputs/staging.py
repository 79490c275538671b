"""Atomic deployment: build the new site into a folder beside the current site, then exchange the two in one step.

The current site stays complete and unchanged if a build fails or is killed. A killed build leaves its folder behind;
the next build removes it.
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

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2  # constants of Linux's renameat2 and macOS's renamex_np
_UNSUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)  # the system or the file system cannot exchange folders


@dataclass(frozen=True)
class Staged:
    """A new site that is being built in ``folder``, and will replace the folder ``site``. The build process holds
    ``lock`` until it ends, so that other builds do not remove ``folder``.
    """

    site: Path
    folder: Path
    lock: BaseFileLock

    def publish(self) -> None:
        """Replace ``site`` by the new site. Files in ``site`` whose names begin with a dot are kept, because no build
        has made them.
        """
        if self.site.is_dir():
            for dotfile in self.site.glob(".*"):
                copy = shutil.copytree if dotfile.is_dir() else shutil.copy2
                copy(dotfile, self.folder / dotfile.name)
            exchange(self.folder, self.site)
        else:
            self.folder.rename(self.site)
        self.discard()

    def discard(self) -> None:
        """Remove ``folder`` and release the lock. After a failed build, ``folder`` contains the unfinished site; after
        ``publish``, the previous site.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        Path(self.lock.lock_file).unlink(missing_ok=True)
        self.lock.release()


def stage(site: Path) -> Staged:
    """Create an empty folder beside ``site`` for the new site, and remove the folders that killed builds left behind.
    Return the folder with its lock. Raises OSError if the folder cannot be created.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    _remove_dead_builds(site)
    folder = site.with_name(f".{site.name}.{uuid.uuid4().hex}")
    lock = FileLock(f"{folder}.lock")
    Path(lock.lock_file).touch()  # fails at once if the folder is not writable, whereas the lock would wait
    lock.acquire()
    folder.mkdir()
    return Staged(site, folder, lock)


def write_error_message(error: OSError) -> str:
    """Return a one-line message that names the file that could not be written, and the reason."""
    parts = ("situs tidak dapat ditulis", error.filename, error.strerror)
    return ": ".join(str(part) for part in parts if part)


def _remove_dead_builds(site: Path) -> None:
    for lock_file in site.parent.glob(f".{site.name}.{'[0-9a-f]' * 32}.lock"):
        lock = FileLock(lock_file, timeout=0)
        with suppress(Timeout), lock:  # a lock that is still held belongs to a running build
            shutil.rmtree(lock_file.with_suffix(""), ignore_errors=True)
            lock_file.unlink(missing_ok=True)


def exchange(one: Path, other: Path) -> None:
    """Exchange two folders. On Linux and macOS this is one atomic step; on other systems, one folder is renamed after
    the other.
    """
    error_code = _exchanged(os.fsencode(one), os.fsencode(other))
    if error_code in _UNSUPPORTED:
        backup = one.with_name(f"{one.name}.old")
        other.rename(backup)
        try:
            one.rename(other)
        except OSError:
            backup.rename(other)
            raise
        backup.rename(one)
    elif error_code:
        raise OSError(error_code, os.strerror(error_code), str(other))


def _exchanged(one: bytes, other: bytes) -> int:
    """Exchange two paths by a system call. Return 0 on success, else the ``errno`` of the failure."""
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
