"""Watch files for changes by polling, as the preview server does while the source files have problems."""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

_INTERVAL = 0.5  # seconds between two polls
Snapshot = Mapping[Path, tuple[int, int]]


def take_snapshot(paths: Iterable[Path]) -> Snapshot:
    """Return the size (bytes) and the modification time (nanoseconds) of every file at or below ``paths``."""
    files = (file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())
    return {file: (status.st_size, status.st_mtime_ns) for file in files if (status := file.stat())}


def wait_for_change(paths: Iterable[Path], snapshot: Snapshot) -> None:
    """Block until the files at or below ``paths`` differ from ``snapshot``. Raises KeyboardInterrupt if the user
    presses Ctrl+C.
    """
    paths = tuple(paths)
    while take_snapshot(paths) == snapshot:
        time.sleep(_INTERVAL)
