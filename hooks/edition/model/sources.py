"""The Markdown pages as their sources stand: which blocks and headings they have, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.data.problems import Problem, Where

# One line, "/// timeline ///", puts a block of data on a page.
DATA_BLOCKS = (
    "chapter",
    "actors",
    "timeline",
    "timeline-drawing",
    "timeline-sketch",
    "argument",
    "argument-sketch",
    "obstacles",
    "efforts",
    "recommendations",
    "glossary",
    "imprint",
    "anchors",
    "source",
    "downloads",
)
# Blocks that only list what stands elsewhere: no term is used in them.
PICTURES = ("timeline-drawing", "timeline-sketch", "argument", "argument-sketch")
LISTS_OF_LABELS = frozenset({"chapter", "actors", "imprint", "anchors", "source", "downloads", *PICTURES})
# Blocks that hold nothing to cite, and so may stand on several pages.
REPEATABLE = frozenset({"downloads"})
DATA_LINE = re.compile(r"[ ]{0,3}///[ ]*([\w-]+)[ ]*///[ ]*")
_OPENING = re.compile(r"[ ]{0,3}(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?)[ ]*)?")
_CLOSING = re.compile(r"[ ]{0,3}(/{3,})[ ]*")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}[ ]+\S.*")
_TITLE = re.compile(r"#[ ]+([^{]+?)[ ]*(?:\{.*)?")
_HEADING_ID = re.compile(r"\{[^{}]*#([\w-]+)[^{}]*\}[ ]*#*[ ]*")


@dataclass(frozen=True)
class BlockUse:
    """A block on a page: ``paragraph`` with its anchor as ``argument``, or a data block without one."""

    name: str
    argument: str
    where: Where
    is_data: bool
    is_closed: bool = True


@dataclass(frozen=True)
class Page:
    """A page's source: ``name`` is its path below ``docs/``."""

    name: str
    file: str
    title: str = ""
    blocks: tuple[BlockUse, ...] = ()
    headings: tuple[tuple[str, Where], ...] = ()  # each heading's id, empty where it has none
    text: str = ""


def read_pages(docs: Path) -> tuple[tuple[Page, ...], list[Problem]]:
    """Every Markdown file of ``docs``, by name. A file that is not UTF-8 is problem E003."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        try:
            pages.append(scan(path.read_text(encoding="utf-8-sig"), name, f"{docs.name}/{name}"))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = "bukan UTF-8; simpan ulang berkas sebagai UTF-8"
            problems.append(Problem(Where(f"{docs.name}/{name}", line), "E003", message))
    return tuple(pages), problems


def scan(text: str, name: str, file: str) -> Page:
    """Find the blocks and headings of one page; what stands in fenced code is left alone."""
    blocks: list[BlockUse] = []
    open_blocks: list[tuple[int, int]] = []  # length of the fence, index in blocks
    headings: list[tuple[str, Where]] = []
    title = ""
    for number, line in _lines_outside_code(text):
        where = Where(file, number, len(line) - len(line.lstrip()) + 1)
        if match := DATA_LINE.fullmatch(line):
            blocks.append(BlockUse(match[1], "", where, is_data=True))
        elif match := _CLOSING.fullmatch(line):
            if open_blocks and open_blocks[-1][0] == len(match[1]):
                open_blocks.pop()
        elif match := _OPENING.fullmatch(line):
            open_blocks.append((len(match[1]), len(blocks)))
            blocks.append(BlockUse(match[2], match[3] or "", where, is_data=False))
        elif _HEADING.fullmatch(line):
            match = _HEADING_ID.search(line)
            headings.append((match[1] if match else "", where))
            if not title and (match := _TITLE.fullmatch(line)):
                title = match[1]
    for _, index in open_blocks:
        block = blocks[index]
        blocks[index] = BlockUse(block.name, block.argument, block.where, block.is_data, is_closed=False)
    return Page(name, file, title, tuple(blocks), tuple(headings), text)


def _lines_outside_code(text: str) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
        else:
            yield number, line
