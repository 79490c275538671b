"""Output: the style and script bundles that pages load."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles

PATHS: tuple[str, ...] = ()  # page files do not link them; only the theme's templates do


def files(build: BuildContext) -> dict[str, bytes]:
    """Return a map from path below the site's root to content, for each bundle of styles or scripts."""
    return bundles.files(build)
