"""Fuzzing: whatever a file contains, the edition is built, or every problem is reported with file and line."""

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
# the same cases in every run, and none stored between runs
settings.register_profile("bounded", derandomize=True, database=None, deadline=None)
settings.load_profile("bounded")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the edition for mutated files."""
    return copy_of(ROOT, tmp_path_factory.mktemp("broken") / "edition")


@contextmanager
def replaced_file(folder: Path, path: Path, content: bytes) -> Iterator[str]:
    """Replace one file of the copy while the context is open; yield its path."""
    name = path.relative_to(ROOT)
    (folder / name).write_bytes(content)
    yield name.as_posix()
    shutil.copy(path, folder / name)


def render_all(built: BuildContext) -> None:
    """Render every block and the context of every page, and all data outputs."""
    for page in built.edition.pages:
        page_context(built, page.name, "")
        for block in page.blocks:
            render = renderer.data_block if block.is_data else renderer.paragraph
            assert render(built, block.name if block.is_data else block.argument)
    assert outputs.make_data_outputs(built)


@settings(max_examples=40)
@given(mutated(FILES))
def test_a_mutated_file_is_rendered_or_reported_with_file_and_line(folder: Path, case: tuple[Path, bytes]) -> None:
    with replaced_file(folder, *case):
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
def test_a_mutated_edition_is_built_only_if_it_is_valid_and_the_site_stays_complete(
    folder: Path, site: Path, case: tuple[Path, bytes]
) -> None:
    built_site = folder / "site"
    shutil.rmtree(built_site, ignore_errors=True)
    shutil.copytree(site, built_site)
    with replaced_file(folder, *case):
        result = build(folder, built_site)
        assert "Traceback" not in result.stderr
        assert result.returncode == bool(edition.load(folder)[1]), result.stderr
        if result.returncode:
            assert tree(built_site) == tree(site)
