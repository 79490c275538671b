"""What the theme brings that our templates do without, and what it leaves to do."""

from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Protocol

from markupsafe import Markup, escape

_UNUSED = ("assets/javascripts/", "assets/images/")


class Titled(Protocol):
    """A page or section of the navigation."""

    title: str | Markup


def is_unused(path: str, source: str | None, docs: str, overrides: str | None) -> bool:
    """Return whether the file at ``path`` below the site's root is a script or image of the theme that no page loads.

    ``source`` is where the file comes from, ``docs`` the folder of the page files. ``overrides`` is the folder of our
    templates; if it has none, pages load the theme's script, and all files are used.
    """
    folders = (docs, *([overrides] if overrides else []))
    has_templates = bool(overrides) and Path(str(overrides), "main.html").is_file()
    return has_templates and path.startswith(_UNUSED) and not (source or "").startswith(folders)


def escape_titles(items: Iterable[Titled]) -> None:
    """Escape the titles of pages and sections, which the theme's templates do not do."""
    for item in items:
        item.title = escape(unescape(item.title or ""))
