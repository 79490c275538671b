"""Find or install Chromium (``CHROMIUM``, the PATH, Playwright's, Debian's), and start it."""

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

# the headless shell comes first: it has no user interface, and takes half the time
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Features that no test needs. The internal pages that Chromium loads in a new window cost more than the tested page.
# This list replaces Playwright's list of disabled features, so it repeats those.
FEATURES = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess",
    "LensOverlay", "MediaRouter", "OptimizationHints", "HttpsUpgrades", "PaintHolding", "ThirdPartyStoragePartitioning",
    "DestroyProfileOnBrowserClose",
)  # fmt: skip
ARGUMENTS = [
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    f"--disable-features={','.join(FEATURES)}",
]  # fmt: skip
# Fonts from npm: they are the same on every machine, and available on machines without fonts.
FACES = Path(sys.prefix) / "node/node_modules/dejavu-fonts-ttf/ttf"
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{faces}</dir><cachedir>{cache}</cachedir></fontconfig>"""
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


@contextmanager
def launched() -> Iterator[Browser]:
    """Yield a headless Chromium that has fonts, if need be those in ``FACES``. Raises RuntimeError like ``ensure``."""
    program = ensure()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = start(playwright.chromium, program)
        if not draws_text(browser):
            browser.close()
            browser = start(playwright.chromium, program, with_faces(FACES, Path(folder)))
        yield browser
        browser.close()


def start(kind: BrowserType, program: Path, environment: Mapping[str, str] | None = None) -> Browser:
    """Start a browser with the environment variables of this process and those in ``environment``."""
    is_root: Callable[[], int] | None = getattr(os, "geteuid", None)
    arguments = [*ARGUMENTS, "--no-sandbox"] if is_root and is_root() == 0 else ARGUMENTS
    return kind.launch(executable_path=program, args=arguments, env={**os.environ, **(environment or {})})


def draws_text(browser: Browser) -> bool:
    """Return whether a letter has a width, so that there is a font."""
    page = browser.new_page()
    page.set_content("<span>m</span>")
    is_drawn: bool = page.evaluate("document.querySelector('span').getBoundingClientRect().width > 0")
    page.close()
    return is_drawn


def with_faces(faces: Path, folder: Path) -> dict[str, str]:
    """Return variables that limit a browser to the fonts in ``faces``; write the font configuration to ``folder``."""
    settings = folder / "fonts.conf"
    settings.write_text(FONTS.format(faces=faces, cache=folder / "cache"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(settings)}


@cache
def ensure() -> Path:
    """Return the path of a browser; install one if necessary. Raises RuntimeError with a list of all attempts."""
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
    """Return why the program at ``name`` does not run; empty if it does."""
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
    yield from (path for name in NAMES if (path := shutil.which(name)))
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
        for package in ("chromium-headless-shell", "chromium"):  # not every release of Debian has the headless shell
            if _run(["apt-get", "install", "--yes", "--no-install-recommends", package]):
                yield from _from_path()
                return


def _run(command: list[str]) -> bool:
    """Run a command of an installation; return whether it succeeded."""
    print("Menyiapkan peramban:", " ".join(command), file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False).returncode == 0


if __name__ == "__main__":
    try:
        print(ensure())
    except RuntimeError as error:
        print(error, file=sys.stderr)
        # CI fails without a browser; elsewhere the tests are skipped with this message
        sys.exit(1 if os.environ.get("CI") else 0)
