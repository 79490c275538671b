"""Rules for the register of published anchors: nothing that was ever cited may vanish."""

from collections.abc import Iterator

from edition.data.problems import Problem
from edition.data.publication import Registered
from edition.model.anchors import PREFIXES, all_anchors, anchor_of
from edition.model.dataset import Dataset
from edition.model.sources import Page


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
        elif page is not None and page != dataset.page_now(entry.page):
            known = f'jangkar "{entry.anchor}" terdaftar di {entry.page} tetapi kini di {page}'
            message = f"{known}; kembalikan, atau catat di moved.yml"
            yield Problem(entry.where("page"), "E032", message)


def moved_pages_lead_on(dataset: Dataset, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A renamed page is gone under its old name, was renamed once, and leads to a page that is there."""
    names = {page.name for page in pages}
    seen: set[str] = set()
    for moved in dataset.moved:
        if moved.old in names:
            yield Problem(
                moved.where("old"), "E033", f'halaman lama "{moved.old}" masih ada; hapus berkasnya atau baris ini'
            )
        if moved.old in seen:
            yield Problem(
                moved.where("old"), "E033", f'halaman "{moved.old}" sudah dicatat pindah; hapus salah satunya'
            )
        seen.add(moved.old)
        if dataset.page_now(moved.new) not in names:
            message = f'halaman baru "{moved.new}" tidak ada; periksa namanya'
            yield Problem(moved.where("new"), "E033", message)


def _may_live(dataset: Dataset, entry: Registered) -> bool:
    """Whether the anchor's record is only missing because it, or its file, could not be read."""
    for kind, prefix in PREFIXES.items():
        broken = dataset.broken.get(kind, ())
        if entry.anchor.startswith(f"{prefix}-"):
            return broken is None or any(anchor_of(kind, each.name) == entry.anchor for each in broken)
    return False
