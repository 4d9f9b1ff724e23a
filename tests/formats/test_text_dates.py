"""Dates are read as they are written, in every language, and day and month are not confused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.formats.text_invoice.dates import find_dates, month_first_votes

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
WAYS = {
    "en": ("{d} {m} {y}", "{m} {d}, {y}", "{d}th {m} {y}", "{d} {m}, {y}", "{m} {d} , {y}"),
    "de": ("{d}. {m} {y}", "den {d}. {m} {y}"),
    "fr": ("{d} {m} {y}", "le {d} {m} {y}"),
    "es": ("{d} de {m} de {y}", "{d} {m} {y}"),
    "it": ("{d} {m} {y}",),
    "nl": ("{d} {m} {y}",),
    "pl": ("{d} {m} {y}",),
    "pt": ("{d} de {m} de {y}",),
}
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@given(days, st.sampled_from([(language, way) for language, ways in WAYS.items() for way in ways]))
def test_a_month_is_known_by_its_name_in_every_language(day: date, written: tuple[str, str]) -> None:
    language, way = written
    text = way.format(d=day.day, m=MONTHS[language].split()[day.month - 1], y=day.year)
    (found,) = find_dates(f"Nr. 4711 {text}, 19 %")
    assert (found.day, found.sure) == (day, True)
    assert text.endswith(f"Nr. 4711 {text}, 19 %"[found.start : found.end])


@given(days, st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y/%m/%d", "%d. %m. %Y"]))
def test_numbers_are_dates_with_the_day_first(day: date, way: str) -> None:
    (found,) = find_dates(day.strftime(way))
    assert found.day == day


@given(days)
def test_with_the_month_first_they_are_read_so(day: date) -> None:
    (found,) = find_dates(day.strftime("%m/%d/%Y"), month_first=True)
    assert found.day == day
    assert found.sure == (day.day > 12 or day.day == day.month)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2.24", "2024-02-01"),
        ("17-Nov-2022", "2022-11-17"),
        ("01.09.13 - 30.09.13", "2013-09-01"),
        ("13/14/2020", ""),
    ],
)
def test_short_years_and_months_are_read(text: str, expected: str) -> None:
    assert next((found.day.isoformat() for found in find_dates(text)), "") == expected


@pytest.mark.parametrize(
    "text",
    ["12.345.678,00", "201/113/40209", "192.168.1.12", "01.234.567.8", "+33 4 72 07 08 55", "31.02.2024", "5 kg 2024"],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def test_eight_digits_are_a_date_only_where_one_is_awaited() -> None:
    assert find_dates("20181230") == ()
    assert find_dates("20181230", compact=True)[0].day == date(2018, 12, 30)


def test_a_document_tells_by_its_dates_which_part_is_the_month() -> None:
    assert month_first_votes(["12/31/2024", "01/02/2024"]) == 1
    assert month_first_votes(["31/12/2024", "31.12.2024"]) == -2
    assert month_first_votes(["01/02/2024"]) == 0
