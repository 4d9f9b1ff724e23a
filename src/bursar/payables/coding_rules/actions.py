"""All writes to coding rules; a person's, never an agent's."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from bursar.core.coding_rules import read_condition
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, PreconditionFailed
from bursar.payables.coding_rules.events import CodingRuleChanged, CodingRuleCreated
from bursar.payables.coding_rules.queries import KIND, MOST_ACTIVE, check_outcome, count_active, get_rule
from bursar.payables.coding_rules.schemas import ChangeCodingRule, CodingRuleCreate, CodingRuleRead, Outcome
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import rule_versions, rules


class CodingRuleExists(Conflict):
    """The legal entity has a coding rule of this name already."""

    code = "coding_rule_exists"


class TooManyCodingRules(Conflict):
    """The legal entity has as many active rules as are asked for a line; switch one off."""

    code = "too_many_coding_rules"


refusal("uq_rule_tenant_id_legal_entity_id_kind_name", CodingRuleExists)

_SAYS = frozenset({*Outcome.model_fields, "condition"})


@action("coding_rules.create", needs=Permission.ACCOUNTS_MANAGE)
async def create_rule(work: Work, command: CodingRuleCreate) -> CodingRuleRead:
    """Add a rule.

    Raises InvalidCondition, NotFound, OutcomeNotUsable, CodingRuleExists and TooManyCodingRules.
    """
    condition = str(read_condition(command.condition))
    await check_outcome(work, command.legal_entity_id, command)
    await _leave_room(work, command.legal_entity_id)
    rule_id = work.new_id()
    of = {"tenant_id": work.tenant_id, "legal_entity_id": command.legal_entity_id}
    row = {**of, "id": rule_id, "kind": KIND, "name": command.name, "position": command.position}
    await work.session.add(rules, [row])
    said = {**command.model_dump(include=set(_SAYS)), "condition": condition}
    await work.session.add(rule_versions, [_version(work, rule_id, 1, {**of, **said})])
    work.emit(CodingRuleCreated(rule_id))
    return await get_rule(work, rule_id)


@action("coding_rules.change", needs=Permission.ACCOUNTS_MANAGE)
async def change_rule(work: Work, command: ChangeCodingRule) -> CodingRuleRead:
    """Rename a rule, move it, switch it on or off, or have it say something else, which makes a version.

    Raises NotFound, PreconditionFailed, InvalidCondition, OutcomeNotUsable, CodingRuleExists and TooManyCodingRules.
    """
    rule = await get_rule(work, command.coding_rule_id)
    sent = command.changes.sent()
    if "condition" in sent:
        sent["condition"] = str(read_condition(sent["condition"]))
    before = rule.says.model_dump(include=set(_SAYS))
    after = before | {name: value for name, value in sent.items() if name in _SAYS}
    if sent.get("active") and not rule.active:
        await _leave_room(work, rule.legal_entity_id)
    # What is told of a rule that has changed meanwhile would be told of another one.
    changed = update(rules).where(work.owns(rules), rules.c.id == rule.id, rules.c.version == command.version)
    moved = {name: value for name, value in sent.items() if name not in _SAYS}
    if not await work.session.run(changed.values(**moved, version=command.version + 1)):
        raise PreconditionFailed("The rule has changed since you read it.", version=str(rule.version))
    if after != before:
        await check_outcome(work, rule.legal_entity_id, Outcome.model_validate(_outcome(after)))
        of = {"tenant_id": work.tenant_id, "legal_entity_id": rule.legal_entity_id}
        await work.session.add(rule_versions, [_version(work, rule.id, command.version + 1, {**of, **after})])
    work.emit(CodingRuleChanged(rule.id))
    return await get_rule(work, rule.id)


async def _leave_room(work: Work, legal_entity_id: UUID) -> None:
    if await count_active(work, legal_entity_id) >= MOST_ACTIVE:
        raise TooManyCodingRules(f"No more than {MOST_ACTIVE} rules are active at once.", most=str(MOST_ACTIVE))


def _outcome(says: dict[str, Any]) -> dict[str, Any]:
    return {name: says[name] for name in Outcome.model_fields}


def _version(work: Work, rule_id: UUID, version: int, says: dict[str, Any]) -> dict[str, Any]:
    return {**says, "rule_id": rule_id, "version": version, "stated_by": work.actor_id, "stated_at": work.now}
