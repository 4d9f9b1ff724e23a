"""The route of the books' integrity."""

from typing import Annotated

from fastapi import APIRouter, Query

from bursar.kit.errors import NotFound
from bursar.ledger.integrity.queries import check_books
from bursar.ledger.integrity.schemas import IntegrityQuery, IntegrityRead
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.work import Work

router = APIRouter()

_ENTITY = "entity_01j2hw0psyfn79yan3pqykt7s0"
_EXAMPLE = {
    "outcome": "failed",
    "legal_entity_id": _ENTITY,
    "entities": 1,
    "as_of": None,
    "checked_at": "2026-12-02T09:30:00Z",
    "checks": [
        {
            "name": "payables_tie",
            "title": "Open items of vendors equal the payables control account.",
            "outcome": "failed",
            "examined": 4812,
            "of": "control account lines and open items",
            "wrong": 1,
            "first_wrong": [
                {
                    "legal_entity_id": _ENTITY,
                    "what": "documents in USD",
                    "expected": "100.00 USD",
                    "actual": "90.00 USD",
                    "link": None,
                }
            ],
        }
    ],
}


@router.get(
    "/integrity",
    **operation("Check the books", needs=Permission.INTEGRITY_READ, errors=[NotFound], example=_EXAMPLE),
)
async def read_integrity(
    work: Annotated[Work, reads(Permission.INTEGRITY_READ, snapshot=True)], query: Annotated[IntegrityQuery, Query()]
) -> IntegrityRead:
    """Check the books as they are now, all in one state, and say of each check what it examined.

    Sub-ledgers equal their control accounts in every currency; numbers have no gap; entries balance; what is open is
    what came less what was allocated; exchange differences are booked; documents have their entries.
    """
    return await check_books(work, query.legal_entity_id, query.as_of)
