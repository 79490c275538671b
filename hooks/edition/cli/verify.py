"""Compare the restatement (the edition's text) with the original (a reader's copy of the chapter)."""

import re
from collections.abc import Iterator
from pathlib import Path

from edition.model.anchors import PREFIXES, Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.original import Sentence
from edition.model.paragraph_texts import restated_text

MIN_COPIED_WORDS = 8  # number of consecutive shared words that counts as copying
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_COLUMNS = "{:9} {:6} {:>5} {:>8} {:>7}  {}"
Words = list[tuple[str, int]]  # case-folded words, each with the offset of its first character


def verify_restatement(build: BuildContext, root: Path) -> tuple[str, bool]:
    """Return two values: a table with one row per source paragraph (paragraph of the chapter), as text; and whether the
    restatement passes. ``build`` must contain the original.

    It passes if each source paragraph is cited by a record, and if no page or data file shares ``MIN_COPIED_WORDS`` or
    more consecutive words with the original.
    """
    edition = build.edition
    rows = [_COLUMNS.format("paragraf", "cocok", "kata", "kalimat", "nisbah", "yang bertumpu padanya"), *_rows(build)]
    unused = [anchor.label for anchor in _paragraph_anchors(edition) if not _records_citing(edition, anchor.name)]
    copied = list(_shared_runs(build, root))
    summary = [f"Tanpa catatan data yang bertumpu padanya: {', '.join(unused) or 'tidak ada'}."]
    summary += [
        f"Deret {MIN_COPIED_WORDS} kata atau lebih yang sama dengan naskah: {len(copied) or 'tidak ada'}.",
        *copied,
    ]
    return "\n".join([*rows, *summary]), not unused and not copied


def _rows(build: BuildContext) -> Iterator[str]:
    """Yield one row of the table for each source paragraph: "ya" (it matches the original), its numbers of words and
    sentences, the length of the restatement divided by that of the original, and the records that cite it.

    The first column is always "ya", because the original is loaded only if all paragraphs match.
    """
    edition = build.edition
    for anchor in _paragraph_anchors(edition):
        sentences = build.original[anchor.name]
        count = len(_text(sentences).split())
        ratio = len(words(restated_text(edition.pages, anchor.name))) / count
        records = ", ".join(_records_citing(edition, anchor.name)) or "–"
        yield _COLUMNS.format(anchor.label, "ya", count, len(sentences), f"{ratio:.2f}", records)


def _paragraph_anchors(edition: Edition) -> Iterator[Anchor]:
    return (anchor for anchor in edition.anchors if anchor.kind == "paragraphs")


def _records_citing(edition: Edition, paragraph: str) -> list[str]:
    """Return the names of the records that cite a source paragraph: labels, or titles for events and glossary terms.
    ``paragraph`` is the paragraph's anchor.
    """
    records = [(kind, each) for kind in PREFIXES if kind != "notes" for each in getattr(edition.dataset, kind)]
    anchors = [edition.anchor(kind, each.id) for kind, each in records if paragraph in each.sources]
    return [anchor.title if anchor.kind in ("timeline", "glossary") else anchor.label for anchor in anchors]


def words(text: str) -> Words:
    """Return the words of a text, in lower case, each with its offset. Asterisks (Markdown emphasis) separate words."""
    return [(match.group().casefold(), match.start()) for match in _WORD.finditer(text.replace("*", " "))]


def _shared_runs(build: BuildContext, root: Path) -> Iterator[str]:
    """Find sequences of at least ``MIN_COPIED_WORDS`` words that pages or data files share with the original. Yield a
    line of the report for each sequence: the file and line number, the number of words, and the first words.
    """
    anchors = _paragraph_anchors(build.edition)
    original = [word for anchor in anchors for word, _ in words(_text(build.original[anchor.name]))]
    runs = {tuple(original[start : start + MIN_COPIED_WORDS]) for start in range(len(original) - MIN_COPIED_WORDS + 1)}
    for path in sorted([*root.glob("docs/**/*.md"), *root.glob("data/*.yml")]):
        text = path.read_text(encoding="utf-8")
        text_words = words(text)
        start = 0
        while start + MIN_COPIED_WORDS <= len(text_words):
            end = start
            while (
                end + MIN_COPIED_WORDS <= len(text_words)
                and tuple(word for word, _ in text_words[end : end + MIN_COPIED_WORDS]) in runs
            ):
                end += 1
            if end > start:
                line = text.count("\n", 0, text_words[start][1]) + 1
                first = " ".join(word for word, _ in text_words[start : start + MIN_COPIED_WORDS])
                end += MIN_COPIED_WORDS - 1
                yield f"  {path.relative_to(root).as_posix()}:{line}: {end - start} kata: {first} …"
                start = end
            else:
                start += 1


def _text(sentences: tuple[Sentence, ...]) -> str:
    return " ".join("".join(text for text, _ in sentence.runs) for sentence in sentences)
