"""Finds a Chromium, or gets one: the variable ``CHROMIUM``, the PATH, Playwright's own, Debian's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def ensure() -> Path:
    """The browser's path, after installing one if need be. Raises RuntimeError that says all that was tried."""
    tried = []
    for step in (_from_variable, _from_path, _from_playwright, _from_playwright_install, _from_debian):
        for name in step():
            if reason := _does_not_run(name):
                tried.append(f"{step.__doc__}: {name}: {reason}")
            else:
                return Path(name)
        tried.append(f"{step.__doc__}: tidak ada")
    raise RuntimeError("Chromium tidak ditemukan dan tidak dapat dipasang:\n  " + "\n  ".join(tried))


def _does_not_run(name: str) -> str:
    """Why the program at ``name`` cannot be used; empty if it can."""
    try:
        result = subprocess.run([name, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if result.returncode == 0 else result.stderr.strip() or f"status {result.returncode}"


def _from_variable() -> Iterator[str]:
    """CHROMIUM"""
    if name := os.environ.get("CHROMIUM"):
        yield name


def _from_path() -> Iterator[str]:
    """PATH"""
    yield from (found for name in NAMES if (found := shutil.which(name)))
    if Path(MAC).exists():
        yield MAC


def _from_playwright() -> Iterator[str]:
    """Playwright"""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        name = playwright.chromium.executable_path
    if Path(name).exists():
        yield name


def _from_playwright_install() -> Iterator[str]:
    """playwright install chromium"""
    if _run([sys.executable, "-m", "playwright", "install", "chromium"]):
        yield from _from_playwright()


def _from_debian() -> Iterator[str]:
    """apt-get install chromium"""
    is_root: Callable[[], int] | None = getattr(os, "geteuid", None)
    if shutil.which("apt-get") and is_root and is_root() == 0:
        _run(["apt-get", "update"])
        if _run(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]):
            yield from _from_path()


def _run(command: list[str]) -> bool:
    print("Menyiapkan peramban:", " ".join(command), file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False).returncode == 0


if __name__ == "__main__":
    try:
        print(ensure())
    except RuntimeError as error:
        print(error, file=sys.stderr)
        # elsewhere the tests say so and skip; CI may not
        sys.exit(1 if os.environ.get("CI") else 0)
