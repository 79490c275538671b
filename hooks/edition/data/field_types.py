"""The kinds of value a record may hold, each refusing what is not one, in words for an editor."""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from edition.data import dates

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # what a zip can date
# A tag, a comment or a character reference; a lone "<" or "&" is text like any other.
_MARKUP = re.compile(r"</?[A-Za-z!?][^>]*>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w*);")


def _refuse(code: str, message: str, **context: object) -> PydanticCustomError:
    """An error whose type is the code of the problem; see ``edition.data.loader``."""
    return PydanticCustomError(code, message, context)


def _slug(text: str) -> str:
    if not re.fullmatch(SLUG, text):
        raise _refuse("E015", 'id "{id}" harus huruf kecil a–z, angka, dan tanda hubung, misalnya "mou-2004"', id=text)
    return text


def _plain(text: str) -> str:
    if not text.strip():
        raise _refuse("E016", "teks kosong; isi atau hapus kunci ini")
    if markup := _MARKUP.search(text):
        raise _refuse("E017", 'markah "{markup}" tidak boleh ada dalam teks; tulis teks biasa', markup=markup.group())
    if text != text.strip() or "\n" in text:
        raise _refuse("E018", "teks harus satu baris tanpa spasi di awal atau akhir")
    return unicodedata.normalize("NFC", text)


def _date(text: object) -> dates.Edtf:
    if not isinstance(text, str):
        raise _refuse("E013", "harus teks")
    try:
        return dates.parse(text)
    except ValueError as error:
        raise _refuse("E012", "{reason}", reason=str(error)) from None


def _matches(pattern: str, what: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise _refuse("E019", 'bukan {what}: "{text}"', what=what, text=text)
        return text

    return check


def _day(text: str) -> str:
    _matches(r"\d{4}-\d{2}-\d{2}", "tanggal TTTT-BB-HH")(text)
    day = _date(text).start
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        reason = f"tanggal edisi harus antara {_FIRST_YEAR} dan {_LAST_YEAR} (batas arsip zip)"
        raise _refuse("E019", "{reason}", reason=f'{reason}, bukan "{text}"')
    return text


Slug = Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})]
Text = Annotated[str, AfterValidator(_plain), WithJsonSchema({"type": "string", "minLength": 1})]
EdtfDate = Annotated[
    dates.Edtf,
    BeforeValidator(_date),
    PlainSerializer(lambda value: value.text, return_type=str),
    # an editor that reads YAML takes an unquoted 2017 for a number
    WithJsonSchema({"type": ["string", "integer"], "description": "EDTF: 2003-11-23, 2017, 2017/2019"}),
]
Day = Annotated[str, AfterValidator(_day)]
Sha256 = Annotated[str, AfterValidator(_matches(r"[0-9a-f]{64}", "SHA-256 (64 digit heksadesimal kecil)"))]
Count = Annotated[int, BeforeValidator(_matches(r"[1-9]\d*", "bilangan bulat positif"))]
PageName = Annotated[str, AfterValidator(_matches(rf"{SLUG}\.md", "nama halaman seperti linimasa.md"))]
Version = Annotated[str, AfterValidator(_matches(r"\d+\.\d+", 'nomor edisi seperti "1.0"'))]
Year = Annotated[str, AfterValidator(_matches(r"\d{4}", "tahun empat angka"))]
ParagraphAnchor = Annotated[
    Slug,
    AfterValidator(
        _matches(rf"{SLUG}-p[1-9]\d*", 'jangkar paragraf, yang berakhir dengan nomornya, seperti "vi-1-p4"')
    ),
]
SentenceName = Annotated[
    Slug, AfterValidator(_matches(rf"{SLUG}-p[1-9]\d*-k[1-9]\d*", 'nama kalimat, seperti "vi-1-p4-k3"'))
]
# All scalars are read as text, so "null" arrives as a word: it says that the source does not tell.
_null = BeforeValidator(lambda value: None if value == "null" else value)
_UNKNOWN_SCHEMA = WithJsonSchema({"type": ["string", "integer", "null"]})
Unknown = Annotated[Text | None, _null, _UNKNOWN_SCHEMA]
UnknownYear = Annotated[Year | None, _null, _UNKNOWN_SCHEMA]

Level = Literal[
    "central_government",
    "regional_government",
    "partner_city",
    "partner_country",
    "state_enterprise",
    "private",
    "civil_society",
]
Origin = Literal["internal", "external", "both"]
Kind = Literal["agreement", "visit", "programme", "effort", "outcome"]
Basis = Literal["source", "editorial"]
Sources = Annotated[tuple[Slug, ...], Field(min_length=1)]
