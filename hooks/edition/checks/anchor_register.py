"""Rules for ``anchors.yml``, ``ids.yml`` and ``moved.yml``, which keep every published address working.

``anchors.yml`` and ``ids.yml`` have an entry for each page on which an anchor or id was published. The entry of a
retired anchor also names the anchor that replaces it. ``moved.yml`` lists the renamed pages.
"""

from collections.abc import Iterator

from edition.data.problems import Problem
from edition.data.publication_records import RegisteredAnchor
from edition.model.dataset import Dataset
from edition.model.link_targets import collect_link_targets, may_exist
from edition.model.page_files import PageFile


def retired_anchors_have_replacements(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A retired anchor must state two things: the version in which it was retired, and its replacement.

    The replacement must exist. If it is itself retired, the last replacement in the chain must exist.
    """
    targets = collect_link_targets(dataset, pages)
    for entry in dataset.registered:
        if (entry.retired is None) != (entry.replaced_by is None):
            message = f'jangkar "{entry.anchor}" perlu "retired" dan "replaced_by" bersama-sama'
            yield Problem(entry.where(), "E031", message)
        elif entry.replaced_by:
            replacement = dataset.current_anchor(entry.anchor)
            if replacement not in targets and not may_exist(dataset, pages, replacement):
                message = (
                    f'pengganti "{entry.replaced_by}" tidak ada atau sudah nonaktif; pilih jangkar yang masih hidup'
                )
                yield Problem(entry.where("replaced_by"), "E031", message)


def registered_anchors_exist(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """An anchor that is not retired must be on a page that ``anchors.yml`` or ``ids.yml`` lists for it.

    A retired anchor must not be on any page. Every page listed in these files must exist, or must have been renamed to
    a page that exists.
    """
    targets = collect_link_targets(dataset, pages)
    names = {page.name for page in pages}
    last_entries = {entry.anchor: entry for entry in dataset.registered}
    registered = {(entry.anchor, dataset.current_page(entry.page)) for entry in dataset.registered}
    for entry in dataset.registered:
        target, current_page = targets.get(entry.anchor), dataset.current_page(entry.page)
        if dataset.retired_since(entry.anchor):
            if target and entry.retired:
                message = f'jangkar "{entry.anchor}" sudah nonaktif tetapi masih dipakai; beri catatan itu id lain'
                yield Problem(entry.where("anchor"), "E032", message)
        elif target is None and entry is last_entries[entry.anchor] and not may_exist(dataset, pages, entry.anchor):
            yield Problem(entry.where("anchor"), "E030", _missing_anchor_message(entry))
        elif target and entry is last_entries[entry.anchor] and (entry.anchor, target.page) not in registered:
            message = f'jangkar "{entry.anchor}" terdaftar di {current_page} tetapi kini di {target.page}'
            cure = 'kembalikan, atau bila memang pindah, tambahkan baris untuk halaman barunya (lihat "make move")'
            yield Problem(entry.where("page"), "E032", f"{message}; {cure}")
            continue
        if current_page not in names:
            message = f'halaman "{current_page}" (jangkar "{entry.anchor}") tidak ada; catat kepindahannya di moved.yml'
            yield Problem(entry.where("page"), "E032", message)


def renamed_pages_have_targets(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A page that is renamed in ``moved.yml`` must not exist under its old name, unless a later entry restores that
    name.

    Its last name, after all renames, must be the name of an existing page. Two entries must not have the same old name,
    unless an entry between them restores that name.
    """
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


def _missing_anchor_message(entry: RegisteredAnchor) -> str:
    return (
        f'jangkar "{entry.anchor}" pernah terbit tetapi tidak ada lagi; kembalikan, '
        'atau nonaktifkan dengan penggantinya (lihat "make retire")'
    )
