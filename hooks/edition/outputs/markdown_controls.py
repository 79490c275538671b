"""Make accessible what Markdown extensions produce: task lists, content tabs, icons, tables wider than the text."""

from lxml import html

from edition.model.build_context import BuildContext
from edition.outputs.built_site import BuiltSite
from edition.rendering import footnote_styles, renderer

PATHS: tuple[str, ...] = ()


def files(_: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Change the parsed pages in place. Return an empty map: no files are generated."""
    words = renderer.control_names()
    for page in site.pages.values():
        for label in page.xpath("//label[@class='task-list-control']"):
            label.tag = "span"  # it has no text that could name the check box
            for box in label.iter("input"):
                box.set("aria-label", words["done" if "checked" in box.attrib else "open"])
        for tabs in page.xpath("//*[contains(@class, 'tabbed-set')]"):
            names = [label.text_content() for label in tabs.xpath("./*[@class='tabbed-labels']/label")]
            tabs.set("role", "group")
            tabs.set("aria-label", f"{words['tabs']}: {', '.join(names)}")
        for table in page.xpath("//article//table[not(@class)][not(ancestor::table)]"):
            _make_scrollable(table)
        footnote_styles.mark(page)
        for icon in page.xpath("//*[@class='twemoji']"):
            icon.set("aria-hidden", "true")
    return {}


def _make_scrollable(table: html.HtmlElement) -> None:
    """Put a table into the elements into which the theme's script puts it; then it scrolls if it is too wide."""
    outer, inner = html.Element("div"), html.Element("div")
    outer.set("class", "md-typeset__scrollwrap")
    inner.set("class", "md-typeset__table")
    table.addprevious(outer)
    outer.tail, table.tail = table.tail, None
    outer.append(inner)
    inner.append(table)
