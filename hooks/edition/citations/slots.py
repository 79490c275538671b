"""Slots in the templates of citations: private-use characters that stand for what differs from work to work.

``docs/assets/js/citing/citation-format.js`` names the same slots, and fills them by the same rules.
"""

import re
from collections.abc import Mapping

TITLE, URL, LOCATOR, ACCESSED = "\ue000", "\ue001", "\ue002", "\ue003"
NAME = "\ue006"  # of an anchor
# A person as author; given names whole, as initials, and as initials without spaces between them.
AUTHOR, GIVEN, INITIALS, TIGHT_INITIALS = "\ue008", "\ue009", "\ue00a", "\ue00b"
UNIVERSITY, YEAR = "\ue00c", "\ue00d"
# A title as it stands within quotation marks.
QUOTED_TITLE = "\ue00e"
CONTAINER, QUOTED_CONTAINER = "\ue00f", "\ue010"
BODY = "\ue011"  # a body as author
THESIS = "\ue012"  # what a work is called that is cited through another
QUOTED = {TITLE: QUOTED_TITLE, CONTAINER: QUOTED_CONTAINER}

_SLOT = re.compile("([\ue000-\ue003\ue006-\ue012])([\ue005”]*)(\\.?)")
_STRAIGHT_OPENING = re.compile(r"(^|[\s(\[“‘])\"")
_TURNED = {"“": "‘", "”": "’", "‘": "“", "’": "”"}
_APOSTROPHE_OR_QUOTE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])|[“”‘’]")


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with these slots filled; others stay. A full stop behind a value that ends in a stop, question mark
    or exclamation mark is left out, also where italics or a quotation end between them (as CSL processors do).
    """

    def filled(match: re.Match[str]) -> str:
        slot, closing, stop = match.groups()
        if slot not in values:
            return match.group()
        value = values[slot]
        return value + closing + ("" if value.rstrip("”’").endswith((".", "?", "!")) else stop)

    return _SLOT.sub(filled, template)


def title_values(title: str, container: str = "") -> dict[str, str]:
    """The values of the slots for titles, as they stand alone and within quotation marks."""
    return {
        TITLE: title,
        QUOTED_TITLE: turn_quotes(title),
        CONTAINER: container,
        QUOTED_CONTAINER: turn_quotes(container),
    }


def turn_quotes(text: str) -> str:
    """A text as it stands within quotation marks: those in it are single, and those within these double (EYD V)."""
    curly = _STRAIGHT_OPENING.sub(r"\1“", text).replace('"', "”")
    return _APOSTROPHE_OR_QUOTE.sub(lambda match: match[0] if _is_apostrophe(match) else _TURNED[match[0]], curly)


def quote(text: str) -> str:
    """A text in quotation marks."""
    return f"“{turn_quotes(text)}”"


def _is_apostrophe(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return match[0] == "’" and before.isalpha() and after.isalpha()
