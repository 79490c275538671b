"""Pages at the old addresses of renamed ones, that lead on."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles, renderer

PATHS: tuple[str, ...] = ()  # pages link to where a page stands now


def files(build: BuildContext) -> dict[str, bytes]:
    """Path below the site's root → page."""
    return {
        f"{build.edition.page_url(old)}index.html": renderer.redirect_page(
            build, new, redirects, bundles.paths(build)
        ).encode()
        for old, new, redirects in build.views.renamed_pages()
    }
