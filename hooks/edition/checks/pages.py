"""Rules for page files: their names, blocks, headings and ids."""

import re
from collections.abc import Iterator
from itertools import pairwise

from edition.data.field_types import SLUG
from edition.data.problems import Problem, Where
from edition.model.anchors import collect_anchors
from edition.model.dataset import Dataset
from edition.model.page_files import DATA_BLOCKS, OPTIONAL, REPEATABLE_BLOCKS, BlockUse, PageFile

# Ids used by the page frame, by templates, and by the original that a reader supplies (``asli-``).
RESERVED_IDS = frozenset({
    "cite", "cite-name-hint", "cite-title", "contents", "contents-title", "not-found", "packed-data", "search",
    "search-input", "search-title", "term-definition",
})  # fmt: skip
RESERVED_PREFIXES = (
    "asli-", "huruf-", "jangkar-", "kepada-", "kutip-", "pelaku-", "rujuk-", "sini-", "subbab-",
    "tingkat-",
)  # fmt: skip
RESERVED_PAGES = frozenset({"404", "assets", "data", "edisi", "en", "unduh"})


def blocks_are_known(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A data block must have a name in ``DATA_BLOCKS``, and must be one line, e.g. ``/// timeline ///``. A paragraph
    block, e.g. ``/// paragraph | vi-1-p1``, must name the anchor of a paragraph in ``chapter.yml``.
    """
    anchors = {paragraph.anchor for paragraph in dataset.paragraphs}
    for page in pages:
        for block in page.blocks:
            if block.is_data and block.name not in DATA_BLOCKS:
                message = f'tidak ada data bernama "{block.name}"; pilih {", ".join(DATA_BLOCKS)}'
                yield Problem(block.where, "E040", message)
            elif not block.is_data and block.name in DATA_BLOCKS:
                yield Problem(block.where, "E040", f'blok data ditulis satu baris: "/// {block.name} ///"')
            elif block.name == "paragraph" and block.argument not in anchors:
                message = f'paragraf "{block.argument}" tidak ada di chapter.yml; contoh: "/// paragraph | vi-1-p1"'
                yield Problem(block.where, "E040", message)


def blocks_are_closed(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A block that begins with a line such as ``/// paragraph | vi-1-p1`` must be closed by a line ``///``."""
    for page in pages:
        for block in page.blocks:
            if not block.is_closed:
                yield Problem(
                    block.where, "E041", f'blok "{block.name}" tidak ditutup; tambahkan baris "///" di akhirnya'
                )


def paragraphs_occur_once(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """Each paragraph in ``chapter.yml`` must have exactly one block (``/// paragraph | …``) on the pages."""
    uses = _paragraph_blocks(pages)
    for paragraph in dataset.paragraphs:
        occurrences = uses.get(paragraph.anchor, [])
        if not occurrences and _all_readable(pages):
            message = f'paragraf "{paragraph.anchor}" tidak ada; tambahkan blok "/// paragraph | {paragraph.anchor}"'
            yield Problem(Where(f"docs/{paragraph.page}"), "E042", message)
        for _, block in occurrences[1:]:
            first = occurrences[0][1].where
            yield Problem(
                block.where, "E043", f'paragraf "{paragraph.anchor}" sudah ada di {first}; hapus salah satunya'
            )


def paragraphs_are_on_their_page(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """The block (``/// paragraph | …``) of each paragraph must be on the page that ``chapter.yml`` names for it."""
    uses = _paragraph_blocks(pages)
    for paragraph in dataset.paragraphs:
        for page, block in uses.get(paragraph.anchor, [])[:1]:
            if page.name != paragraph.page:
                message = f'paragraf "{paragraph.anchor}" harus di {paragraph.page} menurut chapter.yml; pindahkan'
                yield Problem(block.where, "E044", message)


def paragraphs_keep_source_order(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """The paragraph blocks on a page must be in the order of the chapter."""
    order = {paragraph.anchor: index for index, paragraph in enumerate(dataset.paragraphs)}
    for page in pages:
        known = [block for block in page.blocks if block.name == "paragraph" and block.argument in order]
        for first, second in pairwise(known):
            if order[second.argument] < order[first.argument]:
                message = f'paragraf "{second.argument}" harus mendahului "{first.argument}", seperti dalam bab; tukar'
                yield Problem(second.where, "E045", message)


def data_blocks_occur_once(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """Each data block, e.g. ``/// timeline ///``, must occur exactly once, so that each record has one address.

    Blocks in ``OPTIONAL`` may be omitted. Blocks in ``REPEATABLE_BLOCKS`` may occur more than once.
    """
    first: dict[str, Where] = {}
    for page in pages:
        for block in page.blocks:
            if block.is_data and block.name in first and block.name not in REPEATABLE_BLOCKS:
                message = f'blok data "{block.name}" sudah ada di {first[block.name]}; hapus salah satunya'
                yield Problem(block.where, "E046", message)
            first.setdefault(block.name, block.where) if block.is_data else None
    for name in DATA_BLOCKS:
        if name not in first and name not in OPTIONAL and _all_readable(pages):
            message = f'blok data "{name}" tidak ada di halaman mana pun; tambahkan baris "/// {name} ///"'
            yield Problem(Where("docs"), "E046", message)


def headings_have_ids(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A heading must have an explicit id, so that its address stays the same when its wording changes."""
    for page in pages:
        for heading in page.headings:
            if not heading.id:
                yield Problem(heading.where, "E047", 'judul tanpa id; tulis misalnya "## Judul { #judul }"')


def pages_have_one_title(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A page must have exactly one level-1 heading, which must come before all other headings."""
    for page in pages:
        titles = [heading for heading in page.headings if heading.level == 1]
        if not titles and page.is_readable:
            message = 'halaman tanpa judul tingkat satu; tulis misalnya "# Judul { #judul }" di atas isinya'
            yield Problem(Where(page.file), "E049", message)
        for extra in titles[1:]:
            yield Problem(extra.where, "E049", 'judul tingkat satu yang kedua; pakai "##"')
        if titles and page.headings[0].level != 1:
            yield Problem(page.headings[0].where, "E049", "judul di atas judul tingkat satu; pindahkan ke bawahnya")


def pages_have_usable_names(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A page file must be directly in ``docs/``. Its name must consist of a–z, digits and hyphens, and must not be in
    ``RESERVED_PAGES``.
    """
    for page in pages:
        name = page.name.removesuffix(".md")
        if not re.fullmatch(SLUG, name):
            message = f'nama halaman "{page.name}" tidak dapat dipakai; tulis huruf kecil, angka, dan tanda hubung'
            yield Problem(Where(page.file), "E052", f'{message}, langsung di docs/, misalnya "linimasa.md"')
        elif name in RESERVED_PAGES:
            message = f'nama halaman "{page.name}" dipakai situs untuk yang lain; pilih yang lain'
            yield Problem(Where(page.file), "E052", message)


def headings_share_no_id(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """The id of a heading must not be one that templates use (``RESERVED_IDS``). It must differ from all anchors and
    from the ids of all other headings, even on other pages, because the single-file edition contains all pages.
    """
    taken: dict[str, str] = {anchor.name: f"jangkar di {anchor.page}" for anchor in collect_anchors(dataset, pages)}
    for page in pages:
        for heading in page.headings:
            name = heading.id
            if name in RESERVED_IDS or name.startswith(RESERVED_PREFIXES):
                message = f'id judul "{name}" dipakai bingkai halaman; pilih yang lain, misalnya "bagian-{name}"'
                yield Problem(heading.where, "E048", message)
            elif name in taken:
                message = f'id judul "{name}" sudah dipakai ({taken[name]}); pilih yang lain, misalnya "{name}-2"'
                yield Problem(heading.where, "E048", message)
            elif name:
                taken[name] = f"judul di {heading.where}"


def _all_readable(pages: tuple[PageFile, ...]) -> bool:
    """Return whether all pages could be read. If not, checks must not report that a block is missing."""
    return all(page.is_readable for page in pages)


def _paragraph_blocks(pages: tuple[PageFile, ...]) -> dict[str, list[tuple[PageFile, BlockUse]]]:
    uses: dict[str, list[tuple[PageFile, BlockUse]]] = {}
    for page in pages:
        for block in page.blocks:
            if block.name == "paragraph" and not block.is_data:
                uses.setdefault(block.argument, []).append((page, block))
    return uses
