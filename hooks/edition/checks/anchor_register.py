"""Rules for the register of published anchors: nothing that was ever cited may vanish."""

from collections.abc import Iterator

from edition.data.problems import Problem
from edition.data.publication_records import RegisteredAnchor
from edition.model.dataset import Dataset
from edition.model.link_targets import collect_link_targets, may_exist
from edition.model.page_files import PageFile


def retired_anchors_lead_on(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A retired anchor says since when and what replaces it, and that one is alive, or has an heir that is."""
    places = collect_link_targets(dataset, pages)
    for entry in dataset.registered:
        if (entry.retired is None) != (entry.replaced_by is None):
            message = f'jangkar "{entry.anchor}" perlu "retired" dan "replaced_by" bersama-sama'
            yield Problem(entry.where(), "E031", message)
        elif entry.replaced_by:
            heir = dataset.current_anchor(entry.anchor)
            if heir not in places and not may_exist(dataset, pages, heir):
                message = (
                    f'pengganti "{entry.replaced_by}" tidak ada atau sudah pensiun; pilih jangkar yang masih hidup'
                )
                yield Problem(entry.where("replaced_by"), "E031", message)


def registered_anchors_live(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A registered anchor is on a page that the register names for it, unless it was retired; a retired one is used by
    nothing else. Every address leads to a page that stands.
    """
    places = collect_link_targets(dataset, pages)
    names = {page.name for page in pages}
    last = {entry.anchor: entry for entry in dataset.registered}
    known = {(entry.anchor, dataset.current_page(entry.page)) for entry in dataset.registered}
    for entry in dataset.registered:
        place, lands_on = places.get(entry.anchor), dataset.current_page(entry.page)
        if dataset.retired_since(entry.anchor):
            if place and entry.retired:
                message = f'jangkar "{entry.anchor}" sudah pensiun tetapi masih dipakai; beri catatan itu id lain'
                yield Problem(entry.where("anchor"), "E032", message)
        elif place is None and entry is last[entry.anchor] and not may_exist(dataset, pages, entry.anchor):
            yield Problem(entry.where("anchor"), "E030", _missed(entry))
        elif place and entry is last[entry.anchor] and (entry.anchor, place.page) not in known:
            told = f'jangkar "{entry.anchor}" terdaftar di {lands_on} tetapi kini di {place.page}'
            cure = 'kembalikan, atau bila memang pindah, tambahkan baris untuk halaman barunya (lihat "make move")'
            yield Problem(entry.where("page"), "E032", f"{told}; {cure}")
            continue
        if lands_on not in names:
            message = f'halaman "{lands_on}" (jangkar "{entry.anchor}") tidak ada; catat kepindahannya di moved.yml'
            yield Problem(entry.where("page"), "E032", message)


def moved_pages_lead_on(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A renamed page is gone under its old name, unless it was renamed back, and leads to a page that is there."""
    names = {page.name for page in pages}
    gone: set[str] = set()
    for moved in dataset.moved:
        if moved.old in names and dataset.current_page(moved.old) != moved.old:
            yield Problem(
                moved.where("old"), "E033", f'halaman lama "{moved.old}" masih ada; hapus berkasnya atau baris ini'
            )
        if moved.old in gone:
            message = f'halaman "{moved.old}" sudah dicatat pindah; hapus salah satunya, atau tulis menurut urutannya'
            yield Problem(moved.where("old"), "E033", message)
        gone = (gone | {moved.old}) - {moved.new}
        if dataset.current_page(moved.new) not in names:
            message = f'halaman baru "{moved.new}" tidak ada; periksa namanya'
            yield Problem(moved.where("new"), "E033", message)


def _missed(entry: RegisteredAnchor) -> str:
    return (
        f'jangkar "{entry.anchor}" pernah terbit tetapi tidak ada lagi; kembalikan, '
        'atau pensiunkan dengan penggantinya (lihat "make retire")'
    )
