"""The two READMEs say the same, and what they say is so."""

import re
import shutil
from pathlib import Path

import edition
from conftest import ROOT

ENGLISH, INDONESIAN = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.id.md"))
CODE = re.compile(r"`[^`\n]+`")


def shape(text: str) -> list[str]:
    """What does not change with the language, line by line: how deep a heading is, code, commands, links, pictures."""
    fenced, found = False, []
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        if line.startswith("```"):
            found.append(line)
        elif fenced:  # commands and paths; comments are in the language
            found.append(line if re.match(r"data/\S+:\d|\d", line) else re.split(r" {2,}|(?<=/) ", line)[0])
        elif line.startswith("#"):
            found.append(line.split()[0])
        elif line.startswith("|"):
            found.append(f"| {' '.join(CODE.findall(line))}")
    links = sorted(re.findall(r"\]\(([^)]+)\)", text.replace("README.id.md", "").replace("README.md", "")))
    return [*found, *links]


def test_both_have_the_same_commands_tables_and_links() -> None:
    assert shape(ENGLISH) == shape(INDONESIAN)


def test_a_difference_is_seen() -> None:
    for old, new in (("`make check`", "`make cek`"), ("make site   #", "make all   #"), ("## Rights", "### Rights")):
        assert old in ENGLISH
        assert shape(ENGLISH.replace(old, new)) != shape(INDONESIAN)


def test_every_command_is_one_of_the_makefile() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    told = set(re.findall(r"\bmake ([a-z-]+)", ENGLISH))
    assert told == set(targets) - {"help"}


def test_every_path_is_there() -> None:
    named = [
        path
        for path in CODE.findall(ENGLISH)
        if "/" in path and "://" not in path and not path.startswith(("`site/", "`127", "`/etc"))
    ]
    laid_out = re.findall(r"^(\S+/\S*|\S+\.py) {2,}", ENGLISH, re.MULTILINE)
    for path in [*(each.strip("`") for each in named), *laid_out]:
        assert list(ROOT.glob(path.rstrip("/"))), path


def test_the_error_is_what_an_editor_gets(tmp_path: Path) -> None:
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "data/timeline.yml"
    first, mou, rest = file.read_text(encoding="utf-8").partition("- id: mou-2004")
    for old, new in (("date: 2004-11-23", "date: 2004-13-23"), ("[pemerintah-jakarta", "[pemerintah-jakrta")):
        rest = rest.replace(old, new, 1)
    file.write_text(first + mou + rest, encoding="utf-8")
    report = edition.report(edition.load(tmp_path)[1])
    # but for the lines, which move when a record is added
    assert _without_lines(f"```text\n{report}\n```") in _without_lines(ENGLISH)


def _without_lines(text: str) -> str:
    return re.sub(r"\.yml:\d+:", ".yml:", text)
