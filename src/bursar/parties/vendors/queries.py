"""What is read about vendors."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from bursar.core.matching import normalise_name
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.parties.vendors.schemas import BankAccount, VendorFilter, VendorRead
from bursar.platform.work import Work
from bursar.tables import vendor_bank_accounts, vendors

_BANK_ACCOUNTS = (
    select(
        func.coalesce(
            func.jsonb_agg(
                aggregate_order_by(
                    func.jsonb_build_object(
                        "iban",
                        vendor_bank_accounts.c.iban,
                        "bic",
                        vendor_bank_accounts.c.bic,
                        "account_name",
                        vendor_bank_accounts.c.account_name,
                    ),
                    vendor_bank_accounts.c.iban,
                )
            ),
            func.jsonb_build_array(),
        )
    )
    .where(vendor_bank_accounts.c.tenant_id == vendors.c.tenant_id, vendor_bank_accounts.c.vendor_id == vendors.c.id)
    .scalar_subquery()
    .label("bank_accounts")
)
_VENDORS = select(vendors, _BANK_ACCOUNTS)


async def get_vendor(work: Work, vendor_id: UUID) -> VendorRead:
    """Return a vendor. Raises NotFound."""
    row = await work.session.row(_VENDORS.where(work.owns(vendors), vendors.c.id == vendor_id))
    if row is None:
        raise NotFound("No such vendor.")
    return _read(row)


async def list_vendors(work: Work, page: VendorFilter) -> Page[VendorRead]:
    """Return vendors in the order of their normalised names."""
    query = _VENDORS.where(work.owns(vendors)).order_by(vendors.c.name_key, vendors.c.id).limit(page.fetch)
    if page.name:
        query = query.where(vendors.c.name_key.startswith(normalise_name(page.name), autoescape=True))
    if after := page.after(2):
        name_key, last_id = after[0], row_id(after[1])
        query = query.where(
            or_(vendors.c.name_key > name_key, and_(vendors.c.name_key == name_key, vendors.c.id > last_id))
        )
    rows = await work.session.rows(query)
    return page.page(rows, _read, lambda row: [row.name_key, str(row.id)])


async def find_candidates(
    work: Work, *, tax_id_key: str | None, ibans: Sequence[str], name_key: str | None
) -> Sequence[Row]:
    """Return vendors that share a tax id, an IBAN or the normalised name with a document, at most 50."""
    by_iban = select(vendor_bank_accounts.c.vendor_id).where(
        work.owns(vendor_bank_accounts), vendor_bank_accounts.c.iban.in_(list(ibans))
    )
    shared: list[ColumnElement[bool]] = [vendors.c.id.in_(by_iban)]
    # What the document does not say is not compared: a vendor without a tax id is no match for lack of one.
    if tax_id_key:
        shared.append(vendors.c.tax_id_key == tax_id_key)
    if name_key:
        shared.append(vendors.c.name_key == name_key)
    found = _VENDORS.where(work.owns(vendors), vendors.c.state == "active", or_(*shared))
    return await work.session.rows(found.order_by(vendors.c.id).limit(50))


def _read(row: Row) -> VendorRead:
    accounts = tuple(BankAccount.model_construct(**account) for account in row.bank_accounts)
    return VendorRead.model_construct(**{**row.as_dict(), "bank_accounts": accounts})
