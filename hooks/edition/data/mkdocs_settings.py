"""What ``mkdocs.yml`` says of the pages: which are built, which the navigation names, and where they are published."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pathspec.gitignore import GitIgnoreSpec

from edition.data.problems import Where

FILE = "mkdocs.yml"
_DEFAULT = (".*", "/templates/")  # what MkDocs leaves out unasked


@dataclass(frozen=True)
class Settings:
    """``nav`` is each page of the navigation with its place in the file, ``None`` where MkDocs makes its own; patterns
    are those of ``.gitignore``; ``address`` is the published one, with its place, ``None`` where it is not known.
    """

    nav: tuple[tuple[str, Where], ...] | None = None
    excluded: tuple[str, ...] = _DEFAULT
    not_in_nav: tuple[str, ...] = ()
    address: tuple[str, Where] | None = None

    def is_excluded(self, name: str) -> bool:
        """Whether a page is not built."""
        return GitIgnoreSpec.from_lines(self.excluded).match_file(name)

    def may_be_left_out(self, name: str) -> bool:
        """Whether the navigation need not name a page."""
        return GitIgnoreSpec.from_lines(self.not_in_nav).match_file(name)


def read(root: Path) -> Settings:
    """The settings in ``root``; those of an empty file where it cannot be read, which is MkDocs's to tell."""
    try:
        node = yaml.compose((root / FILE).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Settings()
    values = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    scalars = {key: str(value.value) for key, value in values.items() if isinstance(value, yaml.ScalarNode)}
    nav = tuple(_pages(values["nav"])) if isinstance(values.get("nav"), yaml.SequenceNode) else None
    patterns = [tuple(scalars.get(key, "").splitlines()) for key in ("exclude_docs", "draft_docs", "not_in_nav")]
    address = _address(values["site_url"]) if "site_url" in values else None
    return Settings(nav, (*_DEFAULT, *patterns[0], *patterns[1]), patterns[2], address)


def _address(node: yaml.Node) -> tuple[str, Where] | None:
    """A scalar, or as MkDocs has it, ``!ENV NAME`` or ``!ENV [NAME, …, default]``: the first variable that is set."""
    named = [str(each.value) for each in node.value] if isinstance(node, yaml.SequenceNode) else [str(node.value)]
    text = named.pop() if len(named) > 1 or node.tag != "!ENV" else ""
    text = next((os.environ[name] for name in named if name in os.environ), text)
    known = text.strip() not in ("", "null", "~")
    return (text, Where(FILE, node.start_mark.line + 1, node.start_mark.column + 1)) if known else None


def _pages(node: yaml.Node) -> Iterator[tuple[str, Where]]:
    """The scalars of a navigation that name pages, in sections as deep as they go."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md") and "://" not in node.value:
            yield node.value, Where(FILE, node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _pages(child)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _pages(value)
