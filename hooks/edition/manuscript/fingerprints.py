"""Compare text with the source paragraphs. Of these, the edition stores only SHA-256 hashes (fingerprints)."""

import hashlib
import re
from collections.abc import Iterator
from itertools import product

from edition.data.records import Paragraph
from edition.manuscript.splitter import HYPHEN

_MAX_HYPHENS = 12  # at line ends in one paragraph; each one doubles the number of variants to try
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_OPENING = re.compile(r"(^|[\s(\[*])([\"'])")


def match_paragraph(paragraph: Paragraph, text: str) -> str | None:
    """Return the variant of ``text`` whose hash is that of the paragraph, or ``None`` if there is none.

    Hyphens at line ends, which are marked with ``HYPHEN``, are kept in some variants and dropped in others. Quotation
    marks and dashes are those of ``text``, or their ASCII forms, or ASCII dashes with typographic quotation marks.
    """
    if len(plain(text).split()) != paragraph.words or text.count(HYPHEN) > _MAX_HYPHENS:
        return None
    pieces = text.split(HYPHEN)
    for hyphens in product(("", "-"), repeat=len(pieces) - 1):
        candidate = pieces[0] + "".join(hyphen + piece for hyphen, piece in zip(hyphens, pieces[1:], strict=True))
        for variant in _punctuation_variants(candidate):
            if hashlib.sha256(plain(variant).encode()).hexdigest() == paragraph.sha256:
                return variant
    return None


def plain(text: str) -> str:
    """Return a text in the form that is hashed: without asterisks, and with white space collapsed."""
    return " ".join(text.replace("*", "").split())


def _punctuation_variants(text: str) -> Iterator[str]:
    straight = text.translate(_STRAIGHT)
    curled = _OPENING.sub(lambda match: match[1] + {'"': "“", "'": "‘"}[match[2]], straight)
    yield from dict.fromkeys((text, straight, curled.replace('"', "”").replace("'", "’")))
