"""Everything that goes into a page: templates, asset bundles, metadata, JSON-LD, Content-Security-Policy."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles, page_metadata, renderer
from edition.rendering.csp import content_security_policy


def frame_context(build: BuildContext) -> dict[str, object]:
    """Return the theme's template variables that are the same on every page: the Content-Security-Policy, the paths of
    assets, and a warning if the build shows the original, i.e. the chapter's text that a reader supplied.
    """
    return {
        "policy": content_security_policy(),
        "bundles": bundles.paths(build),
        "search_index": bundles.SEARCH_INDEX,
        "original_warning": renderer.original_warning() if build.original else "",
    }


def page_context(build: BuildContext, name: str, description: str) -> dict[str, object]:
    """Return the theme's template variables for one page: its metadata, and a function that finds English terms.
    ``name`` is the name of the page file.
    """
    metadata = page_metadata.of_page(build, name, description)
    return {"metadata": metadata, "english_runs": build.edition.term_matcher.runs}
