"""The edition and every anchor for reference managers."""

from edition.citations.formatter import Citing
from edition.model.edition import Edition

PATHS: tuple[str, ...] = tuple(f"sitasi/kota-kembar.{ending}" for ending in ("bib", "ris", "json"))


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content."""
    return {path: text.encode() for path, text in Citing(edition).files().items()}
