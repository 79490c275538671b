"""The chapter itself, as a reader's copy has it: all its paragraphs, proven, in sentences; or what is wrong."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from edition.data.problems import Problem, Where
from edition.data.records import Chapter, Section
from edition.manuscript import file_reader
from edition.manuscript.fingerprints import proven
from edition.manuscript.mismatch import count_proven, diagnosed
from edition.manuscript.splitter import Block, joined, splits
from edition.model.dataset import Dataset
from edition.model.notes import sentence_of
from edition.model.original import Original, Sentence

# A full stop ends a sentence where white space and a capital follow; not in an abbreviation.
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ])")
_ABBREVIATION = re.compile(r"(?:^|\W)(?:[A-Za-z]|No|Drs?|Prof|Ir|hlm|hal|dll|dsb|dkk|dst|Jl|vs|eds?|vol|cf|St)\.$")


def resolve_path(root: Path, chapter: str) -> Path:
    """Where a reader's copy is: ``chapter`` is counted from the folder of the project on."""
    return (root / Path(chapter).expanduser()).resolve()


def load_original(dataset: Dataset, root: Path, chapter: str) -> tuple[Original, list[Problem]]:
    """The original in the file that ``chapter`` names, whole, or else what is wrong with it."""
    try:
        text = file_reader.read(resolve_path(root, chapter))
    except file_reader.UnreadableFileError as error:
        return {}, [Problem(Where(chapter), "E060", f"naskah bab: {error}")]
    original, problems = match_text(text, dataset.chapter, chapter)
    return original, [*problems, *_sentences_are_there(dataset, original)]


def _sentences_are_there(dataset: Dataset, original: Original) -> Iterator[Problem]:
    """The sentences that notes speak of are in the original."""
    for note in dataset.notes:
        for index, each in enumerate(note.sentences):
            anchor, number = sentence_of(each)
            if anchor in original and number > len(original[anchor]):
                told = f'kalimat "{each}" tidak ada; paragraf itu {len(original[anchor])} kalimat'
                yield Problem(note.where("sentences", index), "E062", told)


def match_text(text: str, chapter: Chapter, file: str) -> tuple[Original, list[Problem]]:
    """The original in the text of ``file``, whole, or else what is wrong with it."""
    ways = []
    for split in splits(text, chapter):
        parts = [_found(section, split.get(section.number, ())) for section in chapter.sections]
        if all(part is not None for part in parts):
            return {anchor: sentences(words) for part in parts if part for anchor, words in part.items()}, []
        ways.append(split)
    nearest = max(ways, key=lambda split: count_proven(chapter, split))  # the first of those that have the most
    return {}, diagnosed(chapter, nearest, file)


def _found(section: Section, blocks: Sequence[Block]) -> dict[str, str] | None:
    """The paragraphs of a section, by anchor, if its blocks are all of them, in their order, and no more."""
    found: dict[str, str] = {}
    at = 0
    for paragraph in section.paragraphs:
        end = at + 1
        while end <= len(blocks):
            if text := proven(paragraph, joined(block.text for block in blocks[at:end])):
                found[paragraph.anchor] = text
                break
            if end == len(blocks) or not blocks[end].may_go_on:
                return None
            end += 1
        at = end
    return found if at == len(blocks) else None


def sentences(text: str) -> tuple[Sentence, ...]:
    """A paragraph with its italics marked, sentence by sentence."""
    runs = list(_runs(" ".join(text.split())))
    whole = "".join(part for part, _ in runs)
    ends = [match.end() for match in _END.finditer(whole) if not _ABBREVIATION.search(whole[: match.end()])]
    stretches = pairwise([0, *ends, len(whole)])
    return tuple(Sentence(number, tuple(_cut(runs, *stretch))) for number, stretch in enumerate(stretches, 1))


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a marked text; an asterisk without its pair marks nothing."""
    parts = text.split("*")
    for index, part in enumerate(parts):
        if part:
            yield part, index % 2 == 1 and index < len(parts) - 1


def _cut(runs: Sequence[tuple[str, bool]], start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The stretch of a text from ``start`` to ``end``, without the white space ahead of it."""
    at, is_first = 0, True
    for text, italic in runs:
        part = text[max(start - at, 0) : max(end - at, 0)]
        at += len(text)
        if part := part.lstrip() if is_first else part:
            yield part, italic
            is_first = False
