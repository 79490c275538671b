"""Split the text of a reader's copy into sections, and each section into blocks: passages that look like paragraphs.

If a page ends after a block, the layout does not show whether the paragraph ends there too. A block without closing
punctuation is joined with the next block. After a block with closing punctuation, the paragraph may end or continue;
only the fingerprint of the joined text can tell. Page numbers and running heads are not part of the text, but can only
be guessed. Therefore the text is split in several ways: the first removes no line, and each later one removes more of
the lines that may be page numbers or running heads.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.data.records import Chapter, Section

# Marks a hyphen at a line end, which may belong to the word or may only break it.
HYPHEN = "\ue000"
_PAGE_END = "\f"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_CLOSING_PUNCTUATION = re.compile(r"[.!?…][\"'”’)\]*»]*$")
_PAGE_NUMBER = re.compile(r"[\W_]*(?:(?:hal|halaman|hlm|page)\b\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})[\W_]*", re.IGNORECASE)
_ENUMERATOR = re.compile(r"(?:[IVXLC]+|\d+|[A-Z])(?:\.\d+)*[.)]?\s+")
_NUMBER_AT_EDGE = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_MAX_RUNNING_HEAD = 12  # words
_SPLIT_COUNT = 7  # number of splits: `_remove_page_furniture` applies no test, the first test, the first two, ...


@dataclass(frozen=True)
class Block:
    """A passage of a reader's copy that looks like a paragraph. In ``text``, asterisks mark italics, and ``HYPHEN``
    marks a hyphen at a line end. ``line`` is the number of its first line in the file. If a page ends before the block,
    ``may_continue_previous`` is true: the block may belong to the same paragraph as the previous one.
    """

    text: str
    line: int
    may_continue_previous: bool = False


Split = Mapping[str, tuple[Block, ...]]  # section number → blocks; a section is absent if its heading was not found
_Line = tuple[int, str]  # line number, and text, which may be empty or ``_PAGE_END``


def generate_splits(text: str, chapter: Chapter) -> Iterator[Split]:
    """Yield the text split in several ways: all lines kept, then ever more page numbers and running heads dropped."""
    lines = list(_split_lines(text))
    for test_count in range(_SPLIT_COUNT):
        yield _build_sections([*_remove_page_furniture(lines, test_count, chapter)], chapter)


def join_lines(parts: Iterable[str]) -> str:
    """Join the lines of a paragraph with spaces. A hyphen that divides a word at a line end becomes ``HYPHEN``."""
    joined_text = ""
    for part in parts:
        if re.search(r"\w[-‐]$", joined_text) and re.match(r"\w", part):
            joined_text = joined_text[:-1] + HYPHEN + part
        else:
            joined_text = f"{joined_text} {part}" if joined_text else part
    return joined_text


def _split_lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.translate(_INVISIBLE | _LIGATURES).split("\n"), 1):
        for index, part in enumerate(line.split(_PAGE_END)):
            if index:
                yield number, _PAGE_END
            if part.strip() or not index:
                yield number, " ".join(part.split())


def _remove_page_furniture(lines: Sequence[_Line], test_count: int, chapter: Chapter) -> Iterator[_Line]:
    """Yield the lines, with page numbers and running heads replaced by ``_PAGE_END``.

    A line is replaced if it passes at least one of the first ``test_count`` tests in the list below.
    """
    frequency = Counter(_letters(text) for _, text in lines if _letters(text))
    titles = {_letters(f"bab {chapter.chapter.number} {chapter.chapter.title.id}"), _letters(chapter.chapter.title.id)}
    for index, (number, text) in enumerate(lines):
        neighbours = (lines[other][1] if 0 <= other < len(lines) else "" for other in (index - 1, index + 1))
        stands_alone = all(each in ("", _PAGE_END) or _PAGE_NUMBER.fullmatch(each) for each in neighbours)
        is_short = len(text.split()) <= _MAX_RUNNING_HEAD and not _CLOSING_PUNCTUATION.search(text)
        is_head = is_short and (frequency[_letters(text)] > 1 or _letters(text) in titles)
        is_numbered = is_short and bool(_NUMBER_AT_EDGE.search(text))
        is_heading = any(_is_full_heading(text, each) or _is_title(text, each) for each in chapter.sections)
        tests = (
            bool(_PAGE_NUMBER.fullmatch(text)),
            is_head and stands_alone,
            is_head and is_numbered,
            is_numbered,
            is_head,
            is_short and stands_alone,
        )
        is_furniture = text not in ("", _PAGE_END) and not is_heading and any(tests[:test_count])
        yield number, _PAGE_END if is_furniture else text


def _letters(text: str) -> str:
    """Return only the letters of a line, in lower case: of a running head, these are the same on every page."""
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _build_sections(lines: Sequence[_Line], chapter: Chapter) -> Split:
    """Divide the lines at the headings of the chapter. Returns the blocks of each section, by section number."""
    builder = _SectionBuilder()
    for number, content in _replace_headings(lines, chapter):
        if isinstance(content, Section):
            builder.open(content.number)
        elif content and content != _PAGE_END:
            builder.parts.append((number, content))
        else:
            builder.close()
            builder.page_ended |= content == _PAGE_END
    builder.close()
    return {number: tuple(_join_unfinished(blocks)) for number, blocks in builder.sections.items() if number}


class _SectionBuilder:
    """Collects lines into blocks, and blocks into sections. Text before the first heading is in section ""."""

    def __init__(self) -> None:
        self.sections: dict[str, list[Block]] = {}
        self.current = ""
        self.parts: list[_Line] = []
        self.page_ended = False

    def open(self, number: str) -> None:
        """Start the section ``number``. If it is the current section, its heading is a running head and is ignored.

        If a section with this number was started before, that was in a table of contents; its blocks are discarded.
        """
        self.close()
        self.page_ended = number == self.current
        if not self.page_ended:
            self.current, self.sections[number] = number, []

    def close(self) -> None:
        """End the current block, and add it to the current section. Without lines since the last block, do nothing."""
        if self.parts:
            blocks = self.sections.setdefault(self.current, [])
            text = join_lines(part for _, part in self.parts)
            blocks.append(Block(text, self.parts[0][0], self.page_ended and bool(blocks)))
            self.parts, self.page_ended = [], False


def _replace_headings(lines: Sequence[_Line], chapter: Chapter) -> Iterator[tuple[int, str | Section]]:
    """Yield each line as (number, text), or as (number, section) if it is a heading of the chapter.

    A title without its number is a heading only at the start of a block.
    """
    is_block_start, title_index = True, -1
    for index, (number, text) in enumerate(lines):
        if index <= title_index:
            continue
        next_index = next((other for other in range(index + 1, len(lines)) if lines[other][1]), index)
        for section in chapter.sections:
            is_number = bool(text) and _heading_key(text) == _heading_key(section.number)
            if _is_full_heading(text, section) or (is_block_start and (_is_title(text, section))):
                yield number, section
                break
            if is_number and _is_title(lines[next_index][1], section):
                yield number, section
                title_index = next_index
                break
        else:
            yield number, text
            is_block_start = text in ("", _PAGE_END)
            continue
        is_block_start = True


def _join_unfinished(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks (probable paragraphs); join each that lacks closing punctuation with the next one."""
    pending: Block | None = None
    for block in blocks:
        if pending and not _CLOSING_PUNCTUATION.search(pending.text):
            pending = Block(join_lines((pending.text, block.text)), pending.line, pending.may_continue_previous)
            continue
        if pending:
            yield pending
        pending = block
    if pending:
        yield pending


def _is_full_heading(text: str, section: Section) -> bool:
    """Return whether a line consists of a section's number and title."""
    return _heading_key(text) == _heading_key(f"{section.number} {section.title.id}")


def _is_title(text: str, section: Section) -> bool:
    """Return whether a line is a section's title, alone or after a number of any form."""
    return _heading_key(section.title.id) in (_heading_key(text), _heading_key(_ENUMERATOR.sub("", text, count=1)))


def _heading_key(text: str) -> str:
    """Return the letters and digits of a heading in lower case. Headings are compared in this form."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
