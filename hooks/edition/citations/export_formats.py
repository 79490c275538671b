"""The files that reference managers import: BibTeX, RIS and CSL-JSON, one entry an item."""

import json
import re
from collections.abc import Iterable, Mapping

from edition.citations.csl_items import CslItem

# Characters that mean something to TeX, as what gives the character itself. A brace needs a command within balanced
# braces, since BibTeX counts even escaped ones. `citing.js` has the same for what a reader fills in; a test compares.
_TEX = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_"}
    | {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
    }
)
# BibTeX itself knows no "online", and takes it for "misc", with a warning; biblatex and reference managers know it.
_BIBTEX_TYPES = {"webpage": "online", "thesis": "phdthesis"}
_RIS_TYPES = {"webpage": "ELEC", "thesis": "THES"}
# (name, ending, media type) of each format, as reference managers know it.
FORMATS = (
    ("BibTeX", "bib", "application/x-bibtex"),
    ("RIS", "ris", "application/x-research-info-systems"),
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
)


def entries(item: CslItem) -> list[str]:
    """The entry in each of ``FORMATS``."""
    return [bibtex(item), ris(item), csl_json([item])]


def bibtex(item: CslItem) -> str:
    """A BibTeX entry (UTF-8). Titles keep their capitals; addresses stay verbatim. What a web page is part of has a
    field that BibTeX prints (howpublished), one that biblatex prints (titleaddon), and one that Zotero reads; none
    that some program takes for a body's name, as Citavi does with "organization".
    """
    container = _tex(item.get("container-title", ""))
    fields = {
        "title": f"{{{_tex(item['title'])}}}",
        "author": " and ".join(_bibtex_name(name) for name in item.get("author", [])),
        "booktitle": container,
        "titleaddon": container,
        "howpublished": container,
        "type": _tex(item.get("genre", "")),
        "school": _tex(item.get("publisher", "")),
        "year": str(_year(item)),
        "language": "indonesian",
        "langid": "indonesian",
        "url": item.get("URL", ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_BIBTEX_TYPES[item['type']]}{{{item['id']},", *lines, "}", ""])


def ris(item: CslItem) -> str:
    """A RIS record; its lines end in CR LF, as the format wants."""
    fields = [
        ("TY", _RIS_TYPES[item["type"]]),
        ("ID", item["id"]),
        ("TI", item["title"]),
        *(("AU", name.get("literal", name.get("family", "")) + ",") for name in item.get("author", [])),
        ("T2", item.get("container-title", "")),
        ("M3", item.get("genre", "")),
        ("PB", item.get("publisher", "")),
        ("PY", str(_year(item))),
        ("LA", item["language"]),
        ("UR", item.get("URL", "")),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def csl_json(items: Iterable[CslItem]) -> str:
    """A CSL-JSON array, an item a line."""
    lines = (json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _bibtex_name(name: Mapping[str, str]) -> str:
    """A body's name in braces of its own, which keep it whole."""
    return f"{{{_tex(name['literal'])}}}"


def _tex(text: str) -> str:
    # TeX would join hyphens into a dash
    return re.sub("-(?=-)", "-{}", text.translate(_TEX))


def _year(item: CslItem) -> str | int:
    parts = item.get("issued", {}).get("date-parts", [[""]])
    year: str | int = parts[0][0]
    return year
