"""Text with italics, as a string with private-use marks: plain to compare, to store and to send to a script."""

from collections.abc import Iterator

ITALIC_START, ITALIC_END = "\ue004", "\ue005"
# Slots for a title, as it stands alone and within quotation marks; see ``wordings``.
TITLE, QUOTED_TITLE = "\ue000", "\ue00e"
# What changes within quotation marks: a quotation mark is a single one there (EYD V).
TURNED = str.maketrans({"“": "‘", "”": "’", TITLE: QUOTED_TITLE})


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a marked text in order: (text, whether it is italic)."""
    for index, part in enumerate(text.replace(ITALIC_END, ITALIC_START).split(ITALIC_START)):
        if part:
            yield part, index % 2 == 1


def plain(text: str) -> str:
    """The text without its marks: what a reader pastes."""
    return "".join(part for part, _ in runs(text))
