"""Check the rules between records, and between records and pages.

Each rule is a generator function. Its docstring states what must hold, and it yields a problem for each violation. Each
problem code has a row in CONTRIBUTING.md and a folder in ``tests/faults/``.
"""

from collections.abc import Callable, Iterator, Set
from pathlib import Path

from edition.checks import (
    anchor_register,
    chronology,
    citation_styles,
    links,
    note_words,
    pages,
    references,
    site_url,
    synonyms,
    term_labels,
    theme_options,
)
from edition.data.mkdocs_settings import Settings
from edition.data.mkdocs_settings import read as read_settings
from edition.data.problems import Problem
from edition.model.dataset import Dataset, load_dataset
from edition.model.page_files import PageFile, read_pages

DATA_RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    references.ids_are_unique,
    references.references_exist,
    references.no_entry_is_repeated,
    references.sentences_are_of_their_notes,
    references.inferred_links_state_basis,
    references.inferences_say_what_the_source_states,
    chronology.undated_events_have_a_position,
    chronology.event_order_has_no_cycle,
    chronology.event_order_agrees_with_dates,
    term_labels.labels_name_one_term,
    citation_styles.styles_have_templates,
)
PAGE_RULES: tuple[Callable[[Dataset, tuple[PageFile, ...]], Iterator[Problem]], ...] = (
    pages.blocks_are_known,
    pages.blocks_are_closed,
    pages.paragraphs_occur_once,
    pages.paragraphs_are_on_their_page,
    pages.paragraphs_keep_source_order,
    pages.data_blocks_occur_once,
    pages.headings_have_ids,
    pages.headings_share_no_id,
    pages.pages_have_one_title,
    pages.pages_have_usable_names,
    links.images_are_local,
    links.note_links_have_targets,
    note_words.note_words_occur_once,
    synonyms.synonyms_have_targets,
    synonyms.synonym_meanings_occur_in_text,
    synonyms.synonyms_are_unique,
    anchor_register.retired_anchors_have_replacements,
    anchor_register.registered_anchors_exist,
    anchor_register.renamed_pages_have_targets,
)
SETTING_RULES: tuple[Callable[[Settings], Iterator[Problem]], ...] = (
    site_url.site_url_is_valid,
    theme_options.features_are_supported,
    theme_options.options_are_supported,
    theme_options.color_schemes_have_names,
)


def check_edition(
    root: Path, docs: Path, output_paths: Set[str]
) -> tuple[Dataset | None, tuple[PageFile, ...], tuple[Problem, ...]]:
    """Read and check the data files and pages. Returns the dataset, the page files, and all problems, sorted.

    The dataset contains only valid records; it is ``None`` if ``chapter.yml`` or ``edition.yml`` is missing or invalid.
    ``output_paths`` are the paths of the files that a build generates in addition to the pages; links may lead to these
    files.
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
        problems += links.links_have_targets(dataset, pages_read, docs, output_paths)
    problems += links.navigation_names_pages(settings, pages_read)
    for setting_rule in SETTING_RULES:
        problems += setting_rule(settings)
    return dataset, pages_read, tuple(sorted(set(problems)))
