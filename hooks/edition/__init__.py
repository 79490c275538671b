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
    """Load and check the edition in the project folder ``root``. Returns (build context, problems).

    The build context holds the edition and the other inputs of the build. Use it only if there are no problems. It is
    ``None`` if ``chapter.yml`` or ``edition.yml`` is missing or invalid. The problems are sorted by file and line.

    The records are read from ``root/data``, the pages from ``docs`` (default: ``root/docs``). ``site_url`` is the
    published address. ``chapter`` is the path, relative to ``root``, of a reader's own copy of the chapter that the
    edition restates; it is empty if there is no such copy.
    """
    docs = docs or root / "docs"
    dataset, pages, problems = check_edition(root, docs, outputs.PATHS)
    if not dataset:
        return None, problems
    original, unmatched = load_original(dataset, root, chapter) if chapter else ({}, [])
    assets = read_assets(docs)
    build = BuildContext(Edition(dataset, pages), site_url=site_url, original=original, assets=assets)
    return build, tuple(sorted({*problems, *unmatched, *script_problems(assets)}))
