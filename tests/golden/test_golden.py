"""The miniature edition's whole output, as people have read and accepted it.

``make golden`` accepts a change; read the difference in git before committing it.
"""

import shutil
from pathlib import Path

import pytest

from conftest import tree, without_digest

GOLDEN = Path(__file__).parent / "mini"
# What the site builder adds of its own, the same for any edition, and the archive of all the rest.
NOT_READ = ("sitemap", "404.html", "unduh/")
CITATIONS, TOGETHER = "sitasi/", "sitasi/kota-kembar."


def is_read(name: str) -> bool:
    """Not what is there for any edition; nor the files of single anchors, which hold what those of all hold."""
    return not name.startswith(NOT_READ) and (name.startswith(TOGETHER) or not name.startswith(CITATIONS))


def ours(folder: Path) -> dict[str, bytes]:
    return {name: without_digest(content) for name, content in tree(folder).items() if is_read(name)}


def test_the_miniature_edition_is_as_accepted(mini_site: Path, request: pytest.FixtureRequest) -> None:
    output = ours(mini_site)
    if request.config.getoption("--accept"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, content in output.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(content)
    assert output.keys() == tree(GOLDEN).keys()
    for name, content in output.items():
        assert content.decode() == (GOLDEN / name).read_bytes().decode(), name
