"""COinS as they stand in the pages, read by an OpenURL parser of the test's own (ANSI/NISO Z39.88-2004, KEV format)."""

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
# The keys of the book format that we use, and two of Dublin Core, which reference managers read in any format.
KNOWN = {
    "ctx_ver", "rft_val_fmt", "rft_id", "rft_dat", "rft.genre", "rft.atitle", "rft.btitle", "rft.aucorp", "rft.date",
    "rft.language", "rft.rights",
}  # fmt: skip


def decoded(text: str) -> str:
    """Percent-decoded, as UTF-8. Raises ValueError for what is not encoded, or wrongly."""
    if re.search(r"%(?![0-9A-Fa-f]{2})|[^\w.~%*+-]", text, re.ASCII):
        raise ValueError(text)
    raw = re.sub(rb"%(..)", lambda match: bytes([int(match[1], 16)]), text.replace("+", " ").encode())
    return raw.decode()


def parsed(text: str) -> dict[str, list[str]]:
    """A ContextObject: key → values. Raises ValueError for what is none."""
    fields: dict[str, list[str]] = {}
    for pair in text.split("&"):
        key, equals, value = pair.partition("=")
        if not equals or not value:
            raise ValueError(pair)
        fields.setdefault(decoded(key), []).append(decoded(value))
    if fields.get("ctx_ver") != ["Z39.88-2004"] or len(fields.get("rft_val_fmt", [])) != 1:
        raise ValueError(text)
    return fields


BY_HAND = [
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


@pytest.mark.parametrize(("text", "fields"), BY_HAND)
def test_the_parser_reads_what_was_written_by_hand(text: str, fields: dict[str, list[str]]) -> None:
    assert parsed(text) == fields


@pytest.mark.parametrize("text", ["", "a", "ctx_ver=1", "ctx_ver=Z39.88-2004&rft_val_fmt=x&t=a b", "t=%zz", "t=%E1"])
def test_the_parser_refuses_what_is_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whichever it is)
        parsed(text)


def spans(site: Path, address: str) -> list[str]:
    page = html.document_fromstring((site / address / "index.html").read_bytes())
    titles: list[str] = page.xpath("//span[@class='Z3988']/@title")
    return titles


def test_each_anchor_is_told_once_by_one_body_on_the_page_where_it_stands(published: Path) -> None:
    told = {}
    for address in ADDRESSES:
        for fields in map(parsed, spans(published, address)):
            assert fields.keys() <= KNOWN
            assert [len(values) for values in fields.values()] == [1] * len(fields)
            assert fields["rft.aucorp"] == [EDITION.dataset.edition.responsible]
            [url] = fields["rft_id"]
            page, _, name = url.removeprefix(ADDRESS).partition("#")
            assert page == address
            told[name or f"laman {page}"] = fields["rft.genre"]
    anchors = {name: genre for name, genre in told.items() if not name.startswith("laman")}
    assert sorted(anchors) == sorted(REGISTER)
    assert set(map(tuple, anchors.values())) == {("bookitem",)}
    assert told["laman "] == ["book"]  # the first page is the edition


def test_the_single_file_is_told_as_the_edition(published: Path) -> None:
    page = html.document_fromstring((published / FILE).read_bytes())
    [fields] = map(parsed, page.xpath("//span[@class='Z3988']/@title"))
    assert (fields["rft.genre"], fields["rft_id"]) == (["book"], [ADDRESS])
    assert fields["rft.aucorp"] == [EDITION.dataset.edition.responsible]


def test_without_an_address_none_is_told(site: Path) -> None:
    for address in ADDRESSES:
        assert not [text for text in spans(site, address) if "rft_id" in parsed(text)]


TITLES = ["R&D = 1", 'Kata "dalam"', "a < b", "{x}", "50 %", "a_b #1 ~ ^", "a\\b", "Kota 🏙", "Thăng Long + Hà Nội"]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_survives(title: str) -> None:
    item = {"id": "k", "title": title, "author": [{"literal": title}], "language": "id", "URL": "https://x.example/#y"}
    fields = parsed(context_object(item, "2026-01-02", "https://hak.example/"))
    assert (fields["rft.btitle"], fields["rft.aucorp"]) == ([title], [title])
    assert "rft.atitle" not in fields


Work = tuple[str, str, str, str, str]


def works_of_an_anchor(published: Path, name: str) -> list[Work]:
    """(title, author, year, container, address), as each format has it."""
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


def test_page_and_files_tell_of_the_same_works(published: Path) -> None:
    for address in ADDRESSES:
        for fields in map(parsed, spans(published, address)):
            name = fields["rft_id"][0].partition("#")[2]
            if not name:
                continue
            told = (
                fields["rft.atitle"][0], fields["rft.aucorp"][0], fields["rft.date"][0][:4], fields["rft.btitle"][0],
                fields["rft_id"][0],
            )  # fmt: skip
            assert works_of_an_anchor(published, name) == [told] * 3


def test_the_files_of_one_anchor_hold_what_those_of_all_hold(published: Path) -> None:
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
    whole = html.tostring(page)
    [holder] = page.xpath("//div[span[@class='Z3988']]")
    holder.drop_tree()
    assert len(gzip.compress(whole)) - len(gzip.compress(html.tostring(page))) <= 3072
