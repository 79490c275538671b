"""The texts of source paragraphs as the pages restate them, and the places of words in them."""

import re
from collections.abc import Iterable

from edition.model.page_files import PageFile

_MARKUP = re.compile(r"\]\([^)]*\)|\{:?[^{}]*\}|^///.*$|[\[*]", re.MULTILINE)


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
    """Return (start, end) of each occurrence of ``words`` in ``text``, as whole words; line breaks count as spaces."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
