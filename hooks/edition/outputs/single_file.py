"""The whole edition in one HTML file that needs nothing beside it, made of the pages of a built site."""

import base64
import copy
import hashlib
import json
from dataclasses import replace

import deflate
import minify_html
from lxml import html
from markupsafe import Markup

from edition.model.build_context import BuildContext
from edition.outputs import search_index
from edition.outputs.built_site import BuiltSite
from edition.outputs.single_file_index import without_page_texts
from edition.outputs.single_file_pages import page_sections
from edition.rendering import bundles, page_metadata, renderer
from edition.rendering.csp import content_security_policy

FILE = "unduh/kota-kembar.html"
PATHS: tuple[str, ...] = (FILE,)
_BEST = 12  # of the levels of compression


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """The file, its pages in the order in which they are read, the home page first.

    Styles and scripts are those of the site; a policy that names their digests lets the file run nothing else and ask
    for nothing.
    """
    urls = [build.edition.page_url(name) for name in build.page_order]
    style = bundles.small_style([*_styles(build), renderer.print_stylesheet(build.edition)])
    first, main = bundles.script(build, bundles.FIRST), bundles.page_script(build, bundles.SINGLE_FILE)
    # what nobody needs before something is searched or selected is packed
    searching, quoting = (bundles.script(build, *each) for each in (bundles.PACKED_SEARCH, bundles.PACKED_QUOTING))
    digests = " ".join(_digest(text) for text in (first, main, searching, quoting) if text)
    sections = page_sections(site, urls, build.site_url)
    content = renderer.single_file(
        build,
        policy=content_security_policy(digests, _digest(style), "data:"),
        icon=base64.b64encode((site.folder / "assets/img/icon.svg").read_bytes()).decode() if main else "",
        style=Markup(style),  # noqa: S704 (ours)
        first=Markup(first),  # noqa: S704
        script=Markup(main),  # noqa: S704
        sections=sections,
        buttons=[_unbased(button) for button in site.page("").xpath("//header//button")],
        dialogs=[Markup(renderer.search_dialog())] if main else [],  # noqa: S704 (ours)
        coins=page_metadata.of_edition(build),
        packed=_packed(
            {
                "citations": bundles.citation_data(build, with_titles=False),
                "quoting": quoting,
                "search": {
                    "script": searching,
                    "data": without_page_texts(search_index.data(build.edition, site), sections),
                },
            }
        ),
    )
    # styles and scripts are small already, and the policy names their digests
    small = minify_html.minify(content, minify_css=False, minify_js=False, keep_html_and_head_opening_tags=True)
    return {build.copy_path(FILE): small.encode()}


def _styles(build: BuildContext) -> list[str]:
    """The site's styles, with the frame of the file in the place of the site's."""
    own_frame = build.assets.get("single-file/single-file.css", "")
    framed = replace(build, assets={**build.assets, "frame/navigation.css": own_frame})
    return bundles.styles(framed, bundles.page_styles(build))


def _unbased(button: html.HtmlElement) -> Markup:
    """A button as it is without a site around it."""
    button = copy.deepcopy(button)
    button.attrib.pop("data-base", None)
    return Markup(html.tostring(button, encoding="unicode", with_tail=False))  # noqa: S704 (of a page of ours)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _packed(data: object) -> Markup:
    """JSON, gzipped, in base 85, which has no characters that end a script element. ``unpack.js`` reads it.
    libdeflate gives the same bytes on every machine; zlib, of which there are several, does not.
    """
    return Markup(base64.b85encode(deflate.gzip_compress(_json(data).encode(), _BEST)).decode())  # noqa: S704


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
