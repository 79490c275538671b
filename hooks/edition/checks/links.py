"""Rules for links and images on pages, and for the navigation."""

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

_NOTE_LINK_ADVICE = 'dalam catatan, tautan menyebut jangkarnya saja, misalnya "[VI.1 ¶2](#vi-1-p2)"'


def links_have_targets(
    dataset: Dataset, pages: tuple[PageFile, ...], docs: Path, output_paths: Set[str]
) -> Iterator[Problem]:
    """A link within the edition must lead to an existing page or file. If it has a fragment (``#id``), that id must be
    on the page now or must have been published on it.

    Existing files are those in ``docs`` and those that a build generates (``output_paths``).
    """
    ids: dict[str, set[str]] = {page.name: set() for page in pages}
    for name, link_target in collect_link_targets(dataset, pages).items():
        ids.get(link_target.page, set()).add(name)
    for entry in dataset.registered:
        ids.get(dataset.current_page(entry.page), set()).add(entry.anchor)
    for page in pages:
        for link in page.links:
            reason = _broken_link_reason(link, page, ids, docs, output_paths)
            if reason and not may_exist(dataset, pages, unquote(urldefrag(link.target)[1])):
                yield Problem(link.where, "E050", f'tautan "{link.target}" rusak: {reason}')


def note_links_have_targets(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """A link in the text of a note, in either language, must have the form ``#id``. The id must exist now, or must have
    been published earlier.
    """
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
                advice = f'tidak ada jangkar "{name}"{near(name, known)}' if is_anchor else _NOTE_LINK_ADVICE
                yield Problem(note.where("text", language), "E050", f'tautan "{target}" rusak: {advice}')


def _broken_link_reason(
    link: Link, page: PageFile, ids: dict[str, set[str]], docs: Path, output_paths: Set[str]
) -> str:
    """Return why a link on ``page`` is broken; empty if the link works or leads to another site. ``ids`` maps each page
    name to the ids that are or were on the page. ``output_paths`` are the paths of the files that a build generates.
    """
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
    if target in output_paths or (not target.endswith(".md") and (docs / target).is_file()):
        return ""
    return f'berkas "{target}" tidak ada{near(target, ids)}'


def near(wanted: str, known: Iterable[str]) -> str:
    """Return the end of a problem message about the unknown name ``wanted``. It suggests the most similar name in
    ``known``, or asks the editor to check the spelling if no name is similar.
    """
    matches = difflib.get_close_matches(wanted, sorted(known), n=1)
    return f'; mungkin maksudnya "{matches[0]}"' if matches else "; periksa ejaannya"


def images_are_local(_: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """An image must be a file of the edition, because pages must not load anything from another host."""
    for page in pages:
        for link in page.links:
            address = urlsplit(link.target)
            if link.is_image and (address.netloc or address.scheme):
                message = f'gambar "{link.target[:60]}" bukan berkas edisi ini; simpan di docs/assets/img/'
                yield Problem(link.where, "E051", message)


def navigation_names_pages(settings: Settings, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """Every page in the navigation must exist. Every page must be in the navigation, or match the setting
    ``not_in_nav``.
    """
    if settings.nav is None:
        return
    names, listed = {page.name for page in pages}, {name for name, _ in settings.nav}
    for name, where in settings.nav:
        if name not in names:
            yield Problem(where, "E053", f'nav menyebut "{name}", yang tidak ada{near(name, names)}')
    for page in pages:
        if page.name not in listed and not settings.may_be_omitted_from_nav(page.name):
            message = f'halaman "{page.name}" tidak ada di nav mkdocs.yml; tambahkan barisnya di sana'
            yield Problem(Where(page.file), "E053", message)
