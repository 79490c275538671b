"""Why a manuscript is not the chapter: which paragraphs differ, and the likeliest cause of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from edition.data.problems import Problem, Where
from edition.data.records import Chapter, Paragraph, Section
from edition.manuscript.fingerprints import plain, proven
from edition.manuscript.splitter import HYPHEN, Block, Split, joined
from edition.model.anchors import paragraph_label

_SHOWN = 4  # words at either end
_NEAR = 3  # how many words more or less are likely slips
_Part = tuple[list[int], str]  # blocks by their ranks, and what is wrong with them


def count_proven(chapter: Chapter, split: Split) -> int:
    """How many blocks of a split are a paragraph of the chapter, wherever they stand."""
    return len(_Compared(chapter, split, "").places)


def diagnosed(chapter: Chapter, split: Split, file: str) -> list[Problem]:
    """What is wrong with a split of ``file`` that is not the chapter."""
    compared = _Compared(chapter, split, file)
    return [*compared.headings(), *compared.paragraphs()] if compared.places else [compared.nothing()]


@dataclass(frozen=True)
class _Compared:
    """A chapter and a split of a text."""

    chapter: Chapter
    split: Split
    file: str

    @cached_property
    def blocks(self) -> list[tuple[str, Block]]:
        """Every block with the number of its section, in the order of the text."""
        every = [(number, block) for number, blocks in self.split.items() for block in blocks]
        return sorted(every, key=lambda each: each[1].line)

    @cached_property
    def wanted(self) -> list[tuple[Section, Paragraph]]:
        """Every paragraph with its section."""
        return [(section, paragraph) for section in self.chapter.sections for paragraph in section.paragraphs]

    @cached_property
    def places(self) -> dict[str, int]:
        """Which block each paragraph is that is found as it should be: its rank among all blocks, by anchor."""
        found: dict[str, int] = {}
        for rank, (_, block) in enumerate(self.blocks):
            for _, paragraph in self.wanted:
                if paragraph.anchor not in found and proven(paragraph, block.text):
                    found[paragraph.anchor] = rank
        return found

    def nothing(self) -> Problem:
        """Not one paragraph is found."""
        told = f"tidak satu pun dari {len(self.wanted)} paragraf cocok (terbaca {len(self.blocks)} paragraf)"
        return self._problem(1, f"{told}; mungkin ini bab lain, atau versi lain dari bab ini")

    def headings(self) -> Iterator[Problem]:
        """Headings that are not found."""
        for section in self.chapter.sections:
            if section.number not in self.split:
                title = f"{section.number} {section.title.id}"
                yield self._problem(1, f'judul "{title}" tidak ditemukan; tulis pada baris sendiri, tanpa kata lain')

    def paragraphs(self) -> Iterator[Problem]:
        """Paragraphs that differ or are not in their place, and text that is none of them."""
        order = [anchor for anchor, _ in sorted(self.places.items(), key=lambda each: each[1])]
        expected = [paragraph.anchor for _, paragraph in self.wanted if paragraph.anchor in self.places]
        used: set[int] = set(self.places.values())
        for section, paragraph in self.wanted:
            label = paragraph_label(section.number, paragraph.number)
            if paragraph.anchor in self.places:
                number, block = self.blocks[self.places[paragraph.anchor]]
                there = order[expected.index(paragraph.anchor)]
                if there != paragraph.anchor:
                    yield self._problem(
                        block.line, f"{label} tidak di tempatnya; di sana ada {self._label(there)} (tertukar?)"
                    )
                elif number != section.number and section.number in self.split:
                    yield self._problem(block.line, f'{label} berada di bawah judul {number}, bukan "{section.number}"')
            elif section.number in self.split:
                yield self._differs(label, paragraph, used)
        for rank, (_, block) in enumerate(self.blocks):
            if rank not in used:
                yield self._problem(
                    block.line, f"teks ini bukan paragraf bab: {_ends(block.text)}; hapus, atau periksa awalnya"
                )

    def _differs(self, label: str, paragraph: Paragraph, used: set[int]) -> Problem:
        """A paragraph that is not found as it should be. ``used`` are the blocks that are told of."""
        ranks = self._between(paragraph)
        for part in (
            self._split_up(paragraph, ranks),
            self._run_together(paragraph),
            self._nearest(paragraph, ranks, used),
        ):
            if part:
                (first, *_), cause = part
                used.update(part[0])
                block = self.blocks[first][1]
                return self._problem(block.line, self._told(label, paragraph, block, cause))
        told = f"{label} tidak ada ({paragraph.words} kata); tambahkan di sini"
        return self._problem(self._line_before(paragraph), told)

    def _split_up(self, paragraph: Paragraph, ranks: list[int]) -> _Part | None:
        """Blocks that are the paragraph together."""
        for first, last in combinations(ranks, 2):
            if proven(paragraph, joined(block.text for _, block in self.blocks[first : last + 1])):
                line = self.blocks[first + 1][1].line
                return list(range(first, last + 1)), f"terbelah di baris {line}: hapus baris kosong di situ"
        return None

    def _run_together(self, paragraph: Paragraph) -> _Part | None:
        """A block that has the paragraph and more."""
        for rank, (_, block) in enumerate(self.blocks):
            if rank not in self.places.values() and _is_within(paragraph, block):
                return [rank], "dua paragraf menjadi satu: pisahkan dengan baris kosong"
        return None

    def _nearest(self, paragraph: Paragraph, ranks: list[int], used: set[int]) -> _Part | None:
        """The block in its place, if there is one, that is nearest in length."""
        free = [rank for rank in ranks if rank not in used]
        if not free:
            return None
        difference = {rank: _count(self.blocks[rank][1]) - paragraph.words for rank in free}
        nearest = min(free, key=lambda rank: abs(difference[rank]))
        return [nearest], _cause(difference[nearest])

    def _between(self, paragraph: Paragraph) -> list[int]:
        """The blocks where a paragraph is to be looked for: after the last one ahead of it that is found, and ahead of
        the next.
        """
        anchors = [each.anchor for _, each in self.wanted]
        at = anchors.index(paragraph.anchor)
        before = max((self.places[name] for name in anchors[:at] if name in self.places), default=-1)
        after = min((self.places[name] for name in anchors[at:] if name in self.places), default=len(self.blocks))
        return [rank for rank in range(before + 1, after) if rank not in self.places.values()]

    def _line_before(self, paragraph: Paragraph) -> int:
        anchors = [each.anchor for _, each in self.wanted]
        known = [self.places[name] for name in anchors[: anchors.index(paragraph.anchor)] if name in self.places]
        return self.blocks[max(known)][1].line if known else 1

    def _label(self, anchor: str) -> str:
        return next(
            paragraph_label(section.number, paragraph.number)
            for section, paragraph in self.wanted
            if paragraph.anchor == anchor
        )

    def _told(self, label: str, paragraph: Paragraph, block: Block, cause: str) -> str:
        count = _count(block)
        told = (
            f"{count} kata, seharusnya {paragraph.words}"
            if count != paragraph.words
            else f"{count} kata, memang sebanyak itu"
        )
        return f"{label} tidak cocok: {told} ({_ends(block.text)}); {cause}"

    def _problem(self, line: int, message: str) -> Problem:
        return Problem(Where(self.file, line), "E061", message)


def _cause(difference: int) -> str:
    if difference == 0:
        return "mungkin ada kata atau tanda baca yang lain"
    if abs(difference) <= _NEAR:
        return f"mungkin ada {abs(difference)} kata {'lebih' if difference > 0 else 'kurang'}"
    return "mungkin batas paragrafnya lain, atau ini versi lain"


def _is_within(paragraph: Paragraph, block: Block) -> bool:
    """Whether a paragraph is at the beginning or the end of a block that has more."""
    words = block.text.split()
    count = paragraph.words
    return len(words) > count and any(proven(paragraph, " ".join(part)) for part in (words[:count], words[-count:]))


def _count(block: Block) -> int:
    return len(plain(block.text).split())


def _ends(text: str) -> str:
    """The first and last words of a text."""
    words = plain(text.replace(HYPHEN, "-")).split()
    if len(words) <= 2 * _SHOWN:
        return f"“{' '.join(words)}”"
    return f"“{' '.join(words[:_SHOWN])} …” sampai “… {' '.join(words[-_SHOWN:])}”"
