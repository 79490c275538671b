"""``/// paragraph | vi-1-p4``: the restatement of one source paragraph, under its anchor."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from edition.rendering import renderer


class AnchoredFrames(Treeprocessor):
    """Moves the id of a paragraph's heading, by which the table of contents knows it, to the whole paragraph."""

    def run(self, root: Element) -> None:
        """Once the contents are made."""
        for frame in root.iter("section"):
            heading = next(frame.iter("h3"), None)
            if "data-anchor" in frame.attrib and heading is not None:
                frame.set("id", heading.attrib.pop("id"))


class ParagraphBlock(Block):  # type: ignore[misc]
    """Frames its content with label, permalink and the way to the neighbouring paragraphs."""

    NAME = "paragraph"
    ARGUMENT = True
    config: dict[str, Any]

    def on_create(self, parent: Element) -> Element:
        """Render the frame; Markdown goes into its slot."""
        frame = fromstring(renderer.paragraph(self.config["build"], self.argument))
        for element in frame.iter():
            element.text = AtomicString(element.text) if element.text else None
        parent.append(frame)
        return frame

    def on_add(self, block: Element) -> Element:
        """The slot of the frame."""
        return next(element for element in block.iter() if "data-text" in element.attrib)
