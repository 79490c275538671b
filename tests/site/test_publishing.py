"""``publish`` requires a site URL, rejects a build with the original, and precompresses files for simple hosts."""

import gzip
import shutil
from pathlib import Path

import brotli
import pytest
import yaml

from conftest import ROOT, run_cli


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the path for a copy of a built site that the test may change."""
    return tmp_path / "site"


def test_publish_adds_a_compressed_copy_of_each_file(published: Path, folder: Path) -> None:
    shutil.copytree(published, folder)
    result = run_cli(ROOT, "publish", str(folder))
    assert (result.returncode, result.stderr) == (0, "")
    compressed = list(folder.rglob("*.br"))
    assert len(compressed) > 20
    for path in compressed:
        content = path.with_suffix("").read_bytes()
        assert brotli.decompress(path.read_bytes()) == content
        assert gzip.decompress(path.with_suffix(".gz").read_bytes()) == content
    assert (folder / "kesimpulan/index.html.br").is_file()
    assert not list(folder.rglob("*.png.*"))
    assert not list(folder.rglob("*.zip.*"))
    assert (folder / "_headers").read_bytes() == (ROOT / "deploy/_headers").read_bytes()


@pytest.mark.parametrize(
    ("build", "message"), [("site", "belum mempunyai alamat terbitan"), ("with_original", "memuat naskah asli")]
)
def test_a_build_without_a_site_url_or_with_the_original_is_refused(
    request: pytest.FixtureRequest, folder: Path, build: str, message: str
) -> None:
    shutil.copytree(request.getfixturevalue(build), folder)
    before = sorted(folder.rglob("*"))
    result = run_cli(ROOT, "publish", str(folder))
    assert result.returncode == 1
    assert message in result.stderr
    assert sorted(folder.rglob("*")) == before


def test_publish_requires_a_built_site(folder: Path) -> None:
    result = run_cli(ROOT, "publish", str(folder))
    assert (result.returncode, result.stderr) == (1, "bangun dahulu: make site\n")


def commands(value: object) -> list[str]:
    """Return the commands that a workflow runs, in order."""
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in ([each] if key == "run" else commands(each))]
    if isinstance(value, list):
        return [line for each in value for line in commands(each)]
    return []


@pytest.mark.parametrize("name", ["github-pages.yml", "gitlab-pages.yml"])
def test_a_workflow_tests_builds_and_publishes_in_this_order_without_the_original(name: str) -> None:
    workflow = yaml.safe_load((ROOT / "deploy" / name).read_text(encoding="utf-8"))
    lines = commands(workflow) or workflow["pages"]["script"]
    steps = [
        next(number for number, line in enumerate(lines) if each in line)
        for each in ("make test", "make site", "make publish")
    ]
    assert steps == sorted(steps)
    assert "CHAPTER" not in str(workflow)


def test_workflows_build_with_the_url_they_publish_to() -> None:
    github = yaml.safe_load((ROOT / "deploy/github-pages.yml").read_text(encoding="utf-8"))
    [build] = [step for step in github["jobs"]["publish"]["steps"] if step.get("run") == "make site"]
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}
    gitlab = yaml.safe_load((ROOT / "deploy/gitlab-pages.yml").read_text(encoding="utf-8"))
    assert gitlab["pages"]["variables"] == {"SITE_URL": "$CI_PAGES_URL/"}
