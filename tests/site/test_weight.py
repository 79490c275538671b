"""What a page loads is little and few: HTML and all that blocks the first paint in one round trip, the rest named by
its digest. Bytes are those of gzip, which every host sends.
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

ONE_ROUND_TRIP, HEAVIEST = 14_000, 26_000  # of the page that is cited most, and of any; a first window is 14,600
FIRST_VIEW, REQUESTS = 28_000, 6
SEARCH = 30_720
BLOCKING = "//link[@rel='stylesheet'][not(@media='print')]/@href | //script[@src][not(@defer)]/@src"
LOADED = "//link[@rel='stylesheet']/@href | //link[@rel='icon']/@href | //script/@src"


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def loaded(page: Path, which: str) -> list[Path]:
    """The files that a page names."""
    names = html.document_fromstring(page.read_bytes()).xpath(which)
    return [(page.parent / name).resolve() for name in names]


def weighed(page: Path, which: str) -> int:
    """A page and files that it names."""
    return weight(page) + sum(weight(path) for path in loaded(page, which))


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_blocks_the_first_paint_comes_soon(published: Path, address: str) -> None:
    limit = ONE_ROUND_TRIP if address == "kesimpulan/" else HEAVIEST
    assert weighed(published / address / "index.html", BLOCKING) <= limit


def test_the_whole_first_view_is_light(published: Path) -> None:
    page = published / "kesimpulan/index.html"
    assert 1 + len(loaded(page, LOADED)) <= REQUESTS
    assert weighed(page, LOADED) <= FIRST_VIEW


def test_what_searches_is_light(published: Path) -> None:
    [script] = (published / bundles.FOLDER).glob("search.*.js")
    assert weight(script) + weight(published / bundles.SEARCH_INDEX) <= SEARCH


def test_what_is_heavier_is_seen(published: Path, tmp_path: Path) -> None:
    page = published / "kesimpulan/index.html"
    heavy = tmp_path / "kesimpulan/index.html"
    heavy.parent.mkdir()
    (tmp_path / bundles.FOLDER).mkdir(parents=True)
    for path in loaded(page, BLOCKING):
        (tmp_path / bundles.FOLDER / path.name).write_bytes(path.read_bytes())
    noise = hashlib.shake_256(b"").digest(ONE_ROUND_TRIP).hex().encode()
    heavy.write_bytes(page.read_bytes() + noise)
    assert weighed(heavy, BLOCKING) > ONE_ROUND_TRIP


@pytest.mark.parametrize("address", [*ADDRESSES, "404.html"])
def test_a_page_asks_for_nothing_else(published: Path, address: str) -> None:
    page = html.document_fromstring((published / address / ("" if "." in address else "index.html")).read_bytes())
    assert len(page.xpath("//link[@rel='stylesheet']")) == 2  # and one of them for print
    assert len(page.xpath("//script[@src]")) == 2
    inline = page.xpath("//script[not(@src)][not(contains(@type, 'json'))] | //style | //@style")
    handlers = page.xpath("//@*[starts-with(name(), 'on')]")
    assert [*inline, *handlers] == []


def test_each_name_has_the_digest_of_what_it_names(published: Path) -> None:
    stems = set()
    for path in (published / bundles.FOLDER).iterdir():
        found = re.fullmatch(r"([a-z-]+)\.([0-9a-f]{10})\.(css|js)", path.name)
        assert found, path.name
        assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(found[2]), path.name
        stems.add(found[1])
    assert stems == {"site", "print", "color-scheme", "citations", "search", "redirect"}
    assert [path.name for path in (published / "assets").glob("*.*")] == [Path(bundles.SEARCH_INDEX).name]


def test_every_source_is_in_one_bundle() -> None:
    sources = bundles.read_assets(ROOT / "docs")
    styles = [*bundles.STYLES, bundles.ORIGINAL_STYLE, bundles.REDIRECT_STYLE, "single-file/single-file"]
    entries = [bundles.FIRST, bundles.SITE, bundles.SINGLE_FILE, bundles.REDIRECT, bundles.ORIGINAL_SCRIPT]
    entries += [entry for entry, _ in bundles.LOADED_LATER]
    scripts = {path for entry in entries for path in modules_of(entry, sources)}
    assert sorted(sources) == sorted([*(f"{name}.css" for name in styles), *scripts])


def test_whose_rules_were_taken_over_is_said_wherever_they_are(published: Path) -> None:
    for path in (*(published / bundles.FOLDER).glob("site.*.css"), published / "unduh/kota-kembar.html"):
        assert "Material for MkDocs, (c) 2016-2025 Martin Donath, MIT" in path.read_text(encoding="utf-8")


def test_nothing_of_the_theme_is_loaded(published: Path) -> None:
    """Its icons and words are in the pages; so a new version of it changes no address."""
    assert [path.name for path in published.rglob("*") if path.suffix in (".css", ".js") and "min" in path.name] == []
