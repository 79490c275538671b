"""``mkdocs serve`` shows the last good edition while its files are wrong, and comes back when they are right."""

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
    """A server that says on its error stream what it does."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port

    def says(self, pattern: str) -> str:
        """Read on until a line matches, and return it."""
        assert self.process.stderr
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if re.search(pattern, line):
                return line
        raise AssertionError("".join(lines))

    def page(self, address: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=30) as answer:
            text: str = answer.read().decode()
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
        end = threading.Timer(60, os.killpg, (process.pid, signal.SIGKILL))  # a line that never comes is not waited for
        end.start()
        try:
            yield Server(process, port)
        finally:
            end.cancel()
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


@pytest.mark.parametrize("way", BREAK)
def test_what_is_wrong_is_a_warning_and_the_last_good_edition_stays_up(mini: Mini, way: str) -> None:
    folder = mini()
    before = (folder / "docs/isi.md").read_text(encoding="utf-8")
    with serving(folder) as server:
        server.says("Serving on")
        good = server.page("isi/")
        BREAK[way](folder / "docs")
        server.says(r"WARNING .*edisi: .*E0\d\d")
        server.says("Reloading browsers")
        assert without_script(server.page("isi/")) == without_script(good)
        (folder / "docs/lain.md").unlink(missing_ok=True)
        (folder / "docs/isi.md").write_text(before + "\nDiperbaiki.\n", encoding="utf-8")
        server.says("Reloading browsers")
        assert "Diperbaiki." in server.page("isi/")


def test_data_that_are_broken_from_the_start_are_waited_for(mini: Mini) -> None:
    folder = mini()
    path = folder / "data/timeline.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    with serving(folder) as server:
        server.says("E004")
        server.says("menunggu")
        (folder / "hooks/kode.py").write_text("", encoding="utf-8")  # code is touched meanwhile: it starts again
        server.says("menunggu")
        path.write_text(good, encoding="utf-8")
        server.says("Serving on")
        assert "Rapat warga" in server.page("isi/")


def test_code_and_text_that_change_at_once_start_it_again(mini: Mini) -> None:
    folder = mini()
    with serving(folder) as server:
        server.says("Serving on")
        for number in range(3):
            with (folder / "docs/isi.md").open("a", encoding="utf-8") as page:
                page.write(f"\nKali {number}.\n")
            (folder / "hooks/kode.py").write_text(f"{number}", encoding="utf-8")
            server.says("Serving on")
            assert f"Kali {number}." in server.page("isi/")


def without_script(page: str) -> str:
    """A page without what MkDocs adds for reloading, which counts."""
    return re.sub(r"livereload\(\d+, \d+\)", "", page)
