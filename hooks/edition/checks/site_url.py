"""The rule for ``site_url`` in ``mkdocs.yml``, the published address, with which every cited URL begins."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from edition.data.mkdocs_settings import Settings
from edition.data.problems import Problem

_EXAMPLE = "https://contoh.example/edisi/"


def site_url_is_valid(settings: Settings) -> Iterator[Problem]:
    """``site_url`` must be the http or https URL of a folder, without user name, query or fragment."""
    if settings.address and (fault := _address_fault(settings.address[0])):
        text, where = settings.address
        yield Problem(where, "E054", f'site_url: "{text}" {fault}; misalnya {_EXAMPLE}')


def _address_fault(text: str) -> str:
    """Return what is wrong with the address, as part of a sentence for a problem message; empty if it is valid."""
    try:
        address = urlsplit(text)
        host, port = address.hostname, address.port
    except ValueError:
        return "harus berupa alamat"
    if address.scheme not in ("http", "https"):
        return "harus diawali https:// atau http://"
    if not host or port == 0 or not text.isprintable() or " " in text or address.username:
        return "harus berupa alamat, dengan nama host saja sesudah https://"
    if address.query or address.fragment or text[-1] in "?#":
        return 'harus tanpa "?" dan "#"'
    if "//" in address.path:
        return "hanya boleh berisi satu garis miring berturut-turut"
    if address.path.rpartition("/")[2].endswith((".html", ".htm")):
        return "harus menunjuk folder situs, dan diakhiri garis miring"
    if not address.path.endswith("/"):
        return "harus diakhiri garis miring"
    return ""
