"""Selectors of a stylesheet, and whether they may match an element with given names."""

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

import tinycss2
from cssselect2 import parser

from edition.rendering.used_names import UsedNames


class ParsedSelector:
    """A selector, which is parsed when that is first needed: comparing its classes takes much less time."""

    def __init__(self, tokens: list[Any]) -> None:
        self._tokens = tokens
        self._classes = {f".{name.value}" for dot, name in pairwise(tokens) if dot == "." and name.type == "ident"}

    @cached_property
    def text(self) -> str:
        """The selector as CSS."""
        return str(tinycss2.serialize(self._tokens))

    @cached_property
    def _parsed(self) -> tuple[Any, ...]:
        # pseudo-elements are left out, since the parser knows only the standard ones
        end = next((n for n, (one, other) in enumerate(pairwise(self._tokens)) if one == other == ":"), None)
        return tuple(parser.parse(self._tokens[:end] or "*"))

    @cached_property
    def pseudos(self) -> frozenset[str]:
        """The names of all pseudo-classes and pseudo-elements, also inside functions such as ``:is()``."""
        return frozenset(_pseudos(self._tokens))

    def may_match(self, names: UsedNames) -> bool:
        """Return whether an element with these names may match the selector."""
        return names.ancestors.keys() >= self._classes and all(map(names.may_match, self._parsed))


def split_selectors(tokens: Iterable[Any]) -> tuple[ParsedSelector, ...]:
    """Split the tokens of a selector list at its commas."""
    groups = groupby(tokens, key=lambda part: bool(part == ","))
    return tuple(ParsedSelector(list(group)) for is_comma, group in groups if not is_comma)


def _pseudos(tokens: Iterable[Any]) -> Iterable[str]:
    is_after_colon = False
    for part in tokens:
        if is_after_colon and part.type == "ident":
            yield part.lower_value
        if part.type == "function":
            yield from _pseudos(part.arguments)
        is_after_colon = bool(part == ":")
