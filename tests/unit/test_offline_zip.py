"""The offline copy: links point to files, the archive is reproducible, and the page states its digest and size."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from lxml import html

import edition
from conftest import MINI
from edition.outputs import downloads
from edition.outputs.built_site import BuiltSite
from edition.outputs.offline_zip import file_href, make_archive, offline_copy, offline_page

LOADED, _ = edition.load(MINI)
assert LOADED
MINI_BUILD = LOADED


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../kendala/", "../kendala/index.html"),
        ("../kendala/#vi-1-p4", "../kendala/index.html#vi-1-p4"),
        ("./#x", "./index.html#x"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../#pelaku-bumn", "../index.html#pelaku-bumn"),
        ("#x", "#x"),
        ("../sitasi/kota-kembar.bib", "../sitasi/kota-kembar.bib"),
        ("https://contoh.example/a/", "https://contoh.example/a/"),
        ("mailto:a@contoh.example", "mailto:a@contoh.example"),
    ],
)
def test_a_link_to_a_folder_becomes_a_link_to_its_index_file(href: str, expected: str) -> None:
    assert file_href(href) == expected


def small_site(folder: Path) -> BuiltSite:
    files = {
        "index.html": "<html><head></head><body><a href='a/'>a</a><p data-online=''>unduh</p></body></html>",
        "a/index.html": "<html><head></head><body><a href='..'>b</a>"
        "<i data-digest-of='kota-kembar-luring.zip'>?</i><b data-size-of='kota-kembar-luring.zip'>?</b></body></html>",
        "404.html": "x",
        "assets/main.css": "a{}\n/*# sourceMappingURL=main.css.map */",
        "assets/main.css.map": "{}",
        "unduh/lama.zip": "x",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return BuiltSite.read(folder)


def test_the_copy_excludes_files_for_servers_and_developers(tmp_path: Path) -> None:
    files = offline_copy(small_site(tmp_path))
    assert list(files) == ["a/index.html", "assets/main.css", "index.html"]
    assert files["assets/main.css"] == b"a{}\n"


def test_a_page_of_the_copy_links_to_files_and_offers_no_download(tmp_path: Path) -> None:
    page = html.document_fromstring(offline_page(small_site(tmp_path).page("")))
    assert page.xpath("//a/@href") == ["a/index.html"]
    assert page.xpath("//*[@data-online]") == []


def test_equal_files_give_an_equal_archive_of_one_folder_with_fixed_dates_and_modes() -> None:
    first = make_archive({"b.txt": b"2", "a.txt": b"1"}, "kota-kembar-luring", 1_582_934_400)
    assert first == make_archive({"a.txt": b"1", "b.txt": b"2"}, "kota-kembar-luring", 1_582_934_400)
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert [entry.filename for entry in entries] == ["kota-kembar-luring/a.txt", "kota-kembar-luring/b.txt"]
    assert {entry.date_time for entry in entries} == {(2020, 2, 29, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_the_site_states_digest_and_size_of_its_downloads(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    (site.folder / "unduh/kota-kembar.html").write_bytes(b"")
    (site.folder / "unduh/kota-kembar-luring.zip").write_bytes(b"a" * 1001)
    outputs = downloads.files(MINI_BUILD, site)
    digest = hashlib.sha256(b"a" * 1001).hexdigest()
    assert outputs["unduh/SHA256SUMS"].decode().splitlines() == [
        f"{digest}  kota-kembar-luring.zip",
        f"{hashlib.sha256(b'').hexdigest()}  kota-kembar.html",
    ]
    page = site.page("a/")
    assert page.xpath("//i/text()") == [digest]
    assert page.xpath("//b/text()") == ["2 KB"]
    assert outputs.keys() == {"unduh/SHA256SUMS"}
