"""A built site: its folder and its parsed pages. All outputs share the parsed pages, so each is parsed only once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

DOWNLOADS = "unduh"  # the folder of downloadable copies; HTML files in it are not pages of the site


@dataclass(frozen=True, eq=False)
class BuiltSite:
    """A built site. ``pages`` maps paths below ``folder`` to parsed pages. Outputs may change the pages in place."""

    folder: Path
    pages: Mapping[str, html.HtmlElement]

    @classmethod
    def read(cls, folder: Path) -> "BuiltSite":
        """Parse every page of the site in ``folder``, except the HTML files in the folder of downloads; return the
        site.
        """
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
        """Return the page at a URL below the site's root, such as ``kendala/``. Raises KeyError if there is none."""
        return self.pages[f"{url}index.html"]

    def serialize(self, path: str) -> bytes:
        """Return the HTML of the page at ``path``, with the changes that outputs have made to its tree."""
        return serialize(self.pages[path])

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write ``files``, a map from path below the folder to content. Raises OSError if a file cannot be written."""
        for path, content in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(content)


def serialize(page: html.HtmlElement) -> bytes:
    """Return the HTML of a parsed page as UTF-8."""
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>"))
