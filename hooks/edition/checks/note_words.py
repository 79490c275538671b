"""The rule for the words that editors' notes hang on."""

from collections.abc import Iterator

from edition.data.note_records import Note
from edition.data.problems import Problem
from edition.model.dataset import Dataset
from edition.model.page_files import PageFile
from edition.model.paragraph_texts import find_words, restated_text


def note_words_occur_once(dataset: Dataset, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """The ``words`` of a note must occur exactly once in the first paragraph that the note is about. If the first entry
    of its ``about`` is not a paragraph, the note must not have ``words``.
    """
    anchors = {paragraph.anchor for paragraph in dataset.paragraphs}
    for note in dataset.notes:
        if note.words and (message := _problem(note, anchors, pages)):
            yield Problem(note.where("words", "id"), "E055", message)


def _problem(note: Note, anchors: set[str], pages: tuple[PageFile, ...]) -> str:
    assert note.words
    words, name = note.words.id, next(iter(note.about), "")
    if name not in anchors:
        return f'words: "about" pada catatan "{note.id}" tidak didahului jangkar paragraf; hapus kunci ini'
    text = restated_text(pages, name)
    count = len(find_words(text, words)) if text else 1  # other rules report a paragraph without text
    if not count:
        return f'words: "{words}" tidak ada dalam teks {name} (catatan "{note.id}"); salin kata-katanya dari sana'
    if count > 1:
        return f'words: "{words}" ada {count} kali dalam teks {name} (catatan "{note.id}"); tambah kata di sekitarnya'
    return ""
