"""Routes of dimensions."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.ledger.dimensions.actions import (
    DimensionEntityNotFound,
    DimensionRuleExists,
    DimensionValueExists,
    RuleAccountNotFound,
    RuleValueNotFound,
    ValidityReversed,
    change_rule,
    change_value,
    create_rule,
    create_value,
)
from bursar.ledger.dimensions.queries import get_rule, get_value, list_rules, list_values
from bursar.ledger.dimensions.schemas import (
    ChangeDimensionRule,
    ChangeDimensionValue,
    DimensionRuleChanges,
    DimensionRuleCreate,
    DimensionRuleFilter,
    DimensionRuleRead,
    DimensionValueChanges,
    DimensionValueCreate,
    DimensionValueFilter,
    DimensionValueRead,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import DimensionRuleId, DimensionValueId
from bursar.platform.work import Work

router = APIRouter()

_ENTITY = "entity_01j2hw0psyfn79yan3pqykt7s0"
_NEW_VALUE = {"legal_entity_id": _ENTITY, "dimension": "cost_centre", "code": "CC-100", "name": "Warehouse"}
_VALUE = {
    "id": "dimension_01j2hw0psyfn79yan3pqykt7s0",
    **_NEW_VALUE,
    "active": True,
    "valid_from": None,
    "valid_to": None,
    "version": 1,
}
_NEW_RULE = {
    "legal_entity_id": _ENTITY,
    "effect": "required",
    "account_id": "account_01j2hw0psyfn79yan3pqykt7s0",
    "dimension": "cost_centre",
}
_RULE = {
    "id": "dimrule_01j2hw0psyfn79yan3pqykt7s0",
    **_NEW_RULE,
    "cost_centre_id": None,
    "project_id": None,
    "active": True,
    "version": 1,
}
Reading = Annotated[Work, reads(Permission.LEDGER_READ)]


@router.get(
    "/dimension-values",
    **operation(
        "List cost centres and projects",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_VALUE], "next_cursor": None},
    ),
)
async def read_values(work: Reading, page: Annotated[DimensionValueFilter, Query()]) -> Page[DimensionValueRead]:
    """Return cost centres and projects in the order of their codes."""
    return await list_values(work, page)


@router.post(
    "/dimension-values",
    **operation(
        "Create a cost centre or project",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[*IDEMPOTENT, DimensionEntityNotFound, DimensionValueExists, ValidityReversed],
        example=_VALUE,
        status=201,
        body=_NEW_VALUE,
    ),
)
async def add_value(body: DimensionValueCreate, caller: Caller, response: Response) -> DimensionValueRead:
    """Add a cost centre or project to a legal entity. Its code stays what it means."""
    value = await caller.execute(create_value, body)
    response.headers["Location"] = f"/v1/dimension-values/{to_public('dimension', value.id)}"
    set_etag(response, value.version)
    return value


@router.get(
    "/dimension-values/{dimension_value_id}",
    **operation("Read a cost centre or project", needs=Permission.LEDGER_READ, errors=[NotFound], example=_VALUE),
)
async def read_value(dimension_value_id: DimensionValueId, work: Reading, response: Response) -> DimensionValueRead:
    """Return one cost centre or project. Its ETag is what a change names."""
    value = await get_value(work, dimension_value_id)
    set_etag(response, value.version)
    return value


@router.patch(
    "/dimension-values/{dimension_value_id}",
    **operation(
        "Change a cost centre or project",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, ValidityReversed],
        example=_VALUE,
        body={"active": False},
    ),
)
async def edit_value(
    dimension_value_id: DimensionValueId,
    body: DimensionValueChanges,
    version: IfMatch,
    caller: Caller,
    response: Response,
) -> DimensionValueRead:
    """Change what is sent and leave the rest; what is switched off is refused on new lines alone."""
    command = ChangeDimensionValue(dimension_value_id=dimension_value_id, version=version, changes=body)
    value = await caller.execute(change_value, command)
    set_etag(response, value.version)
    return value


@router.get(
    "/dimension-rules",
    **operation(
        "List dimension rules",
        needs=Permission.LEDGER_READ,
        errors=[BadCursor],
        example={"items": [_RULE], "next_cursor": None},
    ),
)
async def read_rules(work: Reading, page: Annotated[DimensionRuleFilter, Query()]) -> Page[DimensionRuleRead]:
    """Return rules in the order they were made."""
    return await list_rules(work, page)


@router.post(
    "/dimension-rules",
    **operation(
        "Create a dimension rule",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[
            *(*IDEMPOTENT, DimensionEntityNotFound, DimensionRuleExists),
            *(RuleAccountNotFound, RuleValueNotFound),
        ],
        example=_RULE,
        status=201,
        body=_NEW_RULE,
    ),
)
async def add_rule(body: DimensionRuleCreate, caller: Caller, response: Response) -> DimensionRuleRead:
    """Require or forbid a dimension on an account's lines, or give a project to a cost centre."""
    rule = await caller.execute(create_rule, body)
    response.headers["Location"] = f"/v1/dimension-rules/{to_public('dimrule', rule.id)}"
    set_etag(response, rule.version)
    return rule


@router.get(
    "/dimension-rules/{dimension_rule_id}",
    **operation("Read a dimension rule", needs=Permission.LEDGER_READ, errors=[NotFound], example=_RULE),
)
async def read_rule(dimension_rule_id: DimensionRuleId, work: Reading, response: Response) -> DimensionRuleRead:
    """Return one rule. Its ETag is what a change names."""
    rule = await get_rule(work, dimension_rule_id)
    set_etag(response, rule.version)
    return rule


@router.patch(
    "/dimension-rules/{dimension_rule_id}",
    **operation(
        "Switch a dimension rule on or off",
        needs=Permission.ACCOUNTS_MANAGE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound],
        example=_RULE,
        body={"active": False},
    ),
)
async def edit_rule(
    dimension_rule_id: DimensionRuleId, body: DimensionRuleChanges, version: IfMatch, caller: Caller, response: Response
) -> DimensionRuleRead:
    """Switch a rule on or off; another rule is a rule of its own."""
    command = ChangeDimensionRule(dimension_rule_id=dimension_rule_id, version=version, changes=body)
    rule = await caller.execute(change_rule, command)
    set_etag(response, rule.version)
    return rule
