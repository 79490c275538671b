"""Citation styles: the records of ``citation_styles.yml``, and the templates that are generated for them.

A template is the output of a CSL processor for a work whose title, address and other fields are placeholder characters
(``edition.citations.slots``). To cite a work, the placeholders are replaced by its data. The command
``make citation-styles`` writes the templates to ``citation_templates.json``.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from edition.data.field_types import Slug
from edition.data.problems import Problem, Where
from edition.data.records import Bilingual, Model, Record

FILE = "citation_templates.json"
# The locator types that are used here, by their names in CSL.
LocatorType = Literal["paragraph", "page", "section", "chapter"]
# Where a work that is cited through another one is named: in the citation itself, or in the sentence around it.
SecondaryForm = Literal["citation", "sentence"]


class CitationStyle(Record):
    """``citation_styles.yml``: a citation style. ``csl`` is the name of its file in the CSL styles repository.
    ``several`` is a hint for readers who cite several parts of the edition: how the style tells them apart, e.g. by
    ``{year}a`` and ``{year}b``, where ``{year}`` stands for the year of the edition.
    """

    id: Slug
    csl: Slug
    label: Bilingual
    locator: LocatorType = "paragraph"
    secondary: SecondaryForm
    several: Bilingual


class EntryTemplates(Model):
    """Templates of a work's entry in the list of references.

    ``entry`` is for a work with a web address, and ``bare`` for a work without one. ``accessed`` and ``bare_accessed``
    are the same with a date of access.
    """

    entry: str
    accessed: str
    bare: str
    bare_accessed: str


class ThesisTemplates(Model):
    """Templates for citing the thesis itself; the data come from the title page of a reader's copy. ``personal`` and
    ``single`` are entries in the list of references: ``personal`` for an author with a family name and a given name,
    ``single`` for an author with only one name. ``in_text`` is the citation in running text.
    """

    personal: str
    single: str
    in_text: str


class StyleTemplates(Model):
    """The templates of one citation style.

    ``part`` and ``whole`` are entries in the list of references: for a part of the edition, and for the whole edition.
    ``in_text`` is a citation in running text that states a paragraph or other locator; ``in_text_alone`` states none.
    ``secondary`` cites the thesis through the edition ("as cited in"); ``thesis`` cites the thesis directly.
    ``made_for`` is the result of ``generation_key`` for the style from which the templates were generated.
    """

    made_for: tuple[str, ...]
    part: EntryTemplates
    whole: EntryTemplates
    in_text: str
    in_text_alone: str
    secondary: str
    thesis: ThesisTemplates


Templates = Mapping[str, StyleTemplates]
_ADAPTER = TypeAdapter(dict[str, StyleTemplates])


def generation_key(style: CitationStyle) -> tuple[str, ...]:
    """Return the fields of a style that determine its templates. If one of these fields changes, the templates must be
    generated again.
    """
    return style.csl, style.locator, style.secondary


def load_templates(folder: Path) -> tuple[Templates, list[Problem]]:
    """Read the generated templates from ``folder``. Returns (templates by style id, problems).

    If the file is missing, there are no templates and no problems. If its content is invalid, the problem is E066.
    """
    path = folder / FILE
    if not path.exists():
        return {}, []
    try:
        return _ADAPTER.validate_json(path.read_bytes()), []
    except (OSError, ValidationError):
        message = 'berkas ini tidak dapat dibaca; tulis ulang dengan "make citation-styles"'
        return {}, [Problem(Where(f"{folder.name}/{FILE}"), "E066", message)]
