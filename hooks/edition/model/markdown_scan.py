"""Scan Markdown for headings and links, ignoring front matter, code and comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.data.problems import Where

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n.*?\n(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)  # the same rule as in MkDocs
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# What is indented below such a line is Markdown: an admonition, a collapsible one, a tab, a footnote, a definition.
_CONTAINER = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?)[ ]+\S|\[\^[^\[\]]+\]:|:[ ]{1,3}\S")
_INDENT = 4  # spaces
_NOT_A_NEWLINE = re.compile(r"[^\n]")
# Python-Markdown also accepts "##Judul" as a heading, and a line underlined with "=" or "-" at the start of a block.
_HEADING = re.compile(r"(#{1,6})(.*?)#*[ ]*")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*")
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*([^{}\n]*?)[ ]*\}[ ]*$")
_ID = re.compile(r"(?:^|[ ])#([\w-]+)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_TEXT, _TITLE = r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]", r"(?:[ ]+[\"'][^\n]*?[\"'])?[ ]*\)"
_LINK = re.compile(rf"(!?){_TEXT}\([ ]*<?((?:[^()\n]|\([^()\n]*\))*?)>?(?={_TITLE})")
_DEFINITION = re.compile(r"^[ ]{0,3}\[((?!\^)[^\[\]]+)\]:[ ]*<?([^\s<>]+)", re.MULTILINE)
_IMAGE_REFERENCE = re.compile(r"!\[([^\[\]]*)\](?:\[([^\[\]]*)\])?(?!\()")
_IMAGE_TAG = re.compile(r"()<img\b[^>]*?\bsrc=[\"']?([^\"'\s>]*)")


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1–6), its id (empty if it has none), its text and its position. The text is Markdown if the
    heading was read from a source file, and displayed text if it was read from a converted page.
    """

    level: int
    id: str
    text: str
    where: Where


@dataclass(frozen=True)
class Link:
    """A link or image in a Markdown source. ``target`` is its address as written; ``start`` and ``end`` (exclusive) are
    the offsets of that address in the source.
    """

    target: str
    start: int
    end: int
    is_image: bool
    where: Where


class Containers:
    """Keeps track of the containers (such as admonitions) that the lines of a Markdown source are in."""

    def __init__(self) -> None:
        self._depth = 0  # of the content of the innermost container, in spaces

    def depth_of(self, line: str) -> int:
        """Return by how many spaces ``line``, the next line of the source, is indented because it is in containers."""
        if not line.strip():
            return self._depth
        indent = len(line) - len(line.lstrip(" "))
        depth = self._depth = min(self._depth, indent - indent % _INDENT)
        if _CONTAINER.match(line, depth):
            self._depth += _INDENT
        return depth


def bare(text: str) -> str:
    """Replace front matter, comments and fenced code in a Markdown source by spaces, and return the result. All other
    text keeps its line and column.
    """
    if front := _FRONT_MATTER.match(text):
        text = _blank(front.group()) + text[front.end() :]
    lines: list[str] = []
    fence, depth, containers = "", 0, Containers()
    for line in _COMMENT.sub(lambda comment: _blank(comment.group()), text).split("\n"):
        depth = depth if fence else containers.depth_of(line)
        match = _FENCE.match(line, depth)
        opens = match[1] if match and not fence else ""
        lines.append(_blank(line) if fence or opens else line)
        if fence and match and match[1].startswith(fence) and not line[match.end() :].strip():
            fence = ""
        fence = fence or opens
    return "\n".join(lines)


def headings(text: str, file: str) -> Iterator[Heading]:
    """Yield the headings in ``text``, the result of ``bare`` for a Markdown source. ``file`` is the path of that
    source; it is stored in the positions of the headings.
    """
    containers = Containers()
    lines = [line[containers.depth_of(line) :] for line in text.split("\n")]
    for number, line in enumerate(lines, 1):
        where = Where(file, number)
        if match := _HEADING.fullmatch(line):
            yield _heading(len(match[1]), match[2], where)
        elif line.strip() and (number == 1 or not lines[number - 2].strip()):
            below = _UNDERLINE.fullmatch(lines[number]) if number < len(lines) else None
            if below:
                yield _heading(1 if below[1].startswith("=") else 2, line, where)


def _heading(level: int, text: str, where: Where) -> Heading:
    attributes = _ATTRIBUTES.search(text)
    name = _ID.search(attributes[1]) if attributes else None
    title = text[: attributes.start()] if attributes else text
    return Heading(level, name[1] if name else "", title.strip(), where)


def links(text: str, file: str) -> Iterator[Link]:
    """Yield the links and images in ``text`` in order, except those in inline code. ``text`` is the result of ``bare``
    for a Markdown source. ``file`` is the path of that source; it is stored in the positions of the links.
    """
    text = _CODE.sub(lambda code: _blank(code.group()), text)
    matches = [match for pattern in (_LINK, _DEFINITION, _IMAGE_TAG) for match in pattern.finditer(text)]
    image_labels = {(match[2] or match[1]).casefold() for match in _IMAGE_REFERENCE.finditer(text)}
    for match in sorted(matches, key=lambda match: match.start(2)):
        before = text[: match.start(2)]
        where = Where(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        is_image = match[1] == "!" or match[1].casefold() in image_labels or match.group().startswith("<img")
        yield Link(match[2], match.start(2), match.end(2), is_image, where)


def _blank(text: str) -> str:
    return _NOT_A_NEWLINE.sub(" ", text)
