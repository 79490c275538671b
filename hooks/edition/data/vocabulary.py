"""Records about words: glossary terms, and synonyms that readers may search for."""

from edition.data.field_types import Slug, Sources, Text, Year
from edition.data.records import Bilingual, Model, Record


class Words(Model):
    """Lists of words by language, e.g. the alternative labels of a term."""

    id: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Law(Model):
    """A law or regulation on the subject of a term: its full title, with the number, and the year of its passing."""

    title: Bilingual
    year: Year


class Term(Record):
    """``glossary.yml``: a term as in SKOS: preferred and alternative labels, definition, related terms.
    ``hidden`` lists forms that are recognised and found, but not shown (``skos:hiddenLabel``). ``see`` lists laws on
    its subject, which are beyond the source.
    """

    id: Slug
    term: Bilingual
    aliases: Words = Words()
    hidden: Words = Words()
    abbreviation: Text | None = None
    definition: Bilingual
    related: tuple[Slug, ...] = ()
    see: tuple[Law, ...] = ()
    sources: Sources


class Synonym(Record):
    """``synonyms.yml``: words that readers may search for. ``leads_to`` lists anchors and headings to show as results,
    the most relevant first; ``means`` lists words of the edition with the same meaning.
    """

    words: Words
    leads_to: tuple[Slug, ...] = ()
    means: tuple[Text, ...] = ()
