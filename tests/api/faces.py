"""Routes that misbehave or use one part of HTTP each, on the real app."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any

import httpx2
from fastapi import APIRouter, File, HTTPException, Query, Request, Response, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, SecretStr
from sqlalchemy import literal, select, text

from bursar.api.app import create_app
from bursar.kit.errors import Conflict, Unavailable
from bursar.kit.pages import Page
from bursar.kit.wire import Input
from bursar.platform.access import Permission
from bursar.platform.application import Application
from bursar.platform.http import Caller, IfMatch, PageParams, application_of, reads, set_etag
from bursar.platform.work import Work
from tests.company import as_client
from tests.platform.notes import Note, Nothing, WriteNote, do_nothing, write_note

router = APIRouter(prefix="/v1/tests")


class Told(BaseModel):
    value: Any


class Line(Input):
    quantity: int


class Order(Input):
    name: str
    secret: SecretStr | None = None
    lines: Sequence[Line] = ()
    anything: Any = None


class NumberFilter(PageParams):
    above: int = 0


@router.post("/echo")
async def echo(body: Order) -> Told:
    return Told(value=body.name)


@router.get("/fault")
async def fault() -> Told:
    raise ZeroDivisionError("the secret is hunter2")


@router.get("/conflict")
async def conflict() -> Told:
    raise Conflict("It has moved on.", pointer="/state", state="posted")


@router.get("/unavailable")
async def unavailable() -> Told:
    raise Unavailable("Try again.")


@router.get("/teapot")
async def teapot() -> Told:
    raise HTTPException(418)


@router.get("/begun")
async def begun() -> Response:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"begun"
        raise ZeroDivisionError

    return StreamingResponse(chunks())


@router.post("/store")
async def store(request: Request, body: Order) -> Told:
    async with application_of(request).app.transaction() as session:
        return Told(value=await session.value(text("SELECT CAST(:name AS text)"), {"name": body.name}))


@router.get("/cast")
async def cast_text(request: Request, value: str) -> Told:
    async with application_of(request).app.transaction() as session:
        return Told(value=await session.value(text("SELECT CAST(CAST(:value AS text) AS int)"), {"value": value}))


@router.get("/number")
async def cast_number(request: Request, value: int) -> Told:
    async with application_of(request).app.transaction() as session:
        return Told(value=await session.value(text("SELECT CAST(:value AS bigint)"), {"value": value}))


@router.get("/broken-sql")
async def broken_sql(request: Request) -> Told:
    async with application_of(request).app.transaction() as session:
        return Told(value=await session.value(text("SELECT nonsense")))


@router.post("/upload")
async def upload(file: Annotated[UploadFile, File()]) -> Told:
    return Told(value=file.size)


@router.put("/versioned")
async def versioned(version: IfMatch, response: Response) -> Told:
    set_etag(response, version + 1)
    return Told(value=version)


@router.post("/notes")
async def notes(body: WriteNote, caller: Caller) -> Note:
    return await caller.execute(write_note, body)


@router.post("/notes/preview")
async def preview(body: WriteNote, caller: Caller) -> Note:
    return (await caller.dry_run(write_note, body)).result


@router.post("/nothing", status_code=204)
async def nothing(caller: Caller) -> None:
    await caller.execute(do_nothing, Nothing())


@router.get("/bills")
async def reading(work: Annotated[Work, reads(Permission.BILLS_READ)]) -> Told:
    return Told(value=str(await work.session.value(select(literal(work.tenant_id)))))


@router.get("/books")
async def closing(work: Annotated[Work, reads(Permission.BILLS_REVERSE)]) -> Told:
    return Told(value=sorted(work.permissions))


@router.get("/numbers")
async def numbers(
    work: Annotated[Work, reads(Permission.BILLS_READ)], page: Annotated[NumberFilter, Query()]
) -> Page[int]:
    after = page.after(1)
    begin = int(after[0]) if after else page.above
    rows = await work.session.rows(
        text("SELECT n FROM generate_series(CAST(:begin AS int) + 1, 25) AS n ORDER BY n LIMIT :limit"),
        {"begin": begin, "limit": page.fetch},
    )
    return page.page(rows, lambda row: row.n, lambda row: [str(row.n)])


@asynccontextmanager
async def face(application: Application) -> AsyncIterator[httpx2.AsyncClient]:
    """Give a client of the real app with these routes added."""
    app = create_app(application)
    app.include_router(router)
    async with as_client(app) as client:
        yield client
