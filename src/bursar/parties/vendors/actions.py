"""All writes to vendors."""

from uuid import UUID

from sqlalchemy import text, update

from bursar.core.matching import normalise_iban, normalise_name, normalise_tax_id
from bursar.core.terms import InvalidTerms
from bursar.core.terms import parse as parse_terms
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, PreconditionFailed, Refused
from bursar.parties.vendors.events import VendorCreated, VendorWithheldFrom
from bursar.parties.vendors.queries import get_vendor
from bursar.parties.vendors.schemas import BankAccount, VendorCreate, VendorRead, WithholdFromVendor
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import vendor_bank_accounts, vendors


class VendorExists(Conflict):
    """A vendor with this tax id exists already."""

    code = "vendor_exists"


class AccountNotFound(Refused):
    """The default account does not exist here."""

    code = "account_not_found"


class WithholdingCodeNotFound(Refused):
    """The withholding code does not exist here."""

    code = "withholding_code_not_found"


class BankAccountTwice(Refused):
    """The same IBAN stands twice among the bank accounts."""

    code = "bank_account_twice"


refusal("uq_vendor_tax_id_key", VendorExists)
refusal("uq_vendor_bank_account_tenant_id_vendor_id_iban", BankAccountTwice)
refusal("fk_vendor_tenant_id_default_account_id", AccountNotFound)
refusal("fk_vendor_tenant_id_withholding_code_id", WithholdingCodeNotFound)


@action("vendors.create", needs=Permission.VENDORS_CREATE)
async def create_vendor(work: Work, command: VendorCreate) -> VendorRead:
    """Add a vendor with its bank accounts.

    Raises VendorExists, AccountNotFound, WithholdingCodeNotFound, BankAccountTwice and InvalidTerms.
    """
    if command.payment_terms:
        _check_terms(command.payment_terms)
    vendor_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": vendor_id,
        "name": command.name,
        "name_key": normalise_name(command.name),
        "tax_id": command.tax_id,
        "tax_id_key": normalise_tax_id(command.tax_id) or None if command.tax_id else None,
        "country": command.country,
        "email": command.email,
        "payment_terms": command.payment_terms,
        "default_account_id": command.default_account_id,
        "withholding_code_id": command.withholding_code_id,
        "created_by": work.actor_id,
        "created_at": work.now,
        "updated_at": work.now,
    }
    await work.session.add(vendors, [row])
    await work.session.add(vendor_bank_accounts, [_bank_account(work, vendor_id, one) for one in command.bank_accounts])
    work.emit(VendorCreated(vendor_id))
    return await get_vendor(work, vendor_id)


@action("vendors.withhold", needs=Permission.TAX_MANAGE)
async def withhold_from_vendor(work: Work, command: WithholdFromVendor) -> VendorRead:
    """Say by which code tax is withheld from a vendor from now on; what was withheld stands.

    Raises NotFound, PreconditionFailed and WithholdingCodeNotFound.
    """
    vendor = await get_vendor(work, command.vendor_id)
    changed = (
        update(vendors)
        .where(work.owns(vendors), vendors.c.id == vendor.id, vendors.c.version == command.version)
        .values(
            withholding_code_id=command.withholding_code_id,
            version=vendors.c.version + 1,
            updated_at=work.now,
        )
    )
    if not await work.session.run(changed):
        raise PreconditionFailed("The vendor has changed since you read it.", version=str(vendor.version))
    work.emit(VendorWithheldFrom(vendor.id))
    return await get_vendor(work, vendor.id)


async def same_or_new_vendor(work: Work, command: VendorCreate) -> UUID:
    """Return the vendor that has been created meanwhile from another document of the same seller, or create it.

    The same seller is the same tax id or, where there is none, the same normalised name. What the vendor is paid to
    stays as it was first approved. The lock makes two documents approved at once wait for each other.
    """
    tax_id_key = normalise_tax_id(command.tax_id or "") or None
    values = {"tenant_id": work.tenant_id, "tax_id_key": tax_id_key, "name_key": normalise_name(command.name)}
    await work.session.run(_LOCK_SELLER, {"seller": f"{work.tenant_id} {tax_id_key or values['name_key']}"})
    found: UUID | None = await work.session.value(_SAME_SELLER, values)
    return found or (await create_vendor.run(work, command)).id


_LOCK_SELLER = text("SELECT pg_advisory_xact_lock(hashtextextended(:seller, 0))")
_SAME_SELLER = text("""
    SELECT id FROM vendor
    WHERE tenant_id = :tenant_id AND state = 'active' AND CASE WHEN CAST(:tax_id_key AS text) IS NULL
      THEN tax_id_key IS NULL AND name_key = :name_key ELSE tax_id_key = :tax_id_key END
    ORDER BY id LIMIT 1
""")


def _check_terms(terms: str) -> None:
    try:
        parse_terms(terms)
    except InvalidTerms as error:
        raise InvalidTerms(error.message, pointer="/payment_terms", **error.details) from error


def _bank_account(work: Work, vendor_id: object, account: BankAccount) -> dict[str, object]:
    return {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        "vendor_id": vendor_id,
        "iban": normalise_iban(account.iban),
        "bic": account.bic,
        "account_name": account.account_name,
        "created_by": work.actor_id,
        "created_at": work.now,
    }
