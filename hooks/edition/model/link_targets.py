"""Every place that a link can lead to, and where each address that was ever published leads now.

A published address is a page with an id on it. The register has them all, a line each; a line is added when an id comes
to stand on another page. So an address lands where the register and the renamings together lead: on the place itself,
or on a target that is left at the old address and leads on to the place, or to the heir of a retired one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.model.anchors import ID_PREFIXES, Anchor, all_anchors, block_pages
from edition.model.dataset import Dataset
from edition.model.page_files import Page


@dataclass(frozen=True)
class Target:
    """What is left at an old address: its id, since which version it is retired (``None`` where its place only moved),
    and the place that it leads to. ``is_last``: whether a retired one stood here last, of all pages that it stood on.
    """

    name: str
    retired: str | None
    heir: Anchor
    is_last: bool


def all_places(dataset: Dataset, pages: Iterable[Page]) -> dict[str, Anchor]:
    """The live ids of the edition: anchors to cite, actors, and headings (kinds ``actors`` and ``headings``)."""
    pages = tuple(pages)
    places = {anchor.name: anchor for anchor in all_anchors(dataset, pages)}
    if page := block_pages(pages).get("actors"):
        for actor in dataset.actors:
            name = f"{ID_PREFIXES['actors']}-{actor.id}"
            places.setdefault(name, Anchor(name, "actors", page, actor.name.id, actor.name.id))
    for each in pages:
        for heading in each.headings:
            if heading.id:
                places.setdefault(heading.id, Anchor(heading.id, "headings", each.name, heading.text, heading.text))
    return places


def targets(dataset: Dataset, places: Mapping[str, Anchor], page: str) -> Iterator[Target]:
    """What is left on a page that stands, for ids that were published there and are there no longer."""
    seen: set[str] = set()
    for entry in dataset.published:
        here = places.get(entry.anchor)
        if dataset.page_now(entry.page) == page and (here is None or here.page != page) and entry.anchor not in seen:
            seen.add(entry.anchor)
            yield from _target(dataset, places, entry.anchor, page)


def targets_at(dataset: Dataset, places: Mapping[str, Anchor], old: str) -> Iterator[Target]:
    """What is left at the old address of a renamed page: whatever was published on it under this name or an earlier
    one, and all that stands now on the page that it became.
    """
    published = [entry.anchor for entry in dataset.published if old in dataset.names_of(entry.page)]
    now = dataset.page_now(old)
    for name in dict.fromkeys([*published, *(place.name for place in places.values() if place.page == now)]):
        yield from _target(dataset, places, name, old)


def _target(dataset: Dataset, places: Mapping[str, Anchor], name: str, page: str) -> Iterator[Target]:
    if heir := places.get(dataset.heir_of(name)):
        retired = dataset.retired_since(name)
        yield Target(name, retired, heir, is_last=bool(retired) and dataset.last_page_of(name) == page)


def may_live(dataset: Dataset, pages: tuple[Page, ...], name: str) -> bool:
    """Whether an anchor is only missing because its record, file or page could not be read."""
    if not all(page.is_readable for page in pages):
        return True
    for kind, prefix in ID_PREFIXES.items():
        broken = dataset.broken.get(kind, ())
        if name.startswith(f"{prefix}-"):
            return broken is None or any(f"{prefix}-{each.name}" == name for each in broken)
    return False
