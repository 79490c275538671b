"""Citation styles: the rows of ``citation_styles.yml``, and the templates that are generated for them.

A template is what a CSL processor makes of a work whose title, address and other parts are single private-use
characters (``edition.citations.slots``). ``make citation-styles`` writes them into ``citation_templates.json``.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from edition.data.field_types import Slug
from edition.data.problems import Problem, Where
from edition.data.records import Bilingual, Model, Record

FILE = "citation_templates.json"
# The part of a work that a locator counts, by its name in CSL.
LocatorType = Literal["paragraph", "page", "section", "chapter"]
# Where a work is named that is cited through another: in the citation itself, or in the sentence around it.
SecondaryForm = Literal["citation", "sentence"]


class CitationStyle(Record):
    """``citation_styles.yml``: ``csl`` is the file's name in the CSL styles repository; ``several`` says how several
    parts of the edition are told apart in the style, with ``{year}`` for the year of the edition.
    """

    id: Slug
    csl: Slug
    label: Bilingual
    locator: LocatorType = "paragraph"
    secondary: SecondaryForm
    several: Bilingual


class EntryTemplates(Model):
    """Entries in a list of references: of a work with an address, and of one without (``bare``); each also with the
    date on which it was accessed.
    """

    entry: str
    accessed: str
    bare: str
    bare_accessed: str


class ThesisTemplates(Model):
    """The thesis, as the title page of a reader's copy names it: by an author with family and given name, or by one
    with a single name; and cited in running text.
    """

    personal: str
    single: str
    in_text: str


class StyleTemplates(Model):
    """What one style says. ``made_for`` are the values of the row that the templates were generated for."""

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
    """The values of a row that its templates depend on."""
    return style.csl, style.locator, style.secondary


def load_templates(folder: Path) -> tuple[Templates, list[Problem]]:
    """The templates in ``folder`` by the id of their style; none where there is no file. Problem E066 where the file is
    not what the command writes.
    """
    path = folder / FILE
    if not path.exists():
        return {}, []
    try:
        return _ADAPTER.validate_json(path.read_bytes()), []
    except (OSError, ValidationError):
        message = 'berkas ini tidak dapat dibaca; tulis ulang dengan "make citation-styles"'
        return {}, [Problem(Where(f"{folder.name}/{FILE}"), "E066", message)]
