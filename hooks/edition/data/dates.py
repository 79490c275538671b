"""EDTF dates (ISO 8601-2): what they mean, how they are said, and what is wrong with one."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache

from babel.dates import format_date

_NEEDED = "pakai TTTT, TTTT-BB, TTTT-BB-HH, atau dua di antaranya dengan garis miring, misalnya 2017/2019"
_FORM = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_DATE_PARTS = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_LAST_YEAR = 9998  # the calendar ends with 9999, and an event of that year would end a day later
# babel's patterns for each length of a date: year, year-month, year-month-day
_PATTERNS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}


@dataclass(frozen=True)
class Edtf:
    """A date or an interval; ``start`` and ``end`` are its first and last day."""

    text: str
    start: datetime.date
    end: datetime.date

    @property
    def parts(self) -> tuple[str, ...]:
        """The one date, or the two ends of an interval, as written (each a valid ``datetime``)."""
        return tuple(self.text.split("/"))

    def said(self, locale: str = "id") -> tuple[str, ...]:
        """The parts in words, e.g. ``("23 November 2003",)``, ``("2017", "2019")`` or ``("1", "3 Mei 2018")``: what the
        ends of an interval have in common is said once.
        """
        days, patterns = (self.start, self.end), [_PATTERNS[len(part)] for part in self.parts]
        if len(set(patterns)) < len(patterns) and self.start.year == self.end.year:
            same_month = self.start.month == self.end.month
            patterns[0] = patterns[0].replace(" MMMM y", "" if same_month else " MMMM").replace("MMMM y", "MMMM")
        return tuple(format_date(day, each, locale=locale) for day, each in zip(days, patterns, strict=False))

    def dash(self, locale: str = "id") -> str:
        """What joins the parts: an en dash, spaced unless both are a single word, or share what follows."""
        is_tight = len({len(part) for part in self.parts}) == 1 and " " not in self.said(locale)[0]
        return "–" if is_tight else " – "

    def label(self, locale: str = "id") -> str:
        """The date in words."""
        return self.dash(locale).join(self.said(locale))


@cache
def parse(text: str) -> Edtf:
    """Read an EDTF level 0 date or closed interval. Raises ValueError with a message for editors."""
    parts = text.split("/")
    if len(parts) > 2 or not all(_FORM.fullmatch(part) for part in parts):
        raise ValueError(f'bentuk tanggal "{text}" tidak dipakai di sini; {_NEEDED}')
    try:
        start, end = _days(parts[0])[0], _days(parts[-1])[1]
    except ValueError:
        raise ValueError(_diagnosis(text)) from None
    if end.year > _LAST_YEAR:
        raise ValueError(f'tahun harus 0001–{_LAST_YEAR}, bukan "{text}"')
    if end < start:
        raise ValueError(f'rentang berakhir sebelum mulai: "{text}"; tulis yang lebih awal di depan')
    return Edtf(text, start, end)


def _days(part: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a year, a month or a day. Raises ValueError where there is none."""
    first = datetime.date.fromisoformat(f"{part}-01-01"[: len("2003-11-23")])
    month = first.month if len(part) > len("2003") else 12
    day = first.day if len(part) > len("2003-11") else calendar.monthrange(first.year, month)[1]
    return first, datetime.date(first.year, month, day)


def _diagnosis(text: str) -> str:
    """Say which part of a date does not exist."""
    for part in text.split("/"):
        if match := _DATE_PARTS.fullmatch(part):
            year, month, day = (int(group) if group else None for group in match.groups())
            if month is not None and not 1 <= month <= 12:
                return f'bulan harus 01–12, bukan "{text}"'
            if year and month and day is not None:
                last = calendar.monthrange(year, month)[1]
                if not 1 <= day <= last:
                    return f'hari dalam bulan {month:02} {year} harus 01–{last}, bukan "{text}"'
    return f'tahun harus 0001–{_LAST_YEAR}, bukan "{text}"'
