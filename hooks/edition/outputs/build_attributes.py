"""Strip the ``data-*`` attributes that only the build reads from the finished pages."""

from edition.model.build_context import BuildContext
from edition.outputs.built_site import BuiltSite

PATHS: tuple[str, ...] = ()
# Read by the Markdown extensions, the search index and the single file, which have all run before this output.
_ATTRIBUTES = ("data-anchor", "data-terms", "data-thesis", "data-single-omit")
_ELEMENTS = " | ".join(f"//*[@{name}]" for name in _ATTRIBUTES)


def files(_: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Strip the build-only attributes from the parsed pages in place. Return an empty map: no files are generated."""
    for page in site.pages.values():
        for element in page.xpath(_ELEMENTS):
            for name in _ATTRIBUTES:
                element.attrib.pop(name, None)
    return {}
