"""COinS in the built pages, read by a small OpenURL parser in this file (ANSI/NISO Z39.88-2004, KEV format)."""

import gzip
import json
import re
from pathlib import Path

import pytest
import rispy
from lxml import html
from pybtex.database import parse_string

from conftest import ADDRESS, ADDRESSES, EDITION
from edition.citations.coins import context_object
from edition.outputs.single_file import FILE

REGISTER = [anchor.name for anchor in EDITION.anchors]
# The keys we use: those of Dublin Core, and one of other formats, which Zotero reads in any.
KNOWN_KEYS = {
    "ctx_ver", "rft_val_fmt", "rft_id", "rft_dat", "rft.type", "rft.title", "rft.source", "rft.aucorp", "rft.date",
    "rft.language", "rft.rights",
}  # fmt: skip


def percent_decode(text: str) -> str:
    """Percent-decode a text as UTF-8. Raises ValueError if it contains unencoded or wrongly encoded characters."""
    if re.search(r"%(?![0-9A-Fa-f]{2})|[^\w.~%*+-]", text, re.ASCII):
        raise ValueError(text)
    raw = re.sub(rb"%(..)", lambda match: bytes([int(match[1], 16)]), text.replace("+", " ").encode())
    return raw.decode()


def parse_context_object(text: str) -> dict[str, list[str]]:
    """Parse a ContextObject into key → values. Raises ValueError if it is not one."""
    fields: dict[str, list[str]] = {}
    for pair in text.split("&"):
        key, equals, value = pair.partition("=")
        if not equals or not value:
            raise ValueError(pair)
        fields.setdefault(percent_decode(key), []).append(percent_decode(value))
    if fields.get("ctx_ver") != ["Z39.88-2004"] or len(fields.get("rft_val_fmt", [])) != 1:
        raise ValueError(text)
    return fields


EXAMPLES = [
    (
        "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.btitle=Kebun+kita",
        {"ctx_ver": ["Z39.88-2004"], "rft_val_fmt": ["info:ofi/fmt:kev:mtx:book"], "rft.btitle": ["Kebun kita"]},
    ),
    (
        "rft.au=A%26B&rft.au=H%C3%A0%20N%E1%BB%99i&ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc",
        {"rft.au": ["A&B", "Hà Nội"], "ctx_ver": ["Z39.88-2004"], "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"]},
    ),
    (
        "ctx_ver=Z39.88-2004&rft_val_fmt=x&rft_id=https%3A%2F%2Fcontoh.example%2Fa%2F%23b",
        {"ctx_ver": ["Z39.88-2004"], "rft_val_fmt": ["x"], "rft_id": ["https://contoh.example/a/#b"]},
    ),
]


@pytest.mark.parametrize(("text", "fields"), EXAMPLES)
def test_the_parser_reads_hand_written_examples(text: str, fields: dict[str, list[str]]) -> None:
    assert parse_context_object(text) == fields


@pytest.mark.parametrize("text", ["", "a", "ctx_ver=1", "ctx_ver=Z39.88-2004&rft_val_fmt=x&t=a b", "t=%zz", "t=%E1"])
def test_the_parser_rejects_what_is_not_a_context_object(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (any message will do)
        parse_context_object(text)


def spans(site: Path, address: str) -> list[str]:
    page = html.document_fromstring((site / address / "index.html").read_bytes())
    titles: list[str] = page.xpath("//span[@class='Z3988']/@title")
    return titles


def test_each_anchor_has_one_coins_span_on_its_own_page(published: Path) -> None:
    sources = {}
    for address in ADDRESSES:
        for fields in map(parse_context_object, spans(published, address)):
            assert fields.keys() <= KNOWN_KEYS
            assert [len(values) for values in fields.values()] == [1] * len(fields)
            assert fields["rft.aucorp"] == [EDITION.dataset.edition.responsible]
            [url] = fields["rft_id"]
            page, _, name = url.removeprefix(ADDRESS).partition("#")
            assert page == address
            assert (fields["rft_val_fmt"], fields["rft.type"]) == (["info:ofi/fmt:kev:mtx:dc"], ["webpage"])
            sources[name or f"laman {page}"] = fields.get("rft.source")
    anchors = {name: source for name, source in sources.items() if not name.startswith("laman")}
    assert sorted(anchors) == sorted(REGISTER)
    edition = EDITION.dataset.edition
    assert all(source == [f"{edition.title.id}, versi {edition.version}"] for source in anchors.values())
    assert sources["laman "] is None  # the home page describes the edition


def test_the_single_file_has_the_coins_of_the_edition(published: Path) -> None:
    page = html.document_fromstring((published / FILE).read_bytes())
    [fields] = map(parse_context_object, page.xpath("//span[@class='Z3988']/@title"))
    assert (fields["rft.type"], fields["rft_id"]) == (["webpage"], [ADDRESS])
    assert "rft.source" not in fields
    assert fields["rft.aucorp"] == [EDITION.dataset.edition.responsible]


def test_without_a_site_url_coins_have_no_url(site: Path) -> None:
    for address in ADDRESSES:
        assert not [text for text in spans(site, address) if "rft_id" in parse_context_object(text)]


TITLES = ["R&D = 1", 'Kata "dalam"', "a < b", "{x}", "50 %", "a_b #1 ~ ^", "a\\b", "Kota 🏙", "Thăng Long + Hà Nội"]


@pytest.mark.parametrize("title", TITLES)
def test_special_characters_in_titles_are_preserved(title: str) -> None:
    item = {"id": "k", "title": title, "author": [{"literal": title}], "language": "id", "URL": "https://x.example/#y"}
    fields = parse_context_object(context_object(item, "2026-01-02", "https://hak.example/"))
    assert (fields["rft.title"], fields["rft.aucorp"]) == ([title], [title])
    assert "rft.source" not in fields


Work = tuple[str, str, str, str, str]


def works_of_an_anchor(published: Path, name: str) -> list[Work]:
    """Return (title, author, year, container, URL) as each of the three file formats gives it."""
    folder = published / "sitasi"
    [record] = rispy.loads((folder / f"kota-kembar-{name}.ris").read_text(encoding="utf-8"))
    [item] = json.loads((folder / f"kota-kembar-{name}.json").read_text(encoding="utf-8"))
    [entry] = parse_string((folder / f"kota-kembar-{name}.bib").read_text(encoding="utf-8"), "bibtex").entries.values()
    [author] = item["author"]
    [body] = entry.persons["author"]
    plain = {key: value.strip("{}") for key, value in entry.fields.items()}
    return [
        (
            item["title"],
            author["literal"],
            str(item["issued"]["date-parts"][0][0]),
            item["container-title"],
            item["URL"],
        ),
        (
            record["title"],
            record["authors"][0].rstrip(","),
            record["year"],
            record["secondary_title"],
            record["urls"][0],
        ),
        (plain["title"], str(body).strip("{}"), plain["year"], plain["titleaddon"], plain["url"]),
    ]


def test_coins_and_citation_files_describe_the_same_works(published: Path) -> None:
    for address in ADDRESSES:
        for fields in map(parse_context_object, spans(published, address)):
            name = fields["rft_id"][0].partition("#")[2]
            if not name:
                continue
            work = (
                fields["rft.title"][0], fields["rft.aucorp"][0], fields["rft.date"][0][:4], fields["rft.source"][0],
                fields["rft_id"][0],
            )  # fmt: skip
            assert works_of_an_anchor(published, name) == [work] * 3


def test_the_files_of_one_anchor_are_part_of_the_combined_files(published: Path) -> None:
    folder = published / "sitasi"
    together = {item["id"]: item for item in json.loads((folder / "kota-kembar.json").read_text(encoding="utf-8"))}
    texts = {ending: (folder / f"kota-kembar.{ending}").read_bytes().decode() for ending in ("bib", "ris")}
    for name in REGISTER:
        assert json.loads((folder / f"kota-kembar-{name}.json").read_bytes()) == [together[f"kota-kembar-{name}"]]
        for ending, text in texts.items():
            assert (folder / f"kota-kembar-{name}.{ending}").read_bytes().decode() in text


@pytest.mark.parametrize("address", ADDRESSES)
def test_coins_add_at_most_three_kilobytes(published: Path, address: str) -> None:
    content = (published / address / "index.html").read_bytes()
    page = html.document_fromstring(content)
    with_coins = html.tostring(page)
    [holder] = page.xpath("//div[span[@class='Z3988']]")
    holder.drop_tree()
    assert len(gzip.compress(with_coins)) - len(gzip.compress(html.tostring(page))) <= 3072
