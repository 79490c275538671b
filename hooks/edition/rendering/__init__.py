"""What a page is given: templates, assets, metadata, linked data, a policy."""

from edition.model.build_context import BuildContext
from edition.rendering import bundles, page_metadata, renderer
from edition.rendering.csp import content_security_policy


def frame_context(build: BuildContext) -> dict[str, object]:
    """Variables of the theme's templates that are the same on every page: the policy, the assets that pages load, and
    the warning of a build that shows the original.
    """
    return {
        "policy": content_security_policy(),
        "bundles": bundles.paths(build),
        "search_index": bundles.SEARCH_INDEX,
        "original_warning": renderer.original_warning() if build.original else "",
    }


def page_context(build: BuildContext, name: str, description: str) -> dict[str, object]:
    """Variables of the theme's templates for one page: its metadata, and what tells English terms apart. ``name`` is
    that of the page file.
    """
    metadata = page_metadata.of_page(build, name, description)
    return {"metadata": metadata, "english_runs": build.edition.term_matcher.runs}
