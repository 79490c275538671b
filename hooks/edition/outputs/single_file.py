"""The whole edition in one HTML file that needs nothing beside it, made of the pages of a built site."""

import base64
import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import minify_html
from lxml import etree, html
from markupsafe import Markup
from rcssmin import cssmin
from rjsmin import jsmin

from edition.citations.citing import Citing
from edition.citations.control import Control
from edition.model.edition import Edition
from edition.outputs import search_index
from edition.outputs.sheets import sheets_of, texts_of
from edition.page import metadata, render
from edition.page.policy import policy

FILE = "unduh/kota-kembar.html"
PATHS: tuple[str, ...] = (FILE,)
_DIALOGS = ("cari", "kutip")
_NOT_HERE = ("assets/css/navigasi.css", "assets/js/menu.js", "assets/js/tiba.js")  # for what only the site has


def files(edition: Edition, site: Path) -> dict[str, bytes]:
    """The file, its pages in the order in which they are read, the home page first.

    Styles and scripts are those of the home page, made small; a policy that names their digests lets the file run
    nothing else and ask for nothing.
    """
    urls = [edition.page_url(name) for name in edition.order]
    home = html.document_fromstring((site / "index.html").read_bytes())
    styles = [name for name in home.xpath("//link/@href") if name.startswith("assets/css/") and name not in _NOT_HERE]
    at_once = [name for name in home.xpath("//script[not(@defer)]/@src") if name.startswith("assets/js/")]
    scripts = [name for name in home.xpath("//script[@defer]/@src") if name not in _NOT_HERE]
    style = cssmin(render.plain_text("single.css") + _joined(site, styles))
    # each in an element of its own: where a browser fails at one, the others still run
    sources = [_joined(site, [name]) for name in (*search_index.SCRIPTS, *scripts)] if scripts else []
    later = [_small(text) for text in ([render.plain_text("unpack.js"), *sources] if sources else [])]
    first = _small(_joined(site, at_once))
    digests = " ".join(_digest(text) for text in (first, *later))
    sheets = sheets_of(site, urls, edition.site_url)
    content = render.single_file(
        edition,
        policy=policy(digests, _digest(style), "data:"),
        icon=base64.b64encode((site / "assets/img/ikon.svg").read_bytes()).decode() if scripts else "",
        style=Markup(style),  # noqa: S704 (ours)
        first=Markup(first),  # noqa: S704
        scripts=[Markup(text) for text in later],  # noqa: S704
        sheets=sheets,
        buttons=[_markup(button) for button in home.xpath("//header//button")],
        dialogs=[dialog for name in _DIALOGS for dialog in _dialogs(site, urls, name)],
        coins=metadata.of_edition(edition),
        packed=_packed(
            {
                "kutip": Control(Citing(edition), with_titles=False).data(),
                "cari": _in_columns(search_index.data(edition, site), texts_of(sheets)),
            }
        ),
    )
    # styles and scripts are small already, and the policy names their digests
    small = minify_html.minify(content, minify_css=False, minify_js=False, keep_html_and_head_opening_tags=True)
    return {edition.named(FILE): small.encode()}


def _joined(site: Path, names: Iterable[str]) -> str:
    return "\n".join((site / name).read_text(encoding="utf-8") for name in names)


def _dialogs(site: Path, urls: Iterable[str], name: str) -> list[Markup]:
    """The dialog with an id as it is without a site around it, of the page where it has most to it; or none."""
    found = []
    for url in urls:
        page = html.document_fromstring((site / url / "index.html").read_bytes())
        for dialog in page.xpath("//dialog[@id=$name]", name=name):
            dialog.attrib.pop("data-base", None)
            found.append(_markup(dialog))
    return sorted(found, key=len)[-1:]


def _markup(element: html.HtmlElement) -> Markup:
    return Markup(html.tostring(element, encoding="unicode", with_tail=False))  # noqa: S704 (of a page of ours)


def _small(script: str) -> str:
    """A script without comments and with short ways to say the same. rjsmin takes a template within a template for
    code, and its spaces away: scripts have none, which a test sees to.
    """
    holder = etree.Element("script")
    holder.text = jsmin(script)
    shorter = minify_html.minify(etree.tostring(holder, encoding="unicode", method="html"), minify_js=True)
    return html.fragment_fromstring(shorter).text or ""


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _in_columns(data: dict[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """The data of the search with its units as lists by key, which pack better than one unit after the other, and
    without each text that stands at its anchor in the file (``texts``) just so.
    """
    units = [unit | ({"text": 0} if unit["text"] == texts.get(unit["anchor"]) else {}) for unit in data["units"]]
    return data | {"units": {key: [unit[key] for unit in units] for key in (units[0] if units else ())}}


def _packed(data: object) -> str:
    """Gzip in base64: a third of the size. `unpack.js` opens it. The header is that of ``GzipFile``: what ``compress``
    writes differs between versions of Python.
    """
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(_json(data).encode())
    return base64.b64encode(out.getvalue()).decode()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
