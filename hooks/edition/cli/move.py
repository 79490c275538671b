"""A block moves to another page: data by its name, a source paragraph by its anchor."""

from edition.cli import register_anchors, yaml_edit
from edition.cli.rename import CHAPTER
from edition.cli.transaction import Address, Draft, RefusalError
from edition.model.page_files import BlockUse, PageFile


def move(draft: Draft, name: str, new: str) -> str:
    """Move the block ``name`` to the page ``new``: a paragraph to its place in the order of the chapter, data to the
    end. Raises RefusalError where that cannot be.
    """
    pages = {page.name: page for page in draft.edition.pages}
    found = [(page, block) for page in pages.values() for block in page.blocks if name in (block.name, block.argument)]
    if not found or name == "paragraph":
        raise RefusalError(f'blok "{name}" tidak ada di halaman mana pun; tulis nama blok data atau jangkar paragraf')
    page, block = found[0]
    if new not in pages or new == page.name:
        raise RefusalError(
            f'halaman "{new}" {"tidak ada" if new not in pages else "sudah memuat blok ini"}; pilih yang lain'
        )
    places = {place.name: place for place in draft.edition.link_targets.values() if name in (place.kind, place.name)}
    lines = draft[f"docs/{page.name}"].split("\n")
    first, last = block.where.line - 1, block.last
    moved = lines[first:last]
    del lines[first : last + (last < len(lines) and not lines[last].strip())]
    draft[f"docs/{page.name}"] = "\n".join(lines)
    draft[f"docs/{new}"] = _inserted(draft, draft[f"docs/{new}"], pages[new], block, moved)
    draft[CHAPTER] = yaml_edit.records_changed(
        draft[CHAPTER], lambda record: record.get("anchor") == name, {"page": new}
    )

    def leads(address: Address) -> Address:
        return (new, address[1]) if address[0] == page.name and address[1] in places else address

    draft.relink(leads)
    register_anchors.add(draft, ((place, new) for place in places.values()))
    return f"{name} kini di {new}; {len(places)} jangkarnya di {page.name} meneruskan pembaca."


def _inserted(draft: Draft, text: str, page: PageFile, block: BlockUse, moved: list[str]) -> str:
    """The text of ``page`` with the moved lines in it."""
    order = [paragraph.anchor for paragraph in draft.edition.dataset.paragraphs]
    after = set(order[order.index(block.argument) + 1 :]) if block.argument in order else set()
    later = [each.where.line for each in page.blocks if each.argument in after]
    lines = text.rstrip("\n").split("\n")
    at = min(later) - 1 if later else len(lines)
    lines[at:at] = [*moved, ""] if later else ["", *moved]
    return "\n".join(lines) + "\n"
