"""Finds a Chromium, or gets one (the variable ``CHROMIUM``, the PATH, Playwright's own, Debian's), and starts it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, sync_playwright

# the first is made for being driven: no windows of its own, half the time
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# What no test needs. The pages of Chromium's own that a new window loads cost more than the one that is tested; the
# list replaces Playwright's, so it names what that switches off, too.
FEATURES = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess",
    "LensOverlay", "MediaRouter", "OptimizationHints", "HttpsUpgrades", "PaintHolding", "ThirdPartyStoragePartitioning",
    "DestroyProfileOnBrowserClose",
)  # fmt: skip
ARGUMENTS = [
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    f"--disable-features={','.join(FEATURES)}",
]  # fmt: skip
# Faces from npm, so that the tests know some that are the same everywhere, and have some where the machine has none.
FACES = Path(sys.prefix) / "node/node_modules/dejavu-fonts-ttf/ttf"
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{faces}</dir><cachedir>{cache}</cachedir></fontconfig>"""
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


@contextmanager
def launched() -> Iterator[Browser]:
    """Headless Chromium that draws text: a slim image has no face at all. Raises RuntimeError as ``ensure`` does."""
    program = ensure()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = start(playwright.chromium, program)
        if not draws_text(browser):
            browser.close()
            browser = start(playwright.chromium, program, with_faces(FACES, Path(folder)))
        yield browser
        browser.close()


def start(kind: BrowserType, program: Path, environment: Mapping[str, str] | None = None) -> Browser:
    """The browser as it is, with these variables beside those of this process."""
    is_root: Callable[[], int] | None = getattr(os, "geteuid", None)
    arguments = [*ARGUMENTS, "--no-sandbox"] if is_root and is_root() == 0 else ARGUMENTS
    return kind.launch(executable_path=program, args=arguments, env={**os.environ, **(environment or {})})


def draws_text(browser: Browser) -> bool:
    """Whether letters take any room."""
    page = browser.new_page()
    page.set_content("<span>m</span>")
    is_drawn: bool = page.evaluate("document.querySelector('span').getBoundingClientRect().width > 0")
    page.close()
    return is_drawn


def with_faces(faces: Path, folder: Path) -> dict[str, str]:
    """What makes a browser see the faces in one folder, and no others; ``folder`` takes the settings."""
    settings = folder / "fonts.conf"
    settings.write_text(FONTS.format(faces=faces, cache=folder / "cache"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(settings)}


@cache
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
    with sync_playwright() as playwright:
        name = playwright.chromium.executable_path
    if Path(name).exists():
        yield name


def _from_playwright_install() -> Iterator[str]:
    """playwright install chromium"""
    if _run([sys.executable, "-m", "playwright", "install", "chromium"]):
        yield from _from_playwright()


def _from_debian() -> Iterator[str]:
    """apt-get install chromium-headless-shell, or chromium"""
    is_root: Callable[[], int] | None = getattr(os, "geteuid", None)
    if shutil.which("apt-get") and is_root and is_root() == 0:
        _run(["apt-get", "update"])
        for package in ("chromium-headless-shell", "chromium"):  # not every release has the first
            if _run(["apt-get", "install", "--yes", "--no-install-recommends", package]):
                yield from _from_path()
                return


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
