"""What all tests share: building a site as a reader's editor would, in a process of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://contoh.example/"
MINI = ROOT / "tests" / "mini"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--accept`` writes the golden files anew instead of comparing."""
    parser.addoption("--accept", action="store_true", help="accept the output as golden")


def build(folder: Path, site: Path, builder: str = "mkdocs", **env: str) -> subprocess.CompletedProcess[str]:
    """Run a strict build of ``folder`` into ``site``; two sites built in one process would share modules."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", builder, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(site)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition, built once."""
    folder = tmp_path_factory.mktemp("edition") / "site"
    result = build(ROOT, folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition as it is published at ``ADDRESS``."""
    folder = tmp_path_factory.mktemp("published") / "site"
    result = build(ROOT, folder, SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def mini(tmp_path: Path) -> Callable[[], Path]:
    """Makes a copy of the miniature edition that a test may spoil."""

    def copy() -> Path:
        folder = tmp_path / "mini"
        shutil.copytree(MINI, folder)
        config = folder / "mkdocs.yml"
        text = config.read_text(encoding="utf-8").replace("../../hooks", (ROOT / "hooks").as_posix())
        config.write_text(text, encoding="utf-8")
        return folder

    return copy


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its path, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def without_digest(content: bytes) -> bytes:
    """A page without digests and sizes of the downloads: those change with the builder, and with zlib."""
    return re.sub(rb'data-(digest|size)-of="([^"]*)">[^<]*', rb'data-\1-of="\2">', content)
