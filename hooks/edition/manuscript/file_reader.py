"""A reader's own copy of the chapter: its text, out of a file of whatever program wrote it.

What comes out has ``*italics*`` marked, a line end where the file has one, and a form feed where a page ends.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_MOST = {"text": 5_000_000, "docx": 20_000_000}  # bytes; a chapter has some ten thousand
MOST = max(_MOST.values())
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_OTHER_FORMATS = {
    b"%PDF": 'PDF tidak dibaca; ambil teksnya dulu, misalnya dengan "pdftotext -enc UTF-8 bab.pdf bab.txt"',
    b"\xd0\xcf\x11\xe0": "berkas Word lama (.doc) tidak dibaca; simpan sebagai .docx atau teks biasa",
    b"{\\rtf": "RTF tidak dibaca; simpan sebagai .docx atau teks biasa",
}
_BODY = "word/document.xml"


class UnreadableFileError(Exception):
    """Why a file gives no text, in words for whoever named it."""


def read(path: Path) -> str:
    """The text of a file: plain text in UTF-8 or UTF-16, or a ``.docx``. Raises UnreadableFileError."""
    try:
        if not path.exists():
            raise UnreadableFileError("berkas tidak ada; periksa jalurnya (dihitung dari folder proyek)")
        if not path.is_file():
            raise UnreadableFileError("bukan berkas biasa; sebut berkas naskahnya, misalnya bab-vi.txt")
        with path.open("rb") as file:
            start = file.read(8)
            _must_be_small(path, "docx" if start.startswith(b"PK") else "text")
            content = start + file.read()
    except OSError as error:
        raise UnreadableFileError(f"tidak dapat dibaca ({error.strerror})") from None
    for mark, reason in _OTHER_FORMATS.items():
        if content.startswith(mark):
            raise UnreadableFileError(reason)
    text = _docx(content) if content.startswith(b"PK") else _decoded(content)
    if not text.strip("\ufeff \t\r\n\f"):
        raise UnreadableFileError("berkas kosong")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _must_be_small(path: Path, kind: str) -> None:
    size, most = path.stat().st_size, _MOST[kind]
    if size > most:
        told = f"berkas terlalu besar ({size // 1_000_000} MB, paling besar {most // 1_000_000} MB)"
        raise UnreadableFileError(f"{told}; sebut berkas yang hanya memuat bab ini")


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "")
    if not encoding:
        even, odd = (half.count(0) > len(half) // 3 for half in (content[::2], content[1::2]))
        encoding = "utf-16-le" if odd and not even else "utf-16-be" if even and not odd else "utf-8"
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UnreadableFileError("bukan teks UTF-8 atau UTF-16, dan bukan .docx; simpan sebagai teks UTF-8")
    return text


def _docx(content: bytes) -> str:
    """The paragraphs of a Word file, an empty line between them."""
    from docx import Document  # long to import, and mostly not needed
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if _BODY not in parts.namelist():
                raise UnreadableFileError("arsip ini bukan .docx; simpan naskahnya sebagai .docx atau teks biasa")
            if parts.getinfo(_BODY).file_size > _MOST["docx"]:
                raise UnreadableFileError("berkas terlalu besar; sebut berkas yang hanya memuat bab ini")
        document = Document(io.BytesIO(content))
        return "\n\n".join("".join(_marked(paragraph)) for paragraph in document.paragraphs)
    except (OpcError, XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError):
        raise UnreadableFileError("berkas .docx ini rusak; simpan ulang, atau simpan sebagai teks biasa") from None


def _marked(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph of python-docx, that of its links too, its italics between asterisks."""
    is_open = False
    for run in (run for part in paragraph.iter_inner_content() for run in getattr(part, "runs", [part])):
        text = run.text.replace("*", "")
        is_italic = bool(run.italic if run.italic is not None else run.style.font.italic)
        if text.strip() and is_italic != is_open:
            yield "*"
            is_open = is_italic
        yield text
    yield "*" if is_open else ""
