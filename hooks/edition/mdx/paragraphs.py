"""``/// paragraph | vi-1-p4``: the restatement of one source paragraph, under its anchor."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from edition.page import render


class ParagraphBlock(Block):  # type: ignore[misc]
    """Frames its content with label, permalink and the way to the neighbouring paragraphs."""

    NAME = "paragraph"
    ARGUMENT = True
    config: dict[str, Any]

    def on_create(self, parent: Element) -> Element:
        """Render the frame; Markdown goes into its slot."""
        frame = fromstring(render.paragraph(self.config["edition"], self.argument))
        for element in frame.iter():
            element.text = AtomicString(element.text) if element.text else None
        parent.append(frame)
        return frame

    def on_add(self, block: Element) -> Element:
        """The slot of the frame."""
        return next(element for element in block.iter() if "data-text" in element.attrib)
