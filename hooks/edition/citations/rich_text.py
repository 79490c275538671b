"""Text with italics as a plain string, for JSON: one character marks the start of italics, another the end."""

from collections.abc import Iterator

ITALIC_START, ITALIC_END = "\ue004", "\ue005"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text at the characters that mark the start and end of italics. Yield each piece as (text, whether it is
    italic).
    """
    for index, part in enumerate(text.replace(ITALIC_END, ITALIC_START).split(ITALIC_START)):
        if part:
            yield part, index % 2 == 1


def plain(text: str) -> str:
    """Return the text without the characters that mark italics, for the clipboard."""
    return "".join(part for part, _ in runs(text))
