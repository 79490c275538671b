"""Minifying scripts keeps their behaviour."""

import re
from pathlib import Path

import pytest

from conftest import ROOT
from edition.rendering.bundles import minify_script

SCRIPTS = sorted((ROOT / "docs/assets/js").rglob("*.js"))


def reordered_declarations(script: str) -> list[str]:
    """Return the declarations that the minifier would reorder: destructuring of a parenthesised expression."""
    code = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    return re.findall(r"(?:const|let) [\[{][^=;\n]*[\]}] = *\(.*", code)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_a_declaration_that_the_minifier_reorders(path: Path) -> None:
    assert reordered_declarations(path.read_text(encoding="utf-8")) == []


def test_the_check_detects_a_declaration_that_the_minifier_reorders() -> None:
    script = "{ const all = f(); const [first] = /** @type {string[]} */ (all.parts); g(all, first); }"
    assert reordered_declarations(script) == ["const [first] =  (all.parts); g(all, first); }"]
    assert minify_script(script).index("parts") < minify_script(script).index("f()")  # fails when the minifier is fixed
    assert reordered_declarations("{ const [first] = f(all); const { last } = all; }") == []


def test_a_final_line_break_makes_no_difference() -> None:
    script = "{const a=f(), {x,y}=a, s=2; use(a,x,y,s)}"
    assert minify_script(script) == minify_script(f"{script}\n")


def test_comments_are_removed_and_strings_stay() -> None:
    minified = minify_script("{ /* for us */ window.f = (x) => `a  b${x} c`; // and this\n }")
    assert "`a  b${e} c`" in minified
    assert "for us" not in minified
    assert "and this" not in minified


def test_a_template_within_a_template_keeps_its_spaces() -> None:
    assert "` ${" in minify_script("{ window.f = (x) => `a${x ? ` ${x} ` : ''}`; }")


def test_globals_and_property_names_are_not_shortened() -> None:
    minified = minify_script("{ const f = (argument) => argument + 1; window.shared = { named: f }; }\nvar data = 1;")
    assert "window.shared=" in minified
    assert "named:" in minified
    assert "data=1" in minified
    assert "argument" not in minified
