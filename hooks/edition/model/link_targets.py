"""Link targets (anchors, actors and headings), and the redirects that keep every published address working.

A published address is a page and an id on it, e.g. ``linimasa/#peristiwa-mou-2004``. ``anchors.yml`` and ``ids.yml``
list all of them; if an id moves to another page, an entry is added. ``moved.yml`` lists the renamed pages. These files
determine what an address leads to now: to the link target itself, to the page to which the id moved, or to the anchor
that replaces a retired one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.model.anchors import ID_PREFIXES, Anchor, block_pages, collect_anchors
from edition.model.dataset import Dataset
from edition.model.page_files import PageFile


@dataclass(frozen=True)
class Redirect:
    """A redirect from an old address: from the id ``name``, on a page that contained it, to ``target``.

    ``retired`` is the version of the edition in which the id was retired, or ``None`` if the id is still in use at
    another address. If several pages have contained a retired id, each has a redirect for it; ``is_last`` is true on
    the last of these pages only. The single-file edition, in which no id may occur twice, shows only the redirects with
    ``is_last``.
    """

    name: str
    retired: str | None
    target: Anchor
    is_last: bool


def collect_link_targets(dataset: Dataset, pages: Iterable[PageFile]) -> dict[str, Anchor]:
    """Return everything that a link can lead to, by id: the anchors that are not retired, the actors (kind ``actors``),
    and the headings (kind ``headings``).
    """
    pages = tuple(pages)
    targets = {anchor.name: anchor for anchor in collect_anchors(dataset, pages)}
    if page := block_pages(pages).get("actors"):
        for actor in dataset.actors:
            name = f"{ID_PREFIXES['actors']}-{actor.id}"
            targets.setdefault(name, Anchor(name, "actors", page, actor.name.id, actor.name.id))
    for page_file in pages:
        for heading in page_file.headings:
            if heading.id:
                target = Anchor(heading.id, "headings", page_file.name, heading.text, heading.text)
                targets.setdefault(heading.id, target)
    return targets


def redirects_on_page(dataset: Dataset, targets: Mapping[str, Anchor], page: str) -> Iterator[Redirect]:
    """Yield a redirect for each id that was published on ``page`` but is not on it any longer. ``page`` is the name of
    an existing page; ``targets`` is the result of ``collect_link_targets``.
    """
    seen: set[str] = set()
    for entry in dataset.registered:
        target = targets.get(entry.anchor)
        if (
            dataset.current_page(entry.page) == page
            and (target is None or target.page != page)
            and entry.anchor not in seen
        ):
            seen.add(entry.anchor)
            yield from _resolve_redirect(dataset, targets, entry.anchor, page)


def redirects_at_old_page(dataset: Dataset, targets: Mapping[str, Anchor], old: str) -> Iterator[Redirect]:
    """Yield the redirects for the old address of a renamed page. ``old`` is its former name.

    There is one redirect for each id that was published on the page under this name or an earlier one, and one for each
    link target that is on the page now. ``targets`` is the result of ``collect_link_targets``.
    """
    published = [entry.anchor for entry in dataset.registered if old in dataset.page_names(entry.page)]
    current = dataset.current_page(old)
    for name in dict.fromkeys([*published, *(target.name for target in targets.values() if target.page == current)]):
        yield from _resolve_redirect(dataset, targets, name, old)


def _resolve_redirect(dataset: Dataset, targets: Mapping[str, Anchor], name: str, page: str) -> Iterator[Redirect]:
    if target := targets.get(dataset.current_anchor(name)):
        retired = dataset.retired_since(name)
        yield Redirect(name, retired, target, is_last=bool(retired) and dataset.last_page_of(name) == page)


def may_exist(dataset: Dataset, pages: tuple[PageFile, ...], name: str) -> bool:
    """Return whether ``name``, a link target that was not found, may be in a record, data file or page that is invalid
    or unreadable. If so, checks must not report that ``name`` is missing.
    """
    if not all(page.is_readable for page in pages):
        return True
    for kind, prefix in ID_PREFIXES.items():
        broken = dataset.broken.get(kind, ())
        if name.startswith(f"{prefix}-"):
            return broken is None or any(f"{prefix}-{record.name}" == name for record in broken)
    return False
