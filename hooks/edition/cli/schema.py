"""JSON Schemas of the data files, for editors that complete and check keys while one types."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from edition.data.loader import LISTS, SINGLES


def schemas() -> dict[str, str]:
    """File name → JSON Schema (draft 2020-12), generated from the record models."""
    found = {}
    for name, model in SINGLES.items():
        found[name] = model.model_json_schema()
    for name, parts in LISTS.items():
        lists = {key: TypeAdapter(list[model]).json_schema(ref_template=_REFS) for key, model in parts.items()}  # type: ignore[valid-type]
        found[name] = lists[""] if "" in lists else _keyed(lists)
    return {
        f"{name}.json": json.dumps(_finish(schema), ensure_ascii=False, indent=2) + "\n"
        for name, schema in found.items()
    }


def write_schemas(folder: Path) -> list[str]:
    """Write the schemas into ``folder``; the names of those that changed."""
    folder.mkdir(exist_ok=True)
    changed = []
    for name, text in schemas().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


_REFS = "#/$defs/{model}"


def _keyed(lists: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A mapping of several lists, their definitions gathered at the top."""
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


def _finish(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
