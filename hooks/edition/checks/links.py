"""Rules for links and pictures on pages, and for the navigation."""

import difflib
import posixpath
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from edition.data.mkdocs_settings import Settings
from edition.data.problems import Problem, Where
from edition.model.dataset import Dataset
from edition.model.link_targets import collect_link_targets, may_exist
from edition.model.markdown_scan import Link
from edition.model.notes import runs
from edition.model.page_files import PageFile

_HOW = 'dalam catatan, tautan menyebut jangkarnya saja, misalnya "[VI.1 ¶2](#vi-1-p2)"'


def links_land(dataset: Dataset, pages: tuple[PageFile, ...], docs: Path, offered: Set[str]) -> Iterator[Problem]:
    """A link to another place of the edition leads to a page or file that is there, and to an anchor on it; one to a
    file leads into ``docs`` or to what a build leaves (``offered``).
    """
    ids: dict[str, set[str]] = {page.name: set() for page in pages}
    for name, place in collect_link_targets(dataset, pages).items():
        ids.get(place.page, set()).add(name)
    for entry in dataset.registered:
        ids.get(dataset.current_page(entry.page), set()).add(entry.anchor)
    for page in pages:
        for link in page.links:
            reason = _reason(link, page, ids, docs, offered)
            if reason and not may_exist(dataset, pages, unquote(urldefrag(link.target)[1])):
                yield Problem(link.where, "E050", f'tautan "{link.target}" tidak mendarat: {reason}')


def links_in_notes_land(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A link in the text of a note names an anchor or a heading of the edition, in both languages."""
    known = collect_link_targets(dataset, pages).keys() | {entry.anchor for entry in dataset.registered}
    for note in dataset.notes:
        for language, text in (("id", note.text.id), ("en", note.text.en)):
            for run in runs(text):
                if run.target is None and "](" not in run.text:
                    continue
                target = run.text if run.target is None else run.target
                name = target.removeprefix("#")
                is_anchor = target.startswith("#") and name
                if is_anchor and (name in known or may_exist(dataset, pages, name)):
                    continue
                cure = f'tidak ada jangkar "{name}"{near(name, known)}' if is_anchor else _HOW
                yield Problem(note.where("text", language), "E050", f'tautan "{target}" tidak mendarat: {cure}')


def _reason(link: Link, page: PageFile, ids: dict[str, set[str]], docs: Path, offered: Set[str]) -> str:
    """Why a link of ``page`` does not land; empty if it does, or leads elsewhere."""
    path, fragment = urldefrag(link.target)
    address = urlsplit(path)
    if address.scheme or address.netloc:
        return ""
    if path.startswith("/"):
        return "alamat mutlak; tulis dari halaman ini, misalnya linimasa.md"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(address.path)))
    if not address.path:
        target = page.name
    if target in ids:
        known, wanted = ids[target], unquote(fragment)
        if not wanted or wanted in known:
            return ""
        return f'{target} tidak punya jangkar "{wanted}"{near(wanted, known)}'
    if target in offered or (not target.endswith(".md") and (docs / target).is_file()):
        return ""
    return f'berkas "{target}" tidak ada{near(target, ids)}'


def near(wanted: str, known: Iterable[str]) -> str:
    """The end of a problem: which of the names that are known was perhaps meant."""
    found = difflib.get_close_matches(wanted, sorted(known), n=1)
    return f'; mungkin maksudnya "{found[0]}"' if found else "; periksa ejaannya"


def pictures_are_at_hand(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A picture is a file of the edition: no page asks another host for anything."""
    for page in pages:
        for link in page.links:
            address = urlsplit(link.target)
            if link.is_picture and (address.netloc or address.scheme):
                message = f'gambar "{link.target[:60]}" bukan berkas edisi ini; simpan di docs/assets/img/'
                yield Problem(link.where, "E051", message)


def navigation_names_pages(settings: Settings, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """The navigation names every page, and none that is not there."""
    if settings.nav is None:
        return
    names, named = {page.name for page in pages}, {name for name, _ in settings.nav}
    for name, where in settings.nav:
        if name not in names:
            yield Problem(where, "E053", f'nav menyebut "{name}", yang tidak ada{near(name, names)}')
    for page in pages:
        if page.name not in named and not settings.may_be_left_out(page.name):
            message = f'halaman "{page.name}" tidak ada di nav mkdocs.yml; tambahkan barisnya di sana'
            yield Problem(Where(page.file), "E053", message)
