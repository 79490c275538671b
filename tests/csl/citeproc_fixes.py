"""Elements of a citation style, mended where citeproc-py 0.11.1 does not do what the CSL specification asks for.

Each is mended in the class of the element that the specification names, so that no string is ever touched afterwards:

- ``cs:substitute``: what was rendered in place of a missing name is suppressed in the rest of the entry. The
  library suppresses a variable only where it is named in the substitute itself, not in a macro called there;
  so a work without author showed its title twice.
- ``cs:if disambiguate="true"``: false unless two citations would look alike. The library takes it for true.
- ``cs:group``: drawn only if a variable in it was. The library counts a ``cs:choose`` in it for one, even where the
  branch taken holds words alone; so a thesis without number was called a "publication" (APA).
- ``cs:name initialize="false"``: given names stay whole. The library shortens them (MLA, Chicago).
- ``quotes="true"``: quotation marks within are turned. The library leaves them.
"""

from contextvars import ContextVar
from typing import Any

from citeproc import model

from edition.citations.slots import QUOTED, turn_quotes

# Elements live no longer than a call, so what one tells another is kept beside them: which variables a substitute has
# rendered so far, and whether the choice that was rendered last counts as a variable.
_substituted: ContextVar[list[tuple[str, str]] | None] = ContextVar("substituted", default=None)
_choice_counts: ContextVar[bool] = ContextVar("choice_counts", default=True)


class Text(model.Text):  # type: ignore[misc]
    """``cs:text`` that tells a substitute around it which variables it rendered."""

    def quote(self, string: str) -> Any:
        """The text in quotation marks, if the style wants them; those in it are turned."""
        return super().quote(_turned(string) if self.get("quotes") == "true" else string)

    def _variable(self, item: Any, context: Any) -> Any:
        text = super()._variable(item, context)
        if text and (substituted := _substituted.get()) is not None:
            substituted.append((self.tag, self.get("variable")))
        return text


class Substitute(model.Substitute):  # type: ignore[misc]
    """``cs:substitute`` that suppresses all that it rendered, whichever macro did."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """What stands in place of the name."""
        token = _substituted.set([])
        try:
            return super().render(item, context=context, **kwargs)
        finally:
            _substituted.reset(token)

    def add_to_repressed_list(self, child: Any, context: Any) -> None:
        """Note what is not to be said again."""
        super().add_to_repressed_list(child, context)
        for tag, variable in _substituted.get() or ():
            context.get_layout().repressed.setdefault(tag, []).append(variable)


class If(model.If):  # type: ignore[misc]
    """``cs:if`` to which a single citation is never ambiguous."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """What the branch holds. Raises ConditionFailed where it is not taken."""
        if self.get("disambiguate") == "true":
            raise model.ConditionFailed
        return super().render(item, context=context, delimiter=delimiter, **kwargs)


class ElseIf(If, model.Else_If):  # type: ignore[misc]
    """The same for ``cs:else-if``."""


class Choose(model.Choose):  # type: ignore[misc]
    """``cs:choose`` that counts as a variable to the group around it unless the branch that it took holds nothing but
    words of the style.
    """

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """What the first branch holds whose condition is met."""
        for branch in self.iterchildren(tag="{*}*"):
            try:
                text = branch.render(item, context=context, delimiter=delimiter, **kwargs)
            except model.ConditionFailed:
                continue
            _choice_counts.set(any(each.get("value") is None for each in branch.iterchildren(tag="{*}*")))
            return text
        return None

    def calls_variable(self) -> bool:
        """A group asks just before it renders this, which tells nothing yet, and just after."""
        counts = _choice_counts.get()
        _choice_counts.set(True)
        return counts and bool(super().calls_variable())


class Name(model.Name):  # type: ignore[misc]
    """``cs:name`` that leaves given names whole where the style says so."""

    def initialize(self, given: str, mark: str, context: Any) -> str:
        """The given names as the style wants them."""
        if self.get("initialize") == "false":
            return given
        return str(super().initialize(given, mark, context))


def _turned(text: object) -> str:
    """The text as it stands within quotation marks; the slot of a title becomes that of the quoted title."""
    return turn_quotes(str(text)).translate({ord(title): quoted for title, quoted in QUOTED.items()})


MENDED = {
    "text": Text, "substitute": Substitute, "if": If, "else-if": ElseIf, "choose": Choose, "name": Name,
}  # fmt: skip
