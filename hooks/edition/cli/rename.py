"""Rename a page: change its file name, the links to it and its navigation entry, and redirect from its old address."""

import re

from edition.cli import yaml_edit
from edition.cli.transaction import Address, Draft, RefusalError
from edition.data import mkdocs_settings
from edition.data.field_types import SLUG

MOVED = "data/moved.yml"
CHAPTER = "data/chapter.yml"


def rename(draft: Draft, old: str, new: str) -> str:
    """Rename the page file ``old`` to ``new``; return a message for the editor. Raises RefusalError if ``old`` does not
    exist, or if ``new`` is not a possible name or exists already.
    """
    names = {page.name for page in draft.edition.pages}
    if old not in names:
        raise RefusalError(f'halaman "{old}" tidak ada; yang ada: {", ".join(sorted(names))}')
    if not re.fullmatch(rf"{SLUG}\.md", new):
        raise RefusalError(f'nama "{new}" tidak dapat dipakai; tulis huruf kecil, angka, dan tanda hubung, lalu ".md"')
    if new in names:
        raise RefusalError(f'halaman "{new}" sudah ada; pilih nama lain')
    if "index.md" in (old, new):
        raise RefusalError("index.md adalah halaman muka; namanya tidak dapat diganti")

    def new_address(address: Address) -> Address:
        return (new, address[1]) if address[0] == old else address

    draft.rewrite_links(new_address)
    draft[f"docs/{new}"], draft[f"docs/{old}"] = draft[f"docs/{old}"], None
    draft[CHAPTER] = yaml_edit.replace_scalars(
        draft[CHAPTER], lambda path, value: new if path[-1:] == ("page",) and value == old else value
    )
    if (draft.root / mkdocs_settings.FILE).exists():
        draft[mkdocs_settings.FILE] = yaml_edit.replace_scalars(
            draft[mkdocs_settings.FILE], lambda path, value: new if path[:1] == ("nav",) and value == old else value
        )
    version = draft.edition.dataset.edition.version
    draft[MOVED] = yaml_edit.append_items(draft[MOVED], [f'{{old: {old}, new: {new}, since: "{version}"}}'])
    return f"{old} kini {new}; alamat lamanya meneruskan pembaca."
