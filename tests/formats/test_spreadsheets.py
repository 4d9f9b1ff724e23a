"""Spreadsheets: text is never a formula, amounts are exact, and a sheet is read back as it was meant."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bursar.core.money import Money
from bursar.formats.spreadsheets import Cell, Column, Kind, Sheet, csv_chunks, inert, xlsx

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=HYPERLINK("http://x")']
COLUMNS = [Column("text", "Text"), Column("amount", "Amount", Kind.AMOUNT), Column("day", "Day", Kind.DATE)]


def sheet(*rows: list[Cell], totals: tuple[list[Cell], ...] = ()) -> Sheet:
    return Sheet("Trial balance", [("Legal entity", "=cmd()"), ("As of", "2026-06-30")], COLUMNS, rows, totals)


def read_back(content: bytes) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_formula_is_text_in_both(text: str) -> None:
    written = "".join(csv_chunks(COLUMNS, [[text, None, None]]))
    ((_, *_), (cell, *_)) = csv.reader(io.StringIO(written, newline=""))
    assert cell == f"'{text}"
    content = xlsx(sheet([text, None, None]))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in page
        assert "hyperlink" not in page.lower()
    assert read_back(content)[5][0].strip() == text.strip()  # type: ignore[attr-defined]


@given(st.text(max_size=40))
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    written = "".join(csv_chunks([Column("a", "A")], [[text]], head=False))
    ((cell,),) = csv.reader(io.StringIO(written, newline=""))
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert cell == inert(text)
    assert written.startswith('"')


@given(st.integers(-(10**17), 10**17), st.sampled_from(["EUR", "JPY", "BHD", "CLF"]))
def test_amounts_of_a_csv_are_bare_exact_numbers(minor: int, currency: str) -> None:
    money = Money.from_minor(minor, currency)
    written = "".join(csv_chunks(COLUMNS, [["x", money, date(2026, 6, 30)]], head=False))
    assert written == f'"x",{money.plain},"2026-06-30"\r\n'


def test_a_sheet_says_what_it_is_and_shows_decimals_as_the_currency_has() -> None:
    content = xlsx(
        sheet(
            ["Bank", Money.from_minor(123_456_78, "EUR"), date(2026, 6, 30)],
            ["Yen", Money.from_minor(-500, "JPY"), None],
            ["Huge", Money.from_minor(10**17 + 1, "EUR"), None],
            totals=(["Total", Money.from_minor(1, "EUR"), None],),
        )
    )
    rows = read_back(content)
    assert rows[0][0] == "Trial balance"
    assert rows[1][:2] == ["Legal entity", "=cmd()"]
    assert rows[4] == ["Text", "Amount", "Day"]
    assert rows[5] == ["Bank", 123456.78, date(2026, 6, 30)]
    assert rows[6][1] == -500
    # More digits than a spreadsheet's number holds stay whole, as text.
    assert rows[7][1] == "1000000000000000.01"
    assert rows[8][:2] == ["Total", 0.01]
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        styles, page = book.read("xl/styles.xml").decode(), book.read("xl/worksheets/sheet1.xml").decode()
    assert 'formatCode="#,##0.00"' in styles
    assert 'formatCode="#,##0"' in styles
    assert 'topLeftCell="A6"' in page
    assert 'state="frozen"' in page


def test_a_long_table_is_written_row_by_row_and_in_chunks() -> None:
    rows: list[list[Cell]] = [[f"row {n}", Money.from_minor(n, "EUR"), None] for n in range(6_000)]
    chunks = list(csv_chunks(COLUMNS, rows))
    assert len(chunks) == 13
    assert "".join(chunks).count("\r\n") == 6_001
    back = read_back(xlsx(Sheet("Long", [], COLUMNS, rows)))
    assert back[-1][:2] == ["row 5999", 59.99]


def test_instants_and_numbers_have_their_own_shape() -> None:
    columns = [Column("at", "At", Kind.INSTANT), Column("days", "Days", Kind.NUMBER), Column("n", "N", Kind.INTEGER)]
    row: list[Cell] = [datetime(2026, 6, 30, 12, tzinfo=UTC), Decimal("30.5"), 7]
    assert "".join(csv_chunks(columns, [row], head=False)) == '"2026-06-30T12:00:00Z",30.5,7\r\n'
    (back,) = read_back(xlsx(Sheet("Kinds", [], columns, [row])))[3:]
    assert back == [datetime(2026, 6, 30, 12), 30.5, 7]  # noqa: DTZ001 - a sheet knows no time zones.
