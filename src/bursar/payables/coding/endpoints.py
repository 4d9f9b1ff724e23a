"""Routes of coding."""

from typing import Annotated

from fastapi import APIRouter

from bursar.kit.errors import NotFound
from bursar.payables.coding.queries import answer_coding
from bursar.payables.coding.schemas import CodingAsked, CodingSuggested
from bursar.platform.access import Permission
from bursar.platform.http import operation, reads
from bursar.platform.work import Work

router = APIRouter(prefix="/bills")

_CODING = {
    "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
    "account_code": "6130",
    "account_name": "Office supplies",
    "cost_centre_id": None,
    "project_id": None,
    "tax_code_id": None,
}
_ASKED = {
    "legal_entity_id": "entity_01j2hw0psyfn79yan3pqykt7s0",
    "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "order_reference": "PO-2026-118",
    "lines": [{"description": "Office paper A4, 80 g", "order_line_reference": "10"}],
}
_SUGGESTED = {
    "lines": [
        {
            "coding": _CODING,
            "source": "similar_lines",
            "times": 41,
            "of": 42,
            "share": "0.9762",
            "sure": True,
            "why": "41 of 42 similar lines of this vendor → 6130",
            "choices": [_CODING],
        }
    ]
}


@router.post(
    "/suggest-coding",
    **operation(
        "Suggest the coding of lines",
        needs=Permission.BILLS_READ,
        errors=[NotFound],
        example=_SUGGESTED,
        body=_ASKED,
    ),
)
async def suggest(body: CodingAsked, work: Annotated[Work, reads(Permission.BILLS_READ)]) -> CodingSuggested:
    """Say where each line goes, by rules and as people coded such lines before, and why; nothing is written.

    The first active rule that the line meets decides, unless people put right the same line of the order or vendor
    since the rule was worded. Else the nearest precedents do: the same line of the order, then of the vendor, where the
    last decision counts; lines like it; the vendor's own account; all lines of the vendor; other vendors; the first
    expense account. Only posted bills are precedents. An accounting reference that is the code of an account, cost
    centre or project is suggested before what people decided on other lines, not against what they decided on this one
    or on the last one that had the reference; nobody should rely on it unseen (`sure`) before people took it once.
    """
    return await answer_coding(work, body)
