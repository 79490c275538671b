"""The Markdown block ``/// paragraph | vi-1-p4``. It contains the edition's restatement of one paragraph of the
chapter; ``vi-1-p4`` is the anchor (id) of that paragraph.
"""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from edition.rendering import renderer

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class HeadingLevels(Treeprocessor):
    """Puts the heading of each source paragraph one level below the heading of the page that stands above it."""

    def run(self, root: Element) -> None:
        """Set the level of the heading of each source paragraph in ``root``, the element tree of a page."""
        level = 1
        own = {heading for frame in root.iter("section") if (heading := _heading_of(frame)) is not None}
        for element in root.iter():
            if element in own:
                element.tag = f"h{min(level + 1, 6)}"
            elif element.tag in _HEADINGS:
                level = int(element.tag[1])


class AnchoredFrames(Treeprocessor):
    """Moves the id of each source paragraph from its heading to the ``section`` element around the whole paragraph.
    This runs after toc, which needs the ids of headings.
    """

    def run(self, root: Element) -> None:
        """Move the ids in the page whose tree has the root ``root``."""
        for frame in root.iter("section"):
            heading = _heading_of(frame)
            if heading is not None:
                frame.set("id", heading.attrib.pop("id"))


def _heading_of(frame: Element) -> Element | None:
    """Return the heading of a source paragraph; ``None`` if the element ``frame`` is none."""
    is_paragraph = frame.get("class") == "paragraph"
    return next((each for each in frame.iter() if each.tag in _HEADINGS), None) if is_paragraph else None


class ParagraphBlock(Block):  # type: ignore[misc]
    """Wraps the text in the block in an element with a label, a permalink, and links to the previous and the next
    paragraph.
    """

    NAME = "paragraph"
    ARGUMENT = True
    config: dict[str, Any]

    def on_create(self, parent: Element) -> Element:
        """Render the element around the text, append it to ``parent`` and return it. The strings in it are
        ``AtomicString``, so that Markdown does not parse them.
        """
        frame = fromstring(renderer.paragraph(self.config["build"], self.argument))
        for element in frame.iter():
            element.text = AtomicString(element.text) if element.text else None
        parent.append(frame)
        return frame

    def on_add(self, block: Element) -> Element:
        """Return the descendant of ``block`` into which Python-Markdown inserts the text of the block."""
        return next(element for element in block.iter() if "data-text" in element.attrib)
