"""Watch files for changes by polling, as the preview server does while the source files have problems."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_INTERVAL = 0.5  # seconds between two polls
Snapshot = Mapping[Path, tuple[int, int]]


@dataclass(frozen=True)
class WatchedFiles:
    """The files to watch: all files in ``folders`` and their subfolders, and each of ``files``. Any of them may be
    missing. A path in ``files`` that is a folder is not searched.
    """

    folders: tuple[Path, ...]
    files: tuple[Path, ...] = ()

    def take_snapshot(self) -> Snapshot:
        """Return the size (bytes) and the modification time (nanoseconds) of every watched file that exists."""
        snapshot = {}
        for file in (*self.files, *(path for folder in self.folders for path in folder.rglob("*"))):
            with suppress(FileNotFoundError):  # an editor may delete or replace a file while we look
                status = file.stat()
                snapshot[file] = (status.st_size, status.st_mtime_ns)
        return snapshot

    def wait_for_change(self, snapshot: Snapshot) -> None:
        """Block until the watched files differ from ``snapshot``. Raises KeyboardInterrupt if the user presses
        Ctrl+C.
        """
        while self.take_snapshot() == snapshot:
            time.sleep(_INTERVAL)
