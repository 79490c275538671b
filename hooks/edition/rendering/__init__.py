"""Everything that goes into a page: templates, asset bundles, metadata, JSON-LD, Content-Security-Policy."""

from collections.abc import Iterable
from html import unescape
from typing import Protocol

from markupsafe import Markup, escape

from edition.model.build_context import BuildContext
from edition.rendering import bundles, page_metadata, renderer
from edition.rendering.csp import content_security_policy, digest


def frame_context(build: BuildContext) -> dict[str, object]:
    """Return the template variables that are the same on every page: the Content-Security-Policy, the paths of assets,
    the script that runs before the first paint, and ``original_warning``. The warning is empty unless
    a reader supplied the chapter's original text, which the pages then show.
    """
    first_paint = bundles.script(build, bundles.FIRST)
    return {
        "policy": content_security_policy(f"'self' {digest(first_paint)}"),
        "first_paint_script": first_paint,
        "bundles": bundles.paths(build),
        "search_index": bundles.SEARCH_INDEX,
        "original_warning": renderer.original_warning() if build.original else "",
    }


def stylesheets(build: BuildContext) -> list[str]:
    """Return the path of the edition's stylesheet below the site's root, in a list; an empty list if it has none."""
    path = bundles.paths(build)["site.css"]
    return [path] if path in bundles.files(build) else []


class Titled(Protocol):
    """A page or section of the navigation."""

    title: str | Markup


def escape_titles(items: Iterable[Titled]) -> None:
    """Escape the titles of pages and sections in place, because the theme's templates do not escape them."""
    for item in items:
        item.title = escape(unescape(item.title or ""))


def page_context(build: BuildContext, name: str, description: str) -> dict[str, object]:
    """Return the template variables of one page. ``metadata``: its machine-readable metadata. ``english_runs``: a
    function that splits a text into English terms and the text between them. ``name`` is the page file; ``description``
    summarizes the page for search engines.
    """
    metadata = page_metadata.of_page(build, name, description)
    return {"metadata": metadata, "english_runs": build.edition.term_matcher.runs}
