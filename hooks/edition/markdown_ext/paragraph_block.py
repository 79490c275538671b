"""The block ``/// paragraph | vi-1-p4``: the restatement of one source paragraph, with its anchor."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from edition.rendering import renderer


class AnchoredFrames(Treeprocessor):
    """Moves the id of each source paragraph from its heading to the ``section`` element around the whole paragraph.
    Runs after toc, which needs the ids of headings.
    """

    def run(self, root: Element) -> None:
        """Move the ids in the page with the tree ``root``."""
        for frame in root.iter("section"):
            heading = next(frame.iter("h3"), None)
            if "data-anchor" in frame.attrib and heading is not None:
                frame.set("id", heading.attrib.pop("id"))


class ParagraphBlock(Block):  # type: ignore[misc]
    """Wraps the content of the block in an element with a label, a permalink, and links to the paragraphs next to it.
    """

    NAME = "paragraph"
    ARGUMENT = True
    config: dict[str, Any]

    def on_create(self, parent: Element) -> Element:
        """Render the element around the content and append it to ``parent``. Its texts are marked as atomic, so that
        Markdown does not parse them.
        """
        frame = fromstring(renderer.paragraph(self.config["build"], self.argument))
        for element in frame.iter():
            element.text = AtomicString(element.text) if element.text else None
        parent.append(frame)
        return frame

    def on_add(self, block: Element) -> Element:
        """Return the descendant of ``block`` into which Python-Markdown inserts the content."""
        return next(element for element in block.iter() if "data-text" in element.attrib)
