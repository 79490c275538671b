"""Tests of nginx with ``deploy/nginx.conf``: headers, compression, caching, redirects, invalid paths; and of the
headers file for other hosts.
"""

import gzip
import http.client
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Page

from browser import demo_edition as demo
from browser import nginx_server
from browser.page_actions import search
from conftest import ADDRESS, ROOT, Once, run_cli
from edition.rendering.bundles import FOLDER, SEARCH_INDEX

Open = Callable[..., Page]
STRICT = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
IMMUTABLE, SHORT = "public, max-age=31536000, immutable", "public, max-age=60"


@pytest.fixture(scope="module")
def prepared_site(built_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo edition after a page was renamed, built with a site URL and prepared for a host."""
    folder = demo.copy_to(tmp_path_factory.mktemp("hosted") / "demo")
    run_cli(folder, "rename", "panduan.md", "pedoman.md").check_returncode()
    site = built_once("hosted", folder, SITE_URL=ADDRESS)
    run_cli(ROOT, "publish", str(site)).check_returncode()
    return site


@pytest.fixture(scope="module")
def url(prepared_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the URL of nginx with the edition. Without nginx, fail under CI, and skip the test elsewhere."""
    try:
        nginx_server.ensure()
    except RuntimeError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    with nginx_server.serving(prepared_site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


class Answer:
    """The response to one request."""

    def __init__(self, url: str, path: str, method: str = "GET", **headers: str) -> None:
        connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        self.status, self.body, self.header = response.status, response.read(), response.getheader
        connection.close()

    def require_header(self, name: str) -> str:
        """Return the value of a header; assert that the response has it."""
        value = self.header(name)
        assert value, name
        return value


@pytest.mark.parametrize("path", ["/", "/isi/", f"/{SEARCH_INDEX}", "/unduh/kota-kembar.html", "/tidak-ada/"])
def test_every_answer_has_the_strict_headers(url: str, path: str) -> None:
    answer = Answer(url, path)
    assert {name: answer.header(name) for name in STRICT} == STRICT
    assert "frame-ancestors 'none'" in (answer.header("Content-Security-Policy") or "")
    assert answer.header("Server") == "nginx"  # without its version


def test_the_header_has_only_the_part_of_the_policy_that_a_page_cannot_set(url: str) -> None:
    for path in ("/isi/", "/unduh/kota-kembar.html"):
        assert Answer(url, path).header("Content-Security-Policy") == "frame-ancestors 'none'"


def test_what_has_its_digest_in_its_name_is_kept_for_ever_and_the_rest_for_a_minute(
    url: str, prepared_site: Path
) -> None:
    for file in (prepared_site / FOLDER).glob("*.[cj]s*"):
        if file.suffix in (".css", ".js"):
            assert Answer(url, f"/{FOLDER}/{file.name}").header("Cache-Control") == IMMUTABLE
    for path in ("/", "/isi/", f"/{SEARCH_INDEX}", "/data/timeline.json"):
        assert Answer(url, path).header("Cache-Control") == SHORT


TYPES = {
    "/": "text/html; charset=utf-8",
    f"/{SEARCH_INDEX}": "text/javascript; charset=utf-8",
    "/data/timeline.json": "application/json",
    "/data/timeline.csv": "text/csv; charset=utf-8",
    "/data/timeline.ics": "text/calendar; charset=utf-8",
    "/sitasi/kota-kembar.bib": "application/x-bibtex; charset=utf-8",
    "/sitasi/kota-kembar.ris": "application/x-research-info-systems; charset=utf-8",
    "/sitasi/kota-kembar.json": "application/vnd.citationstyles.csl+json",
    "/assets/img/icon.svg": "image/svg+xml",
    "/assets/img/card.png": "image/png",
    "/unduh/kota-kembar-luring.zip": "application/zip",
    "/unduh/SHA256SUMS": "text/plain; charset=utf-8",
    "/sitemap.xml": "application/xml",
    "/sitemap.xml.gz": "application/gzip",
}


@pytest.mark.parametrize("path", TYPES)
def test_every_kind_of_file_says_what_it_is(url: str, path: str) -> None:
    answer = Answer(url, path)
    assert (answer.status, answer.header("Content-Type")) == (200, TYPES[path])


def test_it_is_sent_as_packed_as_the_client_takes_it(url: str, prepared_site: Path) -> None:
    page = (prepared_site / "isi/index.html").read_bytes()
    plain, zipped, small = (Answer(url, "/isi/", **each) for each in (
        {}, {"Accept_Encoding": "gzip"}, {"Accept_Encoding": "gzip, deflate, br"},
    ))  # fmt: skip
    assert (plain.header("Content-Encoding"), plain.body) == (None, page)
    assert (zipped.header("Content-Encoding"), gzip.decompress(zipped.body)) == ("gzip", page)
    assert (small.header("Content-Encoding"), brotli.decompress(small.body)) == ("br", page)
    assert len(small.body) < len(zipped.body) < len(plain.body)
    for answer in (plain, zipped, small):
        assert answer.header("Vary") == "Accept-Encoding"
        assert answer.header("Content-Type") == "text/html; charset=utf-8"


def test_what_has_not_changed_is_not_sent_again(url: str) -> None:
    for encoding in ("identity", "gzip", "br"):
        first = Answer(url, "/isi/", Accept_Encoding=encoding)
        for condition in (
            {"If_None_Match": first.require_header("ETag")},
            {"If_Modified_Since": first.require_header("Last-Modified")},
        ):
            again = Answer(url, "/isi/", Accept_Encoding=encoding, **condition)
            assert (again.status, again.body) == (304, b"")
            assert again.header("Cache-Control") == SHORT
        assert Answer(url, "/isi/", Accept_Encoding=encoding, If_None_Match='"lain"').status == 200


@pytest.mark.parametrize("path", ["/tidak-ada/", "/isi/tidak-ada", "/assets/", "/data/", "/unduh/", "/.git/config"])
def test_a_missing_path_gets_the_404_page_and_no_folder_is_listed(url: str, prepared_site: Path, path: str) -> None:
    answer = Answer(url, path)
    assert (answer.status, answer.body) == (404, (prepared_site / "404.html").read_bytes())


def test_a_folder_without_its_slash_leads_to_itself(url: str) -> None:
    answer = Answer(url, "/isi")
    assert (answer.status, answer.header("Location")) == (301, "/isi/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_only_reading_is_allowed(url: str, method: str) -> None:
    answer = Answer(url, "/isi/", method)
    assert (answer.status, answer.header("Allow")) == (405, "GET, HEAD")


def test_head_says_what_get_says(url: str) -> None:
    get, head = (Answer(url, "/isi/", method, Accept_Encoding="br") for method in ("GET", "HEAD"))
    assert (head.status, head.body) == (200, b"")
    for name in ("Content-Type", "Content-Length", "Content-Encoding", "ETag", *STRICT):
        assert head.header(name) == get.header(name)


def request_raw(url: str, line: str) -> int:
    """Return the status of a request whose path is sent unchanged; HTTP libraries would normalize it."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as connection:
        connection.sendall(f"GET {line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode("latin-1"))
        return int(connection.makefile("rb").readline().split()[1])


OUTSIDE = (
    "/../nginx.conf", "/%2e%2e/nginx.conf", "/isi/../../nginx.conf", "/isi/%2e%2e/%2e%2e/nginx.conf",
    "/..%2fnginx.conf", "/%2e%2e%2fnginx.conf", "/..\\nginx.conf", "/isi/index.html%00.png", "/%00", "//",
    "//isi/", "/isi//", "/isi/index.html.br", "/isi/index.html.gz",
    "/_headers", "/%5fheaders",
)  # fmt: skip


@pytest.mark.parametrize("line", OUTSIDE)
def test_nothing_else_can_be_had(url: str, prepared_site: Path, line: str) -> None:
    (prepared_site.parent / "nginx.conf").write_text("rahasia", encoding="utf-8")
    assert request_raw(url, line) in (400, 404)


def test_a_path_within_the_site_may_go_up_and_down(url: str) -> None:
    assert request_raw(url, "/isi/../glosarium/") == 200


def test_what_a_sender_puts_behind_an_address_is_no_part_of_it(url: str) -> None:
    assert request_raw(url, "/isi/?dari=https://lain.example//a") == 200


def test_a_renamed_page_leads_on_with_its_anchor(url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{url}panduan/#vi-3-p1")
    page.wait_for_url("**/pedoman/#vi-3-p1")
    assert page.locator("#vi-3-p1:target").count() == 1


def test_nothing_breaks_the_policy_of_header_and_page_together(url: str, open_page: Open) -> None:
    page = open_page()  # fails on any error in the console
    for address in ("", "pedoman/", "isi/", "unduh/kota-kembar.html"):
        page.goto(url + address)
        if page.locator("section.paragraph a.cite").count():
            page.locator("section.paragraph a.cite").first.click()
            page.locator("#cite").wait_for()
            page.keyboard.press("Escape")
        search(page, "kebun")
        page.locator("#search ol a").first.wait_for()


def test_no_other_page_can_frame_it(url: str, open_page: Open) -> None:
    page = open_page(watched=False)
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.set_content(f'<iframe src="{url}isi/"></iframe>', wait_until="load")
    assert any("frame-ancestors" in text for text in messages)


def test_the_headers_file_gives_other_hosts_the_same_headers(prepared_site: Path) -> None:
    text = (prepared_site / "_headers").read_text(encoding="utf-8")
    headers = {line.strip() for line in text.splitlines() if ": " in line and not line.startswith("#")}
    expected = {f"{name}: {value}" for name, value in STRICT.items()}
    assert headers == expected | {"Content-Security-Policy: frame-ancestors 'none'", f"Cache-Control: {IMMUTABLE}"}
    assert f"\n/{FOLDER}/*\n" in text
