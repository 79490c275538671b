"""Explain why a reader's text does not match the chapter: report each paragraph that differs, and the likely cause."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from edition.data.problems import Problem, Where
from edition.data.records import Chapter, Paragraph, Section
from edition.manuscript.fingerprints import match_paragraph, plain
from edition.manuscript.splitter import HYPHEN, Block, Split, join_lines
from edition.model.anchors import paragraph_label

_QUOTED_WORDS = 4  # number of words quoted from each end of a text
_SMALL_DIFFERENCE = 3  # a difference of at most so many words is probably a typing error
_Finding = tuple[list[int], str]  # indexes of blocks, and the cause of the mismatch


def count_matches(chapter: Chapter, split: Split) -> int:
    """Return how many source paragraphs occur unchanged in ``split``, a reader's text divided into sections."""
    return len(_Comparison(chapter, split, "").matches)


def diagnose(chapter: Chapter, split: Split, file: str) -> list[Problem]:
    """Return a problem for each difference between the chapter and ``split``, the text of ``file`` in sections."""
    comparison = _Comparison(chapter, split, file)
    return (
        [*comparison.check_headings(), *comparison.check_paragraphs()]
        if comparison.matches
        else [comparison.no_match()]
    )


@dataclass(frozen=True)
class _Comparison:
    """Finds how a reader's text differs from the chapter. ``split``: section number → its probable paragraphs."""

    chapter: Chapter
    split: Split
    file: str

    @cached_property
    def blocks(self) -> list[tuple[str, Block]]:
        """All blocks (probable paragraphs) of the text, in order, as (section number, block)."""
        numbered = [(number, block) for number, blocks in self.split.items() for block in blocks]
        return sorted(numbered, key=lambda item: item[1].line)

    @cached_property
    def paragraphs(self) -> list[tuple[Section, Paragraph]]:
        """All source paragraphs in the order of the chapter, as (section, paragraph)."""
        return [(section, paragraph) for section in self.chapter.sections for paragraph in section.paragraphs]

    @cached_property
    def matches(self) -> dict[str, int]:
        """A map from the anchor of each paragraph that is in the text unchanged to its index in ``blocks``."""
        matches: dict[str, int] = {}
        for index, (_, block) in enumerate(self.blocks):
            for _, paragraph in self.paragraphs:
                if paragraph.anchor not in matches and match_paragraph(paragraph, block.text):
                    matches[paragraph.anchor] = index
        return matches

    def no_match(self) -> Problem:
        """Return the problem to report if no paragraph of the chapter is in the reader's text."""
        message = f"tidak satu pun dari {len(self.paragraphs)} paragraf cocok (terbaca {len(self.blocks)} paragraf)"
        return self._problem(1, f"{message}; mungkin ini bab lain, atau versi lain dari bab ini")

    def check_headings(self) -> Iterator[Problem]:
        """Yield a problem for each heading of the chapter that is missing from the reader's text."""
        for section in self.chapter.sections:
            if section.number not in self.split:
                title = f"{section.number} {section.title.id}"
                yield self._problem(1, f'judul "{title}" tidak ditemukan; tulis pada baris sendiri, tanpa kata lain')

    def check_paragraphs(self) -> Iterator[Problem]:
        """Yield a problem for each paragraph that is altered, missing or misplaced, and for each extra passage."""
        order = [anchor for anchor, _ in sorted(self.matches.items(), key=lambda item: item[1])]
        expected = [paragraph.anchor for _, paragraph in self.paragraphs if paragraph.anchor in self.matches]
        used: set[int] = set(self.matches.values())
        for section, paragraph in self.paragraphs:
            label = paragraph_label(section.number, paragraph.number)
            if paragraph.anchor in self.matches:
                number, block = self.blocks[self.matches[paragraph.anchor]]
                actual = order[expected.index(paragraph.anchor)]
                if actual != paragraph.anchor:
                    yield self._problem(
                        block.line, f"{label} tidak di tempatnya; di sana ada {self._label(actual)} (tertukar?)"
                    )
                elif number != section.number and section.number in self.split:
                    yield self._problem(block.line, f'{label} berada di bawah judul {number}, bukan "{section.number}"')
            elif section.number in self.split:
                yield self._explain(label, paragraph, used)
        for index, (_, block) in enumerate(self.blocks):
            if index not in used:
                yield self._problem(
                    block.line, f"teks ini bukan paragraf bab: {_quote_ends(block.text)}; hapus, atau periksa awalnya"
                )

    def _explain(self, label: str, paragraph: Paragraph, used: set[int]) -> Problem:
        """Return the problem for a paragraph that was not found, and add the indexes of its blocks to ``used``."""
        indexes = self._find_candidates(paragraph)
        for finding in (
            self._find_split(paragraph, indexes),
            self._find_merged(paragraph),
            self._find_nearest(paragraph, indexes, used),
        ):
            if finding:
                (first, *_), cause = finding
                used.update(finding[0])
                block = self.blocks[first][1]
                return self._problem(block.line, self._mismatch_message(label, paragraph, block, cause))
        message = f"{label} tidak ada ({paragraph.words} kata); tambahkan di sini"
        return self._problem(self._previous_line(paragraph), message)

    def _find_split(self, paragraph: Paragraph, indexes: list[int]) -> _Finding | None:
        """Return (indexes of consecutive blocks that together are the paragraph, cause), or ``None``."""
        for first, last in combinations(indexes, 2):
            if match_paragraph(paragraph, join_lines(block.text for _, block in self.blocks[first : last + 1])):
                line = self.blocks[first + 1][1].line
                return list(range(first, last + 1)), f"terbelah di baris {line}: hapus baris kosong di situ"
        return None

    def _find_merged(self, paragraph: Paragraph) -> _Finding | None:
        """Return ([index], cause) for an unmatched block that starts or ends with the paragraph, or ``None``."""
        for index, (_, block) in enumerate(self.blocks):
            if index not in self.matches.values() and _is_at_edge(paragraph, block):
                return [index], "dua paragraf menjadi satu: pisahkan dengan baris kosong"
        return None

    def _find_nearest(self, paragraph: Paragraph, indexes: list[int], used: set[int]) -> _Finding | None:
        """Return ([index], cause) for the block in ``indexes`` but not in ``used`` nearest in length, or ``None``."""
        free = [index for index in indexes if index not in used]
        if not free:
            return None
        difference = {index: _count_words(self.blocks[index][1]) - paragraph.words for index in free}
        nearest = min(free, key=lambda index: abs(difference[index]))
        return [nearest], _guess_cause(difference[nearest])

    def _find_candidates(self, paragraph: Paragraph) -> list[int]:
        """Return the indexes of unmatched blocks between the matched paragraphs just before and after this one."""
        anchors = [each.anchor for _, each in self.paragraphs]
        position = anchors.index(paragraph.anchor)
        before = max((self.matches[name] for name in anchors[:position] if name in self.matches), default=-1)
        after = min(
            (self.matches[name] for name in anchors[position:] if name in self.matches), default=len(self.blocks)
        )
        return [index for index in range(before + 1, after) if index not in self.matches.values()]

    def _previous_line(self, paragraph: Paragraph) -> int:
        anchors = [each.anchor for _, each in self.paragraphs]
        known = [self.matches[name] for name in anchors[: anchors.index(paragraph.anchor)] if name in self.matches]
        return self.blocks[max(known)][1].line if known else 1

    def _label(self, anchor: str) -> str:
        return next(
            paragraph_label(section.number, paragraph.number)
            for section, paragraph in self.paragraphs
            if paragraph.anchor == anchor
        )

    def _mismatch_message(self, label: str, paragraph: Paragraph, block: Block, cause: str) -> str:
        count = _count_words(block)
        comparison = (
            f"{count} kata, seharusnya {paragraph.words}"
            if count != paragraph.words
            else f"{count} kata, memang sebanyak itu"
        )
        return f"{label} tidak cocok: {comparison} ({_quote_ends(block.text)}); {cause}"

    def _problem(self, line: int, message: str) -> Problem:
        return Problem(Where(self.file, line), "E061", message)


def _guess_cause(difference: int) -> str:
    if difference == 0:
        return "mungkin ada kata atau tanda baca yang lain"
    if abs(difference) <= _SMALL_DIFFERENCE:
        return f"mungkin ada {abs(difference)} kata {'lebih' if difference > 0 else 'kurang'}"
    return "mungkin batas paragrafnya lain, atau ini versi lain"


def _is_at_edge(paragraph: Paragraph, block: Block) -> bool:
    """Return whether the block begins or ends with the paragraph and contains more text."""
    words, count = block.text.split(), paragraph.words
    return len(words) > count and any(
        match_paragraph(paragraph, " ".join(part)) for part in (words[:count], words[-count:])
    )


def _count_words(block: Block) -> int:
    return len(plain(block.text).split())


def _quote_ends(text: str) -> str:
    """Return the first and the last four words of a text, in quotation marks; of a short text, return all words."""
    words = plain(text.replace(HYPHEN, "-")).split()
    if len(words) <= 2 * _QUOTED_WORDS:
        return f"“{' '.join(words)}”"
    return f"“{' '.join(words[:_QUOTED_WORDS])} …” sampai “… {' '.join(words[-_QUOTED_WORDS:])}”"
