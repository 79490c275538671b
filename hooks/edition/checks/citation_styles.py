"""Rules for the citation styles and the templates generated from them."""

from collections.abc import Iterator

from edition.data.problems import Problem, Where
from edition.data.style_records import generation_key
from edition.model.dataset import Dataset


def styles_have_templates(dataset: Dataset) -> Iterator[Problem]:
    """There must be at least one citation style. Each style must have templates, and these must have been generated
    from the current content of its record.
    """
    if not dataset.citation_styles and dataset.broken.get("citation_styles", ()) == ():
        yield Problem(
            Where("data/citation_styles.yml"), "E066", "tidak ada gaya kutipan; tulis sekurang-kurangnya satu"
        )
    for style in dataset.citation_styles:
        templates = dataset.citation_templates.get(style.id)
        if templates is None or templates.made_for != generation_key(style):
            reason = "belum ada" if templates is None else "dibuat untuk isi baris yang lain"
            message = f'templat gaya "{style.id}" {reason}; jalankan "make citation-styles"'
            yield Problem(style.where(), "E066", message)
