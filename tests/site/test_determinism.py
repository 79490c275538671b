"""Builds are reproducible: equal input gives equal bytes, on any day and with either builder."""

import re
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT, build, copy_of, tree, without_digest


def test_two_builds_are_the_same_byte_for_byte(site: Path, tmp_path: Path) -> None:
    result = build(
        copy_of(ROOT, tmp_path / "edition"), tmp_path / "site", PYTHONHASHSEED="7", TZ="Asia/Jakarta", LC_ALL="C"
    )
    assert result.returncode == 0, result.stderr
    assert tree(tmp_path / "site") == tree(site)


def test_dates_come_from_the_data_not_from_the_clock(mini: Callable[[], Path]) -> None:
    folder = mini()
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://contoh.example/\n")
    assert build(folder, folder / "site").returncode == 0
    dates = re.findall("<lastmod>(.*?)</lastmod>", (folder / "site/sitemap.xml").read_text(encoding="utf-8"))
    assert set(dates) == {"2020-02-29"}


def test_properdocs_builds_the_same_pages(site: Path, tmp_path: Path) -> None:
    """ProperDocs writes its own name into the pages, so the digest of the archive differs too."""
    result = build(copy_of(ROOT, tmp_path / "edition"), tmp_path / "site", builder="properdocs")
    assert result.returncode == 0, result.stderr
    first, second = tree(site), tree(tmp_path / "site")
    assert first.keys() == second.keys()
    differing = [name for name in first if _without_generator(first[name]) != _without_generator(second[name])]
    assert [name for name in differing if not name.endswith(".gz") and not name.startswith("unduh/")] == []


def _without_generator(content: bytes) -> bytes:
    return re.sub(rb'content="mkdocs-[^,"]*', b'content="mkdocs', without_digest(content))
