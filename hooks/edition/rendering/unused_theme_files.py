"""Which of the theme's files no page loads, so that they need not be published."""

from pathlib import Path

# MkDocs copies the template of the sitemap like a file if it does not render it, because the site has no address.
_UNUSED = ("assets/javascripts/", "assets/images/", "sitemap.xml")


def is_unused(path: str, source: str | None, docs: str, overrides: str | None) -> bool:
    """Return whether the file at ``path`` below the site's root is a script or image of the theme that no page loads.

    ``source`` is where the file comes from, ``docs`` the folder of the page files. ``overrides`` is the folder of our
    templates; if it has none, pages load the theme's script, and all files are used.
    """
    folders = (docs, *([overrides] if overrides else []))
    has_templates = bool(overrides) and Path(str(overrides), "main.html").is_file()
    return has_templates and path.startswith(_UNUSED) and not (source or "").startswith(folders)
