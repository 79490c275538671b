"""Names in pages, to find out which rules of a style sheet can apply to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cssselect2 import parser
from lxml import html

_PLAIN = "plain "  # before the names of elements with this class: the edition reverts the theme's styles for them


@dataclass(eq=False)
class UsedNames:
    """The names in pages: elements, classes (``.name``) and ids (``#name``), each with the names of all its ancestors
    and with its attributes as (name, value); and all attributes. ``has_any_attribute``: any element may have any
    attribute, since scripts and browsers set some, for example ``open``.
    """

    ancestors: dict[str, set[str]] = field(default_factory=dict)
    attributes_of: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    has_any_attribute: bool = False
    _seen: set[tuple[frozenset[str], tuple[str, ...]]] = field(default_factory=set)

    def add(self, element: html.HtmlElement, above: frozenset[str] = frozenset()) -> None:
        """Add the names of an element and of all in it; ``above`` are the names of its ancestors."""
        tag, classes = str(element.tag), element.get("class", "").split()
        tag = f"{_PLAIN}{tag}" if _is_plain(element) else tag
        own = (tag, *(f".{name}" for name in classes), *([f"#{element.get('id')}"] if "id" in element.attrib else ()))
        self.add_attributes(own, element.attrib.items())
        if (above, own) not in self._seen:
            self._seen.add((above, own))
            for name in own:
                self.ancestors.setdefault(name, set()).update(above)
        inside = above.union(own)
        for child in element.iterchildren("*"):
            self.add(child, inside)

    def add_attributes(self, names: Iterable[str], attributes: Iterable[tuple[str, str]]) -> None:
        """Add attributes (name, value) of elements with these names."""
        added = set(attributes)
        self.attributes |= added
        for name in names:
            self.attributes_of.setdefault(name, set()).update(added)

    def merge(self, other: "UsedNames") -> None:
        """Add all names of ``other``."""
        for name, above in other.ancestors.items():
            self.ancestors.setdefault(name, set()).update(above)
        for name, attributes in other.attributes_of.items():
            self.add_attributes([name], attributes)

    def with_plain_elements(self) -> "UsedNames":
        """Return a copy in which elements with the class ``plain`` have their own names, as for all styles but those of
        the theme.
        """
        result = UsedNames()
        for name, above in self.ancestors.items():
            result.ancestors.setdefault(name.removeprefix(_PLAIN), set()).update(
                each.removeprefix(_PLAIN) for each in above
            )
        for name, attributes in self.attributes_of.items():
            result.add_attributes([name.removeprefix(_PLAIN)], attributes)
        return result

    def may_match(self, selector: Any) -> bool:
        """Return whether an element with used names may match ``selector``, a parsed selector or a part of one."""
        match selector:
            case parser.CombinedSelector(combinator=" " | ">"):
                return self._may_contain(selector.left, selector.right)
            case parser.CombinedSelector():
                return self.may_match(selector.left) and self.may_match(selector.right)
            case parser.CompoundSelector():
                return self._may_match_compound(selector.simple_selectors)
            case parser.MatchesAnySelector() | parser.SpecificityAdjustmentSelector():
                return any(map(self.may_match, selector.selector_list))
            case parser.RelationalSelector():
                return any(self.may_match(each.selector) for each in selector.selector_list)
            case parser.Selector():
                return self.may_match(selector.parsed_tree)
            case parser.AttributeSelector():
                return self.has_any_attribute or _has_attribute(self.attributes, selector)
            case parser.LocalNameSelector() | parser.ClassSelector() | parser.IDSelector():
                return _name_of(selector) in self.ancestors
        return True  # a pseudo-class or :not(): it depends on more than names

    def _may_match_compound(self, parts: Sequence[Any]) -> bool:
        if not all(map(self.may_match, parts)):
            return False
        if self.has_any_attribute:
            return True
        names = [name for each in parts if (name := _name_of(each))]
        attributes = [each for each in parts if isinstance(each, parser.AttributeSelector)]
        return all(_has_attribute(self.attributes_of[name], each) for name in names for each in attributes)

    def _may_contain(self, outer: Any, inner: Any) -> bool:
        if not (self.may_match(outer) and self.may_match(inner)):
            return False
        nearest = outer.right if isinstance(outer, parser.CombinedSelector) else outer
        needed = [name for each in nearest.simple_selectors if (name := _name_of(each))]
        inner_names = [name for each in inner.simple_selectors if (name := _name_of(each))]
        return all(self.ancestors[name].issuperset(needed) for name in inner_names)


def _has_attribute(attributes: set[tuple[str, str]], selector: Any) -> bool:
    if selector.operator == "=":
        return (selector.lower_name, selector.value) in attributes
    return any(name == selector.lower_name for name, _ in attributes)


def _is_plain(element: html.HtmlElement) -> bool:
    """Return whether the edition reverts all styles of the theme on an element (``content/typography.css``)."""
    parent = element.getparent() if element.tag == "summary" else None
    return any("plain" in each.get("class", "").split() for each in (element, parent) if each is not None)


def _name_of(selector: Any) -> str:
    """Return the name that a simple selector needs, as in ``UsedNames``; "" if it needs none."""
    match selector:
        case parser.LocalNameSelector():
            return str(selector.lower_local_name)
        case parser.ClassSelector():
            return f".{selector.class_name}"
        case parser.IDSelector():
            return f"#{selector.ident}"
    return ""
