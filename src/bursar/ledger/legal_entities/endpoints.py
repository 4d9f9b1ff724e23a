"""Routes of legal entities."""

from typing import Annotated

from fastapi import APIRouter, Response

from bursar.core.money import UnknownCurrency
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import Page
from bursar.ledger.legal_entities.actions import (
    LegalEntityExists,
    TooManyEntities,
    UnknownTimeZone,
    create_legal_entity,
)
from bursar.ledger.legal_entities.queries import list_entities, read_entity
from bursar.ledger.legal_entities.schemas import LegalEntityCreate, LegalEntityRead
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, Caller, operation, reads
from bursar.platform.ids import LegalEntityId
from bursar.platform.work import Work

router = APIRouter()

_ENTITY = {
    "id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "name": "Northwind Demo GmbH",
    "base_currency": "EUR",
    "time_zone": "Europe/Berlin",
    "country": "DE",
    "tax_id": None,
    "created_at": "2026-11-02T09:30:00Z",
}
_NEW = {
    "name": "Northwind Inc.",
    "base_currency": "USD",
    "time_zone": "America/New_York",
    "country": "US",
    "chart": "us",
    "fiscal_years": [2026, 2027],
}
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.get(
    "/legal-entities",
    **operation("List legal entities", needs=Permission.LEDGER_READ, example={"items": [_ENTITY], "next_cursor": None}),
)
async def read_entities(work: Reading) -> Page[LegalEntityRead]:
    """Return the companies that keep books here, oldest first: at most 200, all on one page."""
    return Page(items=await list_entities(work), next_cursor=None)


@router.post(
    "/legal-entities",
    **operation(
        "Create a legal entity",
        needs=Permission.LEGAL_ENTITIES_MANAGE,
        errors=[*IDEMPOTENT, LegalEntityExists, UnknownTimeZone, UnknownCurrency, TooManyEntities],
        example=_ENTITY,
        status=201,
        body=_NEW,
    ),
)
async def add_entity(body: LegalEntityCreate, caller: Caller, response: Response) -> LegalEntityRead:
    """Add a company with a chart of accounts and twelve open periods for each fiscal year."""
    entity = await caller.execute(create_legal_entity, body)
    response.headers["Location"] = f"/v1/legal-entities/{to_public('entity', entity.id)}"
    return entity


@router.get(
    "/legal-entities/{legal_entity_id}",
    **operation("Read a legal entity", needs=Permission.LEDGER_READ, errors=[NotFound], example=_ENTITY),
)
async def read_one_entity(legal_entity_id: LegalEntityId, work: Reading) -> LegalEntityRead:
    """Return one legal entity."""
    return await read_entity(work, legal_entity_id)
