"""Rules for the register of published anchors: nothing that was ever cited may vanish."""

from collections.abc import Iterator

from edition.anchors import PREFIXES, all_anchors, anchor_of
from edition.data.records import Registered
from edition.dataset import Dataset
from edition.pages import Page
from edition.problems import Problem


def retired_anchors_lead_on(dataset: Dataset) -> Iterator[Problem]:
    """A retired anchor says since when and what replaces it, and that one is registered and alive."""
    alive = {entry.anchor for entry in dataset.anchors if entry.retired is None}
    for entry in dataset.anchors:
        if (entry.retired is None) != (entry.replaced_by is None):
            message = f'jangkar "{entry.anchor}" perlu "retired" dan "replaced_by" bersama-sama'
            yield Problem(entry.where(), "E031", message)
        elif entry.replaced_by and entry.replaced_by not in alive:
            message = (
                f'pengganti "{entry.replaced_by}" tidak terdaftar atau sudah pensiun; pilih jangkar yang masih hidup'
            )
            yield Problem(entry.where("replaced_by"), "E031", message)


def registered_anchors_live(dataset: Dataset, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A registered anchor is on its page, unless it was retired; a retired one is used by nothing else."""
    live = {anchor.name: anchor.page for anchor in all_anchors(dataset, pages)}
    for entry in dataset.anchors:
        page = live.get(entry.anchor)
        if entry.retired is not None:
            if page is not None:
                message = f'jangkar "{entry.anchor}" sudah pensiun tetapi masih dipakai; beri catatan itu id lain'
                yield Problem(entry.where("anchor"), "E032", message)
        elif page is None and not _may_live(dataset, entry):
            message = (
                f'jangkar "{entry.anchor}" pernah terbit tetapi tidak ada lagi; kembalikan catatannya, '
                'atau isi "retired" dan "replaced_by"'
            )
            yield Problem(entry.where("anchor"), "E030", message)
        elif page is not None and page != entry.page:
            message = (
                f'jangkar "{entry.anchor}" terdaftar di {entry.page} tetapi kini di {page}; kembalikan ke halamannya'
            )
            yield Problem(entry.where("page"), "E032", message)


def _may_live(dataset: Dataset, entry: Registered) -> bool:
    """Whether the anchor's record is only missing because it, or its file, could not be read."""
    for kind, prefix in PREFIXES.items():
        broken = dataset.broken.get(kind, ())
        if entry.anchor.startswith(f"{prefix}-"):
            return broken is None or any(anchor_of(kind, each.name) == entry.anchor for each in broken)
    return False
