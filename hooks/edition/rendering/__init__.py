"""Everything that goes into a page: templates, asset bundles, metadata, JSON-LD, Content-Security-Policy."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles, page_metadata, renderer
from edition.rendering.csp import content_security_policy


def frame_context(build: BuildContext) -> dict[str, object]:
    """Return the theme's template variables that are the same on every page: the Content-Security-Policy, the paths of
    assets, and, if a reader supplied the chapter's original text, a warning that the pages show that text.
    """
    return {
        "policy": content_security_policy(),
        "bundles": bundles.paths(build),
        "search_index": bundles.SEARCH_INDEX,
        "original_warning": renderer.original_warning() if build.original else "",
    }


def page_context(build: BuildContext, name: str, description: str) -> dict[str, object]:
    """Return the theme's template variables for the page file ``name``: its ``metadata``, and ``english_runs``, a
    function that splits a text into English terms and other text. ``description`` summarizes the page for search
    engines.
    """
    metadata = page_metadata.of_page(build, name, description)
    return {"metadata": metadata, "english_runs": build.edition.term_matcher.runs}
