"""Take screenshots of every page for review, in light and dark, at phone and desktop width. Run by `make shots`.

The preview image for other sites (from docs/assets/img/card.svg) and the screenshot in the README are also written;
copy these two to docs/assets/img/ when they have changed.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import launched  # noqa: E402 (after sys.path)
from browser.http_server import serve  # noqa: E402
from conftest import ADDRESSES  # noqa: E402

PAGES = (*ADDRESSES, "404.html")
SINGLE = "unduh/kota-kembar.html"


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
    print(f"{len(list(folder.glob('*.png')))} gambar dalam shots/")


if __name__ == "__main__":
    main()
