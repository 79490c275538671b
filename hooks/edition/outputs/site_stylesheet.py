"""Output: the stylesheet of the site. The critical CSS of each page is inlined into it.

The input are the stylesheets that the finished pages link, the theme's among them. Unused rules of the theme are
dropped. With its critical CSS inline, a page is painted without another request; the other rules are in one file, which
is linked at the end of the page and so does not block rendering.
"""

from collections.abc import Iterable
from functools import lru_cache

from lxml import etree, html

from edition.model.build_context import BuildContext
from edition.outputs.built_site import BuiltSite
from edition.outputs.frame_cleanup import loads_theme_script
from edition.rendering import bundles, csp, footnote_styles, renderer
from edition.rendering.critical_styles import DividedStylesheet
from edition.rendering.reduced_styles import ReducibleStylesheet
from edition.rendering.used_names import UsedNames

PATHS: tuple[str, ...] = ()
_SCHEME = ("scheme", "primary", "accent")
_OF_THEME = "assets/stylesheets/"
_LICENCE = "/*! In part: Material for MkDocs, (c) 2016-2025 Martin Donath, MIT */\n"


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Inline the critical CSS into the parsed pages, and return the stylesheet with the other rules, as a map from path
    to content. The stylesheets that the pages linked before are deleted.

    Nothing is changed, and the map is empty, if the pages link none of these stylesheets, or if they load the theme's
    script, which may need any rule of the theme.
    """
    own = bundles.paths(build)["site.css"]
    replaced = [own, *_theme_paths(site)]
    pages = [page for page in site.pages.values() if _links(page, replaced)]
    if not pages or any(map(loads_theme_script, pages)):
        return {}
    names = _names_in_pages(site)
    theme = theme_rules(build, site, names)
    style = bundles.minify_style([theme, used_rules(build, names, bundles.own_styles(build), theme)])
    sheet = DividedStylesheet(style, names.with_plain_elements(), _names_by_scripts(build).with_plain_elements())
    rest = sheet.later()
    path = bundles.hashed_path("site.css", rest)
    for page in pages:
        critical = sheet.critical(names_in(page).with_plain_elements())
        _use(page, replaced, critical + footnote_styles.rules(page), path)
    for each in replaced:
        (site.folder / each).unlink(missing_ok=True)
    return {path: rest.encode()}


def theme_rules(build: BuildContext, site: BuiltSite, names: UsedNames) -> str:
    """Return the rules of the theme, corrected, that pages with these names can use, or the dialogs and states that
    scripts add to them; "" if the site links no stylesheet of the theme.
    """
    theme = _theme(build, site)
    if not theme:
        return ""
    return _LICENCE + theme.reduced(_with_scripts(build, names), "".join(bundles.own_styles(build)))


def used_rules(build: BuildContext, names: UsedNames, styles: Iterable[str], other_styles: str) -> str:
    """Reduce ``styles`` to the rules that can match elements with these names, or elements that scripts add.
    ``other_styles`` are loaded with them; the custom properties that these use are kept.
    """
    all_names = _with_scripts(build, names).with_plain_elements()
    all_names.has_any_attribute = True
    return ReducibleStylesheet(styles).reduced(all_names, other_styles)


def _with_scripts(build: BuildContext, names: UsedNames) -> UsedNames:
    all_names = UsedNames()
    all_names.merge(names)
    all_names.merge(_names_by_scripts(build))
    return all_names


@lru_cache(maxsize=1)
def _theme(build: BuildContext, site: BuiltSite) -> ReducibleStylesheet | None:
    """Read the theme's stylesheets; return ``None`` if the site links none. They are deleted later."""
    paths = _theme_paths(site)
    if not paths:
        return None
    sources = [(site.folder / path).read_text(encoding="utf-8").partition("/*#")[0] for path in paths]
    head_styles = {text: None for page in site.pages.values() for text in page.xpath("/html/head/style/text()")}
    return ReducibleStylesheet((*sources, *head_styles, *bundles.styles(build, (bundles.THEME_CORRECTIONS,))))


@lru_cache(maxsize=1)
def _theme_paths(site: BuiltSite) -> tuple[str, ...]:
    """Return the paths of the theme's stylesheets that pages link, in order."""
    links = (link for page in site.pages.values() for link in page.xpath("//link[@rel='stylesheet']/@href"))
    names = {link.partition(_OF_THEME)[2]: None for link in links if _OF_THEME in link}
    return tuple(path for name in names if (site.folder / (path := f"{_OF_THEME}{name}")).exists())


@lru_cache(maxsize=1)
def _names_by_scripts(build: BuildContext) -> UsedNames:
    """Return the names in the dialogs that scripts insert, and in the states that scripts produce."""
    names = UsedNames()
    for text in (
        renderer.search_dialog(build),
        renderer.cite_dialog(build),
        build.assets.get("script-states.html", ""),
    ):
        if text:
            parent = html.fragment_fromstring(text, create_parent="body")
            parent.set("class", "md-typeset")  # the scripts insert dialogs into such an element
            names.add(parent)
    return names


@lru_cache(maxsize=1)
def _names_in_pages(site: BuiltSite) -> UsedNames:
    names = UsedNames()
    for page in site.pages.values():
        names.merge(names_in(page))
    return names


@lru_cache(maxsize=100)
def names_in(page: html.HtmlElement) -> UsedNames:
    """Return the names of elements, classes, ids and attributes in a page, also those in its other color schemes."""
    names = UsedNames()
    names.add(page)
    for switch in page.xpath("//*[@data-scheme-switch]"):  # a script chooses one of them before the first paint
        names.add_attributes(["body"], ((f"data-md-color-{key}", switch.get(f"data-{key}", "")) for key in _SCHEME))
    return names


def _links(page: html.HtmlElement, paths: list[str]) -> list[html.HtmlElement]:
    """Return the ``link`` elements of a page that link one of the stylesheets."""
    links = page.xpath("//link[@rel='stylesheet']")
    return [link for link in links if link.get("href").endswith(tuple(paths))]


def _use(page: html.HtmlElement, replaced: list[str], critical: str, path: str) -> None:
    """Inline the critical CSS into a page, and replace its links to the stylesheets ``replaced`` by one to ``path``."""
    first, *others = _links(page, replaced)
    href = str(first.get("href"))
    root = next(href.removesuffix(each) for each in replaced if href.endswith(each))
    style = html.Element("style")
    style.text = critical
    first.addprevious(style)
    for element in (first, *others, *page.xpath("/html/head/style[. != $critical]", critical=critical)):
        element.drop_tree()
    [body] = page.xpath("/html/body")
    etree.SubElement(body, "link", rel="stylesheet", href=f"{root}{path}")
    for meta in page.xpath("//meta[@http-equiv='Content-Security-Policy']"):
        meta.set("content", csp.with_style(meta.get("content"), critical))
