"""Routes of coding rules."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.rules.parsing import InvalidCondition
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.payables.coding_rules.actions import CodingRuleExists, TooManyCodingRules, change_rule, create_rule
from bursar.payables.coding_rules.queries import OutcomeNotUsable, get_rule, list_rules, list_versions, try_rule
from bursar.payables.coding_rules.schemas import (
    ChangeCodingRule,
    CodingRuleChanges,
    CodingRuleCreate,
    CodingRuleFilter,
    CodingRuleRead,
    CodingRuleTried,
    CodingRuleVersion,
    TryCodingRule,
)
from bursar.platform.access import Permission
from bursar.platform.http import (
    IDEMPOTENT,
    VERSIONED,
    Caller,
    IfMatch,
    PageParams,
    operation,
    reads,
    set_etag,
)
from bursar.platform.ids import CodingRuleId
from bursar.platform.work import Work

router = APIRouter(prefix="/coding-rules")

_ENTITY = "entity_01j2hw0psyfn79yan3pqykt7s0"
_ACCOUNT = "account_01j2hw0psyfn79yan3pqykt7s0"
_CONDITION = 'vendor has "Telekom" and description has "mobile" and net <= 500'
_WHERE = {"cost_centre_id": None, "project_id": None}
_NEW = {
    "legal_entity_id": _ENTITY,
    "name": "Phones",
    "position": 100,
    "condition": _CONDITION,
    "account_id": _ACCOUNT,
}
_SAYS = {
    "version": 1,
    "condition": _CONDITION,
    "account_id": _ACCOUNT,
    **_WHERE,
    "tax_code_id": None,
    "stated_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "stated_at": "2026-11-02T09:30:00Z",
}
_RULE = {
    "id": "rule_01j2hw0psyfn79yan3pqykt7s0",
    "legal_entity_id": _ENTITY,
    "name": "Phones",
    "position": 100,
    "active": True,
    "version": 1,
    "says": _SAYS,
}
_TO_TRY = {"legal_entity_id": _ENTITY, "condition": _CONDITION, "account_id": _ACCOUNT, "months": 12}
_EXAMPLE = {
    "bill_id": "bill_01j2hw0psyfn79yan3pqykt7s0",
    "line_number": 1,
    "document_date": "2026-10-31",
    "vendor_name": "Telekom Deutschland GmbH",
    "description": "Mobile line, October",
    "net": {"amount": "49.90", "currency": "EUR"},
    "account_id": "account_01j2hw0psyfn79yan3pqykt7s1",
    "account_code": "6300",
    **_WHERE,
}
_TRIED = {
    "condition": _CONDITION,
    "lines": 1860,
    "complete": True,
    "matching": 42,
    "likewise": 41,
    "otherwise": 1,
    "examples": [_EXAMPLE],
}
Reading = Annotated[Work, reads(Permission.BILLS_READ)]


@router.get(
    "",
    **operation(
        "List coding rules",
        needs=Permission.BILLS_READ,
        errors=[BadCursor],
        example={"items": [_RULE], "next_cursor": None},
    ),
)
async def read_rules(work: Reading, page: Annotated[CodingRuleFilter, Query()]) -> Page[CodingRuleRead]:
    """Return rules in the order in which they are asked: by position, and of equals the older first."""
    return await list_rules(work, page)


@router.post(
    "",
    **operation(
        "Create a coding rule",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[
            *IDEMPOTENT,
            InvalidCondition,
            NotFound,
            OutcomeNotUsable,
            CodingRuleExists,
            TooManyCodingRules,
        ],
        example=_RULE,
        status=201,
        body=_NEW,
    ),
)
async def add_rule(body: CodingRuleCreate, caller: Caller, response: Response) -> CodingRuleRead:
    """Have lines that meet a condition coded so, from now on.

    The first active rule that a line meets is asked before what people confirmed of such lines until now; what they
    put right of the same line from now on stands before the rule.
    """
    rule = await caller.execute(create_rule, body)
    response.headers["Location"] = f"/v1/coding-rules/{to_public('rule', rule.id)}"
    set_etag(response, rule.version)
    return rule


@router.post(
    "/try",
    **operation(
        "Try a coding rule",
        needs=Permission.BILLS_READ,
        errors=[InvalidCondition, NotFound, OutcomeNotUsable],
        example=_TRIED,
        body=_TO_TRY,
    ),
)
async def attempt_rule(body: TryCodingRule, work: Reading) -> CodingRuleTried:
    """Say how many lines that were posted meet a condition, and how many of them people coded so; nothing is written.

    The latest 10,000 lines of the time are looked at.
    """
    return await try_rule(work, body)


@router.get(
    "/{coding_rule_id}",
    **operation("Read a coding rule", needs=Permission.BILLS_READ, errors=[NotFound], example=_RULE),
)
async def read_rule(coding_rule_id: CodingRuleId, work: Reading, response: Response) -> CodingRuleRead:
    """Return one rule with what it says. Its ETag is what a change names."""
    rule = await get_rule(work, coding_rule_id)
    set_etag(response, rule.version)
    return rule


@router.get(
    "/{coding_rule_id}/versions",
    **operation(
        "List what a coding rule said",
        needs=Permission.BILLS_READ,
        errors=[NotFound, BadCursor],
        example={"items": [_SAYS], "next_cursor": None},
    ),
)
async def read_versions(
    coding_rule_id: CodingRuleId, work: Reading, page: Annotated[PageParams, Query()]
) -> Page[CodingRuleVersion]:
    """Return what the rule says and said, who stated it and when, latest first. None of it ever changes."""
    return await list_versions(work, coding_rule_id, page)


@router.patch(
    "/{coding_rule_id}",
    **operation(
        "Change a coding rule",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[
            *IDEMPOTENT,
            *VERSIONED,
            NotFound,
            InvalidCondition,
            OutcomeNotUsable,
            CodingRuleExists,
            TooManyCodingRules,
        ],
        example={**_RULE, "position": 10, "version": 2},
        body={"position": 10},
    ),
)
async def edit_rule(
    coding_rule_id: CodingRuleId, body: CodingRuleChanges, version: IfMatch, caller: Caller, response: Response
) -> CodingRuleRead:
    """Change what is sent and leave the rest. Another condition or outcome is a version of its own.

    A rule that is not active stays to be read, and is asked for no line.
    """
    command = ChangeCodingRule(coding_rule_id=coding_rule_id, version=version, changes=body)
    rule = await caller.execute(change_rule, command)
    set_etag(response, rule.version)
    return rule
