"""Records of ``notes.yml``: the editors' notes."""

from edition.data.field_types import Flag, SentenceName, Slug, Text
from edition.data.records import Bilingual, Model, Record


class NoteWords(Model):
    """The words that a note hangs on, as they stand in the edition's text, in Indonesian and in English."""

    id: Text
    en: Text | None = None


class Note(Record):
    """``notes.yml``: a note by the editors. ``about`` lists the anchors of the paragraphs and records that the note is
    about, first the one beside which it is shown; it is empty if the note is about the whole chapter. ``words`` are the
    words of that paragraph that the note hangs on; without them it hangs on the paragraph. ``sentences`` lists the
    sentences of those paragraphs that the note is about. A ``minor`` note is folded beside the text, also where there
    is room for it. ``text`` may contain links: ``[words](#anchor)``.
    """

    id: Slug
    title: Bilingual
    about: tuple[Slug, ...] = ()
    words: NoteWords | None = None
    sentences: tuple[SentenceName, ...] = ()
    minor: Flag = False
    text: Bilingual
