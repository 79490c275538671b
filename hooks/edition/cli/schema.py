"""Generate JSON Schemas of the data files. With them, text editors complete and check the keys in those files."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from edition.data.loader import LISTS, SINGLES


def schemas() -> dict[str, str]:
    """Return a map from file name to the text of a JSON Schema (draft 2020-12), generated from the pydantic models."""
    schemas_by_name = {}
    for name, model in SINGLES.items():
        schemas_by_name[name] = model.model_json_schema()
    for name, parts in LISTS.items():
        lists = {key: TypeAdapter(list[model]).json_schema(ref_template=_REF_TEMPLATE) for key, model in parts.items()}  # type: ignore[valid-type]
        schemas_by_name[name] = lists[""] if "" in lists else _combine_lists(lists)
    return {
        f"{name}.json": json.dumps(_add_dialect(schema), ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas_by_name.items()
    }


def write_schemas(folder: Path) -> list[str]:
    """Write the schemas into ``folder``; return the names of the files that changed."""
    folder.mkdir(exist_ok=True)
    changed = []
    for name, text in schemas().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


_REF_TEMPLATE = "#/$defs/{model}"


def _combine_lists(lists: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the JSON Schema of a data file with several lists, each under its own key. ``lists`` maps the keys to the
    schemas of the lists. Their ``$defs`` are moved to the top level.
    """
    definitions: dict[str, Any] = {}
    for schema in lists.values():
        definitions |= schema.pop("$defs", {})
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": lists,
        "required": list(lists),
        "$defs": definitions,
    }


def _add_dialect(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
