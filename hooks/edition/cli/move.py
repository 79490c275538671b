"""Move a block of a page file to another page: a data block (``timeline``) or a source paragraph (``vi-1-p4``)."""

from edition.cli import register_anchors, yaml_edit
from edition.cli.rename import CHAPTER
from edition.cli.transaction import Address, Draft, RefusalError
from edition.model.page_files import BlockUse, PageFile


def move(draft: Draft, name: str, new: str) -> str:
    """Move the block ``name`` to the page file ``new``; return a message for the editor. ``name`` is the name of a data
    block or the anchor of a source paragraph. Raises RefusalError if the block cannot be moved.

    A source paragraph is inserted before the next paragraph of the chapter, a data block at the end of the page.
    """
    pages = {page.name: page for page in draft.edition.pages}
    uses = [(page, block) for page in pages.values() for block in page.blocks if name in (block.name, block.argument)]
    if not uses or name == "paragraph":
        raise RefusalError(f'blok "{name}" tidak ada di halaman mana pun; tulis nama blok data atau jangkar paragraf')
    page, block = uses[0]
    if new not in pages or new == page.name:
        raise RefusalError(
            f'halaman "{new}" {"tidak ada" if new not in pages else "sudah memuat blok ini"}; pilih yang lain'
        )
    targets = {each.name: each for each in draft.edition.link_targets.values() if name in (each.kind, each.name)}
    lines = draft[f"docs/{page.name}"].split("\n")
    first, last = block.where.line - 1, block.last
    moved = lines[first:last]
    del lines[first : last + (last < len(lines) and not lines[last].strip())]
    draft[f"docs/{page.name}"] = "\n".join(lines)
    draft[f"docs/{new}"] = _insert(draft, draft[f"docs/{new}"], pages[new], block, moved)
    draft[CHAPTER] = yaml_edit.replace_values(
        draft[CHAPTER], lambda record: record.get("anchor") == name, {"page": new}
    )

    def new_address(address: Address) -> Address:
        return (new, address[1]) if address[0] == page.name and address[1] in targets else address

    draft.rewrite_links(new_address)
    register_anchors.add(draft, ((each, new) for each in targets.values()))
    return f"{name} kini di {new}; {len(targets)} jangkarnya di {page.name} meneruskan pembaca."


def _insert(draft: Draft, text: str, page: PageFile, block: BlockUse, moved: list[str]) -> str:
    """Insert the lines of a block into the text of a page file; return the new text.

    ``text`` is the present text of ``page``, and ``moved`` are the lines of ``block``. A source paragraph is inserted
    before the next paragraph of the chapter, a data block at the end.
    """
    order = [paragraph.anchor for paragraph in draft.edition.dataset.paragraphs]
    following = set(order[order.index(block.argument) + 1 :]) if block.argument in order else set()
    later_lines = [each.where.line for each in page.blocks if each.argument in following]
    lines = text.rstrip("\n").split("\n")
    position = min(later_lines) - 1 if later_lines else len(lines)
    lines[position:position] = [*moved, ""] if later_lines else ["", *moved]
    return "\n".join(lines) + "\n"
