"""What counts as markup in a Markdown source: lines outside front matter, code and comments; headings; links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.data.problems import Where

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n.*?\n(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)  # as MkDocs finds it
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOT_A_BREAK = re.compile(r"[^\n]")
# Python-Markdown takes "##Judul" for a heading, too, and a line underlined with "=" or "-" at the start of a block.
_HEADING = re.compile(r"(#{1,6})(.*?)#*[ ]*")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*")
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*([^{}\n]*?)[ ]*\}[ ]*$")
_ID = re.compile(r"(?:^|[ ])#([\w-]+)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_TEXT, _TITLE = r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]", r"(?:[ ]+[\"'][^\n]*?[\"'])?[ ]*\)"
_LINK = re.compile(rf"(!?){_TEXT}\([ ]*<?((?:[^()\n]|\([^()\n]*\))*?)>?(?={_TITLE})")
_DEFINITION = re.compile(r"^[ ]{0,3}\[((?!\^)[^\[\]]+)\]:[ ]*<?([^\s<>]+)", re.MULTILINE)
_PICTURED = re.compile(r"!\[([^\[\]]*)\](?:\[([^\[\]]*)\])?(?!\()")
_PICTURE = re.compile(r"()<img\b[^>]*?\bsrc=[\"']?([^\"'\s>]*)")


@dataclass(frozen=True)
class Heading:
    """A heading: its level, its id (empty where it has none), its text as written or, once the page was converted, as
    it is read.
    """

    level: int
    id: str
    text: str
    where: Where


@dataclass(frozen=True)
class Link:
    """Where a link or a picture leads, and the stretch of the source that says so."""

    target: str
    start: int
    end: int
    is_picture: bool
    where: Where


def bare(text: str) -> str:
    """The source with all that is no markup (front matter, comments, fenced code) blanked out: every other character
    stays in its place.
    """
    if front := _FRONT_MATTER.match(text):
        text = _blank(front.group()) + text[front.end() :]
    lines: list[str] = []
    fence = ""
    for line in _COMMENT.sub(lambda comment: _blank(comment.group()), text).split("\n"):
        match = _FENCE.match(line)
        opens = match[1] if match and not fence else ""
        lines.append(_blank(line) if fence or opens else line)
        if fence and match and match[1].startswith(fence) and not line[match.end() :].strip():
            fence = ""
        fence = fence or opens
    return "\n".join(lines)


def headings(text: str, file: str) -> Iterator[Heading]:
    """The headings of a ``bare`` source."""
    lines = text.split("\n")
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
    told = text[: attributes.start()] if attributes else text
    return Heading(level, name[1] if name else "", told.strip(), where)


def links(text: str, file: str) -> Iterator[Link]:
    """The links and pictures of a ``bare`` source, in their order; none in code."""
    text = _CODE.sub(lambda code: _blank(code.group()), text)
    found = [match for form in (_LINK, _DEFINITION, _PICTURE) for match in form.finditer(text)]
    pictured = {(match[2] or match[1]).casefold() for match in _PICTURED.finditer(text)}
    for match in sorted(found, key=lambda each: each.start(2)):
        before = text[: match.start(2)]
        where = Where(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        is_picture = match[1] == "!" or match[1].casefold() in pictured or match.group().startswith("<img")
        yield Link(match[2], match.start(2), match.end(2), is_picture, where)


def _blank(text: str) -> str:
    return _NOT_A_BREAK.sub(" ", text)
