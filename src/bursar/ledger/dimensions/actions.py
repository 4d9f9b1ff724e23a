"""All writes to dimensions."""

from uuid import UUID

from sqlalchemy import select, update

from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, PreconditionFailed, Refused
from bursar.ledger.dimensions.events import DimensionRuleSet, DimensionValueChanged, DimensionValueCreated
from bursar.ledger.dimensions.queries import get_rule, get_value
from bursar.ledger.dimensions.schemas import (
    ChangeDimensionRule,
    ChangeDimensionValue,
    DimensionRuleCreate,
    DimensionRuleRead,
    DimensionValueCreate,
    DimensionValueRead,
)
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import dimension_rules, dimension_values


class DimensionEntityNotFound(Refused):
    """The legal entity does not exist here."""

    code = "legal_entity_not_found"


class DimensionValueExists(Conflict):
    """The legal entity has a cost centre or project of this code already."""

    code = "dimension_value_exists"


class ValidityReversed(Refused):
    """The validity ends before it begins."""

    code = "validity_reversed"


class DimensionRuleExists(Conflict):
    """There is a rule on this account and dimension, or on this project and cost centre, already."""

    code = "dimension_rule_exists"


class RuleAccountNotFound(Refused):
    """The account is not one of this legal entity."""

    code = "account_not_found"


class RuleValueNotFound(Refused):
    """The cost centre or project is not one of this legal entity."""

    code = "dimension_value_not_found"


refusal("fk_dimension_value_tenant_id_legal_entity_id", DimensionEntityNotFound)
refusal("fk_dimension_rule_tenant_id_legal_entity_id", DimensionEntityNotFound)
refusal("uq_dimension_value_tenant_id_legal_entity_id_dimension_code", DimensionValueExists)
refusal("ck_dimension_value_ordered", ValidityReversed)
refusal("uq_dimension_rule_account", DimensionRuleExists)
refusal("uq_dimension_rule_combination", DimensionRuleExists)
refusal("fk_dimension_rule_tenant_id_legal_entity_id_account_id", RuleAccountNotFound)


@action("dimension_values.create", needs=Permission.ACCOUNTS_MANAGE)
async def create_value(work: Work, command: DimensionValueCreate) -> DimensionValueRead:
    """Add a cost centre or project. Raises DimensionEntityNotFound, DimensionValueExists and ValidityReversed."""
    value_id = work.new_id()
    await work.session.add(dimension_values, [{"tenant_id": work.tenant_id, "id": value_id, **dict(command)}])
    work.emit(DimensionValueCreated(value_id))
    return await get_value(work, value_id)


@action("dimension_values.change", needs=Permission.ACCOUNTS_MANAGE)
async def change_value(work: Work, command: ChangeDimensionValue) -> DimensionValueRead:
    """Rename a value, switch it on or off, or bound its validity.

    Raises NotFound, PreconditionFailed and ValidityReversed.
    """
    value = await get_value(work, command.dimension_value_id)
    values = dimension_values.c
    changed = update(dimension_values).where(
        work.owns(dimension_values), values.id == value.id, values.version == command.version
    )
    if not await work.session.run(changed.values(**command.changes.sent(), version=values.version + 1)):
        raise PreconditionFailed("The value has changed since you read it.", version=str(value.version))
    work.emit(DimensionValueChanged(value.id))
    return await get_value(work, value.id)


@action("dimension_rules.create", needs=Permission.ACCOUNTS_MANAGE)
async def create_rule(work: Work, command: DimensionRuleCreate) -> DimensionRuleRead:
    """Add a rule. Raises DimensionEntityNotFound, DimensionRuleExists, RuleAccountNotFound and RuleValueNotFound."""
    if command.effect == "allowed":
        await _values_are(work, command)
    rule_id = work.new_id()
    await work.session.add(dimension_rules, [{"tenant_id": work.tenant_id, "id": rule_id, **dict(command)}])
    work.emit(DimensionRuleSet(rule_id))
    return await get_rule(work, rule_id)


@action("dimension_rules.change", needs=Permission.ACCOUNTS_MANAGE)
async def change_rule(work: Work, command: ChangeDimensionRule) -> DimensionRuleRead:
    """Switch a rule on or off. Raises NotFound and PreconditionFailed."""
    rule = await get_rule(work, command.dimension_rule_id)
    rules = dimension_rules.c
    changed = update(dimension_rules).where(
        work.owns(dimension_rules), rules.id == rule.id, rules.version == command.version
    )
    if not await work.session.run(changed.values(**command.changes.sent(), version=rules.version + 1)):
        raise PreconditionFailed("The rule has changed since you read it.", version=str(rule.version))
    work.emit(DimensionRuleSet(rule.id))
    return await get_rule(work, rule.id)


async def _values_are(work: Work, command: DimensionRuleCreate) -> None:
    """Raise RuleValueNotFound unless both values are here, each of the dimension it stands for."""
    wanted = {command.cost_centre_id: "cost_centre", command.project_id: "project"}
    rows = await work.session.rows(
        select(dimension_values.c.id, dimension_values.c.dimension).where(
            work.owns(dimension_values),
            dimension_values.c.legal_entity_id == command.legal_entity_id,
            dimension_values.c.id.in_([one for one in wanted if one is not None]),
        )
    )
    found: dict[UUID, str] = {row.id: row.dimension for row in rows}
    for value_id, dimension in wanted.items():
        if value_id is None or found.get(value_id) != dimension:
            raise RuleValueNotFound(f"No such {dimension.replace('_', ' ')} here.", pointer=f"/{dimension}_id")
