"""Reduce stylesheets, of the theme and of the edition, to the rules that the site's pages can use.

A rule is dropped if its selectors need an element, class, id or attribute that no page has, or has only elsewhere, or
if it contains only custom properties that no style uses. Only names are compared: that is fast, and if in doubt, a rule
is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tinycss2

from edition.rendering.parsed_selectors import ParsedSelector, split_selectors
from edition.rendering.used_names import UsedNames

_CONDITIONAL_GROUPS = ("media", "supports")
_CUSTOM_PROPERTY = re.compile(r"--[\w-]+")


@dataclass(frozen=True)
class _Rule:
    """A rule of a style sheet: ``prelude`` is the text before the braces, or ``selectors`` if it is a list of
    selectors. It contains either rules or declarations as (property name, text).
    """

    prelude: str = ""
    selectors: tuple[ParsedSelector, ...] = ()
    rules: tuple["_Rule", ...] = ()
    declarations: tuple[tuple[str, str], ...] = ()


class ReducibleStylesheet:
    """Stylesheets, concatenated and parsed, that can be reduced to the rules that pages use."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._rules = tuple(rule for text in sources for rule in _parse(tinycss2.parse_stylesheet(text, True, True)))

    def reduced(self, names: UsedNames, other_styles: str) -> str:
        """Return, as CSS, the rules that can match elements with these names. ``other_styles`` are loaded with them;
        the custom properties that these use are kept.
        """
        return _serialize(_without_unused_definitions(list(_used(self._rules, names)), other_styles))


def _parse(nodes: Iterable[Any]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield _Rule(selectors=split_selectors(node.prelude), declarations=tuple(_declarations(node.content)))
        elif node.type == "at-rule" and node.content is not None:
            prelude = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            if node.at_keyword in _CONDITIONAL_GROUPS:
                yield _Rule(prelude, rules=tuple(_parse(tinycss2.parse_rule_list(node.content, True, True))))
            else:
                yield _Rule(prelude, declarations=(("", tinycss2.serialize(node.content)),))


def _declarations(content: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        yield getattr(node, "name", ""), node.serialize()


def _used(rules: Iterable[_Rule], names: UsedNames) -> Iterator[_Rule]:
    """Yield the rules whose selectors may match, each with only these selectors."""
    for rule in rules:
        if rule.selectors:
            if selectors := tuple(each for each in rule.selectors if each.may_match(names)):
                yield replace(rule, selectors=selectors)
        elif not rule.rules:
            yield rule
        elif inner := tuple(_used(rule.rules, names)):
            yield replace(rule, rules=inner)


def _without_unused_definitions(rules: Sequence[_Rule], other_styles: str) -> list[_Rule]:
    """Return the rules without custom properties and keyframes that are used neither in the rules nor in
    ``other_styles``. One custom property may use another, so this is repeated until nothing more can be dropped.
    """
    kept = list(rules)
    while True:
        used = set(_CUSTOM_PROPERTY.findall(" ".join([other_styles, *_values(kept)])))
        text = " ".join(_values(kept))
        reduced = [each for rule in kept if (each := _drop_unused(rule, used, text))]
        if reduced == kept:
            return kept
        kept = reduced


def _values(rules: Iterable[_Rule]) -> Iterator[str]:
    for rule in rules:
        yield from (text.partition(":")[2] or text for _, text in rule.declarations)
        yield from _values(rule.rules)


def _drop_unused(rule: _Rule, used: set[str], text: str) -> _Rule | None:
    if rule.prelude.startswith("@keyframes") and rule.prelude.split()[-1] not in text:
        return None
    if rule.rules:
        rules = tuple(each for inner in rule.rules if (each := _drop_unused(inner, used, text)))
        return replace(rule, rules=rules) if rules else None
    declarations = tuple((name, each) for name, each in rule.declarations if not name.startswith("--") or name in used)
    return replace(rule, declarations=declarations) if declarations else None


def _serialize(rules: Iterable[_Rule]) -> str:
    """Return the rules as CSS."""
    texts = []
    for rule in rules:
        body = _serialize(rule.rules) if rule.rules else ";".join(text for _, text in rule.declarations)
        texts.append(f"{rule.prelude or ','.join(each.text for each in rule.selectors)}{{{body}}}")
    return "".join(texts)
