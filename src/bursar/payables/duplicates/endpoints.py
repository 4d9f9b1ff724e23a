"""Routes of possible duplicates."""

from typing import Annotated

from fastapi import APIRouter

from bursar.kit.errors import NotFound
from bursar.payables.duplicates.queries import duplicates_of_bill, duplicates_of_proposal
from bursar.payables.duplicates.schemas import PossibleDuplicates
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.ids import BillId, ProposalId
from bursar.platform.work import Work

router = APIRouter()

_FOUND = {
    "items": [
        {
            "bill_id": "bill_01j2hw0psyfn79yan3pqykt7s0",
            "proposal_id": None,
            "reasons": ["similar_number", "same_amount"],
            "severity": "warning",
            "message": "Bill R-2026-118 (BILL-2026-000042) of 2026-10-31 has nearly the same number and has the same "
            "total.",
        }
    ]
}


@router.get(
    "/bills/{bill_id}/possible-duplicates",
    **operation("List what may be the same bill", needs=Permission.BILLS_READ, errors=[NotFound], example=_FOUND),
)
async def of_bill(bill_id: BillId, work: Annotated[Work, reads(Permission.BILLS_READ)]) -> PossibleDuplicates:
    """Return posted, submitted and proposed bills that may be this one, as of now, and why.

    An error cannot be posted beside it; a warning is for a person to look at.
    """
    return await duplicates_of_bill(work, bill_id)


@router.get(
    "/proposals/{proposal_id}/possible-duplicates",
    **operation(
        "List what may be the same as a proposed bill",
        needs=Permission.BILLS_READ,
        errors=[NotFound],
        example=_FOUND,
    ),
)
async def of_proposal(
    proposal_id: ProposalId, work: Annotated[Work, reads(Permission.BILLS_READ)]
) -> PossibleDuplicates:
    """Return bills that may be what is proposed, for the vendor that it names now: ask again after an edit."""
    work.require(Permission.PROPOSALS_READ)
    return await duplicates_of_proposal(work, proposal_id)
