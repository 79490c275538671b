"""EDTF dates (ISO 8601-2): parse them, format them in words, and explain what is wrong with an invalid one."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache

from babel.dates import format_date

_ACCEPTED_FORMS = "pakai TTTT, TTTT-BB, TTTT-BB-HH, atau dua di antaranya dengan garis miring, misalnya 2017/2019"
_FORM = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_DATE_PARTS = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_LAST_YEAR = 9998  # ``datetime.date`` ends with 9999, and the day after an event must exist too
# Babel's date patterns by the length of the EDTF text: year, year-month, year-month-day
_PATTERNS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}


@dataclass(frozen=True)
class Edtf:
    """A date (``2003-11-23``) or an interval (``2017/2019``). ``text`` is its EDTF notation, as in these examples.
    ``start`` and ``end`` are its first and last day, both included.
    """

    text: str
    start: datetime.date
    end: datetime.date

    @property
    def parts(self) -> tuple[str, ...]:
        """The EDTF text of the date, or of each end of the interval: ``2017/2019`` → ``("2017", "2019")``. Each part is
        a valid value of the HTML attribute ``datetime``.
        """
        return tuple(self.text.split("/"))

    def format_parts(self, locale: str = "id") -> tuple[str, ...]:
        """Return the date in words, as a tuple with one text: ``2003-11-23`` → ``("23 November 2003",)``. For an
        interval, return one text for each end. A month or year that both ends share is written only in the second text:
        ``2018-05-01/2018-05-03`` → ``("1", "3 Mei 2018")``.
        """
        days, patterns = (self.start, self.end), [_PATTERNS[len(part)] for part in self.parts]
        if len(set(patterns)) < len(patterns) and self.start.year == self.end.year:
            same_month = self.start.month == self.end.month
            patterns[0] = patterns[0].replace(" MMMM y", "" if same_month else " MMMM").replace("MMMM y", "MMMM")
        return tuple(format_date(day, pattern, locale=locale) for day, pattern in zip(days, patterns, strict=False))

    def separator(self, locale: str = "id") -> str:
        """Return the en dash to print between the two ends of an interval, with or without spaces.

        There are no spaces (``2017–2019``) if both ends have the same precision and the first end, in words, is a
        single word. In all other cases there is a space on each side (``1 Mei – 3 Juni 2018``).
        """
        is_tight = len({len(part) for part in self.parts}) == 1 and " " not in self.format_parts(locale)[0]
        return "–" if is_tight else " – "

    def label(self, locale: str = "id") -> str:
        """Return the date or interval in words, e.g. ``23 November 2003`` or ``2017–2019``."""
        return self.separator(locale).join(self.format_parts(locale))


@cache
def parse(text: str) -> Edtf:
    """Parse a date or a closed interval in EDTF level 0, e.g. ``2003-11-23`` or ``2017/2019``. If ``text`` is invalid,
    raises ValueError with a message for editors.
    """
    parts = text.split("/")
    if len(parts) > 2 or not all(_FORM.fullmatch(part) for part in parts):
        raise ValueError(f'bentuk tanggal "{text}" tidak dipakai di sini; {_ACCEPTED_FORMS}')
    try:
        start, end = _first_and_last_day(parts[0])[0], _first_and_last_day(parts[-1])[1]
    except ValueError:
        raise ValueError(_describe_invalid_date(text)) from None
    if end.year > _LAST_YEAR:
        raise ValueError(f'tahun harus 0001–{_LAST_YEAR}, bukan "{text}"')
    if end < start:
        raise ValueError(f'rentang berakhir sebelum mulai: "{text}"; tulis yang lebih awal di depan')
    return Edtf(text, start, end)


def _first_and_last_day(part: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a date that is a year, a month or a day: ``2003-11`` → 1 and 30 November
    2003. Raises ValueError if there is no such date.
    """
    first = datetime.date.fromisoformat(f"{part}-01-01"[: len("2003-11-23")])
    month = first.month if len(part) > len("2003") else 12
    day = first.day if len(part) > len("2003-11") else calendar.monthrange(first.year, month)[1]
    return first, datetime.date(first.year, month, day)


def _describe_invalid_date(text: str) -> str:
    """Return a message for editors that names the part of an invalid date that is out of range: the year, the month or
    the day.
    """
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
