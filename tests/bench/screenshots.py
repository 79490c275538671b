"""Take screenshots of every page for review, in light and dark, at phone and desktop width. Run by `make shots`.

The preview image for other sites (from docs/assets/img/card.svg), the screenshot in the README, and that of all markup
in CONTRIBUTING are also written; copy these three to docs/assets/img/ when they have changed.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import launched  # noqa: E402 (after sys.path)
from browser.demo_edition import copy_to  # noqa: E402
from browser.http_server import serve  # noqa: E402
from conftest import ADDRESSES, build  # noqa: E402

PAGES = (*ADDRESSES, "404.html")
SINGLE = "unduh/kota-kembar.html"


def take_markup(browser: Browser, path: Path) -> None:
    """Write a screenshot of the section of the miniature edition that has all Markdown extensions."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(copy_to(Path(folder) / "demo"), site).check_returncode()
        with serve(site) as address:
            page = browser.new_page(viewport={"width": 760, "height": 800})
            page.goto(f"{address}panduan/")
            page.locator("#ragam").evaluate(
                "heading => { while (heading.previousElementSibling) heading.previousElementSibling.remove(); }"
            )
            page.locator(".md-header").evaluate("header => header.remove()")  # it would cover the top
            page.locator("article").screenshot(path=path)


def main() -> None:
    """Write the screenshots into ``shots/``. Requires a built site."""
    folder = ROOT / "shots"
    folder.mkdir(exist_ok=True)
    with launched() as browser, serve(ROOT / "site") as address:
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
                for name in (*PAGES, SINGLE):
                    page.goto(address + name)
                    stem = Path(name).stem or "beranda"
                    page.screenshot(path=folder / f"{stem}-{width}-{scheme}.png", full_page=name != SINGLE)
                page.close()
        card = browser.new_page(viewport={"width": 1200, "height": 630})
        card.goto((ROOT / "docs/assets/img/card.svg").as_uri())
        card.screenshot(path=folder / "card.png")
        readme_page = browser.new_page(viewport={"width": 1280, "height": 672})
        readme_page.goto(f"{address}kendala/#vi-1-p4")
        readme_page.screenshot(path=folder / "screenshot.png")
        take_markup(browser, folder / "markup.png")
    print(f"{len(list(folder.glob('*.png')))} gambar dalam shots/")


if __name__ == "__main__":
    main()
