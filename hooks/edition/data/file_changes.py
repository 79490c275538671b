"""Watch files for changes by polling. The preview server uses this while the source files have problems."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_INTERVAL = 0.5  # seconds between two polls
Snapshot = Mapping[Path, tuple[int, int]]


@dataclass(frozen=True)
class WatchedFiles:
    """The files to watch: all files in ``folders`` and their subfolders, and each path in ``files``.

    A path may be missing at first; its creation counts as a change. If a path in ``files`` is a folder, the files in
    that folder are not watched.
    """

    folders: tuple[Path, ...]
    files: tuple[Path, ...] = ()

    def take_snapshot(self) -> Snapshot:
        """Return a map from each watched file that exists to its size (bytes) and modification time (nanoseconds)."""
        snapshot = {}
        for file in (*self.files, *(path for folder in self.folders for path in folder.rglob("*"))):
            with suppress(FileNotFoundError):  # an editor may delete or replace a file while we look
                status = file.stat()
                snapshot[file] = (status.st_size, status.st_mtime_ns)
        return snapshot

    def wait_for_change(self, snapshot: Snapshot) -> None:
        """Block until the watched files differ from ``snapshot``, an earlier result of ``take_snapshot``. Raises
        KeyboardInterrupt if the user presses Ctrl+C.
        """
        while self.take_snapshot() == snapshot:
            time.sleep(_INTERVAL)
