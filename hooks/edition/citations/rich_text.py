"""Text with italics, as a string with private-use marks: plain to compare, to store and to send to a script."""

from collections.abc import Iterator

ITALIC_START, ITALIC_END = "\ue004", "\ue005"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a marked text in order: (text, whether it is italic)."""
    for index, part in enumerate(text.replace(ITALIC_END, ITALIC_START).split(ITALIC_START)):
        if part:
            yield part, index % 2 == 1


def plain(text: str) -> str:
    """The text without its marks: what a reader pastes."""
    return "".join(part for part, _ in runs(text))
