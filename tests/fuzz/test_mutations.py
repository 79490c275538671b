"""Invalid data, by machine: whatever a file holds, the edition is built, or the report says where and what."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings

import edition
from conftest import ROOT, build, copy_of, tree
from edition import outputs
from edition.model.build_context import BuildContext
from edition.rendering import page_context, renderer
from fuzz.mutations import mutated

FILES = tuple(sorted([*(ROOT / "data").glob("*.yml"), *(ROOT / "docs").glob("*.md")]))
# the same cases every time, and none kept from one run to the next
settings.register_profile("bounded", derandomize=True, database=None, deadline=None)
settings.load_profile("bounded")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the edition to break."""
    return copy_of(ROOT, tmp_path_factory.mktemp("broken") / "edition")


@contextmanager
def broken(folder: Path, path: Path, content: bytes) -> Iterator[str]:
    """One file of the copy is other than it should be, for a while; yields its name."""
    name = path.relative_to(ROOT)
    (folder / name).write_bytes(content)
    yield name.as_posix()
    shutil.copy(path, folder / name)


def render_all(built: BuildContext) -> None:
    """Every block on every page, and what stands around the text."""
    for page in built.edition.pages:
        page_context(built, page.name, "")
        for block in page.blocks:
            render = renderer.data_block if block.is_data else renderer.paragraph
            assert render(built, block.name if block.is_data else block.argument)
    assert outputs.make_data_outputs(built)


@settings(max_examples=40)
@given(mutated(FILES))
def test_a_mutated_file_is_rendered_or_reported_with_file_and_line(folder: Path, case: tuple[Path, bytes]) -> None:
    with broken(folder, *case):
        built, problems = edition.load(folder)
        for problem in problems:
            assert (folder / problem.where.file).exists(), problem
            assert problem.where.line >= 1, problem
            assert problem.code.startswith("E"), problem
            assert problem.message, problem
        if not problems:
            assert built
            render_all(built)


@settings(max_examples=6)
@given(mutated(FILES))
def test_a_mutated_edition_is_built_if_the_check_is_content_and_the_site_is_whole(
    folder: Path, site: Path, case: tuple[Path, bytes]
) -> None:
    up = folder / "site"
    shutil.rmtree(up, ignore_errors=True)
    shutil.copytree(site, up)
    with broken(folder, *case):
        result = build(folder, up)
        assert "Traceback" not in result.stderr
        assert result.returncode == bool(edition.load(folder)[1]), result.stderr
        if result.returncode:
            assert tree(up) == tree(site)
