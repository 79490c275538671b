"""Edits of YAML text change only what they should; comments and layout stay, in flow and block style."""

import pytest
import yaml

from edition.cli import yaml_edit

FLOW = "- {id: a, refs: [x, y]} # satu\n- {id: b, refs: [y]}\n"
BLOCK = "# awal\n- id: a\n  refs:\n    - x\n    - y\n\n# tengah\n- id: b\n  refs: [y]\n"
KEYED = "satu:\n  - id: a\n    refs: [x]\n  - id: b\n    refs: [x]\ndua:\n  - id: c\n    refs: [x]\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FLOW, "- {id: a, refs: [z, y]} # satu\n- {id: b, refs: [y]}\n"),
        (BLOCK, "# awal\n- id: a\n  refs: [z, y]\n\n# tengah\n- id: b\n  refs: [y]\n"),
    ],
)
def test_a_list_is_changed_in_place(text: str, wanted: str) -> None:
    assert yaml_edit.replace_lists(text, lambda _, key, values: ["z" if v == "x" else v for v in values]) == wanted


@pytest.mark.parametrize(
    ("text", "removed", "wanted"),
    [
        (BLOCK, "a", "# awal\n\n# tengah\n- id: b\n  refs: [y]\n"),
        (BLOCK, "b", "# awal\n- id: a\n  refs:\n    - x\n    - y\n\n# tengah\n"),
        (BLOCK, "ab", "# awal\n[]\n"),
        (KEYED, "a", "satu:\n  - id: b\n    refs: [x]\ndua:\n  - id: c\n    refs: [x]\n"),
        (KEYED, "ab", "satu: []\ndua:\n  - id: c\n    refs: [x]\n"),
        (KEYED, "abc", "satu: []\ndua: []\n"),
        (KEYED.rstrip("\n"), "c", "satu:\n  - id: a\n    refs: [x]\n  - id: b\n    refs: [x]\ndua: []\n"),
        ("- {id: a}\n- {id: b}", "b", "- {id: a}\n"),
    ],
)
def test_a_record_is_removed_and_its_neighbours_stay(text: str, removed: str, wanted: str) -> None:
    assert yaml_edit.remove_records(text, lambda _, record: record.get("id", "-") in removed) == wanted
    yaml.safe_load(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- {id: a} # x\n- {id: b}", '- {id: a, k: "1"} # x\n- {id: b}\n'),
        ("- id: a\n  n: 1 # x\n- id: b\n", '- id: a\n  n: 1 # x\n  k: "1"\n- id: b\n'),
        ("- id: b\n- id: a", '- id: b\n- id: a\n  k: "1"\n'),
    ],
)
def test_keys_are_added_to_a_record(text: str, wanted: str) -> None:
    assert yaml_edit.add_keys(text, lambda record: record["id"] == "a", {"k": '"1"'}) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- id: a\n  x: {id: b}\n  y: c\n", "- id: a\n  y: c\n"),
        ("- id: a\n  x: # satu\n    id: b\n\n- id: c\n  x: d\n", "- id: a\n\n- id: c\n  x: d\n"),
        ("- {id: a, x: {id: b}, y: c}\n", "- {id: a, y: c}\n"),
        ("- {id: a, y: c}\n", "- {id: a, y: c}\n"),
    ],
)
def test_a_key_is_removed_from_the_records_that_match(text: str, wanted: str) -> None:
    assert yaml_edit.remove_key(text, lambda record: record["id"] == "a", "x") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "- x\n"),
        ("# satu\n[]\n", "# satu\n- x\n"),
        ("[] # belum ada\n", " # belum ada\n- x\n"),
        ("- a", "- a\n- x\n"),
    ],
)
def test_an_item_is_added_at_the_end(text: str, wanted: str) -> None:
    assert yaml_edit.append_items(text, ["x"]) == wanted
    assert yaml.safe_load(wanted)[-1] == "x"
