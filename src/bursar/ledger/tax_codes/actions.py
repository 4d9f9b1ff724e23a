"""All writes to tax codes; a person's, never an agent's."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from bursar.core.tax import check_rule
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound, Refused
from bursar.ledger.tax_codes.events import TaxCodeCreated, TaxCodeDeactivated, TaxRateAdded
from bursar.ledger.tax_codes.queries import get_tax_code
from bursar.ledger.tax_codes.schemas import AddRate, DeactivateCode, TaxCodeCreate, TaxCodeRead, TaxRate
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import journal_entries, journal_lines, ledger_accounts, legal_entities, tax_codes, tax_rates


class TaxCodeExists(Conflict):
    """The legal entity has a tax code of this name already."""

    code = "tax_code_exists"


class TaxRateExists(Conflict):
    """The tax code has a rate from that day already; what was said is not unsaid."""

    code = "tax_rate_exists"


class TaxRateInUse(Conflict):
    """Something was posted under the tax code on that day or later."""

    code = "tax_rate_in_use"


class TaxAccountNotUsable(Refused):
    """Tax is booked to an active account of the legal entity that no sub-ledger writes alone."""

    code = "tax_account_not_usable"


refusal("uq_tax_code_tenant_id_legal_entity_id_code", TaxCodeExists)
refusal("pk_tax_rate", TaxRateExists)

SUB_LEDGERS = ("accounts_payable", "accounts_receivable")


@action("tax_codes.create", needs=Permission.TAX_MANAGE)
async def create_tax_code(work: Work, command: TaxCodeCreate) -> TaxCodeRead:
    """Add a tax code with its rates.

    Raises NotFound, TaxCodeExists, TaxRateExists, TaxAccountNotUsable and InvalidTaxRule.
    """
    for index, one in enumerate(command.rates):
        _check(command.category, one, command.recoverable_share, f"/rates/{index}", inclusive=command.inclusive)
    await check_account(work, command.legal_entity_id, command.account_id)
    code_id = work.new_id()
    await work.session.add(
        tax_codes,
        [
            {
                "tenant_id": work.tenant_id,
                "id": code_id,
                **command.model_dump(exclude={"rates"}),
                "active": True,
                "created_by": work.actor_id,
                "created_at": work.now,
            }
        ],
    )
    await work.session.add(tax_rates, [_rate_row(work, code_id, one) for one in command.rates])
    work.emit(TaxCodeCreated(code_id))
    return await get_tax_code(work, code_id)


@action("tax_codes.add_rate", needs=Permission.TAX_MANAGE)
async def add_tax_rate(work: Work, command: AddRate) -> TaxCodeRead:
    """Give a tax code another rate from a day on.

    The day is after all that was posted under the code, so what is posted stays right. Raises NotFound, TaxRateExists,
    TaxRateInUse and InvalidTaxRule.
    """
    code = await get_tax_code(work, command.tax_code_id)
    _check(code.category, command.rate, code.recoverable_share, "", inclusive=code.inclusive)
    last = await work.session.value(
        select(func.max(journal_entries.c.document_date))
        .select_from(
            journal_lines.join(
                journal_entries,
                (journal_entries.c.tenant_id == journal_lines.c.tenant_id)
                & (journal_entries.c.id == journal_lines.c.entry_id),
            )
        )
        .where(
            work.owns(journal_lines),
            journal_lines.c.tax_code_id == code.id,
            # What a discount corrects is taxed by its document's date, not by that of the payment.
            journal_entries.c.source_type != "settlement",
        )
    )
    if last is not None and command.rate.valid_from <= last:
        raise TaxRateInUse(
            "The tax code was posted on that day or later already.", pointer="/valid_from", posted=last.isoformat()
        )
    await work.session.add(tax_rates, [_rate_row(work, code.id, command.rate)])
    work.emit(TaxRateAdded(code.id))
    return await get_tax_code(work, code.id)


@action("tax_codes.deactivate", needs=Permission.TAX_MANAGE)
async def deactivate_tax_code(work: Work, command: DeactivateCode) -> TaxCodeRead:
    """Let no new document take a tax code; done again it changes nothing. Raises NotFound."""
    of = (work.owns(tax_codes), tax_codes.c.id == command.tax_code_id, tax_codes.c.active)
    if await work.session.run(update(tax_codes).where(*of).values(active=False)):
        work.emit(TaxCodeDeactivated(command.tax_code_id))
    return await get_tax_code(work, command.tax_code_id)


async def check_account(work: Work, legal_entity_id: UUID, account_id: UUID | None) -> None:
    """Raise NotFound for an unknown legal entity and TaxAccountNotUsable for an account that takes no tax."""
    entity = select(legal_entities.c.id).where(work.owns(legal_entities), legal_entities.c.id == legal_entity_id)
    if await work.session.value(entity) is None:
        raise NotFound("No such legal entity.", pointer="/legal_entity_id")
    if account_id is None:
        return
    accounts = ledger_accounts.c
    usable = select(accounts.id).where(
        work.owns(ledger_accounts),
        accounts.legal_entity_id == legal_entity_id,
        accounts.id == account_id,
        accounts.active,
        func.coalesce(accounts.control, "").not_in(SUB_LEDGERS),
    )
    if await work.session.value(usable) is None:
        raise TaxAccountNotUsable("Tax cannot be booked to this account.", pointer="/account_id")


def _check(category: str, rate: TaxRate, share: Any, at: str, *, inclusive: bool) -> None:
    try:
        check_rule(category, rate.rate, share, inclusive=inclusive)
    except Refused as error:
        pointer = f"{at}{error.pointer}" if error.pointer == "/rate" else error.pointer
        raise type(error)(error.message, pointer=pointer) from error


def _rate_row(work: Work, tax_code_id: UUID, rate: TaxRate) -> dict[str, Any]:
    return {
        "tenant_id": work.tenant_id,
        "tax_code_id": tax_code_id,
        "valid_from": rate.valid_from,
        "rate": rate.rate,
        "created_by": work.actor_id,
        "created_at": work.now,
    }
