"""Put the numbers of the editors' notes into source paragraphs, after the words that the notes hang on."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from edition.model.build_context import BuildContext
from edition.model.paragraph_texts import find_words
from edition.rendering import renderer

_BLOCKS = ("p", "li", "dd", "td", "blockquote")
_Place = tuple[Element, Element | None, int]  # parent, the child whose tail it is (None: the parent's text), offset


class NoteReferences(Treeprocessor):
    """Inserts a link with the number of a note after the words of the note. This runs before the terms are linked, so
    that words may contain terms.
    """

    def __init__(self, md: Markdown, build: BuildContext) -> None:
        super().__init__(md)
        self.build = build

    def run(self, root: Element) -> None:
        """Insert the numbers in the page with the tree ``root``."""
        for frame in root.iter("section"):
            name = frame.get("data-anchor", "") if frame.get("class") == "paragraph" else ""
            # the last one first, so that several notes on the same words stand in their order
            for placed in reversed(self.build.note_placement.at(name)) if name else ():
                if placed.note.words and not placed.full:
                    reference = fromstring(renderer.note_reference(placed))
                    _insert_after(frame, placed.note.words.id, reference)


def _insert_after(frame: Element, words: str, reference: Element) -> None:
    for block in frame.iter():
        if block.tag not in _BLOCKS:
            continue
        texts = list(_texts(block))
        found = find_words("".join(text for _, _, text in texts), words)
        if found:
            _insert(*_place_at(texts, found[0][1]), reference)
            return


def _texts(block: Element) -> Iterator[tuple[Element, Element | None, str]]:
    """Yield each piece of text in ``block``, in order, as (parent, child before it, text)."""
    yield block, None, block.text or ""
    for child in block:
        yield from _texts(child)
        yield block, child, child.tail or ""


def _place_at(texts: list[tuple[Element, Element | None, str]], end: int) -> _Place:
    """Return the place that is ``end`` characters after the beginning of the first of ``texts``."""
    for parent, child, text in texts:
        if end <= len(text):
            return parent, child, end
        end -= len(text)
    raise AssertionError("the words end after the text")


def _insert(parent: Element, child: Element | None, offset: int, reference: Element) -> None:
    text = (parent.text if child is None else child.tail) or ""
    before, reference.tail = text[:offset], text[offset:]
    if child is None:
        parent.text = before
        parent.insert(0, reference)
    else:
        child.tail = before
        parent.insert(list(parent).index(child) + 1, reference)
