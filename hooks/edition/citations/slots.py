"""Slots: placeholders in citation templates for values that differ from work to work, such as the title.

A slot is one private-use character. ``docs/assets/js/citing/citation-format.js`` defines the same slots and replaces
them by the same rules.
"""

import re
from collections.abc import Mapping

TITLE, URL, LOCATOR, ACCESSED = "\ue000", "\ue001", "\ue002", "\ue003"
NAME = "\ue006"  # the name of an anchor
# A personal author: family name, full given names, initials, and initials without spaces between them.
AUTHOR, GIVEN, INITIALS, TIGHT_INITIALS = "\ue008", "\ue009", "\ue00a", "\ue00b"
UNIVERSITY, YEAR = "\ue00c", "\ue00d"
# A title inside quotation marks, with its own quotation marks nested.
QUOTED_TITLE = "\ue00e"
CONTAINER, QUOTED_CONTAINER = "\ue00f", "\ue010"
BODY = "\ue011"  # a corporate author
THESIS = "\ue012"  # the work cited in a secondary citation
QUOTED = {TITLE: QUOTED_TITLE, CONTAINER: QUOTED_CONTAINER}

_SLOT = re.compile("([\ue000-\ue003\ue006-\ue012])([\ue005”]*)(\\.?)")
_STRAIGHT_OPENING = re.compile(r"(^|[\s(\[“‘])\"")
_SWAPPED = {"“": "‘", "”": "’", "‘": "“", "’": "”"}
_APOSTROPHE_OR_QUOTE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])|[“”‘’]")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return the template with its slots (placeholder characters) replaced by their ``values``. Slots without a value
    are kept.

    If a value ends in a full stop, question mark or exclamation mark, a full stop that follows the slot is dropped:
    ``Why?`` in ``slot.`` gives ``Why?``. This also holds if a quotation mark or the end of italics is between them. CSL
    processors have the same rule.
    """

    def fill_slot(match: re.Match[str]) -> str:
        slot, closing, stop = match.groups()
        if slot not in values:
            return match.group()
        value = values[slot]
        return value + closing + ("" if value.rstrip("”’").endswith((".", "?", "!")) else stop)

    return _SLOT.sub(fill_slot, template)


def title_values(title: str, container: str = "") -> dict[str, str]:
    """Return a map from slot (placeholder character) to value, for the four slots of titles. ``title`` is the work's
    title, ``container`` the title of the work that contains it. Each title has two slots: one for the title as it is,
    one for the title inside quotation marks.
    """
    return {
        TITLE: title,
        QUOTED_TITLE: nest_quotes(title),
        CONTAINER: container,
        QUOTED_CONTAINER: nest_quotes(container),
    }


def nest_quotes(text: str) -> str:
    """Swap double and single quotation marks, so that the text can be quoted: ``a “b”`` → ``a ‘b’``. Apostrophes stay.
    This is a rule of the Indonesian orthography EYD V.
    """
    curly = _STRAIGHT_OPENING.sub(r"\1“", text).replace('"', "”")
    return _APOSTROPHE_OR_QUOTE.sub(lambda match: match[0] if _is_apostrophe(match) else _SWAPPED[match[0]], curly)


def quote(text: str) -> str:
    """Return a text in double quotation marks; those inside it become single: ``a “b”`` → ``“a ‘b’”``."""
    return f"“{nest_quotes(text)}”"


def _is_apostrophe(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return match[0] == "’" and before.isalpha() and after.isalpha()
