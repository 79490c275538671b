"""Link targets, and the redirects that keep every published address working.

A published address is a page and an id on it. The register (``anchors.yml``, ``ids.yml``) has one entry per address;
when an id moves to another page, an entry is added. The register and ``moved.yml`` determine what is at an address now:
the link target itself, a redirect to the page to which the id moved, or a redirect to the replacement of a retired
anchor.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.model.anchors import ID_PREFIXES, Anchor, block_pages, collect_anchors
from edition.model.dataset import Dataset
from edition.model.page_files import PageFile


@dataclass(frozen=True)
class Redirect:
    """A redirect at an old address. ``name`` is the id there, and ``target`` is where it leads now. ``retired`` is the
    version in which the id was retired, or ``None`` if it only moved to another page. ``is_last`` is true if the id is
    retired and the page of this address is the last page that it was on.
    """

    name: str
    retired: str | None
    target: Anchor
    is_last: bool


def collect_link_targets(dataset: Dataset, pages: Iterable[PageFile]) -> dict[str, Anchor]:
    """Return the link targets by name: the live anchors, actors (kind ``actors``) and headings (kind ``headings``)."""
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
    """Yield a redirect for each id that was published on an existing page but is no longer on it."""
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
    """Yield the redirects at the old address of a renamed page: one for each id that was published on the page under
    the name ``old`` or an earlier name, and one for each link target that is on the page now.
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
    """Return whether a missing link target may be in a record, file or page that is invalid or unreadable. If so,
    checks must not report that it is missing.
    """
    if not all(page.is_readable for page in pages):
        return True
    for kind, prefix in ID_PREFIXES.items():
        broken = dataset.broken.get(kind, ())
        if name.startswith(f"{prefix}-"):
            return broken is None or any(f"{prefix}-{record.name}" == name for record in broken)
    return False
