"""A built site: its folder, and its pages, which are parsed once and handed from output to output."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

DOWNLOADS = "unduh"  # the folder of the copies for download, which are no pages of the site


@dataclass(frozen=True)
class BuiltSite:
    """``pages`` maps paths below ``folder`` to parsed pages, sorted by path. An output may change them in place."""

    folder: Path
    pages: Mapping[str, html.HtmlElement]

    @classmethod
    def read(cls, folder: Path) -> "BuiltSite":
        """Parse every page in ``folder``."""
        paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
        return cls(
            folder,
            {
                name: html.document_fromstring(path.read_bytes())
                for name, path in paths.items()
                if not name.startswith(f"{DOWNLOADS}/")
            },
        )

    def page(self, url: str) -> html.HtmlElement:
        """The page at a URL below the site's root, such as ``kendala/``. Raises KeyError if there is none."""
        return self.pages[f"{url}index.html"]

    def serialize(self, path: str) -> bytes:
        """The HTML of a page as it is now."""
        return serialize(self.pages[path])

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files, by their paths below the folder. Raises OSError where one cannot be written."""
        for path, content in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(content)


def serialize(page: html.HtmlElement) -> bytes:
    """The HTML of a parsed page."""
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>"))
