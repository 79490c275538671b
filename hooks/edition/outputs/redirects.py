"""Pages at the old addresses of renamed ones, that lead on."""

from edition.model.edition import Edition
from edition.rendering import bundles, renderer

PATHS: tuple[str, ...] = ()  # pages link to where a page stands now


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → page."""
    return {
        f"{edition.page_url(old)}index.html": renderer.moved_page(
            edition, new, targets, bundles.paths(edition)
        ).encode()
        for old, new, targets in edition.moved_pages()
    }
