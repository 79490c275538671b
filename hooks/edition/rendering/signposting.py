"""``link`` elements in the head of a page, by which programs find the edition's citations, licence and files. They
follow FAIR Signposting (https://signposting.org/FAIR/). The values of ``rel`` are from the IANA registry of link
relations; links with the relation ``type`` lead to schema.org types.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.citations.csl_items import EDITION_KEY, page_item
from edition.citations.export_formats import FORMATS
from edition.model.build_context import BuildContext
from edition.rendering.json_ld import LICENCE

_HOME = "index.md"
# The downloadable copies of the edition: (path below the site's root, media type).
_COPIES = (("unduh/kota-kembar-luring.zip", "application/zip"), ("unduh/kota-kembar.html", "text/html"))


@dataclass(frozen=True)
class Link:
    """A ``link`` element. ``rel`` is the link relation, ``path`` is a URL or a path below the site's root; ``type``
    (the media type) and ``title`` may be empty.
    """

    rel: str
    path: str
    type: str = ""
    title: str = ""


def links(build: BuildContext, page: str) -> Iterator[Link]:
    """Yield the ``link`` elements of the page file ``page``. One with the relation ``cite-as`` is included only if the
    site's URL is known.
    """
    if page_url := build.url_of(build.edition.page_url(page)):
        yield Link("cite-as", page_url)
    yield Link("license", LICENCE)
    yield Link("type", "https://schema.org/AboutPage" if page == _HOME else "https://schema.org/WebPage")
    if page == _HOME:
        yield Link("type", "https://schema.org/CreativeWork")
        for each in build.edition.pages:
            if each.name != _HOME:
                yield Link("item", build.edition.page_url(each.name), "text/html")
        for path, kind in _COPIES:
            yield Link("item", build.copy_path(path), kind)
    else:
        yield Link("collection", "", "text/html")
    # the files of the edition are also "alternate" on every page, because reference managers look for that relation
    for label, ending, kind in FORMATS:
        if page != _HOME:
            yield Link("describedby", f"sitasi/{page_item(build, page)['id']}.{ending}", kind)
        rel = "alternate describedby" if page == _HOME else "alternate"
        yield Link(rel, f"sitasi/{EDITION_KEY}.{ending}", kind, label)
