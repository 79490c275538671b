"""The restatement read against the original: what ``make verify`` prints, paragraph by paragraph."""

import re
from collections.abc import Iterator
from pathlib import Path

from edition.model.anchors import PREFIXES, Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.original import Sentence

RUN = 8  # words in a row that are no longer a restatement's own
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MARKUP = re.compile(r"\]\([^)]*\)|\{:?[^{}]*\}|^///.*$", re.MULTILINE)
_COLUMNS = "{:9} {:6} {:>5} {:>8} {:>7}  {}"
Words = list[tuple[str, int]]  # in lower case, each with where it begins


def verify_restatement(build: BuildContext, root: Path) -> tuple[str, bool]:
    """The table, and whether nothing in it is amiss: every paragraph rests under a record, and no run of words is
    shared. ``build`` has the original.
    """
    edition = build.edition
    rows = [_COLUMNS.format("paragraf", "cocok", "kata", "kalimat", "nisbah", "yang bertumpu padanya"), *_rows(build)]
    alone = [anchor.label for anchor in _paragraphs(edition) if not _resting(edition, anchor.name)]
    shared = list(_shared(build, root))
    told = [f"Tanpa catatan data yang bertumpu padanya: {', '.join(alone) or 'tidak ada'}."]
    told += [f"Deret {RUN} kata atau lebih yang sama dengan naskah: {len(shared) or 'tidak ada'}.", *shared]
    return "\n".join([*rows, *told]), not alone and not shared


def _rows(build: BuildContext) -> Iterator[str]:
    """Each paragraph: matched as all are, words, sentences, how long the restatement is next to it, and the records."""
    edition = build.edition
    for anchor in _paragraphs(edition):
        sentences = build.original[anchor.name]
        count = len(_text(sentences).split())
        ratio = len(words(_restated(edition, anchor.name))) / count
        records = ", ".join(_resting(edition, anchor.name)) or "–"
        yield _COLUMNS.format(anchor.label, "ya", count, len(sentences), f"{ratio:.2f}", records)


def _paragraphs(edition: Edition) -> Iterator[Anchor]:
    return (anchor for anchor in edition.anchors if anchor.kind == "paragraphs")


def _resting(edition: Edition, paragraph: str) -> list[str]:
    """The labels of the records that name a paragraph as their source."""
    records = [(kind, each) for kind in PREFIXES if kind != "notes" for each in getattr(edition.dataset, kind)]
    anchors = [edition.anchor(kind, each.id) for kind, each in records if paragraph in each.sources]
    return [anchor.title if anchor.kind in ("timeline", "glossary") else anchor.label for anchor in anchors]


def _restated(edition: Edition, anchor: str) -> str:
    """The source of a paragraph's restatement, without its markup."""
    for page in edition.pages:
        for block in page.blocks:
            if block.argument == anchor:
                lines = page.text.split("\n")[block.where.line : block.last - 1]
                return _MARKUP.sub(" ", "\n".join(lines))
    return ""


def words(text: str) -> Words:
    """The words of a text; emphasis is none of them."""
    return [(match.group().casefold(), match.start()) for match in _WORD.finditer(text.replace("*", " "))]


def _shared(build: BuildContext, root: Path) -> Iterator[str]:
    """The runs of words that pages and data share with the original: where, how many, and the first of them."""
    anchors = _paragraphs(build.edition)
    original = [word for anchor in anchors for word, _ in words(_text(build.original[anchor.name]))]
    runs = {tuple(original[at : at + RUN]) for at in range(len(original) - RUN + 1)}
    for path in sorted([*root.glob("docs/**/*.md"), *root.glob("data/*.yml")]):
        text = path.read_text(encoding="utf-8")
        found = words(text)
        at = 0
        while at + RUN <= len(found):
            end = at
            while end + RUN <= len(found) and tuple(word for word, _ in found[end : end + RUN]) in runs:
                end += 1
            if end > at:
                line = text.count("\n", 0, found[at][1]) + 1
                first = " ".join(word for word, _ in found[at : at + RUN])
                yield f"  {path.relative_to(root).as_posix()}:{line}: {end - at + RUN - 1} kata: {first} …"
                at = end + RUN - 1
            else:
                at += 1


def _text(sentences: tuple[Sentence, ...]) -> str:
    return " ".join("".join(text for text, _ in sentence.runs) for sentence in sentences)
