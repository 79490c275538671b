"""``check-build`` rejects a site that was built without the hook or lacks registered anchors."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from conftest import MINI, ROOT, copy_of, run_cli


def test_a_complete_site_passes(site: Path, mini_site: Path) -> None:
    for folder, built in ((ROOT, site), (MINI, mini_site)):
        result = run_cli(folder, "check-build", str(built))
        assert (result.returncode, result.stderr) == (0, "")


def build_without_hook(folder: Path) -> Path:
    """Build the site with MkDocs but without our hook, as a builder without support for hooks would."""
    config = folder / "mkdocs.yml"
    text = re.sub(r"hooks:\n(  - .*\n)+", "", config.read_text(encoding="utf-8"))
    assert "hooks:" not in text
    config.write_text(text, encoding="utf-8")
    site = folder / "site"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], cwd=folder, capture_output=True, check=False
    )
    assert (site / "index.html").is_file()
    return site


def test_a_site_built_without_our_hook_is_rejected(mini: Callable[[], Path]) -> None:
    folder = mini()
    result = run_cli(folder, "check-build", str(build_without_hook(folder)))
    assert result.returncode == 1
    *lines, last = result.stderr.splitlines()
    assert 'isi/index.html: blok tidak diolah: "/// paragraph | vi-1-p2"' in lines
    assert 'isi/index.html: jangkar terdaftar tidak ada: "vi-1-p1"' in lines
    assert last.startswith(f"{len(lines)} masalah: ")
    assert lines == sorted(lines)


def test_one_missing_anchor_is_reported(mini_site: Path, tmp_path: Path) -> None:
    site = copy_of_site(mini_site, tmp_path / "site")
    page = site / "isi/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="vi-1-p1"', 'id="lain"'), encoding="utf-8")
    result = run_cli(MINI, "check-build", str(site))
    assert result.returncode == 1
    assert result.stderr.splitlines()[0] == 'isi/index.html: jangkar terdaftar tidak ada: "vi-1-p1"'


def copy_of_site(site: Path, copy: Path) -> Path:
    for path in site.rglob("*"):
        if path.is_file():
            (copy / path.relative_to(site)).parent.mkdir(parents=True, exist_ok=True)
            (copy / path.relative_to(site)).write_bytes(path.read_bytes())
    return copy


def test_an_empty_folder_is_rejected(tmp_path: Path) -> None:
    result = run_cli(copy_of(MINI, tmp_path / "mini"), "check-build", str(tmp_path))
    assert result.returncode == 1
    assert "jangkar terdaftar tidak ada" in result.stderr
