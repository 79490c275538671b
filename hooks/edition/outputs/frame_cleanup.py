"""Remove the elements that base.html has only for the theme's script, and make the rest of the frame accessible.

The pages do not load that script. Without it, these elements do nothing: check boxes that the keyboard does not reach,
their labels, and empty containers.
"""

import re

from lxml import html

from edition.model.build_context import BuildContext
from edition.outputs.built_site import BuiltSite

PATHS: tuple[str, ...] = ()
_FRAME = "//*[@data-md-component='container']"
_REMOVED = (
    "//input[@data-md-toggle]",
    "//input[contains(@class, 'md-nav__toggle')]",
    "//label[contains(@class, 'md-overlay')]",
    "//*[@data-md-component='dialog']",
    "//*[@data-md-component='announce' or @data-md-component='skip'][not(*)]",
    "//label[@for='__toc' and contains(@class, 'md-nav__link')]",  # opens the contents in the theme's menu for phones,
    "//nav[contains(@class, 'md-nav--primary')]//nav[contains(@class, 'md-nav--secondary')]",  # which are here
    "//nav[contains(@class, 'md-nav--primary')]//label[contains(@class, 'md-nav__title')]",
    # beside the tabs, a list of only the current page
    "//*[@data-md-type='navigation'][.//nav[contains(@class, 'md-nav--lifted')]]"
    "[not(.//li[contains(@class, 'md-nav__item--active')][contains(@class, 'md-nav__item--nested')])]",
    "//*[@data-md-type='toc'][not(.//li)]",
)
_ACTIVE_LINKS = "//a[contains(@class, 'md-nav__link--active')] | //li[contains(@class, 'md-tabs__item--active')]/a"
_TEXTS = ("article", "script", "style")
_SPACES = re.compile(r"\s+")


def loads_theme_script(page: html.HtmlElement) -> bool:
    """Return whether a page loads the theme's script, as it does if the site is built without ``overrides/``."""
    return bool(page.xpath("//script[contains(@src, 'assets/javascripts/bundle.')]"))


def files(_: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Change the parsed pages in place. Return an empty map: no files are generated."""
    for page in site.pages.values():
        if page.xpath(_FRAME) and not loads_theme_script(page):
            _clean(page)
    return {}


def _clean(page: html.HtmlElement) -> None:
    _remove_script_elements(page)
    _collapse_spaces(page)


def _collapse_spaces(element: html.HtmlElement) -> None:
    """Collapse each run of white space outside the article to one space, since templates leave much of it."""
    if element.tag in _TEXTS:
        return
    element.text = element.text and _SPACES.sub(" ", element.text)
    for child in element:
        _collapse_spaces(child)
        child.tail = child.tail and _SPACES.sub(" ", child.tail)


def _remove_script_elements(page: html.HtmlElement) -> None:
    for selector in _REMOVED:
        for element in page.xpath(selector):
            element.drop_tree()
    for label in page.xpath("//label[contains(@class, 'md-nav__')]"):  # of a check box that was removed
        label.tag = "span"
        for name in ("for", "tabindex"):
            label.attrib.pop(name, None)
    for group in page.xpath("//nav[contains(@class, 'md-nav')]//nav[contains(@class, 'md-nav')]"):
        group.tag = "div"  # one landmark per list is enough, and nested ones may have the same name
        for name in ("aria-label", "aria-labelledby", "aria-expanded"):
            group.attrib.pop(name, None)
    for skip in page.xpath("//*[@data-md-component='skip']"):
        for header in page.xpath("//header"):
            header.insert(0, skip)  # screen readers list what stands in no landmark separately
    for icon in page.xpath("//svg[not(@role)][not(ancestor::article)]"):
        icon.set("aria-hidden", "true")
    for link in page.xpath(_ACTIVE_LINKS):
        link.set("aria-current", "page" if link.get("href") in ("./", ".") else "true")
