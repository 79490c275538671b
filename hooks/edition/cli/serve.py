"""Run ``mkdocs serve``, and restart it when code changes.

MkDocs itself reloads text and data, but it imports code only once per process.
"""

import signal
import subprocess
import sys
from itertools import chain
from pathlib import Path

from watchfiles import watch

CODE = ("hooks", "overrides", "mkdocs.yml")
SERVE = ("serve", "--livereload", "--no-strict")  # problems are reported without ending the server


def serve(root: Path) -> int:
    """Serve the edition in ``root`` until interrupted, and return the exit code 0."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server: subprocess.Popen[bytes] | None = None
    try:
        for _ in chain([set()], watch(*(root / name for name in CODE if (root / name).exists()))):
            _stop(server)
            server = subprocess.Popen([sys.executable, "-m", "mkdocs", *SERVE], cwd=root)  # noqa: S603 (no input is in it)
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)
    return 0


def _stop(server: subprocess.Popen[bytes] | None) -> None:
    """Stop a server by SIGINT, the signal of Ctrl+C. During a build, MkDocs treats the signal as a build error and goes
    on; therefore the signal is repeated until the server ends.
    """
    while server and server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            continue
