"""Load the original: the text of the chapter, from a copy that a reader supplies.

Each source paragraph is matched with a passage of the copy, and that passage is divided into sentences.
"""

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
from edition.model.sentences import sentence_ends


def resolve_path(root: Path, chapter: str) -> Path:
    """Return the absolute path of a reader's copy. If ``chapter`` is relative, it is relative to the project folder
    ``root``.
    """
    return (root / Path(chapter).expanduser()).resolve()


def load_original(dataset: Dataset, root: Path, chapter: str) -> tuple[Original, list[Problem]]:
    """Read a reader's copy of the chapter. Returns (sentences by paragraph anchor, problems).

    ``chapter`` is the path of the copy, relative to ``root``. There are no sentences if the copy is unreadable or
    differs from the chapter.
    """
    try:
        text = file_reader.read(resolve_path(root, chapter))
    except file_reader.UnreadableFileError as error:
        return {}, [Problem(Where(chapter), "E060", f"naskah bab: {error}")]
    original, problems = match_text(text, dataset.chapter, chapter)
    return original, [*problems, *_missing_sentences(dataset, original)]


def _missing_sentences(dataset: Dataset, original: Original) -> Iterator[Problem]:
    """Yield a problem for each note that refers to a missing sentence, e.g. to the fourth of a paragraph with three."""
    for note in dataset.notes:
        for index, each in enumerate(note.sentences):
            anchor, number = parse_sentence_name(each)
            if anchor in original and number > len(original[anchor]):
                message = f'kalimat "{each}" tidak ada; paragraf itu {len(original[anchor])} kalimat'
                yield Problem(note.where("sentences", index), "E062", message)


def match_text(text: str, chapter: Chapter, file: str) -> tuple[Original, list[Problem]]:
    """Match ``text``, the content of ``file``, with the paragraphs of the chapter. Returns (sentences by paragraph
    anchor, problems). If a paragraph does not match, there are no sentences, and the problems say why.
    """
    failed = []
    for split in generate_splits(text, chapter):
        parts = [_match_section(section, split.get(section.number, ())) for section in chapter.sections]
        if all(part is not None for part in parts):
            return {anchor: sentences(words) for part in parts if part for anchor, words in part.items()}, []
        failed.append(split)
    nearest = max(failed, key=lambda split: count_matches(chapter, split))  # of equal counts, the first
    return {}, diagnose(chapter, nearest, file)


def _match_section(section: Section, blocks: Sequence[Block]) -> dict[str, str] | None:
    """Match ``blocks``, the passages under a section's heading, with the section's paragraphs in order. Returns a map
    from anchor to text, or ``None`` if a paragraph does not match or a block is left over. If a page ends between
    blocks, several blocks may form one paragraph.
    """
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
    """Divide the text of a paragraph, in which asterisks mark italics, into sentences."""
    runs = list(_split_italics(" ".join(text.split())))
    plain_text = "".join(part for part, _ in runs)
    spans = pairwise([0, *sentence_ends(plain_text), len(plain_text)])
    return tuple(Sentence(number, tuple(_slice_runs(runs, *span))) for number, span in enumerate(spans, 1))


def _split_italics(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text at its asterisks. Yields (piece, whether it is italic): ``a *b*`` → ``("a ", False)``, ``("b",
    True)``. An asterisk without a partner is removed and marks nothing.
    """
    parts = text.split("*")
    for index, part in enumerate(parts):
        if part:
            yield part, index % 2 == 1 and index < len(parts) - 1


def _slice_runs(runs: Sequence[tuple[str, bool]], start: int, end: int) -> Iterator[tuple[str, bool]]:
    """Cut one sentence out of a paragraph. Yields pieces of the sentence as (text, whether it is italic), without white
    space at its start.

    ``runs`` are the pieces of the whole paragraph, in the same form. The sentence begins at character ``start`` of the
    paragraph, and ends before character ``end``: 4 and 9 cut ``C *d.*`` out of ``A b. C *d.*`` (asterisks mark italics
    and are not counted).
    """
    position, is_first = 0, True
    for text, italic in runs:
        part = text[max(start - position, 0) : max(end - position, 0)]
        position += len(text)
        if part := part.lstrip() if is_first else part:
            yield part, italic
            is_first = False
