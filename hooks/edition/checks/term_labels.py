"""Rules for the labels of glossary terms, i.e. the terms themselves, their aliases and their abbreviations."""

from collections.abc import Iterator

from edition.data.problems import Problem
from edition.model.dataset import Dataset
from edition.model.term_matcher import labels_of, normalized_label


def labels_name_one_term(dataset: Dataset) -> Iterator[Problem]:
    """A label (term, alias or abbreviation) must not occur twice in the glossary. Case and spacing are ignored."""
    owners: dict[str, str] = {}
    for term in dataset.glossary:
        for label in labels_of(term):
            key = normalized_label(label.text)
            if key in owners:
                conflict = f'sudah dipakai istilah "{owners[key]}"'
                message = f'label "{label.text}" (istilah "{term.id}") {conflict}; hapus salah satunya'
                yield Problem(term.where(*label.path), "E027", message)
            owners.setdefault(key, term.id)
