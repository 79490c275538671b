"""Read the text of a reader's copy of the chapter from a plain text or Word file.

In the result, asterisks mark italics, each line end of the file is a newline, and each page end is a form feed.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SIZE_LIMITS = {"text": 5_000_000, "docx": 20_000_000}  # bytes; a chapter has a few tens of kilobytes
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_OTHER_FORMATS = {
    b"%PDF": 'PDF tidak dibaca; ambil teksnya dulu, misalnya dengan "pdftotext -enc UTF-8 bab.pdf bab.txt"',
    b"\xd0\xcf\x11\xe0": "berkas Word lama (.doc) tidak dibaca; simpan sebagai .docx atau teks biasa",
    b"{\\rtf": "RTF tidak dibaca; simpan sebagai .docx atau teks biasa",
}
_BODY = "word/document.xml"


class UnreadableFileError(Exception):
    """Raised if a file has no readable text; the message is written for the reader who supplied the file."""


def read(path: Path) -> str:
    """Return the text of a plain text file (UTF-8 or UTF-16) or a ``.docx``, normalized to NFC.

    Raises UnreadableFileError if the file is missing, empty, too large, damaged or in another format.
    """
    try:
        if not path.exists():
            raise UnreadableFileError("berkas tidak ada; periksa jalurnya (dihitung dari folder proyek)")
        if not path.is_file():
            raise UnreadableFileError("bukan berkas biasa; sebut berkas naskahnya, misalnya bab-vi.txt")
        with path.open("rb") as file:
            start = file.read(8)
            _check_size(path, "docx" if start.startswith(b"PK") else "text")
            content = start + file.read()
    except OSError as error:
        raise UnreadableFileError(f"tidak dapat dibaca ({error.strerror})") from None
    for mark, reason in _OTHER_FORMATS.items():
        if content.startswith(mark):
            raise UnreadableFileError(reason)
    text = _read_docx(content) if content.startswith(b"PK") else _decode(content)
    if not text.strip("\ufeff \t\r\n\f"):
        raise UnreadableFileError("berkas kosong")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _check_size(path: Path, kind: str) -> None:
    size, limit = path.stat().st_size, _SIZE_LIMITS[kind]
    if size > limit:
        message = f"berkas terlalu besar ({size // 1_000_000} MB, paling besar {limit // 1_000_000} MB)"
        raise UnreadableFileError(f"{message}; sebut berkas yang hanya memuat bab ini")


def _decode(content: bytes) -> str:
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


def _read_docx(content: bytes) -> str:
    """Return the paragraphs of a Word file, separated by empty lines, with asterisks around italics."""
    from docx import Document  # imported here because it is slow to load and rarely needed
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if _BODY not in parts.namelist():
                raise UnreadableFileError("arsip ini bukan .docx; simpan naskahnya sebagai .docx atau teks biasa")
            if parts.getinfo(_BODY).file_size > _SIZE_LIMITS["docx"]:
                raise UnreadableFileError("berkas terlalu besar; sebut berkas yang hanya memuat bab ini")
        document = Document(io.BytesIO(content))
        return "\n\n".join("".join(_mark_italics(paragraph)) for paragraph in document.paragraphs)
    except (OpcError, XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError):
        raise UnreadableFileError("berkas .docx ini rusak; simpan ulang, atau simpan sebagai teks biasa") from None


def _mark_italics(paragraph: Any) -> Iterator[str]:
    """Yield the pieces of text in a python-docx paragraph, including its hyperlinks, and an asterisk before and after
    each stretch of italics.
    """
    is_open = False
    for run in (run for part in paragraph.iter_inner_content() for run in getattr(part, "runs", [part])):
        text = run.text.replace("*", "")
        is_italic = bool(run.italic if run.italic is not None else run.style.font.italic)
        if text.strip() and is_italic != is_open:
            yield "*"
            is_open = is_italic
        yield text
    yield "*" if is_open else ""
