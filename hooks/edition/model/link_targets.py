"""Every place that a link can lead to, and where each address that was ever published leads now.

A published address is a page with an id on it. The register has them all, a line each; a line is added when an id comes
to stand on another page. So an address lands where the register and the renamings together lead: on the place itself,
or on a target that is left at the old address and leads on to the place, or to the heir of a retired one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.model.anchors import ID_PREFIXES, Anchor, block_pages, collect_anchors
from edition.model.dataset import Dataset
from edition.model.page_files import PageFile


@dataclass(frozen=True)
class Redirect:
    """What is left at an old address: its id, since which version it is retired (``None`` where its place only moved),
    and the place that it leads to. ``is_last``: whether a retired one stood here last, of all pages that it stood on.
    """

    name: str
    retired: str | None
    target: Anchor
    is_last: bool


def collect_link_targets(dataset: Dataset, pages: Iterable[PageFile]) -> dict[str, Anchor]:
    """The live ids of the edition: anchors to cite, actors, and headings (kinds ``actors`` and ``headings``)."""
    pages = tuple(pages)
    places = {anchor.name: anchor for anchor in collect_anchors(dataset, pages)}
    if page := block_pages(pages).get("actors"):
        for actor in dataset.actors:
            name = f"{ID_PREFIXES['actors']}-{actor.id}"
            places.setdefault(name, Anchor(name, "actors", page, actor.name.id, actor.name.id))
    for each in pages:
        for heading in each.headings:
            if heading.id:
                places.setdefault(heading.id, Anchor(heading.id, "headings", each.name, heading.text, heading.text))
    return places


def redirects_on(dataset: Dataset, places: Mapping[str, Anchor], page: str) -> Iterator[Redirect]:
    """What is left on a page that stands, for ids that were published there and are there no longer."""
    seen: set[str] = set()
    for entry in dataset.registered:
        here = places.get(entry.anchor)
        if (
            dataset.current_page(entry.page) == page
            and (here is None or here.page != page)
            and entry.anchor not in seen
        ):
            seen.add(entry.anchor)
            yield from _redirect(dataset, places, entry.anchor, page)


def redirects_at(dataset: Dataset, places: Mapping[str, Anchor], old: str) -> Iterator[Redirect]:
    """What is left at the old address of a renamed page: whatever was published on it under this name or an earlier
    one, and all that stands now on the page that it became.
    """
    published = [entry.anchor for entry in dataset.registered if old in dataset.page_names(entry.page)]
    now = dataset.current_page(old)
    for name in dict.fromkeys([*published, *(place.name for place in places.values() if place.page == now)]):
        yield from _redirect(dataset, places, name, old)


def _redirect(dataset: Dataset, places: Mapping[str, Anchor], name: str, page: str) -> Iterator[Redirect]:
    if target := places.get(dataset.current_anchor(name)):
        retired = dataset.retired_since(name)
        yield Redirect(name, retired, target, is_last=bool(retired) and dataset.last_page_of(name) == page)


def may_exist(dataset: Dataset, pages: tuple[PageFile, ...], name: str) -> bool:
    """Whether an anchor is only missing because its record, file or page could not be read."""
    if not all(page.is_readable for page in pages):
        return True
    for kind, prefix in ID_PREFIXES.items():
        broken = dataset.broken.get(kind, ())
        if name.startswith(f"{prefix}-"):
            return broken is None or any(f"{prefix}-{each.name}" == name for each in broken)
    return False
