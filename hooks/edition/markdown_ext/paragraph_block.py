"""The Markdown block ``/// paragraph | vi-1-p4``. It contains the edition's restatement of one paragraph of the
chapter; ``vi-1-p4`` is the anchor (id) of that paragraph.
"""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from edition.rendering import renderer


class AnchoredFrames(Treeprocessor):
    """Moves the id of each source paragraph from its heading to the ``section`` element around the whole paragraph.
    This runs after toc, which needs the ids of headings.
    """

    def run(self, root: Element) -> None:
        """Move the ids in the page whose tree has the root ``root``."""
        for frame in root.iter("section"):
            heading = next(frame.iter("h3"), None)
            if "data-anchor" in frame.attrib and heading is not None:
                frame.set("id", heading.attrib.pop("id"))


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
