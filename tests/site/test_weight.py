"""Size limits: HTML and everything that blocks the first paint fit into one round trip, other files are few and small.

All sizes are in bytes after gzip, which every host supports.
"""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from conftest import ADDRESSES, ROOT
from edition.rendering import bundles
from edition.rendering.js_bundler import modules_of

# The most cited page, and any page. TCP's first window is 14,600 bytes, the second twice as much. The heaviest page is
# the list of all anchors with their citations.
ONE_ROUND_TRIP, HEAVIEST = 14_000, 27_500
FIRST_VIEW, REQUESTS = 28_000, 6
SEARCH = 30_720
BLOCKING = "//head//link[@rel='stylesheet']/@href | //script[@src][not(@defer)]/@src"
LOADED = "//link[@rel='stylesheet']/@href | //link[@rel='icon']/@href | //script/@src"


def gzip_size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def referenced_files(page: Path, xpath: str) -> list[Path]:
    """Return the files that a page refers to, selected by an XPath expression."""
    names = html.document_fromstring(page.read_bytes()).xpath(xpath)
    return [(page.parent / name).resolve() for name in names]


def total_size(page: Path, xpath: str) -> int:
    """Return the size of a page plus the selected files."""
    return gzip_size(page) + sum(gzip_size(path) for path in referenced_files(page, xpath))


@pytest.mark.parametrize("address", ADDRESSES)
def test_render_blocking_files_are_within_the_limit(published: Path, address: str) -> None:
    limit = ONE_ROUND_TRIP if address == "kesimpulan/" else HEAVIEST
    assert total_size(published / address / "index.html", BLOCKING) <= limit


def test_the_first_page_view_is_within_the_limits(published: Path) -> None:
    page = published / "kesimpulan/index.html"
    assert 1 + len(referenced_files(page, LOADED)) <= REQUESTS
    assert total_size(page, LOADED) <= FIRST_VIEW


def test_the_search_script_and_index_are_within_the_limit(published: Path) -> None:
    [script] = (published / bundles.FOLDER).glob("search.*.js")
    assert gzip_size(script) + gzip_size(published / bundles.SEARCH_INDEX) <= SEARCH


def test_the_check_detects_a_page_over_the_limit(published: Path, tmp_path: Path) -> None:
    page = published / "kesimpulan/index.html"
    heavy = tmp_path / "kesimpulan/index.html"
    heavy.parent.mkdir()
    noise = hashlib.shake_256(b"").digest(ONE_ROUND_TRIP).hex().encode()
    heavy.write_bytes(page.read_bytes() + noise)
    assert total_size(heavy, BLOCKING) > ONE_ROUND_TRIP


@pytest.mark.parametrize("address", [*ADDRESSES, "404.html"])
def test_a_page_is_painted_without_any_file_and_loads_one_stylesheet_and_one_script(
    published: Path, address: str
) -> None:
    path = published / address / ("" if "." in address else "index.html")
    page = html.document_fromstring(path.read_bytes())
    assert referenced_files(path, BLOCKING) == []
    assert len(page.xpath("//link[@rel='stylesheet']")) == len(page.xpath("//script[@src]")) == 1
    assert len(page.xpath("//style")) == len(page.xpath("//script[not(@src)][not(contains(@type, 'json'))]")) == 1
    assert page.xpath("//@style | //@*[starts-with(name(), 'on')]") == []


def test_each_file_name_contains_the_digest_of_its_content(published: Path) -> None:
    stems = set()
    for path in (published / bundles.FOLDER).iterdir():
        match = re.fullmatch(r"([a-z-]+)\.([0-9a-f]{10})\.(css|js)", path.name)
        assert match, path.name
        assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(match[2]), path.name
        stems.add(match[1])
    assert stems == {"site", "citations", "quoting", "anchors", "search", "redirect"}
    assert [path.name for path in (published / "assets").glob("*.*")] == [Path(bundles.SEARCH_INDEX).name]


def test_every_source_is_in_one_bundle() -> None:
    sources = bundles.read_assets(ROOT / "docs")
    styles = [
        *bundles.STYLES,
        bundles.ORIGINAL_STYLE,
        bundles.REDIRECT_STYLE,
        bundles.THEME_CORRECTIONS,
        "single-file/single-file",
    ]
    entries = [bundles.FIRST, bundles.SITE, bundles.SINGLE_FILE, bundles.REDIRECT, bundles.ORIGINAL_SCRIPT]
    entries += [entry for entry, _ in bundles.LAZY_SCRIPTS]
    scripts = {path for entry in entries for path in modules_of(entry, sources)}
    assert sorted(sources) == sorted([*(f"{name}.css" for name in styles), *scripts, "script-states.html"])


def test_stylesheets_with_rules_from_material_have_its_copyright_notice(published: Path) -> None:
    for path in (*(published / bundles.FOLDER).glob("site.*.css"), published / "unduh/kota-kembar.html"):
        assert "Material for MkDocs, (c) 2016-2025 Martin Donath, MIT" in path.read_text(encoding="utf-8")


def test_rules_for_what_only_scripts_add_are_kept(published: Path) -> None:
    """No page has a ``mark`` element until a script highlights what a reader searched for."""
    assert all(b"<mark" not in path.read_bytes() for path in published.rglob("index.html"))
    [style] = (published / bundles.FOLDER).glob("site.*.css")
    assert ".md-typeset mark{" in style.read_text(encoding="utf-8")


def test_nothing_of_the_theme_is_loaded(published: Path) -> None:
    """Icons and texts of the theme are inlined into the pages, so a new version of it changes no URL."""
    assert [path.name for path in published.rglob("*") if path.suffix in (".css", ".js") and "min" in path.name] == []
