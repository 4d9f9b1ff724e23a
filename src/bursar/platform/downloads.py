"""One table, three renderings: JSON, CSV that streams, and a formatted XLSX, chosen by `format` or by `Accept`."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from enum import StrEnum
from typing import Any, Final

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from bursar.formats.spreadsheets import CSV_TYPE, XLSX_TYPE, Sheet, csv_chunks, xlsx
from bursar.kit.errors import TooLarge

# A formatted sheet is for reading; what is longer is read by programs, which take CSV or pages.
XLSX_MOST_WRITTEN_ROWS: Final = 100_000


class Format(StrEnum):
    """How an answer is written."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class TooManyRows(TooLarge):
    """The table has more rows than a formatted sheet is written with; ask for CSV or for less."""

    code = "too_many_rows"


def chosen(request: Request, named: Format | None) -> Format:
    """Return the rendering that a request asks for: by name, else by the first known type in `Accept`, else JSON."""
    if named is not None:
        return named
    for offered in request.headers.get("accept", "").split(","):
        match offered.partition(";")[0].strip().lower():
            case "text/csv":
                return Format.CSV
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
                return Format.XLSX
            case "application/json" | "*/*":
                return Format.JSON
    return Format.JSON


def also_as_files(documented: dict[str, Any]) -> dict[str, Any]:
    """Return what `operation` documents, with the two files beside the JSON answer."""
    content = documented["responses"].setdefault(200, {}).setdefault("content", {})
    content[CSV_TYPE] = {"schema": {"type": "string"}, "example": '"account_code","balance"\r\n"2000",-369.00\r\n'}
    content[XLSX_TYPE] = {"schema": {"type": "string", "format": "binary"}, "example": "(a workbook's bytes)"}
    return documented


async def file_of(sheet: Sheet, wanted: Format, name: str) -> Response:
    """Return a table as a download. Raises TooManyRows."""
    if wanted is Format.CSV:
        return csv_of(csv_chunks(sheet.columns, sheet.rows), name)
    if len(sheet.rows) > XLSX_MOST_WRITTEN_ROWS:
        raise TooManyRows(f"{len(sheet.rows)} rows are too many for a sheet; ask for CSV or for less.")
    content = await asyncio.to_thread(xlsx, sheet)
    return Response(content, media_type=XLSX_TYPE, headers=_download(name, Format.XLSX))


def csv_of(chunks: Iterator[str] | AsyncIterator[str], name: str) -> StreamingResponse:
    """Return CSV that is written while it is sent."""
    return StreamingResponse(
        chunks, media_type=f"{CSV_TYPE}; charset=utf-8; header=present", headers=_download(name, Format.CSV)
    )


def _download(name: str, kind: Format) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}.{kind.value}"'}
