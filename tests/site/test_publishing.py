"""What is published has an address, has not the original, and is packed for a host that packs nothing itself."""

import gzip
import shutil
from pathlib import Path

import brotli
import pytest
import yaml

from conftest import ROOT, run_cli


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place to put a built site that the test changes."""
    return tmp_path / "site"


def test_a_published_build_is_packed_beside_its_files(published: Path, folder: Path) -> None:
    shutil.copytree(published, folder)
    done = run_cli(ROOT, "publish", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    packed = list(folder.rglob("*.br"))
    assert len(packed) > 20
    for path in packed:
        whole = path.with_suffix("").read_bytes()
        assert brotli.decompress(path.read_bytes()) == whole
        assert gzip.decompress(path.with_suffix(".gz").read_bytes()) == whole
    assert (folder / "kesimpulan/index.html.br").is_file()
    assert not list(folder.rglob("*.png.*"))
    assert not list(folder.rglob("*.zip.*"))
    assert (folder / "_headers").read_bytes() == (ROOT / "deploy/_headers").read_bytes()


@pytest.mark.parametrize(
    ("build", "told"), [("site", "tanpa alamat terbitan"), ("with_original", "memuat naskah asli")]
)
def test_what_is_not_to_be_published_is_refused(
    request: pytest.FixtureRequest, folder: Path, build: str, told: str
) -> None:
    shutil.copytree(request.getfixturevalue(build), folder)
    before = sorted(folder.rglob("*"))
    done = run_cli(ROOT, "publish", str(folder))
    assert done.returncode == 1
    assert told in done.stderr
    assert sorted(folder.rglob("*")) == before


def test_what_is_not_built_is_not_published(folder: Path) -> None:
    done = run_cli(ROOT, "publish", str(folder))
    assert (done.returncode, done.stderr) == (1, "bangun dahulu: make site\n")


def commands(value: object) -> list[str]:
    """Everything that a workflow runs, in its order."""
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in ([each] if key == "run" else commands(each))]
    if isinstance(value, list):
        return [line for each in value for line in commands(each)]
    return []


@pytest.mark.parametrize("name", ["github-pages.yml", "gitlab-pages.yml"])
def test_a_workflow_tests_builds_and_lets_nothing_else_be_published(name: str) -> None:
    told = yaml.safe_load((ROOT / "deploy" / name).read_text(encoding="utf-8"))
    run = commands(told) or told["pages"]["script"]
    steps = [
        next(at for at, line in enumerate(run) if each in line) for each in ("make test", "make site", "make publish")
    ]
    assert steps == sorted(steps)
    assert "CHAPTER" not in str(told)


def test_workflows_build_for_the_address_that_they_publish_at() -> None:
    hub = yaml.safe_load((ROOT / "deploy/github-pages.yml").read_text(encoding="utf-8"))
    [build] = [step for step in hub["jobs"]["publish"]["steps"] if step.get("run") == "make site"]
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}
    lab = yaml.safe_load((ROOT / "deploy/gitlab-pages.yml").read_text(encoding="utf-8"))
    assert lab["pages"]["variables"] == {"SITE_URL": "$CI_PAGES_URL/"}
