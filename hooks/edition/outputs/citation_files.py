"""Output: the citation files of the edition, of each page and of each anchor, for reference managers."""

from edition.citations.formatter import CitationFormatter
from edition.model.build_context import BuildContext

PATHS: tuple[str, ...] = tuple(f"sitasi/kota-kembar.{ending}" for ending in ("bib", "ris", "json"))


def files(build: BuildContext) -> dict[str, bytes]:
    """Return a map from path below the site's root to content, for each citation file."""
    return {path: text.encode() for path, text in CitationFormatter(build).files().items()}
