"""Export CSL items for reference managers: BibTeX, RIS and CSL-JSON, one entry per item."""

import json
import re
from collections.abc import Iterable, Mapping

from edition.citations.csl_items import CslItem

# Escapes for characters that are special in TeX. A brace is written as a command within balanced braces, because BibTeX
# counts even escaped braces. `citation-format.js` has the same table for text that a reader fills in; a test compares.
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
# BibTeX itself does not know "online": it warns and treats it as "misc". biblatex and reference managers know it.
_BIBTEX_TYPES = {"webpage": "online", "thesis": "phdthesis"}
_RIS_TYPES = {"webpage": "ELEC", "thesis": "THES"}
# (name, file extension, media type) of each format, as reference managers know it.
FORMATS = (
    ("BibTeX", "bib", "application/x-bibtex"),
    ("RIS", "ris", "application/x-research-info-systems"),
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
)


def entries(item: CslItem) -> list[str]:
    """Return the item in each format of ``FORMATS``, in that order: [BibTeX, RIS, CSL-JSON]."""
    return [bibtex(item), ris(item), csl_json([item])]


def bibtex(item: CslItem) -> str:
    """Return the item as a BibTeX entry in UTF-8. Titles are in double braces, so that styles keep their capitals.

    The title of the edition that contains the item is in three fields: howpublished (read by BibTeX), titleaddon (by
    biblatex) and booktitle (by Zotero). It must not be in "organization": Citavi reads that field as the author.
    """
    container = _escape_tex(item.get("container-title", ""))
    fields = {
        "title": f"{{{_escape_tex(item['title'])}}}",
        "author": " and ".join(_bibtex_name(name) for name in item.get("author", [])),
        "booktitle": container,
        "titleaddon": container,
        "howpublished": container,
        "type": _escape_tex(item.get("genre", "")),
        "school": _escape_tex(item.get("publisher", "")),
        "year": str(_year(item)),
        "language": "indonesian",
        "langid": "indonesian",
        "url": item.get("URL", ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_BIBTEX_TYPES[item['type']]}{{{item['id']},", *lines, "}", ""])


def ris(item: CslItem) -> str:
    """Return the item as a RIS record. Its lines end in CR LF, as the format requires."""
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
    """Return the items as a CSL-JSON array, one item per line."""
    lines = (json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _bibtex_name(name: Mapping[str, str]) -> str:
    """Return the name of an organization in braces, so that BibTeX does not split it into given and family name."""
    return f"{{{_escape_tex(name['literal'])}}}"


def _escape_tex(text: str) -> str:
    # {} between hyphens: TeX would join them into a dash
    return re.sub("-(?=-)", "-{}", text.translate(_TEX))


def _year(item: CslItem) -> str | int:
    parts = item.get("issued", {}).get("date-parts", [[""]])
    year: str | int = parts[0][0]
    return year
