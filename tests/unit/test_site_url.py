"""``site_url`` is read as MkDocs reads it, and each invalid value is reported as one problem."""

from pathlib import Path

import pytest

from edition.checks.site_url import site_url_is_valid
from edition.data import mkdocs_settings
from edition.data.mkdocs_settings import Settings
from edition.data.problems import Where

INVALID = [
    ("contoh.example/edisi/", "harus diawali https:// atau http://"),
    ("ftp://contoh.example/", "harus diawali https:// atau http://"),
    ("https:///edisi/", "harus berupa alamat"),
    ("https://contoh example/", "harus berupa alamat"),
    ("https://[::1/", "harus berupa alamat"),
    ("https://contoh.example:abc/", "harus berupa alamat"),
    ("https://nama@contoh.example/", "harus berupa alamat"),
    ("https://contoh.example/?v=1", "harus tanpa"),
    ("https://contoh.example/edisi/#bab", "harus tanpa"),
    ("https://contoh.example/?", "harus tanpa"),
    ("https://contoh.example/edisi//", "hanya boleh berisi satu"),
    ("https://contoh.example/index.html", "harus menunjuk folder"),
    ("https://contoh.example", "harus diakhiri garis miring"),
    ("https://contoh.example/edisi", "harus diakhiri garis miring"),
]


@pytest.mark.parametrize(("text", "reason"), INVALID)
def test_an_invalid_address_is_reported_with_an_example(text: str, reason: str) -> None:
    [problem] = site_url_is_valid(Settings(address=(text, Where("mkdocs.yml", 2, 11))))
    assert str(problem).startswith(f'mkdocs.yml:2:11: E054 site_url: "{text}" {reason}')
    assert str(problem).endswith("; misalnya https://contoh.example/edisi/")


VALID = ["https://contoh.example/", "http://127.0.0.1:8000/a/b/", "https://münchen.example/ä/"]


@pytest.mark.parametrize("text", VALID)
def test_an_address_of_a_folder_is_valid(text: str) -> None:
    assert list(site_url_is_valid(Settings(address=(text, Where("mkdocs.yml"))))) == []


SETTINGS = [
    ("site_url: https://a.example/", {}, "https://a.example/"),
    ('site_url: !ENV [SITE_URL, ""]', {}, None),
    ('site_url: !ENV [SITE_URL, ""]', {"SITE_URL": "b.example"}, "b.example"),
    ('site_url: !ENV [LAIN, SITE_URL, "c"]', {"SITE_URL": "d"}, "d"),
    ('site_url: !ENV [LAIN, "c"]', {}, "c"),
    ("site_url: !ENV SITE_URL", {"SITE_URL": "e"}, "e"),
    ("site_url: !ENV [SITE_URL]", {"SITE_URL": "f"}, "f"),
    ("site_url: !ENV [SITE_URL]", {}, None),
    ("site_url:", {}, None),
    ("site_name: x", {}, None),
]


@pytest.mark.parametrize(("line", "environment", "address"), SETTINGS)
def test_the_site_url_is_read_as_mkdocs_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, environment: dict[str, str], address: str | None
) -> None:
    for name in ("SITE_URL", "LAIN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "mkdocs.yml").write_text(f"{line}\n", encoding="utf-8")
    setting = mkdocs_settings.read(tmp_path).address
    assert (setting[0] if setting else None) == address
