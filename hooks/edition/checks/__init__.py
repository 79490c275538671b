"""The rules that hold between records, and between records and pages.

A rule is a generator of problems whose docstring says what must hold. Each code has a row in
CONTRIBUTING.md and a folder in ``tests/faults/``.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from edition.checks import glossary, pages, records, register, timeline
from edition.data.problems import Problem
from edition.model.dataset import Dataset, load
from edition.model.sources import Page, read_pages

DATA_RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    records.ids_are_unique,
    records.references_exist,
    records.no_entry_is_repeated,
    records.links_say_their_basis,
    timeline.undated_events_have_a_place,
    timeline.places_form_no_circle,
    timeline.places_agree_with_dates,
    glossary.labels_name_one_term,
    register.retired_anchors_lead_on,
)
PAGE_RULES: tuple[Callable[[Dataset, tuple[Page, ...]], Iterator[Problem]], ...] = (
    pages.blocks_are_known,
    pages.blocks_are_closed,
    pages.paragraphs_stand_once,
    pages.paragraphs_stand_on_their_page,
    pages.paragraphs_keep_source_order,
    pages.data_blocks_stand_once,
    pages.headings_have_ids,
    pages.headings_share_no_id,
    register.registered_anchors_live,
    register.moved_pages_lead_on,
)


def inspect(data: Path, docs: Path) -> tuple[Dataset | None, tuple[Page, ...], tuple[Problem, ...]]:
    """Read and check everything; all problems at once, sorted. The dataset is whole only without problems."""
    dataset, problems = load(data)
    pages_read, found = read_pages(docs)
    problems += found
    if dataset:
        problems += _run(dataset, pages_read)
    return dataset, pages_read, tuple(sorted(set(problems)))


def _run(dataset: Dataset, pages_read: tuple[Page, ...]) -> Iterable[Problem]:
    for rule in DATA_RULES:
        yield from rule(dataset)
    for page_rule in PAGE_RULES:
        yield from page_rule(dataset, pages_read)
