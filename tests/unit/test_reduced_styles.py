"""Stylesheets are reduced to what pages can use, and to nothing less."""

import pytest
from lxml import html

from conftest import theme_sources
from edition.rendering.reduced_styles import ReducibleStylesheet
from edition.rendering.used_names import UsedNames

PAGE = html.document_fromstring(
    '<body dir="ltr"><header><details class="plain"><summary>a</summary></details></header>'
    '<main class="md-typeset" id="isi"><table><tr><td><p class="tip" lang="en">b</p></td></tr></table></main></body>'
)
KEPT = (
    "*,::before{a:b}",
    ".md-typeset td>p{a:b}",
    "[dir=ltr] .md-typeset p:not(.x)::-webkit-scrollbar{a:b}",
    "#isi :is(.x,.tip){a:b}",
    "[lang]{a:b}",
    "main:has(>table){a:b}",
    "p+h2,p{a:b}",
    "@media print{table{a:b}}",
    "@page{margin:0}",
    ":root{--used:1;--inner:2}",
    "body{a:var(--used);c:var(--inner);animation:turn}",
    "@keyframes turn{to{a:b}}",
)
DROPPED = (
    ".x{a:b}", "p.x{a:b}", "#x{a:b}", "ul{a:b}", "[dir=rtl] p{a:b}", "[title]{a:b}", "header p{a:b}",
    "p .md-typeset{a:b}",
    "@media print{ul{a:b}}", ":root{--unused:var(--twice)}", ":root{--twice:1}", "@keyframes other{to{a:b}}",
    ".md-typeset details{a:b}", "main[lang]{a:b}", ".tip[lang=id]{a:b}", "main:has(.x){a:b}", "summary{a:b}",
    "td>ul,p>.x{a:b}", ":is(ul,ol) p{a:b}",
)  # fmt: skip


NAMES = UsedNames()
NAMES.add(PAGE)


def reduce(*rules: str) -> str:
    """Reduce a theme that consists of these rules for ``PAGE``."""
    return ReducibleStylesheet(rules).reduced(NAMES, "")


def test_every_rule_that_the_page_can_use_is_kept() -> None:
    assert reduce(*KEPT) == "".join(KEPT).replace("p+h2,p", "p")


@pytest.mark.parametrize("rule", DROPPED)
def test_a_rule_that_the_page_cannot_use_is_dropped(rule: str) -> None:
    assert reduce(*KEPT, rule) == reduce(*KEPT)


def test_the_installed_theme_is_reduced_to_less_than_a_quarter() -> None:
    whole = theme_sources()
    reduced = ReducibleStylesheet(whole).reduced(NAMES, "")
    assert ".md-typeset table:not([class])" in reduced
    assert ".md-search" not in reduced
    assert 0 < len(reduced) < len("".join(whole)) / 4
