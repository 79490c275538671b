"""Read, check and render the records and pages of the edition. Nothing in this package imports MkDocs."""

from pathlib import Path

from edition import outputs
from edition.checks import check_edition
from edition.data.problems import Problem, report
from edition.manuscript.original_text import load_original
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.rendering.bundles import read_assets, script_problems

__all__ = ["BuildContext", "Edition", "Problem", "load", "report"]


def load(
    root: Path, docs: Path | None = None, site_url: str = "", chapter: str = ""
) -> tuple[BuildContext | None, tuple[Problem, ...]]:
    """Load the edition from the project folder ``root``, check it, and return it with all problems, sorted.

    The records are in ``root/data``; the pages are in ``docs``, or in ``root/docs`` if ``docs`` is not given.
    ``site_url`` is the published address. ``chapter`` is the path of a reader's own copy of the chapter, relative to
    ``root``; empty if there is no such copy. The edition is returned in a build context, which also holds the inputs of
    the build. Use it only if there are no problems. It is ``None`` if the data files that every build needs are
    invalid.
    """
    docs = docs or root / "docs"
    dataset, pages, problems = check_edition(root, docs, outputs.PATHS)
    if not dataset:
        return None, problems
    original, unmatched = load_original(dataset, root, chapter) if chapter else ({}, [])
    assets = read_assets(docs)
    build = BuildContext(Edition(dataset, pages), site_url=site_url, original=original, assets=assets)
    return build, tuple(sorted({*problems, *unmatched, *script_problems(assets)}))
