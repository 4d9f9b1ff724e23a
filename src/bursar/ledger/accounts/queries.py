"""What is read about accounts, and which entity is meant."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import and_, or_, select

from bursar.kit.errors import NotFound, Refused
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.ledger.accounts.schemas import AccountFilter, LedgerAccountRead
from bursar.platform.work import Work
from bursar.tables import ledger_accounts, legal_entities


class LegalEntityRequired(Refused):
    """The tenant has more than one legal entity: name the one that is meant."""

    code = "legal_entity_required"


class ControlAccountMissing(Refused):
    """The legal entity's chart has no account for what is to be posted."""

    code = "control_account_missing"


async def control_accounts(work: Work, legal_entity_id: UUID, *names: str) -> dict[str, UUID]:
    """Return the control accounts of these names. Raises ControlAccountMissing, naming the first that is not there."""
    query = select(ledger_accounts.c.control, ledger_accounts.c.id).where(
        work.owns(ledger_accounts),
        ledger_accounts.c.legal_entity_id == legal_entity_id,
        ledger_accounts.c.control.in_(names),
    )
    return with_all({row.control: row.id for row in await work.session.rows(query)}, *names)


def with_all(found: Mapping[str, UUID], *names: str) -> dict[str, UUID]:
    """Return the control accounts of these names from those found. Raises ControlAccountMissing."""
    for name in names:
        if name not in found:
            raise ControlAccountMissing(
                f"No account of this legal entity has the part of {name.replace('_', ' ')}.", control=name
            )
    return {name: found[name] for name in names}


async def list_accounts(work: Work, page: AccountFilter) -> Page[LedgerAccountRead]:
    """Return accounts in the order of their codes."""
    accounts = ledger_accounts.c
    query = select(ledger_accounts).where(work.owns(ledger_accounts)).order_by(accounts.code, accounts.id)
    if page.legal_entity_id:
        query = query.where(accounts.legal_entity_id == page.legal_entity_id)
    if page.active is not None:
        query = query.where(accounts.active.is_(page.active))
    if after := page.after(2):
        code, last_id = after[0], row_id(after[1])
        query = query.where(or_(accounts.code > code, and_(accounts.code == code, accounts.id > last_id)))
    rows = await work.session.rows(query.limit(page.fetch))
    return page.page(
        rows,
        lambda row: LedgerAccountRead.model_construct(**row.as_dict()),
        lambda row: [row.code, str(row.id)],
    )


async def get_account(work: Work, account_id: UUID) -> LedgerAccountRead:
    """Return an account. Raises NotFound."""
    query = select(ledger_accounts).where(work.owns(ledger_accounts), ledger_accounts.c.id == account_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such account.")
    return LedgerAccountRead.model_construct(**row.as_dict())


async def get_entity(work: Work, legal_entity_id: UUID | None) -> Row:
    """Return a legal entity's row; None means the only one there is. Raises NotFound and LegalEntityRequired."""
    query = select(legal_entities).where(work.owns(legal_entities)).limit(2)
    if legal_entity_id is not None:
        query = query.where(legal_entities.c.id == legal_entity_id)
    rows = await work.session.rows(query)
    if legal_entity_id is None and len(rows) != 1:
        raise LegalEntityRequired("Name the legal entity.", pointer="/query/legal_entity_id")
    if not rows:
        raise NotFound("No such legal entity.")
    return rows[0]
