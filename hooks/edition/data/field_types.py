"""Types of the fields in records. Each validator rejects an invalid value with a message for editors."""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from edition.data import dates

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # the range of dates in a ZIP archive
# A tag, a comment or a character reference; a lone "<" or "&" counts as plain text.
_MARKUP = re.compile(r"</?[A-Za-z!?][^>]*>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w*);")


def _error(code: str, message: str, **context: object) -> PydanticCustomError:
    """Return a pydantic error whose type is the problem code ``code``, e.g. ``E015``. ``context`` has the values for
    the placeholders in ``message``. ``edition.data.loader`` converts the error into a ``Problem``.
    """
    return PydanticCustomError(code, message, context)


def _check_slug(text: str) -> str:
    if not re.fullmatch(SLUG, text):
        raise _error("E015", 'id "{id}" harus huruf kecil a–z, angka, dan tanda hubung, misalnya "mou-2004"', id=text)
    return text


def _check_plain_text(text: str) -> str:
    if not text.strip():
        raise _error("E016", "teks kosong; isi atau hapus kunci ini")
    if markup := _MARKUP.search(text):
        raise _error("E017", 'markah "{markup}" tidak boleh ada dalam teks; tulis teks biasa', markup=markup.group())
    if text != text.strip() or "\n" in text:
        raise _error("E018", "teks harus satu baris tanpa spasi di awal atau akhir")
    return unicodedata.normalize("NFC", text)


def _parse_date(text: object) -> dates.Edtf:
    if not isinstance(text, str):
        raise _error("E013", "harus teks")
    try:
        return dates.parse(text)
    except ValueError as error:
        raise _error("E012", "{reason}", reason=str(error)) from None


def _pattern_validator(pattern: str, description: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise _error("E019", 'bukan {what}: "{text}"', what=description, text=text)
        return text

    return check


def _check_day(text: str) -> str:
    _pattern_validator(r"\d{4}-\d{2}-\d{2}", "tanggal TTTT-BB-HH")(text)
    day = _parse_date(text).start
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        reason = f"tanggal edisi harus antara {_FIRST_YEAR} dan {_LAST_YEAR} (batas arsip zip)"
        raise _error("E019", "{reason}", reason=f'{reason}, bukan "{text}"')
    return text


Slug = Annotated[str, AfterValidator(_check_slug), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})]
Text = Annotated[str, AfterValidator(_check_plain_text), WithJsonSchema({"type": "string", "minLength": 1})]
EdtfDate = Annotated[
    dates.Edtf,
    BeforeValidator(_parse_date),
    PlainSerializer(lambda value: value.text, return_type=str),
    # a code editor that validates YAML parses an unquoted 2017 as a number
    WithJsonSchema({"type": ["string", "integer"], "description": "EDTF: 2003-11-23, 2017, 2017/2019"}),
]
Day = Annotated[str, AfterValidator(_check_day)]
Sha256 = Annotated[str, AfterValidator(_pattern_validator(r"[0-9a-f]{64}", "SHA-256 (64 digit heksadesimal kecil)"))]
Count = Annotated[int, BeforeValidator(_pattern_validator(r"[1-9]\d*", "bilangan bulat positif"))]
Flag = Annotated[
    bool,
    BeforeValidator(lambda value: _pattern_validator("true|false", 'nilai "true" atau "false"')(str(value)) == "true"),
    WithJsonSchema({"enum": [True, False, "true", "false"]}),
]
PageName = Annotated[str, AfterValidator(_pattern_validator(rf"{SLUG}\.md", "nama halaman seperti linimasa.md"))]
Version = Annotated[str, AfterValidator(_pattern_validator(r"\d+\.\d+", 'nomor edisi seperti "1.0"'))]
Year = Annotated[
    str,
    AfterValidator(_pattern_validator(r"\d{4}", "tahun empat angka")),
    WithJsonSchema({"type": ["string", "integer"]}),
]
ParagraphAnchor = Annotated[
    Slug,
    AfterValidator(
        _pattern_validator(rf"{SLUG}-p[1-9]\d*", 'jangkar paragraf, yang berakhir dengan nomornya, seperti "vi-1-p4"')
    ),
]
SentenceName = Annotated[
    Slug, AfterValidator(_pattern_validator(rf"{SLUG}-p[1-9]\d*-k[1-9]\d*", 'nama kalimat, seperti "vi-1-p4-k3"'))
]
# All scalars are read as text, so null arrives as the string "null"; it means that the source does not say.
_null_to_none = BeforeValidator(lambda value: None if value == "null" else value)
_UNKNOWN_SCHEMA = WithJsonSchema({"type": ["string", "integer", "null"]})
Unknown = Annotated[Text | None, _null_to_none, _UNKNOWN_SCHEMA]
UnknownYear = Annotated[Year | None, _null_to_none, _UNKNOWN_SCHEMA]

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
