"""Read ``mkdocs.yml``: which pages are built, which pages the navigation lists, and the published address."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pathspec.gitignore import GitIgnoreSpec

from edition.data.problems import Where

FILE = "mkdocs.yml"
_DEFAULT_EXCLUDED = (".*", "/templates/")  # what MkDocs excludes by default


@dataclass(frozen=True)
class Option:
    """A value in ``mkdocs.yml``: its ``path``, for example ``theme.features.0``; its text; its position in the file."""

    path: str
    value: str
    where: Where


@dataclass(frozen=True)
class Settings:
    """The settings in ``mkdocs.yml`` that the checks need.

    ``nav`` lists the pages in the navigation, each with its position in the file; it is ``None`` if MkDocs generates
    the navigation. ``excluded`` are patterns of pages that are not built, and ``not_in_nav`` patterns of pages that the
    navigation may omit; both use the syntax of ``.gitignore``. ``address`` is the published address (``site_url``) and
    its position in the file; it is ``None`` if no address is set. ``options`` are all values in the file.
    """

    nav: tuple[tuple[str, Where], ...] | None = None
    excluded: tuple[str, ...] = _DEFAULT_EXCLUDED
    not_in_nav: tuple[str, ...] = ()
    address: tuple[str, Where] | None = None
    options: tuple[Option, ...] = ()

    def is_excluded(self, name: str) -> bool:
        """Return whether the page ``name`` (its path relative to ``docs/``) is excluded from the build."""
        return GitIgnoreSpec.from_lines(self.excluded).match_file(name)

    def may_be_omitted_from_nav(self, name: str) -> bool:
        """Return whether the navigation may omit the page ``name`` (its path relative to ``docs/``)."""
        return GitIgnoreSpec.from_lines(self.not_in_nav).match_file(name)


def read(root: Path) -> Settings:
    """Return the settings in ``root/mkdocs.yml``. If the file cannot be read, return defaults, because MkDocs itself
    reports the error.
    """
    try:
        node = yaml.compose((root / FILE).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Settings()
    values = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    scalars = {key: str(value.value) for key, value in values.items() if isinstance(value, yaml.ScalarNode)}
    nav = tuple(_nav_pages(values["nav"])) if isinstance(values.get("nav"), yaml.SequenceNode) else None
    patterns = [tuple(scalars.get(key, "").splitlines()) for key in ("exclude_docs", "draft_docs", "not_in_nav")]
    address = _read_address(values["site_url"]) if "site_url" in values else None
    excluded = (*_DEFAULT_EXCLUDED, *patterns[0], *patterns[1])
    return Settings(nav, excluded, patterns[2], address, tuple(_options(node)))


def _options(node: yaml.Node | None, path: str = "") -> Iterator[Option]:
    """Yield each scalar and each empty list below ``node``, the YAML node at ``path``."""
    if isinstance(node, yaml.ScalarNode):
        yield Option(path.removeprefix("."), str(node.value), _where(node))
    elif isinstance(node, yaml.SequenceNode):
        if not node.value:
            yield Option(path.removeprefix("."), "", _where(node))
        for number, child in enumerate(node.value):
            yield from _options(child, f"{path}.{number}")
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _options(value, f"{path}.{key.value}")


def _where(node: yaml.Node) -> Where:
    return Where(FILE, node.start_mark.line + 1, node.start_mark.column + 1)


def _read_address(node: yaml.Node) -> tuple[str, Where] | None:
    """Return the value of ``site_url`` and its position in the file, or ``None`` if no address is set.

    ``node`` is the YAML node of the value. As in MkDocs, ``!ENV [A, B, default]`` gives the value of the first of the
    listed environment variables that is set, and ``default`` if none is set.
    """
    names = [str(child.value) for child in node.value] if isinstance(node, yaml.SequenceNode) else [str(node.value)]
    text = names.pop() if len(names) > 1 or node.tag != "!ENV" else ""
    text = next((os.environ[name] for name in names if name in os.environ), text)
    is_known = text.strip() not in ("", "null", "~")
    return (text, _where(node)) if is_known else None


def _nav_pages(node: yaml.Node) -> Iterator[tuple[str, Where]]:
    """Yield each page in the navigation with its position in the file. ``node`` is the YAML node of the navigation, or
    of a section nested in it.
    """
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md") and "://" not in node.value:
            yield node.value, _where(node)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _nav_pages(child)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _nav_pages(value)
