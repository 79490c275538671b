"""The two READMEs have the same structure, and their commands, paths and error report are correct."""

import re
import shutil
from pathlib import Path

import edition
from conftest import ROOT

ENGLISH, INDONESIAN = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.id.md"))
CODE = re.compile(r"`[^`\n]+`")


def language_neutral_parts(text: str) -> list[str]:
    """Return the parts of a text that are the same in both languages: heading levels, code, commands, links."""
    in_code, parts = False, []
    for line in text.splitlines():
        in_code ^= line.startswith("```")
        if line.startswith("```"):
            parts.append(line)
        elif in_code:  # keep commands and paths; comments are translated
            parts.append(line if re.match(r"data/\S+:\d|\d", line) else re.split(r" {2,}|(?<=/) ", line)[0])
        elif line.startswith("#"):
            parts.append(line.split()[0])
        elif line.startswith("|"):
            parts.append(f"| {' '.join(CODE.findall(line))}")
    links = sorted(re.findall(r"\]\(([^)]+)\)", text.replace("README.id.md", "").replace("README.md", "")))
    return [*parts, *links]


def test_both_have_the_same_commands_tables_and_links() -> None:
    assert language_neutral_parts(ENGLISH) == language_neutral_parts(INDONESIAN)


def test_the_check_detects_a_difference() -> None:
    for old, new in (("`make check`", "`make cek`"), ("make site   #", "make all   #"), ("## Rights", "### Rights")):
        assert old in ENGLISH
        assert language_neutral_parts(ENGLISH.replace(old, new)) != language_neutral_parts(INDONESIAN)


def test_the_commands_are_the_documented_targets_of_the_makefile() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    commands = set(re.findall(r"\bmake ([a-z-]+)", ENGLISH))
    assert commands == set(targets) - {"help"}


def test_every_path_exists() -> None:
    paths_in_code = [
        path
        for path in CODE.findall(ENGLISH)
        if "/" in path and "://" not in path and not path.startswith(("`site/", "`127", "`/etc"))
    ]
    paths_in_listing = re.findall(r"^(\S+/\S*|\S+\.py) {2,}", ENGLISH, re.MULTILINE)
    for path in [*(each.strip("`") for each in paths_in_code), *paths_in_listing]:
        assert list(ROOT.glob(path.rstrip("/"))), path


def test_the_error_report_is_the_real_one(tmp_path: Path) -> None:
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "data/timeline.yml"
    first, mou, rest = file.read_text(encoding="utf-8").partition("- id: mou-2004")
    for old, new in (("date: 2004-11-23", "date: 2004-13-23"), ("[pemerintah-jakarta", "[pemerintah-jakrta")):
        rest = rest.replace(old, new, 1)
    file.write_text(first + mou + rest, encoding="utf-8")
    report = edition.report(edition.load(tmp_path)[1])
    # line numbers are ignored: they change when a record is added
    assert _without_line_numbers(f"```text\n{report}\n```") in _without_line_numbers(ENGLISH)


def _without_line_numbers(text: str) -> str:
    return re.sub(r"\.yml:\d+:", ".yml:", text)
