"""Check the rules between records, and between records and pages.

A rule is a generator of problems whose docstring says what must hold. Each problem code has a row in CONTRIBUTING.md
and a folder in ``tests/faults/``.
"""

from collections.abc import Callable, Iterator, Set
from pathlib import Path

from edition.checks import (
    anchor_register,
    chronology,
    citation_styles,
    links,
    pages,
    references,
    site_url,
    synonyms,
    term_labels,
)
from edition.data.mkdocs_settings import read as read_settings
from edition.data.problems import Problem
from edition.model.dataset import Dataset, load_dataset
from edition.model.page_files import PageFile, read_pages

DATA_RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    references.ids_are_unique,
    references.references_exist,
    references.no_entry_is_repeated,
    references.sentences_are_of_their_notes,
    references.links_say_their_basis,
    chronology.undated_events_have_a_place,
    chronology.places_form_no_circle,
    chronology.places_agree_with_dates,
    term_labels.labels_name_one_term,
    citation_styles.styles_have_templates,
)
PAGE_RULES: tuple[Callable[[Dataset, tuple[PageFile, ...]], Iterator[Problem]], ...] = (
    pages.blocks_are_known,
    pages.blocks_are_closed,
    pages.paragraphs_stand_once,
    pages.paragraphs_stand_on_their_page,
    pages.paragraphs_keep_source_order,
    pages.data_blocks_stand_once,
    pages.headings_have_ids,
    pages.headings_share_no_id,
    pages.pages_have_one_title,
    pages.pages_have_usable_names,
    links.pictures_are_at_hand,
    links.links_in_notes_land,
    synonyms.synonyms_lead_somewhere,
    synonyms.synonyms_mean_words_of_the_text,
    synonyms.synonyms_are_said_once,
    anchor_register.retired_anchors_lead_on,
    anchor_register.registered_anchors_live,
    anchor_register.moved_pages_lead_on,
)


def check_edition(
    root: Path, docs: Path, output_paths: Set[str]
) -> tuple[Dataset | None, tuple[PageFile, ...], tuple[Problem, ...]]:
    """Read and check data and pages; return the dataset, the page files and all problems, sorted.

    The dataset is complete only if there are no problems. ``output_paths`` are the paths of the files that a build
    generates in addition to the pages.
    """
    settings = read_settings(root)
    dataset, problems = load_dataset(root / "data")
    pages_read, page_problems = read_pages(docs, settings.is_excluded)
    problems += page_problems
    if dataset:
        for rule in DATA_RULES:
            problems += rule(dataset)
        for page_rule in PAGE_RULES:
            problems += page_rule(dataset, pages_read)
        problems += links.links_land(dataset, pages_read, docs, output_paths)
    problems += links.navigation_names_pages(settings, pages_read)
    problems += site_url.published_address_is_whole(settings)
    return dataset, pages_read, tuple(sorted(set(problems)))
