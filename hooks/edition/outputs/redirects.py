"""Output: redirect pages at the old URLs of renamed pages."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles, renderer

PATHS: tuple[str, ...] = ()  # page files link the current URL of a page


def files(build: BuildContext) -> dict[str, bytes]:
    """Return a map from path below the site's root to HTML, for the redirect page of each renamed page."""
    return {
        f"{build.edition.page_url(old)}index.html": renderer.redirect_page(
            build, new, redirects, bundles.paths(build)
        ).encode()
        for old, new, redirects in build.views.renamed_pages()
    }
