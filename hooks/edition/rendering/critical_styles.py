"""Split a stylesheet into critical CSS, which is needed for the first paint of a page, and all other rules.

The others are for print, forced colors, and states that only an action of the reader or a script produces. A page with
its critical CSS inline is painted without waiting for a file, and its layout does not shift when the others arrive.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from edition.rendering.parsed_selectors import ParsedSelector, split_selectors
from edition.rendering.used_names import UsedNames

_LATER_MEDIA = ("print", "forced-colors")
_LATER_STATES = frozenset({
    "active", "focus", "focus-visible", "focus-within", "hover", "placeholder", "selection", "backdrop",
    "-webkit-details-marker", "-webkit-scrollbar", "-webkit-scrollbar-thumb",
})  # fmt: skip


@dataclass(frozen=True)
class _Rule:
    """A rule as CSS. ``selectors`` are those of its selectors that can match at the first paint: none of those with
    ``:hover``, ``:focus`` and the like, and none at all if the rule is for print or forced colors.
    """

    text: str
    selectors: tuple[ParsedSelector, ...] = ()

    def may_match(self, names: UsedNames) -> bool:
        """Return whether the rule may match an element with these names at the first paint."""
        return any(selector.may_match(names) for selector in self.selectors)


@dataclass(frozen=True)
class _Group:
    """The rules of a conditional group such as ``@media``."""

    prelude: str
    rules: tuple["_Rule | _Group", ...]


class DividedStylesheet:
    """A stylesheet from which the critical CSS of each page can be taken. ``in_pages`` are the names in all pages
    before scripts have run, ``by_scripts`` those in the dialogs and states that scripts add to pages.
    """

    def __init__(self, stylesheet: str, in_pages: UsedNames, by_scripts: UsedNames) -> None:
        self._rules = tuple(_parse(tinycss2.parse_stylesheet(stylesheet)))
        self._in_pages, self._by_scripts = in_pages, by_scripts

    def critical(self, names: UsedNames) -> str:
        """Return the critical CSS of a page; ``names`` are the names in it before scripts have run. A rule that is
        critical on one page, and that scripts need on any page, is critical on all, since ``later`` leaves it out.
        """
        return _serialize(
            self._rules,
            lambda rule: rule.may_match(names) or (rule.may_match(self._by_scripts) and rule.may_match(self._in_pages)),
        )

    def later(self) -> str:
        """Return the rules that are not critical on any page as CSS."""
        return _serialize(self._rules, lambda rule: not rule.may_match(self._in_pages))


def _parse(nodes: Iterable[Any]) -> Iterator[_Rule | _Group]:
    for node in nodes:
        if node.type == "at-rule" and node.at_keyword in ("media", "supports"):
            prelude = tinycss2.serialize(node.prelude)
            is_later = "not print" not in prelude and any(name in prelude for name in _LATER_MEDIA)
            rules = tuple(_parse(tinycss2.parse_rule_list(node.content)))
            yield _Rule(node.serialize()) if is_later else _Group(f"@{node.at_keyword}{prelude}", rules)
        elif node.type == "qualified-rule":
            selectors = split_selectors(node.prelude)
            yield _Rule(node.serialize(), tuple(each for each in selectors if _LATER_STATES.isdisjoint(each.pseudos)))
        else:
            yield _Rule(node.serialize())


def _serialize(rules: Iterable[_Rule | _Group], is_wanted: Callable[[_Rule], bool]) -> str:
    texts = []
    for rule in rules:
        if isinstance(rule, _Rule):
            texts += [rule.text] if is_wanted(rule) else []
        elif inner := _serialize(rule.rules, is_wanted):
            texts.append(f"{rule.prelude}{{{inner}}}")
    return "".join(texts)
