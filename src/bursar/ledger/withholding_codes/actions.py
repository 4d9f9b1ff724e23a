"""All writes to withholding codes; a person's, never an agent's."""

from bursar.core.money import CurrencyMismatch
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, Refused
from bursar.ledger.accounts.queries import get_entity
from bursar.ledger.tax_codes.actions import check_account
from bursar.ledger.withholding_codes.events import WithholdingCodeCreated
from bursar.ledger.withholding_codes.queries import get_withholding_code
from bursar.ledger.withholding_codes.schemas import WithholdingCodeCreate, WithholdingCodeRead
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import withholding_codes


class WithholdingCodeExists(Conflict):
    """The legal entity has a withholding code of this name already."""

    code = "withholding_code_exists"


class ThresholdNegative(Refused):
    """A threshold is zero or more."""

    code = "threshold_negative"


refusal("uq_withholding_code_tenant_id_legal_entity_id_code", WithholdingCodeExists)


@action("withholding_codes.create", needs=Permission.TAX_MANAGE)
async def create_withholding_code(work: Work, command: WithholdingCodeCreate) -> WithholdingCodeRead:
    """Add a withholding code.

    Raises NotFound, WithholdingCodeExists, TaxAccountNotUsable, ThresholdNegative, CurrencyMismatch and
    NotRepresentable.
    """
    await check_account(work, command.legal_entity_id, command.account_id)
    base_currency = (await get_entity(work, command.legal_entity_id)).base_currency
    threshold = command.threshold
    if threshold is not None and threshold.currency != base_currency:
        raise CurrencyMismatch(
            f"A threshold is in the books' own currency, {base_currency}.",
            pointer="/threshold/currency",
            left=threshold.currency,
            right=base_currency,
        )
    threshold_minor = 0 if threshold is None else threshold.minor
    if threshold_minor < 0:
        raise ThresholdNegative("A threshold is zero or more.", pointer="/threshold/amount")
    code_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": code_id,
        **command.model_dump(exclude={"threshold"}, mode="python"),
        "base": command.base.value,
        "moment": command.moment.value,
        "threshold_minor": threshold_minor,
        "currency": base_currency,
        "active": True,
        "created_by": work.actor_id,
        "created_at": work.now,
    }
    await work.session.add(withholding_codes, [row])
    work.emit(WithholdingCodeCreated(code_id))
    return await get_withholding_code(work, code_id)
