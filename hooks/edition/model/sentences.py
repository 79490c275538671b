"""Find where sentences end in Indonesian and English texts."""

import re

# A full stop ends a sentence if white space and a capital or digit follow, unless it belongs to an abbreviation.
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ])")
_ABBREVIATION = re.compile(r"(?:^|\W)(?:[A-Za-z]|No|Drs?|Prof|Ir|hlm|hal|dll|dsb|dkk|dst|Jl|vs|eds?|vol|cf|St)\.$")


def sentence_ends(text: str) -> list[int]:
    """Return the end offset of each sentence in ``text`` except the last."""
    return [match.end() for match in _END.finditer(text) if not _ABBREVIATION.search(text[: match.end()])]
