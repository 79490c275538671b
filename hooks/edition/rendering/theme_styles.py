"""The theme's stylesheets, reduced to the rules that the site's pages can use.

A rule is dropped if its selectors need an element, class, id or attribute that no page has, or has only elsewhere, or
if it contains only custom properties that no style uses. Only names are compared: that is fast, and if in doubt, a rule
is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import Any

import tinycss2
from cssselect2 import parser

from edition.rendering.used_names import UsedNames

_STYLESHEETS = ("main", "palette")  # in the order in which the theme's own pages load them
_LICENCE = "/*! In part: Material for MkDocs, (c) 2016-2025 Martin Donath, MIT */\n"
_CONDITIONAL_GROUPS = ("media", "supports")
_CUSTOM_PROPERTY = re.compile(r"--[\w-]+")


def reduced_stylesheet(names: UsedNames, other_styles: str, corrections: str = "") -> str:
    """Return the rules of the theme and of ``corrections`` that pages with these names can use, with the theme's
    licence. ``other_styles`` are the styles that are loaded with them, which may use the theme's custom properties.
    """
    return _LICENCE + _serialize(_without_unused_definitions(_used_rules(names, corrections), other_styles))


def whole_stylesheet() -> str:
    """Return all rules of the theme, with its licence."""
    return _LICENCE + "".join(_sources())


@cache
def _sources() -> tuple[str, ...]:
    folder = files("material").joinpath("templates/assets/stylesheets")
    paths = {path.name.split(".")[0]: path for path in folder.iterdir() if path.name.endswith(".min.css")}
    texts = (paths[name].read_text(encoding="utf-8") for name in _STYLESHEETS)
    return tuple(text.partition("/*#")[0].partition('@charset "UTF-8";')[2] or text for text in texts)


@dataclass(frozen=True)
class _Rule:
    """A rule of a style sheet: ``prelude`` is the text before the braces. It contains either rules or declarations as
    (property name, text).
    """

    prelude: str
    rules: tuple["_Rule", ...] = ()
    declarations: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=1)
def _used_rules(names: UsedNames, corrections: str) -> tuple[_Rule, ...]:
    """Return the rules whose selectors may match, each with only these selectors."""
    return tuple(
        rule
        for text in (*_sources(), corrections)
        for rule in _parse(tinycss2.parse_stylesheet(text, True, True), names)
    )


def _parse(nodes: Iterable[Any], names: UsedNames) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [tinycss2.serialize(each) for each in _split(node.prelude) if _may_match(each, names)]
            if selectors:
                yield _Rule(",".join(selectors), declarations=tuple(_declarations(node.content)))
        elif node.type == "at-rule" and node.content is not None:
            prelude = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            if node.at_keyword not in _CONDITIONAL_GROUPS:
                yield _Rule(prelude, declarations=(("", tinycss2.serialize(node.content)),))
            elif rules := tuple(_parse(tinycss2.parse_rule_list(node.content, True, True), names)):
                yield _Rule(prelude, rules)


def _split(tokens: Iterable[Any]) -> Iterator[list[Any]]:
    """Split the tokens of a selector list at its commas."""
    for is_comma, group in groupby(tokens, key=lambda part: bool(part == ",")):
        if not is_comma:
            yield list(group)


def _may_match(tokens: list[Any], names: UsedNames) -> bool:
    """Return whether a selector may match. Its classes are compared first, because parsing it takes much longer."""
    classes = [f".{name.value}" for dot, name in pairwise(tokens) if dot == "." and name.type == "ident"]
    if not names.ancestors.keys() >= set(classes):
        return False
    # pseudo-elements are left out, since the parser knows only the standard ones
    end = next((n for n, (one, other) in enumerate(pairwise(tokens)) if one == other == ":"), len(tokens))
    return all(map(names.may_match, parser.parse(tokens[:end] or "*")))


def _declarations(content: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        yield getattr(node, "name", ""), node.serialize()


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
        texts.append(f"{rule.prelude}{{{body}}}")
    return "".join(texts)
