"""A stylesheet is divided into the rules for the first paint of a page and all others."""

import pytest
from lxml import html

from edition.rendering.critical_styles import DividedStylesheet
from edition.rendering.used_names import UsedNames


def names_in(body: str) -> UsedNames:
    names = UsedNames()
    names.add(html.document_fromstring(f"<body>{body}</body>"))
    return names.with_plain_elements()


PAGE = '<p class="tip" lang="en">b</p><details class="plain"><summary>c</summary></details>'
NAMES, ALL_NAMES = names_in(PAGE), names_in(f"{PAGE}<table><tr><td></table><small>d</small>")
BY_SCRIPTS = names_in('<dialog class="dialog"><small>e</small></dialog>')
CRITICAL = (
    "*,::before{a:b}", "p{a:b}", "p:target{a:b}", "p:hover,p{a:b}", "details:not([open])>summary{a:b}",
    "@media screen and (min-width:60em){p{a:b}}", "@media not print{p{a:b}}", "@supports (display:grid){p{a:b}}",
)  # fmt: skip
LATER = (
    "p:hover{a:b}", "p:is(:hover,:focus-within){a:b}", "summary::-webkit-details-marker{a:b}", "details[open]{a:b}",
    ".dialog{a:b}", "@media print{p{a:b}}", "@page{margin:0}", "@media (forced-colors:active){p{a:b}}",
    "@media screen{.dialog{a:b}}", "@keyframes turn{to{a:b}}",
)  # fmt: skip


def divide(rules: str) -> tuple[str, str]:
    """Return the rules that stand in the page, and those that stand in the file."""
    sheet = DividedStylesheet(rules, ALL_NAMES, BY_SCRIPTS)
    return sheet.critical(NAMES), sheet.later()


@pytest.mark.parametrize("rule", CRITICAL)
def test_a_rule_for_the_first_paint_stands_in_the_page(rule: str) -> None:
    assert divide(rule) == (rule, "")


@pytest.mark.parametrize("rule", LATER)
def test_any_other_rule_stands_in_the_file(rule: str) -> None:
    assert divide(rule) == ("", rule)


def test_a_rule_for_another_page_stands_only_there() -> None:
    assert divide("table{a:b}") == ("", "")
    assert DividedStylesheet("table{a:b}", ALL_NAMES, BY_SCRIPTS).critical(ALL_NAMES) == "table{a:b}"


def test_a_rule_for_another_page_and_for_what_scripts_add_stands_in_every_page() -> None:
    assert divide("small{a:b}") == ("small{a:b}", "")


def test_the_order_of_rules_is_kept_and_a_group_is_divided() -> None:
    first, later = divide("p{a:b}p:hover{a:b}@media screen{p:hover{a:c}p{a:c}}")
    assert first == "p{a:b}@media screen{p{a:c}}"
    assert later == "p:hover{a:b}@media screen{p:hover{a:c}}"
