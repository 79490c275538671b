"""Every internal link has a target, ids are unique, and no page loads anything from another host."""

from collections import Counter
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from conftest import ADDRESSES, EDITION

PARAGRAPHS = [*(f"vi-1-p{n}" for n in range(1, 7)), *(f"vi-2-p{n}" for n in range(1, 5))]
# Attributes that make the browser fetch a file.
LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "object": "data"}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


class Site:
    """The parsed pages of a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            path.relative_to(folder).as_posix(): html.document_fromstring(path.read_bytes())
            for path in sorted(folder.rglob("*.html"))
        }
        self.ids: dict[str, Counter[str]] = {name: Counter(page.xpath("//@id")) for name, page in self.pages.items()}

    def broken_links(self) -> list[str]:
        """Return the internal links whose file or fragment does not exist, as ``page: href``."""
        return [
            f"{name}: {href}"
            for name, page in self.pages.items()
            for href in page.xpath("//a/@href")
            if not self._has_target(name, href)
        ]

    def _has_target(self, page: str, href: str) -> bool:
        address = urlsplit(href)
        if address.scheme or address.netloc:
            return True
        if page == "404.html":  # served for URLs at any depth, so its links start at the root
            target = PurePosixPath(address.path.lstrip("/")) if address.path else PurePosixPath(page)
        else:
            target = PurePosixPath(page).parent / unquote(address.path) if address.path else PurePosixPath(page)
        path = (self.folder / target).resolve()
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return False
        name = path.relative_to(self.folder.resolve()).as_posix()
        return not address.fragment or name not in self.ids or unquote(address.fragment) in self.ids[name]

    def external_loads(self) -> list[str]:
        """Return what the pages load from other hosts, as ``page: url``."""
        urls = []
        for name, page in self.pages.items():
            sources = [value for tag, key in LOADING.items() for value in page.xpath(f"//{tag}/@{key}")]
            sources += [
                link.get("href", "")
                for link in page.xpath("//link[@href]")
                if LOADING_RELATIONS & set(link.get("rel", "").split())
            ]
            urls += [f"{name}: {source}" for source in sources if urlsplit(source).netloc]
        return urls


@pytest.fixture(scope="module")
def parsed(site: Path) -> Site:
    return Site(site)


def test_every_internal_link_and_fragment_has_a_target(parsed: Site) -> None:
    assert parsed.broken_links() == []


def test_ids_are_unique_on_every_page(parsed: Site) -> None:
    assert {
        name: [each for each, n in ids.items() if n > 1] for name, ids in parsed.ids.items() if max(ids.values()) > 1
    } == {}


def test_no_page_loads_anything_from_another_host(parsed: Site) -> None:
    assert parsed.external_loads() == []


def test_each_source_paragraph_occurs_once_on_its_assigned_page(parsed: Site) -> None:
    current_pages = {f"{address}index.html" for address in ADDRESSES}
    pages = {page: ids for page, ids in parsed.ids.items() if page in current_pages}
    pages_by_paragraph = {name: [page for page, ids in pages.items() for _ in range(ids[name])] for name in PARAGRAPHS}
    expected = {
        "kesimpulan.md": ("vi-1-p1", "vi-1-p6"),
        "linimasa.md": ("vi-1-p2", "vi-1-p3"),
        "kendala.md": ("vi-1-p4", "vi-1-p5"),
        "saran.md": ("vi-2-p1", "vi-2-p2", "vi-2-p3", "vi-2-p4"),
    }
    assert pages_by_paragraph == {
        name: [f"{EDITION.page_url(EDITION.dataset.current_page(page))}index.html"]
        for page, names in expected.items()
        for name in names
    }


def write_site(tmp_path: Path, body: str) -> Site:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<p id='ada'>x</p>", encoding="utf-8")
    (tmp_path / "index.html").write_text(f"<html><head></head><body>{body}</body></html>", encoding="utf-8")
    return Site(tmp_path)


@pytest.mark.parametrize("href", ["b/", "a/#tiada", "#tiada", "a/x.html"])
def test_the_check_detects_a_broken_link(tmp_path: Path, href: str) -> None:
    site = write_site(tmp_path, f"<a href='{href}'>x</a><a href='a/#ada'>y</a><a href='https://example.org/'>z</a>")
    assert site.broken_links() == [f"index.html: {href}"]


@pytest.mark.parametrize(
    "tag", ["<script src='//x.org/a.js'></script>", "<link rel='stylesheet' href='https://x.org/a.css'>"]
)
def test_the_check_detects_an_external_load(tmp_path: Path, tag: str) -> None:
    assert len(write_site(tmp_path, tag).external_loads()) == 1
