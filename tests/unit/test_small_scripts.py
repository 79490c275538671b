"""Making scripts small changes nothing that they say."""

import re
from pathlib import Path

import pytest

from conftest import ROOT
from edition.page.bundles import small_script

SCRIPTS = [*(ROOT / "docs/assets/js").glob("*.js"), ROOT / "hooks/edition/page/templates/unpack.js"]


def nested_templates(script: str) -> list[str]:
    """The beginnings of templates within templates."""
    return re.findall(r"`[^`]*\$\{[^`}]*`", script)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_what_would_be_changed(path: Path) -> None:
    assert nested_templates(path.read_text(encoding="utf-8")) == []


def test_the_check_sees_it() -> None:
    assert nested_templates("f(`a${x ? ` ${x}` : ''}`)") == ["`a${x ? `"]
    assert nested_templates("f(`a${x}`, `b ${y} c`)") == []


def test_comments_go_and_texts_stay() -> None:
    small = small_script("{ /* for us */ window.f = (x) => `a  b${x} c`; // and this\n }")
    assert "`a  b${x} c`" in small
    assert "for us" not in small
    assert "and this" not in small
