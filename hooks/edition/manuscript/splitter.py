"""A manuscript's text, split: section by section into blocks, each a paragraph as far as the layout tells.

Where a page ends, the layout may not tell: a block that is not closed by punctuation goes on in the next; one that is
may or may not, which only the fingerprint of the whole can say. PageFile numbers and running heads are no part of the
text; which lines are such can only be guessed, and so a text is split in several ways, from the most faithful on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.data.records import Chapter, Section

# A hyphen at the end of a line: part of the word, or there only to break it.
HYPHEN = "\ue000"
_PAGE = "\f"
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_CLOSED = re.compile(r"[.!?…][\"'”’)\]*»]*$")
_NUMBER = re.compile(r"[\W_]*(?:(?:hal|halaman|hlm|page)\b\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})[\W_]*", re.IGNORECASE)
_ENUMERATOR = re.compile(r"(?:[IVXLC]+|\d+|[A-Z])(?:\.\d+)*[.)]?\s+")
_NUMBERED = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_LONGEST_HEAD = 12  # words
_WAYS = 7  # of reading a text: with none of the signs of `_without_furniture`, with the first, the first two, ...


@dataclass(frozen=True)
class Block:
    """A paragraph, or a part of one: its text (italics and line-end hyphens marked), the line of the file on which it
    begins, and whether a page ended ahead of it, so that it may go on from the block before.
    """

    text: str
    line: int
    may_go_on: bool = False


Split = Mapping[str, tuple[Block, ...]]  # by the number of the section; a heading that was not found is not there
_Line = tuple[int, str]  # its number, and its text; empty, or the end of a page


def splits(text: str, chapter: Chapter) -> Iterator[Split]:
    """The ways to split a text."""
    lines = list(_lines(text))
    for way in range(_WAYS):
        yield _sections([*_without_furniture(lines, way, chapter)], chapter)


def joined(parts: Iterable[str]) -> str:
    """Parts of a paragraph as one line."""
    whole = ""
    for part in parts:
        if re.search(r"\w[-‐]$", whole) and re.match(r"\w", part):
            whole = whole[:-1] + HYPHEN + part
        else:
            whole = f"{whole} {part}" if whole else part
    return whole


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.translate(_UNSEEN | _LIGATURES).split("\n"), 1):
        for index, part in enumerate(line.split(_PAGE)):
            if index:
                yield number, _PAGE
            if part.strip() or not index:
                yield number, " ".join(part.split())


def _without_furniture(lines: Sequence[_Line], way: int, chapter: Chapter) -> Iterator[_Line]:
    """The lines without what is furniture of the page, by the first ``way`` of the signs; the end of a page is left in
    their place.
    """
    often = Counter(_letters(text) for _, text in lines if _letters(text))
    titles = {_letters(f"bab {chapter.chapter.number} {chapter.chapter.title.id}"), _letters(chapter.chapter.title.id)}
    for index, (number, text) in enumerate(lines):
        around = (lines[at][1] if 0 <= at < len(lines) else "" for at in (index - 1, index + 1))
        stands_alone = all(each in ("", _PAGE) or _NUMBER.fullmatch(each) for each in around)
        is_short = len(text.split()) <= _LONGEST_HEAD and not _CLOSED.search(text)
        is_head = is_short and (often[_letters(text)] > 1 or _letters(text) in titles)
        is_numbered = is_short and bool(_NUMBERED.search(text))
        is_heading = any(_is_whole(text, each) or _is_title(text, each) for each in chapter.sections)
        signs = (
            bool(_NUMBER.fullmatch(text)),
            is_head and stands_alone,
            is_head and is_numbered,
            is_numbered,
            is_head,
            is_short and stands_alone,
        )
        is_furniture = text not in ("", _PAGE) and not is_heading and any(signs[:way])
        yield number, _PAGE if is_furniture else text


def _letters(text: str) -> str:
    """What a running head has in common from page to page: all but the number."""
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _sections(lines: Sequence[_Line], chapter: Chapter) -> Split:
    """The blocks under each heading."""
    gathering = _Gathering()
    for number, found in _with_headings(lines, chapter):
        if isinstance(found, Section):
            gathering.open(found.number)
        elif found and found != _PAGE:
            gathering.parts.append((number, found))
        else:
            gathering.close()
            gathering.page_ended |= found == _PAGE
    gathering.close()
    return {number: tuple(_rejoined(blocks)) for number, blocks in gathering.sections.items() if number}


class _Gathering:
    """Gathers lines into blocks, and blocks into sections; what comes ahead of the first heading is in none."""

    def __init__(self) -> None:
        self.sections: dict[str, list[Block]] = {}
        self.current = ""
        self.parts: list[_Line] = []
        self.page_ended = False

    def open(self, number: str) -> None:
        """Open a section, anew if it was open before (a table of contents named it). The heading of one that is open
        comes again as a running head.
        """
        self.close()
        self.page_ended = number == self.current
        if not self.page_ended:
            self.current, self.sections[number] = number, []

    def close(self) -> None:
        """End the block, if there is one."""
        if self.parts:
            blocks = self.sections.setdefault(self.current, [])
            text = joined(part for _, part in self.parts)
            blocks.append(Block(text, self.parts[0][0], self.page_ended and bool(blocks)))
            self.parts, self.page_ended = [], False


def _with_headings(lines: Sequence[_Line], chapter: Chapter) -> Iterator[tuple[int, str | Section]]:
    """The lines, those that are headings as their sections. A heading without its number begins a block."""
    begins, skipped = True, -1
    for index, (number, text) in enumerate(lines):
        if index <= skipped:
            continue
        below = next((at for at in range(index + 1, len(lines)) if lines[at][1]), index)
        for section in chapter.sections:
            is_number = bool(text) and _key(text) == _key(section.number)
            if _is_whole(text, section) or (begins and (_is_title(text, section))):
                yield number, section
                break
            if is_number and _is_title(lines[below][1], section):
                yield number, section
                skipped = below
                break
        else:
            yield number, text
            begins = text in ("", _PAGE)
            continue
        begins = True


def _rejoined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those that are not closed with what they go on in."""
    whole: Block | None = None
    for block in blocks:
        if whole and not _CLOSED.search(whole.text):
            whole = Block(joined((whole.text, block.text)), whole.line, whole.may_go_on)
            continue
        if whole:
            yield whole
        whole = block
    if whole:
        yield whole


def _is_whole(text: str, section: Section) -> bool:
    """Whether a line is a section's number and title."""
    return _key(text) == _key(f"{section.number} {section.title.id}")


def _is_title(text: str, section: Section) -> bool:
    """Whether a line is a section's title, alone or after a number of whatever kind."""
    return _key(section.title.id) in (_key(text), _key(_ENUMERATOR.sub("", text, count=1)))


def _key(text: str) -> str:
    """What two writings of a heading have in common: letters and digits."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
