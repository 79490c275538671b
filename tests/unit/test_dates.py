"""Parsing of EDTF dates: ranges of days, labels in Indonesian, and the message for each invalid form."""

import datetime

import pytest
from edtf import parse_edtf
from hypothesis import given, settings, strategies

from edition.data.dates import parse

DAY = datetime.date


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("2003-11-23", DAY(2003, 11, 23), DAY(2003, 11, 23), "23 November 2003"),
        ("2004-02-29", DAY(2004, 2, 29), DAY(2004, 2, 29), "29 Februari 2004"),
        ("2017", DAY(2017, 1, 1), DAY(2017, 12, 31), "2017"),
        ("2012-03", DAY(2012, 3, 1), DAY(2012, 3, 31), "Maret 2012"),
        ("2017/2019", DAY(2017, 1, 1), DAY(2019, 12, 31), "2017–2019"),
        ("2003-11-23/2004-11-23", DAY(2003, 11, 23), DAY(2004, 11, 23), "23 November 2003 – 23 November 2004"),
    ],
)
def test_a_date_has_a_first_day_a_last_day_and_a_label(text: str, start: DAY, end: DAY, label: str) -> None:
    date = parse(text)
    assert (date.start, date.end, date.label()) == (start, end, label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2018-05-01/2018-05-03", "1–3 Mei 2018"),
        ("2018-05-01/2018-06-03", "1 Mei – 3 Juni 2018"),
        ("2018-12-31/2019-01-02", "31 Desember 2018 – 2 Januari 2019"),
        ("2018-05/2018-06", "Mei–Juni 2018"),
        ("2017-05/2018-06", "Mei 2017 – Juni 2018"),
        ("2017/2018-05", "2017 – Mei 2018"),
    ],
)
def test_an_interval_label_does_not_repeat_a_shared_month_or_year(text: str, label: str) -> None:
    assert parse(text).label() == label


@pytest.mark.parametrize("text", ["9999", "9999-12-31", "2000/9999"])
def test_a_date_at_the_end_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="tahun harus 0001–9998"):
        parse(text)
    assert parse("9998").end.isoformat() == "9998-12-31"


def test_an_interval_gives_a_label_for_each_end() -> None:
    assert parse("2017/2019-05").format_parts("id") == ("2017", "Mei 2019")
    assert parse("2017/2019-05").parts == ("2017", "2019-05")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2004-13-23", 'bulan harus 01–12, bukan "2004-13-23"'),
        ("2004-00", 'bulan harus 01–12, bukan "2004-00"'),
        ("2003-02-29", 'hari dalam bulan 02 2003 harus 01–28, bukan "2003-02-29"'),
        ("2017/2018-06-31", 'hari dalam bulan 06 2018 harus 01–30, bukan "2017/2018-06-31"'),
        ("2019/2017", 'rentang berakhir sebelum mulai: "2019/2017"; tulis yang lebih awal di depan'),
    ],
)
def test_a_date_that_is_not_real_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse(text)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "text",
    ["", "23-11-2003", "23 November 2003", "2003-1-2", "20040", "2017–2019", "2017/", "2017/..", "2017/2018/2019",
     "2017~", "2017?", "2001-21", "201X", "2004-11-23T10:00:00Z", "0000-00-00", "２０１７"],
)  # fmt: skip
def test_other_forms_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"2017/2019|harus 01"):
        parse(text)


YEARS = strategies.integers(1, 9998).map("{:04}".format)
MONTHS = strategies.dates(DAY(1, 1, 1), DAY(9998, 12, 31)).map(lambda day: day.isoformat()[:7])
DAYS = strategies.dates(DAY(1, 1, 1), DAY(9998, 12, 31)).map(DAY.isoformat)


@settings(derandomize=True, database=None, deadline=None)  # the same cases in every run
@given(strategies.one_of(YEARS, MONTHS, DAYS))
def test_first_and_last_day_agree_with_the_edtf_package(text: str) -> None:
    other = parse_edtf(text)
    assert (parse(text).start, parse(text).end) == (DAY(*other.lower_strict()[:3]), DAY(*other.upper_strict()[:3]))
