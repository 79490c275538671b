"""The styles and scripts that pages load."""

from edition.model.edition import Edition
from edition.rendering import bundles

PATHS: tuple[str, ...] = ()  # only the theme asks for them


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content."""
    return bundles.files(edition)
