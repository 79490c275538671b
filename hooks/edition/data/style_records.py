"""Citation styles: the records of ``citation_styles.yml``, and the templates that are generated for them.

A template is the output of a CSL processor for a work whose title, address and other fields are placeholders: single
private-use characters (``edition.citations.slots``). ``make citation-styles`` writes ``citation_templates.json``.
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
    """``citation_styles.yml``: ``csl`` is the name of the file in the CSL styles repository. ``several`` explains how
    the style distinguishes several parts of the edition; ``{year}`` stands for the year of the edition.
    """

    id: Slug
    csl: Slug
    label: Bilingual
    locator: LocatorType = "paragraph"
    secondary: SecondaryForm
    several: Bilingual


class EntryTemplates(Model):
    """Templates of an entry in the list of references: for a work with an address and for one without (``bare``), each
    also with the date of access.
    """

    entry: str
    accessed: str
    bare: str
    bare_accessed: str


class ThesisTemplates(Model):
    """Templates of the thesis, whose data come from the title page of a reader's copy: an entry for an author with
    family and given name (``personal``), an entry for an author with a single name, and the citation in running text.
    """

    personal: str
    single: str
    in_text: str


class StyleTemplates(Model):
    """The templates of one style. ``made_for`` is the ``generation_key`` of the record they were generated from."""

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
    """Return the values of a record that its templates depend on."""
    return style.csl, style.locator, style.secondary


def load_templates(folder: Path) -> tuple[Templates, list[Problem]]:
    """Return the templates in ``folder`` by the id of their style; none if the file does not exist. Problem E066 if its
    content is not what the command writes.
    """
    path = folder / FILE
    if not path.exists():
        return {}, []
    try:
        return _ADAPTER.validate_json(path.read_bytes()), []
    except (OSError, ValidationError):
        message = 'berkas ini tidak dapat dibaca; tulis ulang dengan "make citation-styles"'
        return {}, [Problem(Where(f"{folder.name}/{FILE}"), "E066", message)]
