"""Load the original, which is the chapter's text that a reader supplies.

Every source paragraph is matched with a part of that text, and divided into sentences.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from edition.data.problems import Problem, Where
from edition.data.records import Chapter, Section
from edition.manuscript import file_reader
from edition.manuscript.fingerprints import match_paragraph
from edition.manuscript.mismatch import count_matches, diagnose
from edition.manuscript.splitter import Block, generate_splits, join_lines
from edition.model.dataset import Dataset
from edition.model.notes import parse_sentence_name
from edition.model.original import Original, Sentence

# A full stop ends a sentence if white space and a capital or digit follow, unless it belongs to an abbreviation.
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ])")
_ABBREVIATION = re.compile(r"(?:^|\W)(?:[A-Za-z]|No|Drs?|Prof|Ir|hlm|hal|dll|dsb|dkk|dst|Jl|vs|eds?|vol|cf|St)\.$")


def resolve_path(root: Path, chapter: str) -> Path:
    """Return the absolute path of a reader's copy; a relative ``chapter`` is resolved against the project folder."""
    return (root / Path(chapter).expanduser()).resolve()


def load_original(dataset: Dataset, root: Path, chapter: str) -> tuple[Original, list[Problem]]:
    """Return the original from the file ``chapter`` (empty if the file does not match), and the problems found."""
    try:
        text = file_reader.read(resolve_path(root, chapter))
    except file_reader.UnreadableFileError as error:
        return {}, [Problem(Where(chapter), "E060", f"naskah bab: {error}")]
    original, problems = match_text(text, dataset.chapter, chapter)
    return original, [*problems, *_missing_sentences(dataset, original)]


def _missing_sentences(dataset: Dataset, original: Original) -> Iterator[Problem]:
    """Yield a problem for each sentence that a note refers to but the original does not have."""
    for note in dataset.notes:
        for index, each in enumerate(note.sentences):
            anchor, number = parse_sentence_name(each)
            if anchor in original and number > len(original[anchor]):
                message = f'kalimat "{each}" tidak ada; paragraf itu {len(original[anchor])} kalimat'
                yield Problem(note.where("sentences", index), "E062", message)


def match_text(text: str, chapter: Chapter, file: str) -> tuple[Original, list[Problem]]:
    """Return the original from ``text``, the content of ``file``; or an empty mapping and the problems found."""
    failed = []
    for split in generate_splits(text, chapter):
        parts = [_match_section(section, split.get(section.number, ())) for section in chapter.sections]
        if all(part is not None for part in parts):
            return {anchor: sentences(words) for part in parts if part for anchor, words in part.items()}, []
        failed.append(split)
    nearest = max(failed, key=lambda split: count_matches(chapter, split))  # of equal counts, the first
    return {}, diagnose(chapter, nearest, file)


def _match_section(section: Section, blocks: Sequence[Block]) -> dict[str, str] | None:
    """Return a map from anchor to text, or ``None`` if the blocks are not exactly the section's paragraphs in order."""
    matches: dict[str, str] = {}
    start = 0
    for paragraph in section.paragraphs:
        end = start + 1
        while end <= len(blocks):
            if text := match_paragraph(paragraph, join_lines(block.text for block in blocks[start:end])):
                matches[paragraph.anchor] = text
                break
            if end == len(blocks) or not blocks[end].may_continue_previous:
                return None
            end += 1
        start = end
    return matches if start == len(blocks) else None


def sentences(text: str) -> tuple[Sentence, ...]:
    """Divide the text of a paragraph, with ``*italics*`` marked, into sentences."""
    runs = list(_split_italics(" ".join(text.split())))
    plain_text = "".join(part for part, _ in runs)
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(plain_text)
        if not _ABBREVIATION.search(plain_text[: match.end()])
    ]
    spans = pairwise([0, *ends, len(plain_text)])
    return tuple(Sentence(number, tuple(_slice_runs(runs, *span))) for number, span in enumerate(spans, 1))


def _split_italics(text: str) -> Iterator[tuple[str, bool]]:
    """Yield (part, whether it is italic) for each part of a text. An asterisk without a partner marks nothing."""
    parts = text.split("*")
    for index, part in enumerate(parts):
        if part:
            yield part, index % 2 == 1 and index < len(parts) - 1


def _slice_runs(runs: Sequence[tuple[str, bool]], start: int, end: int) -> Iterator[tuple[str, bool]]:
    """Yield the runs of the text from ``start`` to ``end`` (in characters), without leading white space."""
    position, is_first = 0, True
    for text, italic in runs:
        part = text[max(start - position, 0) : max(end - position, 0)]
        position += len(text)
        if part := part.lstrip() if is_first else part:
            yield part, italic
            is_first = False
