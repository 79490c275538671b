"""The demo edition: text and data of the miniature edition (``tests/mini``) in the frame of the real edition.

Browser tests use it unless they are about the published text, so that an editor who rewords a page breaks none of them.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import conftest
from conftest import ADDRESS, MINI, ROOT, load

BUILD = load(MINI)
EDITION, VIEWS = BUILD.edition, BUILD.views
PUBLISHED = replace(BUILD, site_url=ADDRESS)
CONFIG = f"""INHERIT: {ROOT / "mkdocs.yml"}
site_name: Edisi mini
hooks:
  - {ROOT / "hooks/mkdocs_hooks.py"}
nav:
  - Beranda: index.md
  - Isi: isi.md
  - Panduan: panduan.md
  - Glosarium: glosarium.md
"""
ADDRESSES = ("", "isi/", "panduan/", "glosarium/")


def copy_to(folder: Path) -> Path:
    """Write the sources of the demo edition to ``folder``."""
    shutil.copytree(MINI / "data", folder / "data")
    shutil.copytree(MINI / "docs", folder / "docs")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(MINI / "naskah.txt", folder)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return folder


def address_of(name: str) -> str:
    """Return the address of a link target in the demo edition, relative to the root of the site."""
    return conftest.address_of(name, BUILD)


def page_of_block(block: str) -> str:
    """Return the address of the demo page that contains a data block, relative to the root of the site."""
    return conftest.page_of_block(block, BUILD)


def repeat_events(folder: Path, times: int) -> None:
    """Repeat each event in the sources of a demo edition, with new ids."""
    path = folder / "data/timeline.yml"
    head, *records = path.read_text(encoding="utf-8").split("- id: ")
    repeated = [head]
    for number in range(times):
        for name, _, rest in (record.partition("\n") for record in records):
            repeated.append(f"- id: {name}{f'-{number}' if number else ''}\n{rest}")
    path.write_text("".join(repeated), encoding="utf-8")
