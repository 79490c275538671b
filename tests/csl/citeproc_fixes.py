"""Subclasses of citeproc-py 0.11.1 elements that fix deviations from the CSL specification.

Each fix is in the class of the element that the specification names, so no rendered string is edited afterwards:

- ``cs:substitute``: what was rendered in place of a missing name is suppressed in the rest of the entry. The
  library suppresses a variable only if the substitute itself names it, not if a macro called there does; so a work
  without an author showed its title twice.
- ``cs:if disambiguate="true"``: false unless two citations would look alike. The library treats it as true.
- ``cs:group``: rendered only if one of its variables was. The library counts a ``cs:choose`` in it as a variable, even
  if the branch taken contains only fixed words; so a thesis without a number was called a "publication" (APA).
- ``cs:name initialize="false"``: given names are written in full. The library shortens them (MLA, Chicago).
- ``quotes="true"``: quotation marks inside alternate between double and single. The library leaves them unchanged.
"""

from contextvars import ContextVar
from typing import Any

from citeproc import model

from edition.citations.slots import QUOTED, nest_quotes

# lxml may discard and recreate element objects between calls, so shared state is kept in context variables: the CSL
# variables that a substitute has rendered so far, and whether the last rendered choose counts as a variable.
_substituted: ContextVar[list[tuple[str, str]] | None] = ContextVar("substituted", default=None)
_choice_counts: ContextVar[bool] = ContextVar("choice_counts", default=True)


class Text(model.Text):  # type: ignore[misc]
    """``cs:text`` that records the variables it rendered for an enclosing substitute."""

    def quote(self, string: str) -> Any:
        """Put the text in quotation marks if the style requires them; marks inside it alternate."""
        return super().quote(_for_quoting(string) if self.get("quotes") == "true" else string)

    def _variable(self, item: Any, context: Any) -> Any:
        text = super()._variable(item, context)
        if text and (substituted := _substituted.get()) is not None:
            substituted.append((self.tag, self.get("variable")))
        return text


class Substitute(model.Substitute):  # type: ignore[misc]
    """``cs:substitute`` that suppresses every variable it rendered, including those in macros."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Render the replacement for the missing name."""
        token = _substituted.set([])
        try:
            return super().render(item, context=context, **kwargs)
        finally:
            _substituted.reset(token)

    def add_to_repressed_list(self, child: Any, context: Any) -> None:
        """Add the rendered variables to those suppressed in the rest of the entry."""
        super().add_to_repressed_list(child, context)
        for tag, variable in _substituted.get() or ():
            context.get_layout().repressed.setdefault(tag, []).append(variable)


class If(model.If):  # type: ignore[misc]
    """``cs:if`` in which ``disambiguate`` is false, since a single citation is never ambiguous."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """Render the branch. Raises ConditionFailed if its condition is not met."""
        if self.get("disambiguate") == "true":
            raise model.ConditionFailed
        return super().render(item, context=context, delimiter=delimiter, **kwargs)


class ElseIf(If, model.Else_If):  # type: ignore[misc]
    """``cs:else-if`` with the same fix."""


class Choose(model.Choose):  # type: ignore[misc]
    """``cs:choose`` that counts as a variable of the enclosing group, unless the branch taken contains only fixed
    words of the style.
    """

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """Render the first branch whose condition is met."""
        for branch in self.iterchildren(tag="{*}*"):
            try:
                text = branch.render(item, context=context, delimiter=delimiter, **kwargs)
            except model.ConditionFailed:
                continue
            _choice_counts.set(any(each.get("value") is None for each in branch.iterchildren(tag="{*}*")))
            return text
        return None

    def calls_variable(self) -> bool:
        """Return whether this counts as a variable. A group asks before rendering (no answer yet: true) and after."""
        counts = _choice_counts.get()
        _choice_counts.set(True)
        return counts and bool(super().calls_variable())


class Name(model.Name):  # type: ignore[misc]
    """``cs:name`` that does not shorten given names if the style forbids it."""

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """Return the given names, in full or as initials according to the style."""
        if self.get("initialize") == "false":
            return given
        return str(super().initialize(given, mark, context))


def _for_quoting(text: object) -> str:
    """Return the text for use inside quotation marks; the slot of a title becomes that of the quoted title."""
    return nest_quotes(str(text)).translate({ord(title): quoted for title, quoted in QUOTED.items()})


FIXED_ELEMENTS = {
    "text": Text, "substitute": Substitute, "if": If, "else-if": ElseIf, "choose": Choose, "name": Name,
}  # fmt: skip
