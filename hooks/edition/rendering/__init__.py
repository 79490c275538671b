"""What a page is given: templates, metadata, linked data."""

from edition.model.edition import Edition
from edition.rendering import bundles, page_metadata, renderer
from edition.rendering.csp import policy


def frame_parts(edition: Edition) -> dict[str, object]:
    """What every page has, a missing one too, by the names that the theme's templates know it by: its policy, what it
    loads, and as HTML what warns of the original, where that is in the site.
    """
    return {
        "policy": policy(),
        "bundles": bundles.paths(edition),
        "search_index": bundles.SEARCH_INDEX,
        "original_warning": renderer.warning() if edition.original else "",
    }


def page_parts(edition: Edition, name: str, description: str) -> dict[str, object]:
    """What the frame of a page holds beside its text, by the names that the theme's templates know it by: metadata for
    the head, and what tells English terms apart. ``name`` is the page's source.
    """
    told = edition.kept.of(
        f"page-{name.removesuffix('.md')}", lambda: page_metadata.of_page(edition, name, description), description
    )
    return {"metadata": told, "english_runs": edition.finder.runs}
