"""The complete output of the miniature edition equals the golden files, which people have read and accepted.

``make golden`` accepts a change; read the difference in git before committing it.
"""

import shutil
from pathlib import Path

import pytest

from conftest import tree, without_digest

GOLDEN = Path(__file__).parent / "mini"
# Excluded: files that are the same for every edition, and the downloads, which contain all the other files.
EXCLUDED = ("sitemap", "404.html", "unduh/")
CITATIONS, COMBINED = "sitasi/", "sitasi/kota-kembar."


def is_compared(name: str) -> bool:
    """Return whether a file is compared. Citation files of single anchors are not: the combined files contain them."""
    return not name.startswith(EXCLUDED) and (name.startswith(COMBINED) or not name.startswith(CITATIONS))


def compared_files(folder: Path) -> dict[str, bytes]:
    return {name: without_digest(content) for name, content in tree(folder).items() if is_compared(name)}


def test_the_output_equals_the_golden_files(mini_site: Path, request: pytest.FixtureRequest) -> None:
    output = compared_files(mini_site)
    if request.config.getoption("--accept"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, content in output.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(content)
    assert output.keys() == tree(GOLDEN).keys()
    for name, content in output.items():
        assert content.decode() == (GOLDEN / name).read_bytes().decode(), name
