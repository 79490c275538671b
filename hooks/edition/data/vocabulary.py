"""Words: the glossary's terms, and what readers say instead of the edition's words."""

from edition.data.field_types import Slug, Sources, Text
from edition.data.records import Bilingual, Model, Record


class Words(Model):
    """Words, by language, such as the other labels of a term."""

    id: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Term(Record):
    """``glossary.yml``: a term as SKOS knows it: preferred and other labels, relations."""

    id: Slug
    term: Bilingual
    aliases: Words = Words()
    abbreviation: Text | None = None
    definition: Bilingual
    related: tuple[Slug, ...] = ()
    sources: Sources


class Synonym(Record):
    """``synonyms.yml``: words that readers ask with, and where they lead: ``leads_to`` names anchors and headings, the
    nearest first, ``means`` words of the text.
    """

    words: Words
    leads_to: tuple[Slug, ...] = ()
    means: tuple[Text, ...] = ()
