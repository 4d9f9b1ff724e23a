"""Tables as spreadsheets: CSV for machines, XLSX for people. Text is data in both, never a formula.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is read as a formula by programs that open CSV (OWASP,
CSV Injection). In CSV such a text begins with an apostrophe, and every text is quoted, so that a program that takes
another separator does not cut one out of its middle; amounts are bare numbers. In XLSX a text is stored as a text.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # It has no stubs.

from bursar.core.money import Money, exponent

CSV_TYPE: Final = "text/csv"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# From so many rows on they are written out one by one instead of being held until the end.
_MANY_ROWS: Final = 5_000
_CHUNK_ROWS: Final = 500
# A spreadsheet's numbers are binary with 15 decimal digits that can be trusted; a larger one is written as text.
_EXACT_DIGITS: Final = 15
_CELL_MOST_CHARACTERS: Final = 32_767
_SIGNS_OF_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | Decimal | date | datetime | Money | None


class Kind(StrEnum):
    """What a column holds; an `amount` carries its currency, whose decimals it is shown with."""

    TEXT = "text"
    DATE = "date"
    INSTANT = "instant"
    INTEGER = "integer"
    NUMBER = "number"
    AMOUNT = "amount"


_WIDTHS: Final = {Kind.DATE: 11, Kind.INSTANT: 20, Kind.INTEGER: 8, Kind.NUMBER: 10, Kind.AMOUNT: 16}
_NARROWEST: Final = 8
_WIDEST: Final = 48
_LOOKED_AT_ROWS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name for machines, its heading for people."""

    key: str
    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with what it is about; `totals` stand below the rows, in XLSX alone."""

    title: str
    facts: Sequence[tuple[str, str]]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()


def csv_chunks(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *, head: bool = True) -> Iterator[str]:
    """Yield RFC 4180 text, a few hundred rows at a time: a line of column names, then the rows, no totals."""
    buffer = io.StringIO()
    # Whatever is no number is quoted; a Decimal counts as one and is written as its exact text.
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    if head:
        writer.writerow([column.key for column in columns])
    for number, row in enumerate(rows, start=1):
        writer.writerow([_csv_cell(cell) for cell in row])
        if number % _CHUNK_ROWS == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_SIGNS_OF_A_FORMULA) or text.lstrip().startswith(_SIGNS_OF_A_FORMULA) else text


def _csv_cell(cell: Cell) -> Any:
    match cell:
        case None:
            return ""
        case Money():
            return _plain(cell.amount, exponent(cell.currency))
        case str():
            return inert(cell)
        case datetime():
            return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return cell.isoformat()
    return cell


def _plain(amount: Decimal, places: int) -> Decimal:
    """Return an amount whose text has exactly the currency's decimals and no exponent."""
    return Decimal(format(amount, f".{places}f"))


def xlsx(sheet: Sheet) -> bytes:
    """Return a workbook of one sheet: what it is about, a frozen heading, the rows, and the totals."""
    output = io.BytesIO()
    options = {
        "constant_memory": len(sheet.rows) > _MANY_ROWS,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(output, options) as book:
        book.set_properties({"title": sheet.title})
        _Page(book, sheet).write()
    return output.getvalue()


class _Page:
    """One sheet as it is written, from the top down: large ones are not held in memory."""

    def __init__(self, book: Any, sheet: Sheet) -> None:
        self._sheet = sheet
        self._book = book
        self._page = book.add_worksheet(sheet.title[:31])
        self._formats: dict[tuple[str, bool], Any] = {}

    def write(self) -> None:
        sheet, page = self._sheet, self._page
        heading = len(sheet.facts) + 2
        for index, width in enumerate(_widths(sheet)):
            page.set_column(index, index, width)
        page.write_string(0, 0, sheet.title, self._book.add_format({"bold": True, "font_size": 14}))
        for number, (name, value) in enumerate(sheet.facts, start=1):
            page.write_string(number, 0, name, self._book.add_format({"font_color": "#606060"}))
            page.write_string(number, 1, value)
        head = {"bold": True, "bottom": 1, "bg_color": "#EEF1F5", "text_wrap": True, "valign": "vcenter"}
        left, right = (self._book.add_format({**head, "align": side}) for side in ("left", "right"))
        for index, column in enumerate(sheet.columns):
            page.write_string(heading, index, column.label, right if _is_figure(column.kind) else left)
        for number, row in enumerate(sheet.rows, start=heading + 1):
            self._row(number, row, total=False)
        last = heading + len(sheet.rows)
        for number, row in enumerate(sheet.totals, start=last + 1):
            self._row(number, row, total=True)
        page.freeze_panes(heading + 1, 0)
        if sheet.rows:
            page.autofilter(heading, 0, last, len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(heading)
        page.set_footer("&L&A&R&P / &N")

    def _row(self, number: int, row: Sequence[Cell], *, total: bool) -> None:
        page = self._page
        for index, cell in enumerate(row):
            match cell:
                case None:
                    if total:
                        page.write_blank(number, index, None, self._format("@", total=True))
                case Money() if len(cell.amount.as_tuple().digits) > _EXACT_DIGITS:
                    page.write_string(number, index, cell.plain, self._format("@", total=total))
                case Money():
                    page.write_number(number, index, cell.amount, self._format(_pattern(cell.currency), total=total))
                case str():
                    page.write_string(number, index, cell[:_CELL_MOST_CHARACTERS], self._format("@", total=total))
                case datetime():
                    shown = cell.astimezone(UTC).replace(tzinfo=None)
                    page.write_datetime(number, index, shown, self._format("yyyy-mm-dd hh:mm:ss", total=total))
                case date():
                    page.write_datetime(number, index, cell, self._format("yyyy-mm-dd", total=total))
                case _:
                    page.write_number(number, index, cell, self._format("General", total=total))

    def _format(self, pattern: str, *, total: bool) -> Any:
        found = self._formats.get((pattern, total))
        if found is None:
            style = {"bold": True, "top": 1} if total else {}
            found = self._book.add_format({"num_format": pattern, **style})
            self._formats[pattern, total] = found
        return found


def _pattern(currency: str) -> str:
    """Return the number format with as many decimals as the currency has."""
    places = exponent(currency)
    return f"#,##0.{'0' * places}" if places else "#,##0"


def _is_figure(kind: Kind) -> bool:
    return kind in {Kind.AMOUNT, Kind.INTEGER, Kind.NUMBER}


def _widths(sheet: Sheet) -> list[int]:
    """Return column widths in characters, from the headings and the first rows."""
    return [
        max(
            _WIDTHS.get(column.kind, _NARROWEST),
            min(_WIDEST, max(map(len, column.label.split()), default=0) + 2),
            *(min(_WIDEST, _length(row[index]) + 2) for row in sheet.rows[:_LOOKED_AT_ROWS]),
            *(min(_WIDEST, _length(row[index]) + 2) for row in sheet.totals),
            *((min(_WIDEST, len(name) + 2) for name, _ in sheet.facts) if index == 0 else ()),
        )
        for index, column in enumerate(sheet.columns)
    ]


def _length(cell: Cell) -> int:
    # Thousands are set apart in sheets: a sign for every three digits.
    return len(cell) if isinstance(cell, str) else len(cell.plain) * 4 // 3 if isinstance(cell, Money) else 0
