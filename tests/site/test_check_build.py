"""A site that a builder left unfinished is never published."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from conftest import MINI, ROOT, copy_of, run_cli


def test_a_whole_site_passes(site: Path, mini_site: Path) -> None:
    for folder, built in ((ROOT, site), (MINI, mini_site)):
        result = run_cli(folder, "check-build", str(built))
        assert (result.returncode, result.stderr) == (0, "")


def without_hook(folder: Path) -> Path:
    """A site built by MkDocs without our hook, as a builder that knows none would."""
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


def test_a_builder_without_our_hook_is_found_out(mini: Callable[[], Path]) -> None:
    folder = mini()
    result = run_cli(folder, "check-build", str(without_hook(folder)))
    assert result.returncode == 1
    *lines, last = result.stderr.splitlines()
    assert 'isi/index.html: blok tidak diolah: "/// paragraph | vi-1-p2"' in lines
    assert 'isi/index.html: jangkar terdaftar tidak ada: "vi-1-p1"' in lines
    assert last.startswith(f"{len(lines)} masalah: ")
    assert lines == sorted(lines)


def test_one_anchor_that_is_gone_is_enough(mini_site: Path, tmp_path: Path) -> None:
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


def test_an_empty_folder_has_none_of_the_anchors(tmp_path: Path) -> None:
    result = run_cli(copy_of(MINI, tmp_path / "mini"), "check-build", str(tmp_path))
    assert result.returncode == 1
    assert "jangkar terdaftar tidak ada" in result.stderr
