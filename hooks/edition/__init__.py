"""The edition: records and pages in, checked and rendered; knows nothing of the site builder."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from edition import outputs
from edition.checks import inspect
from edition.data import mkdocs_settings
from edition.data.build_cache import Keeper, digest, digest_of_files
from edition.data.problems import Problem, report
from edition.manuscript.file_reader import MOST
from edition.manuscript.original_text import of_file, path_of
from edition.model.edition import Edition
from edition.rendering.bundles import script_problems, sources_in

__all__ = ["Edition", "Problem", "load", "load_once", "once_changed", "report"]
Value = TypeVar("Value")
_NOTHING_KEPT = Keeper()


def load(
    root: Path, docs: Path | None = None, site_url: str = "", kept: Keeper = _NOTHING_KEPT, chapter: str = ""
) -> tuple[Edition | None, tuple[Problem, ...]]:
    """The edition in ``root`` (its ``data/`` and ``docs/``), with every problem found, sorted; with the original, if
    ``chapter`` names the file (from ``root`` on) that a reader has of it.
    The edition is to be used only where there are no problems; it is ``None`` where there is too little.
    """
    docs = docs or root / "docs"
    dataset, pages, problems = inspect(root, docs, outputs.PATHS)
    if not dataset:
        return None, problems
    original, found = of_file(dataset, root, chapter) if chapter else ({}, [])
    assets = sources_in(docs)
    built = Edition(dataset, pages, site_url=site_url, kept=kept, original=original, assets=assets)
    return built, tuple(sorted({*problems, *found, *script_problems(assets)}))


def load_once(
    root: Path,
    docs: Path,
    site_url: str,
    complete: Callable[[Edition], Edition],
    *made_of: object,
    chapter: str = "",
) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Load an edition without problems and ``complete`` it, once for as long as its files and ``made_of`` (what
    else completing it depends on) stay the same; or else the problems.
    """
    keeper = _keeper(root, docs, chapter, site_url, made_of)
    problems: tuple[Problem, ...] = ()

    def anew() -> Edition | None:
        nonlocal problems
        built, problems = load(root, docs, site_url, keeper, chapter)
        whole = complete(built) if built and not problems else None
        return whole if keeper == _keeper(root, docs, chapter, site_url, made_of) else None

    built = keeper.of("edition", anew)
    if built or problems:
        # styles and scripts change nothing else
        return built and replace(built, assets=sources_in(docs)), problems
    return load_once(root, docs, site_url, complete, *made_of, chapter=chapter)  # an editor saved a file meanwhile


def once_changed(value: Value, root: Path, docs: Path, chapter: str = "") -> Value:
    """``value``, as soon as the edition is good or a file of it is saved. Raises KeyboardInterrupt where the wait is
    cut short.
    """
    before = _keeper(root, docs, chapter)
    if load(root, docs, chapter=chapter)[1]:
        print("Situs tampil segera sesudah yang di atas diperbaiki; menunggu …", file=sys.stderr, flush=True)
        while before == _keeper(root, docs, chapter):
            time.sleep(0.5)
    return value


def _keeper(root: Path, docs: Path, chapter: str, site_url: str = "", made_of: object = ()) -> Keeper:
    data = digest_of_files([*(root / "data").glob("*.yml"), root / mkdocs_settings.FILE], root)
    parts = [data, digest_of_files(docs.rglob("*.md"), docs), _digest_of_copy(root, chapter), site_url, repr(made_of)]
    return Keeper(root / ".build", digest(parts))


def _digest_of_copy(root: Path, chapter: str) -> str:
    """What a reader's copy depends on. What cannot be one (a pipe would be waited for) is not read."""
    path = path_of(root, chapter)
    is_copy = bool(chapter) and os.path.isfile(path) and os.path.getsize(path) <= MOST
    return digest_of_files([path], path.parent) if is_copy else chapter
