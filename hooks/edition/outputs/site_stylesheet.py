"""Output: the style sheet of the site, without the rules of the theme that no page uses."""

from functools import lru_cache

from lxml import html

from edition.model.build_context import BuildContext
from edition.outputs.built_site import BuiltSite
from edition.rendering import bundles, renderer
from edition.rendering.used_names import UsedNames

PATHS: tuple[str, ...] = ()


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Return a map with the path and the content of the style sheet, and link it in the parsed pages. Until now they
    link a style sheet with all rules of the theme, which is deleted; ``mkdocs serve`` does without this output. Return
    an empty map if the edition has no styles.
    """
    old = bundles.paths(build)["site.css"]
    if not (site.folder / old).exists():
        return {}
    text = bundles.site_style(build, used_names(build, site))
    path = bundles.hashed_path("site.css", text)
    (site.folder / old).unlink()
    for page in site.pages.values():
        for link in page.xpath("//link[@rel='stylesheet']"):
            link.set("href", link.get("href").replace(old, path))
    return {path: text.encode()}


@lru_cache(maxsize=1)
def used_names(build: BuildContext, site: BuiltSite) -> UsedNames:
    """Return the names of elements, classes, ids and attributes in the pages, in the dialogs that scripts insert, and
    in the states that scripts produce.
    """
    names = UsedNames()
    for page in site.pages.values():
        names.add(page)
    for text in (renderer.search_dialog(), renderer.cite_dialog(build), build.assets.get("script-states.html", "")):
        if text:
            names.add(html.fragment_fromstring(text, create_parent="body"))
    return names
