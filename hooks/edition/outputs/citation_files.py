"""The edition and every anchor for reference managers."""

from edition.citations.citing import Citing
from edition.model.edition import Edition


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content."""
    return {path: text.encode() for path, text in Citing(edition).files().items()}
