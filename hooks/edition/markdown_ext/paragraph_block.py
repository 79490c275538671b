"""The block ``/// paragraph | vi-1-p4``: the restatement of one source paragraph, with its anchor."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from edition.rendering import renderer


class AnchoredFrames(Treeprocessor):
    """Moves the id of a source paragraph's heading to the whole paragraph, after the table of contents has read it."""

    def run(self, root: Element) -> None:
        """Move the ids. Runs after the table of contents is built."""
        for frame in root.iter("section"):
            heading = next(frame.iter("h3"), None)
            if "data-anchor" in frame.attrib and heading is not None:
                frame.set("id", heading.attrib.pop("id"))


class ParagraphBlock(Block):  # type: ignore[misc]
    """Puts its content into a frame with label, permalink, and links to the neighbouring paragraphs."""

    NAME = "paragraph"
    ARGUMENT = True
    config: dict[str, Any]

    def on_create(self, parent: Element) -> Element:
        """Render the frame. Its texts are atomic, so that they are not parsed as Markdown."""
        frame = fromstring(renderer.paragraph(self.config["build"], self.argument))
        for element in frame.iter():
            element.text = AtomicString(element.text) if element.text else None
        parent.append(frame)
        return frame

    def on_add(self, block: Element) -> Element:
        """Return the element of the frame that gets the content of the block."""
        return next(element for element in block.iter() if "data-text" in element.attrib)
