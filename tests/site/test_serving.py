"""``make serve`` keeps serving the last valid edition while files have problems, and reloads when they are fixed."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from conftest import ROOT

Mini = Callable[[], Path]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT for one process")


class Server:
    """A running development server, whose log is read from stderr."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port

    def wait_for(self, pattern: str) -> str:
        """Read the log until a line matches, and return the line. Raises AssertionError if the log ends before."""
        assert self.process.stderr
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if re.search(pattern, line):
                return line
        raise AssertionError("".join(lines))

    def page(self, address: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=30) as response:
            text: str = response.read().decode()
            return text


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve ``folder`` as ``make serve`` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + f"dev_addr: 127.0.0.1:{port}\nwatch: [data]\n", encoding="utf-8"
    )
    (folder / "hooks").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "edition", "serve"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        timeout = threading.Timer(60, os.killpg, (process.pid, signal.SIGKILL))  # do not wait forever for a line
        timeout.start()
        try:
            yield Server(process, port)
        finally:
            timeout.cancel()
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)
    assert process.returncode == 0


BREAK: dict[str, Callable[[Path], object]] = {
    "a wrong block": lambda docs: (docs / "isi.md").write_text(
        (docs / "isi.md").read_text(encoding="utf-8").replace("/// timeline ///", "/// timelin ///"), encoding="utf-8"
    ),
    "a renamed page": lambda docs: (docs / "isi.md").rename(docs / "lain.md"),
    "a page in two pieces": lambda docs: (docs / "lain.md").write_text("/// paragraph | vi-1-p1\n", encoding="utf-8"),
}


@pytest.mark.parametrize("case", BREAK)
def test_a_problem_is_logged_and_the_last_valid_edition_stays_available(mini: Mini, case: str) -> None:
    folder = mini()
    before = (folder / "docs/isi.md").read_text(encoding="utf-8")
    with serving(folder) as server:
        server.wait_for("Serving on")
        good = server.page("isi/")
        BREAK[case](folder / "docs")
        server.wait_for(r"WARNING .*edisi: .*E0\d\d")
        server.wait_for("Reloading browsers")
        assert without_script(server.page("isi/")) == without_script(good)
        (folder / "docs/lain.md").unlink(missing_ok=True)
        (folder / "docs/isi.md").write_text(before + "\nDiperbaiki.\n", encoding="utf-8")
        server.wait_for("Reloading browsers")
        assert "Diperbaiki." in server.page("isi/")


def test_the_server_waits_while_the_data_are_broken_at_start(mini: Mini) -> None:
    folder = mini()
    path = folder / "data/timeline.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    with serving(folder) as server:
        server.wait_for("E004")
        server.wait_for("menunggu")
        (folder / "hooks/kode.py").write_text("", encoding="utf-8")  # a changed module restarts the server
        server.wait_for("menunggu")
        path.write_text(good, encoding="utf-8")
        server.wait_for("Serving on")
        assert "Rapat warga" in server.page("isi/")


def test_code_and_text_changed_together_restart_the_server(mini: Mini) -> None:
    folder = mini()
    with serving(folder) as server:
        server.wait_for("Serving on")
        for number in range(3):
            with (folder / "docs/isi.md").open("a", encoding="utf-8") as page:
                page.write(f"\nKali {number}.\n")
            (folder / "hooks/kode.py").write_text(f"{number}", encoding="utf-8")
            server.wait_for("Serving on")
            assert f"Kali {number}." in server.page("isi/")


def without_script(page: str) -> str:
    """Return a page without the arguments of the live-reload script, which change with every build."""
    return re.sub(r"livereload\(\d+, \d+\)", "", page)
