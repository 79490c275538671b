"""Make what Markdown extensions produce accessible: name task lists and content tabs, hide icons."""

from edition.model.build_context import BuildContext
from edition.outputs.built_site import BuiltSite
from edition.rendering import renderer

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
        for icon in page.xpath("//*[@class='twemoji']"):
            icon.set("aria-hidden", "true")
    return {}
