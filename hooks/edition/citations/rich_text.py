"""Represent text with italics as a plain string, which is easy to serialize: private-use characters mark italics."""

from collections.abc import Iterator

ITALIC_START, ITALIC_END = "\ue004", "\ue005"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a marked text in order, as (text, whether it is italic)."""
    for index, part in enumerate(text.replace(ITALIC_END, ITALIC_START).split(ITALIC_START)):
        if part:
            yield part, index % 2 == 1


def plain(text: str) -> str:
    """Return the text without its marks, as the clipboard gets it."""
    return "".join(part for part, _ in runs(text))
