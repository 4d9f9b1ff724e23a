"""A table is a download: what is too long for a sheet is said before one is written."""

import pytest

from bursar.formats.spreadsheets import Column, Sheet
from bursar.platform.downloads import XLSX_MOST_WRITTEN_ROWS, Format, TooManyRows, file_of


async def test_a_sheet_has_an_end_and_csv_has_none() -> None:
    rows = [["x"]] * (XLSX_MOST_WRITTEN_ROWS + 1)
    sheet = Sheet("Long", [], [Column("a", "A")], rows)
    with pytest.raises(TooManyRows) as refused:
        await file_of(sheet, Format.XLSX, "long")
    assert (refused.value.status, refused.value.code) == (413, "too_many_rows")
    answer = await file_of(sheet, Format.CSV, "long")
    assert answer.headers["content-disposition"] == 'attachment; filename="long.csv"'
