"""The texts of source paragraphs as the pages restate them, and the places of words in them."""

import re
from collections.abc import Iterable

from edition.model.page_files import PageFile

_MARKUP = re.compile(r"\]\([^)]*\)|\{:?[^{}]*\}|^///.*$|[\[*]", re.MULTILINE)
_SPACE = r"(?:[^\S\n]*\n[^\S\n]*|[^\S\n]+)"


def restated_text(pages: Iterable[PageFile], anchor: str) -> str:
    """Return the edition's text of the source paragraph with the anchor ``anchor``, without Markdown markup; "" if no
    page has it.
    """
    for page in pages:
        for block in page.blocks:
            if block.argument == anchor:
                return _MARKUP.sub("", "\n".join(page.text.split("\n")[block.where.line : block.last - 1]))
    return ""


def find_words(text: str, words: str) -> list[tuple[int, int]]:
    """Return (start, end) of each occurrence of ``words`` in ``text``, as whole words. A line break counts as a space;
    an empty line does not, because it separates paragraphs.
    """
    pattern = _SPACE.join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
