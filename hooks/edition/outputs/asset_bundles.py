"""The styles and scripts that pages load."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles

PATHS: tuple[str, ...] = ()  # only the theme asks for them


def files(build: BuildContext) -> dict[str, bytes]:
    """Path below the site's root → content."""
    return bundles.files(build)
