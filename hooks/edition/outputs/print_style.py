"""How the pages look on paper."""

from edition.model.edition import Edition
from edition.page import render

PATHS: tuple[str, ...] = ()  # only the theme asks for it


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content."""
    return {"assets/css/cetak.css": render.print_stylesheet(edition).encode()}
