"""Which text is which source paragraph: proven by the fingerprint that the edition keeps of it."""

import hashlib
import re
from collections.abc import Iterator
from itertools import product

from edition.data.records import Paragraph
from edition.manuscript.splitter import HYPHEN

_MOST_HYPHENS = 12  # at the ends of a paragraph's lines; each doubles what is tried
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_OPENING = re.compile(r"(^|[\s(\[*])([\"'])")


def proven(paragraph: Paragraph, text: str) -> str | None:
    """The text, its line-end hyphens settled, if it is the paragraph: in whichever form quotation marks and dashes were
    typed, curled or straight.
    """
    if len(plain(text).split()) != paragraph.words or text.count(HYPHEN) > _MOST_HYPHENS:
        return None
    pieces = text.split(HYPHEN)
    for hyphens in product(("", "-"), repeat=len(pieces) - 1):
        settled = pieces[0] + "".join(hyphen + piece for hyphen, piece in zip(hyphens, pieces[1:], strict=True))
        for form in _forms(settled):
            if hashlib.sha256(plain(form).encode()).hexdigest() == paragraph.sha256:
                return form
    return None


def plain(text: str) -> str:
    """A text as its fingerprint is made: asterisks dropped, white space folded."""
    return " ".join(text.replace("*", "").split())


def _forms(text: str) -> Iterator[str]:
    straight = text.translate(_STRAIGHT)
    curled = _OPENING.sub(lambda match: match[1] + {'"': "“", "'": "‘"}[match[2]], straight)
    yield from dict.fromkeys((text, straight, curled.replace('"', "”").replace("'", "’")))
