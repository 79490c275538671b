"""Rules for ``synonyms.yml``. Its entries have ``words`` that readers may search for but the edition does not use.

``leads_to`` lists the anchors and headings to show as results, and ``means`` the words that the edition uses instead.
Each function yields a problem for each violation.
"""

from collections.abc import Iterator

from edition.checks.links import near
from edition.data.problems import Problem
from edition.data.vocabulary import Synonym
from edition.model.corpus_words import collect_words, words_in
from edition.model.dataset import Dataset
from edition.model.link_targets import collect_link_targets, may_exist
from edition.model.page_files import PageFile
from edition.model.term_matcher import labels_of, normalized_label


def synonyms_have_targets(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """An entry must have ``words``. It must also have ``leads_to`` or ``means`` or both.

    Each item of ``leads_to`` must be the id of an existing anchor, actor or heading, and must not be repeated.
    """
    targets = collect_link_targets(dataset, pages)
    for synonym in dataset.synonyms:
        if not (synonym.words.id or synonym.words.en):
            message = '"words" kosong; tulis sekurang-kurangnya satu kata di bawah "id" atau "en", atau hapus entri ini'
            yield Problem(synonym.where("words"), "E063", message)
        if not (synonym.leads_to or synonym.means):
            message = (
                f'{_entry_name(synonym)} tidak menuju ke mana-mana; isi "leads_to" (jangkar) atau "means" (kata teks)'
            )
            yield Problem(synonym.where(), "E063", message)
        for index, name in enumerate(synonym.leads_to):
            if name not in targets and not may_exist(dataset, pages, name):
                message = f'leads_to: jangkar "{name}" tidak ada ({_entry_name(synonym)}){near(name, targets)}'
                yield Problem(synonym.where("leads_to", index), "E024", message)
            if name in synonym.leads_to[:index]:
                message = f'leads_to: "{name}" disebut dua kali ({_entry_name(synonym)}); hapus satu'
                yield Problem(synonym.where("leads_to", index), "E025", message)


def synonym_meanings_occur_in_text(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """Every word in the field ``means`` of an entry must occur in a page or record of the edition.

    This is not checked while any record or page is invalid or unreadable, because it may contain the word.
    """
    broken = [kind for kind, records in dataset.broken.items() if records != ()]
    if broken or not all(page.is_readable for page in pages):
        return
    words = collect_words(dataset, pages)
    for synonym in dataset.synonyms:
        for index, phrase in enumerate(synonym.means):
            for word in words_in(phrase):
                if word not in words:
                    message = f'means: kata "{word}" tidak ada dalam teks ({_entry_name(synonym)}){near(word, words)}'
                    yield Problem(synonym.where("means", index), "E064", message)


def synonyms_are_unique(dataset: Dataset, _: tuple[PageFile, ...]) -> Iterator[Problem]:
    """In each language, a word must not occur twice in ``words``, in one entry or in several. It must not be a spelling
    of a glossary term either, because the search knows these already. Case is ignored.
    """
    labels = {
        normalized_label(label.text): f'label istilah "{term.id}"'
        for term in dataset.glossary
        for label in labels_of(term)
    }
    for language in ("id", "en"):
        owners = dict(labels)
        for synonym in dataset.synonyms:
            for index, word in enumerate(getattr(synonym.words, language)):
                where = synonym.where("words", language, index)
                if owner := owners.get(normalized_label(word)):
                    yield Problem(where, "E065", f'"{word}" sudah ada: {owner}; hapus salah satunya')
                owners.setdefault(normalized_label(word), f"baris {where.line}")


def _entry_name(synonym: Synonym) -> str:
    """Return the words by which problem messages refer to an entry: ``entri`` and its first word in quotation marks."""
    first = next(iter((*synonym.words.id, *synonym.words.en)), "")
    return f'entri "{first}"' if first else "entri ini"
