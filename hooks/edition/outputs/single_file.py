"""Output: the single file. It is the whole edition as one self-contained HTML file, generated from the built pages."""

import base64
import copy
import json
from dataclasses import replace
from typing import Any

import deflate
import minify_html
from lxml import html
from markupsafe import Markup

from edition.model.build_context import BuildContext
from edition.outputs import search_index, site_stylesheet
from edition.outputs.built_site import BuiltSite
from edition.outputs.single_file_index import omit_page_texts
from edition.outputs.single_file_pages import PageSection, page_sections
from edition.rendering import bundles, footnote_styles, page_metadata, renderer
from edition.rendering.csp import content_security_policy, digest

FILE = "unduh/kota-kembar.html"
PATHS: tuple[str, ...] = (FILE,)
_MAX_LEVEL = 12  # the highest compression level of libdeflate


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Return a map with one entry: the path and the HTML of the single file. Its pages are in reading order, home page
    first.

    It contains the styles and scripts of the site. Its Content-Security-Policy lists their digests, so that browsers
    run nothing else and make no requests.
    """
    urls = [build.edition.page_url(name) for name in build.page_order]
    sections = page_sections(site, urls, build.site_url)
    variables, digests = _variables(build, site, sections)
    unstyled = html.document_fromstring(renderer.single_file(build, **variables, policy="", style=""))
    names = site_stylesheet.names_in(unstyled)
    theme = site_stylesheet.theme_rules(build, site, names)
    own = site_stylesheet.used_rules(build, names, _styles(build), theme)
    style = bundles.minify_style([theme, own, footnote_styles.rules(unstyled)])
    policy = content_security_policy(digests, digest(style), "data:")
    content = renderer.single_file(build, **variables, policy=policy, style=Markup(style))  # noqa: S704 (our sources)
    # styles and scripts are minified already, and a change would invalidate their digests in the policy
    minified = minify_html.minify(content, minify_css=False, minify_js=False, keep_html_and_head_opening_tags=True)
    return {build.copy_path(FILE): minified.encode()}


def _variables(build: BuildContext, site: BuiltSite, sections: list[PageSection]) -> tuple[dict[str, Any], str]:
    """Return the variables for the template, and the digests of all scripts for the policy."""
    first, main = bundles.script(build, bundles.FIRST), bundles.page_script(build, bundles.SINGLE_FILE)
    # the scripts for search and quotations are compressed, because they are needed only after an action of the reader
    searching, quoting = (bundles.script(build, *each) for each in (bundles.PACKED_SEARCH, bundles.QUOTING))
    index = omit_page_texts(search_index.data(build.edition, site), sections)
    variables = {
        "icon": base64.b64encode((site.folder / "assets/img/icon.svg").read_bytes()).decode() if main else "",
        "first": Markup(first),  # noqa: S704 (from our sources)
        "script": Markup(main),  # noqa: S704
        "description": "".join(site.page("").xpath("/html/head/meta[@name='description']/@content")),
        "sections": sections,
        "body_attributes": dict(site.page("").xpath("/html/body")[0].items()),
        "buttons": [_button_without_base(button) for button in site.page("").xpath("//header//button")],
        "dialogs": [Markup(renderer.search_dialog(build))] if main else [],  # noqa: S704 (ours)
        "coins": page_metadata.of_edition(build),
        "packed": _pack(
            {
                "citations": bundles.citation_data(build, with_titles=False),
                "quoting": quoting,
                "search": {"script": searching, "data": index},
            }
        ),
    }
    return variables, " ".join(digest(text) for text in (first, main, searching, quoting) if text)


def _styles(build: BuildContext) -> list[str]:
    """Return the texts of the site's styles. The single file's own style replaces that of the site's navigation."""
    frame_css = build.assets.get("single-file/single-file.css", "")
    build_with_frame = replace(build, assets={**build.assets, "frame/navigation.css": frame_css})
    return [*bundles.styles(build_with_frame, bundles.page_styles(build)), renderer.print_stylesheet(build.edition)]


def _button_without_base(button: html.HtmlElement) -> Markup:
    """Return the HTML of a header button without the attribute ``data-base``. That is the path to the site's root,
    which the single file does not have.
    """
    button = copy.deepcopy(button)
    button.attrib.pop("data-base", None)
    return Markup(html.tostring(button, encoding="unicode", with_tail=False))  # noqa: S704 (from our own page)


def _pack(data: object) -> Markup:
    """Return the data as JSON, compressed with gzip and encoded in base 85; the script ``unpack.js`` decodes them. No
    sequence of base 85 characters can end a script element. libdeflate is used because its output is the same
    everywhere, unlike that of zlib.
    """
    return Markup(base64.b85encode(deflate.gzip_compress(_to_json(data).encode(), _MAX_LEVEL)).decode())  # noqa: S704


def _to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
