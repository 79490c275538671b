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
    """Read and check the edition in ``root`` (its ``data/`` and ``docs/``, or the folder ``docs``).

    ``site_url`` is the published address; ``chapter`` names the file with a reader's copy of the chapter, relative to
    ``root``. Returns the build context and every problem, sorted. The context may be used only if there are no
    problems; it is ``None`` where too little could be read.
    """
    docs = docs or root / "docs"
    dataset, pages, problems = check_edition(root, docs, outputs.PATHS)
    if not dataset:
        return None, problems
    original, unmatched = load_original(dataset, root, chapter) if chapter else ({}, [])
    assets = read_assets(docs)
    build = BuildContext(Edition(dataset, pages), site_url=site_url, original=original, assets=assets)
    return build, tuple(sorted({*problems, *unmatched, *script_problems(assets)}))
