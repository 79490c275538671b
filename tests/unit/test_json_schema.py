"""The JSON schemas on disk are generated from the record models, and every data file names and satisfies its schema."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from edition.cli.schema import schemas

DATA = Path(__file__).resolve().parents[2] / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.yml"))


def test_the_schemas_on_disk_are_those_of_the_models() -> None:
    """Run ``make schema`` to update them."""
    assert {path.name: path.read_text(encoding="utf-8") for path in (DATA / "schema").glob("*.json")} == schemas()


@pytest.mark.parametrize("name", NAMES)
def test_a_data_file_names_its_schema_and_is_valid(name: str) -> None:
    text = (DATA / f"{name}.yml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema=schema/{name}.json"
    schema = yaml.safe_load((DATA / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    value = resolve_as_yaml_1_2(yaml.compose(text))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []


def resolve_as_yaml_1_2(node: yaml.Node | None) -> object:
    """Return the value as YAML 1.2's core schema resolves it, as code editors do: dates stay text."""
    if isinstance(node, yaml.SequenceNode):
        return [resolve_as_yaml_1_2(child) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: resolve_as_yaml_1_2(child) for key, child in node.value}
    assert isinstance(node, yaml.ScalarNode)
    is_plain = node.style is None
    if is_plain and node.value.isdigit():
        return int(node.value)
    return None if is_plain and node.value == "null" else node.value


def test_a_misspelt_key_is_invalid() -> None:
    schema = yaml.safe_load(schemas()["timeline.json"])
    assert list(Draft202012Validator(schema).iter_errors([{"id": "a", "tilte": "x"}]))
