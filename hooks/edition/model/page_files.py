"""The page files (Markdown sources): their blocks, headings and links, with positions.

Blocks are the edition's own Markdown syntax. A paragraph block, from ``/// paragraph | vi-1-p1`` to ``///``, contains
the restatement of a source paragraph. A data block, such as ``/// timeline ///``, inserts records.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.data.positioned_yaml import read_text
from edition.data.problems import Problem, Where
from edition.model.markdown_scan import Containers, Heading, Link, bare, headings, links

# The names of data blocks. A line such as "/// timeline ///" inserts one into a page.
DATA_BLOCKS = (
    "chapter",
    "actors",
    "timeline",
    "timeline-diagram",
    "timeline-overview",
    "argument-diagram",
    "argument-overview",
    "obstacles",
    "efforts",
    "recommendations",
    "addressees",
    "inferences",
    "glossary",
    "notes",
    "imprint",
    "colophon",
    "edition-facts",
    "anchors",
    "source",
    "downloads",
)
DIAGRAM_BLOCKS = ("timeline-diagram", "timeline-overview", "argument-diagram", "argument-overview")
# Blocks that show where terms are used, which is known only after all pages have been converted.
TERM_USAGE_BLOCKS = frozenset({"glossary"})
# Blocks that may be on several pages, because they contain no anchors.
REPEATABLE_BLOCKS = frozenset({"downloads", "colophon", "edition-facts"})
# Blocks that an edition may omit.
OPTIONAL = frozenset({*DIAGRAM_BLOCKS, "addressees", "colophon", "edition-facts", "inferences"})
DATA_LINE = re.compile(r"[ ]{0,3}///[ ]*([\w-]+)[ ]*///[ ]*")
_OPENING = re.compile(r"[ ]{0,3}(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?)[ ]*)?")
_CLOSING = re.compile(r"[ ]{0,3}(/{3,})[ ]*")


@dataclass(frozen=True)
class BlockUse:
    """A block on a page: either a ``paragraph`` block, whose ``argument`` is the anchor of the paragraph, or a data
    block (``is_data``) such as ``/// timeline ///``, which has no argument. ``is_closed`` is false if the closing
    ``///`` is missing. ``last`` is the number of the block's last line.
    """

    name: str
    argument: str
    where: Where
    is_data: bool
    is_closed: bool = True
    last: int = 0


@dataclass(frozen=True)
class PageFile:
    """A page file: ``name`` is its path relative to ``docs/``, ``file`` its path relative to the project root,
    ``title`` the text of its first level-one heading, and ``text`` its Markdown source. If the file is not valid text,
    ``is_readable`` is false, and only ``name`` and ``file`` are set.
    """

    name: str
    file: str
    title: str = ""
    blocks: tuple[BlockUse, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    text: str = ""
    is_readable: bool = True


def read_pages(
    docs: Path, is_excluded: Callable[[str], bool] = lambda _: False
) -> tuple[tuple[PageFile, ...], list[Problem]]:
    """Read the Markdown files in ``docs``. Returns the page files, sorted by path, and the problems of files that are
    not valid text. Hidden files are skipped, and so are files for which ``is_excluded`` returns true.
    """
    pages: list[PageFile] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or is_excluded(name):
            continue
        file = f"{docs.name}/{name}"
        text, new_problems = read_text(path, file, allow_bom=True)
        pages.append(PageFile(name, file, is_readable=False) if new_problems else scan(text, name, file))
        problems += new_problems
    return tuple(pages), problems


def scan(text: str, name: str, file: str) -> PageFile:
    """Find the blocks, headings and links in the Markdown source ``text``, and return them as a page file. ``name`` is
    the path of the page relative to ``docs/``, ``file`` its path relative to the project root.
    """
    text = text.replace("\r\n", "\n")
    source = bare(text)
    all_headings = tuple(headings(source, file))
    title = next((heading.text for heading in all_headings if heading.level == 1), "")
    blocks = tuple(_find_blocks(source, file))
    return PageFile(name, file, title, blocks, all_headings, tuple(links(source, file)), text)


def _find_blocks(source: str, file: str) -> Iterator[BlockUse]:
    blocks: list[BlockUse] = []
    open_blocks: list[tuple[int, int]] = []  # length of the fence, index in blocks
    containers = Containers()
    for number, indented in enumerate(source.split("\n"), 1):
        line = indented[containers.depth_of(indented) :]
        where = Where(file, number, len(indented) - len(indented.lstrip()) + 1)
        if match := DATA_LINE.fullmatch(line):
            blocks.append(BlockUse(match[1], "", where, is_data=True, last=number))
        elif match := _CLOSING.fullmatch(line):
            if open_blocks and open_blocks[-1][0] == len(match[1]):
                _, index = open_blocks.pop()
                block = blocks[index]
                blocks[index] = BlockUse(block.name, block.argument, block.where, is_data=False, last=number)
        elif match := _OPENING.fullmatch(line):
            open_blocks.append((len(match[1]), len(blocks)))
            blocks.append(BlockUse(match[2], match[3] or "", where, is_data=False, is_closed=False))
    return iter(blocks)
