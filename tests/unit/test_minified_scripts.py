"""Making scripts small changes nothing that they say."""

import re
from pathlib import Path

import pytest

from conftest import ROOT
from edition.rendering.bundles import small_script

SCRIPTS = sorted((ROOT / "docs/assets/js").rglob("*.js"))


def moved(script: str) -> list[str]:
    """Declarations that would be moved ahead of others: of parts of what stands in parentheses."""
    bare = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    return re.findall(r"(?:const|let) [\[{][^=;\n]*[\]}] = *\(.*", bare)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_what_would_be_moved(path: Path) -> None:
    assert moved(path.read_text(encoding="utf-8")) == []


def test_what_would_be_moved_is_seen() -> None:
    script = "{ const all = f(); const [first] = /** @type {string[]} */ (all.parts); g(all, first); }"
    assert moved(script) == ["const [first] =  (all.parts); g(all, first); }"]
    assert small_script(script).index("parts") < small_script(script).index("f()")  # should this fail, it is mended
    assert moved("{ const [first] = f(all); const { last } = all; }") == []


def test_a_script_needs_no_last_line_end() -> None:
    script = "{const a=f(), {x,y}=a, s=2; use(a,x,y,s)}"
    assert small_script(script) == small_script(f"{script}\n")


def test_comments_go_and_texts_stay() -> None:
    small = small_script("{ /* for us */ window.f = (x) => `a  b${x} c`; // and this\n }")
    assert "`a  b${e} c`" in small
    assert "for us" not in small
    assert "and this" not in small


def test_a_template_within_a_template_keeps_its_spaces() -> None:
    assert "` ${" in small_script("{ window.f = (x) => `a${x ? ` ${x} ` : ''}`; }")


def test_what_scripts_share_keeps_its_name() -> None:
    small = small_script("{ const f = (argument) => argument + 1; window.shared = { named: f }; }\nvar data = 1;")
    assert "window.shared=" in small
    assert "named:" in small
    assert "data=1" in small
    assert "argument" not in small
