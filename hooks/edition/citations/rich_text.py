"""Text with italics as a plain string, for JSON. Private-use characters mark where italics start and end."""

from collections.abc import Iterator

ITALIC_START, ITALIC_END = "\ue004", "\ue005"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text at the marks of italics, and yield its pieces in order, each as (text, whether it is italic)."""
    for index, part in enumerate(text.replace(ITALIC_END, ITALIC_START).split(ITALIC_START)):
        if part:
            yield part, index % 2 == 1


def plain(text: str) -> str:
    """Return the text without the marks of italics, for the clipboard."""
    return "".join(part for part, _ in runs(text))
