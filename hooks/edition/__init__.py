"""The edition: records and pages in, checked and rendered; knows nothing of the site builder."""

from pathlib import Path

from edition.checks import inspect
from edition.data.problems import Problem, report
from edition.model.edition import Edition

__all__ = ["Edition", "Problem", "load", "report"]


def load(
    root: Path, docs: Path | None = None, site_url: str = "", cache_folder: Path | None = None
) -> tuple[Edition | None, tuple[Problem, ...]]:
    """The edition in ``root`` (its ``data/`` and ``docs/``), with every problem found, sorted.
    The edition is to be used only where there are no problems; it is ``None`` where there is too little.
    """
    dataset, pages, problems = inspect(root / "data", docs or root / "docs")
    built = Edition(dataset, pages, site_url=site_url, cache_folder=cache_folder) if dataset else None
    return built, problems
