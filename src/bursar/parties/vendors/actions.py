"""All writes to vendors."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, text, update
from sqlalchemy.dialects.postgresql import insert

from bursar.core.matching import normalise_iban, normalise_name, normalise_tax_id, seller_key
from bursar.core.terms import InvalidTerms
from bursar.core.terms import parse as parse_terms
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, NotFound, PreconditionFailed, Refused
from bursar.parties.vendors.events import (
    VendorAliasAdded,
    VendorAliasRemoved,
    VendorCreated,
    VendorsLinked,
    VendorUnlinked,
    VendorWithheldFrom,
)
from bursar.parties.vendors.queries import get_vendor, list_aliases
from bursar.parties.vendors.schemas import (
    AddVendorAlias,
    BankAccount,
    LinkVendors,
    RemoveVendorAlias,
    UnlinkVendor,
    VendorAliases,
    VendorAliasRead,
    VendorCreate,
    VendorRead,
    WithholdFromVendor,
)
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import bills, vendor_aliases, vendor_bank_accounts, vendors


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


class AliasExists(Conflict):
    """The vendor has this name already."""

    code = "vendor_alias_exists"


class AliasEmpty(Refused):
    """The name is nothing but signs and legal forms."""

    code = "vendor_alias_empty"


refusal("uq_vendor_tax_id_key", VendorExists)
refusal("uq_vendor_alias_tenant_id_vendor_id_name_key", AliasExists)
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


@action("vendors.add_alias", needs=Permission.VENDORS_CREATE)
async def add_alias(work: Work, command: AddVendorAlias) -> VendorAliasRead:
    """Give a vendor another name. Raises NotFound, AliasExists and AliasEmpty."""
    vendor = await get_vendor(work, command.vendor_id)
    if not normalise_name(command.name):
        raise AliasEmpty("A name has letters or digits.", pointer="/name")
    row = _alias(work, vendor.id, command.name)
    await work.session.add(vendor_aliases, [row])
    work.emit(VendorAliasAdded(vendor.id))
    return VendorAliasRead(
        id=row["id"], vendor_id=vendor.id, name=command.name, created_by=work.actor_id, created_at=work.now
    )


@action("vendors.remove_alias", needs=Permission.VENDORS_CREATE)
async def remove_alias(work: Work, command: RemoveVendorAlias) -> VendorAliases:
    """Take a name from a vendor. Raises NotFound."""
    found = delete(vendor_aliases).where(
        work.owns(vendor_aliases),
        vendor_aliases.c.vendor_id == command.vendor_id,
        vendor_aliases.c.id == command.alias_id,
    )
    if not await work.session.run(found):
        raise NotFound("No such name of this vendor.")
    work.emit(VendorAliasRemoved(command.vendor_id))
    return await list_aliases(work, command.vendor_id)


@action("vendors.link", needs=Permission.VENDORS_CREATE)
async def link_vendors(work: Work, command: LinkVendors) -> VendorRead:
    """Make two vendors, and all that are one company with them, one group; their bills follow.

    Raises NotFound for either. Where the group would have posted one bill twice, the database refuses it.
    """
    groups = await _lock_groups(work, command.vendor_id, command.other_id)
    if groups[0] != groups[1]:
        await _move(work, vendors.c.group_id == groups[0], groups[1])
        work.emit(VendorsLinked(command.vendor_id))
    return await get_vendor(work, command.vendor_id)


@action("vendors.unlink", needs=Permission.VENDORS_CREATE)
async def unlink_vendor(work: Work, command: UnlinkVendor) -> VendorRead:
    """Make a vendor a company of its own again. Raises NotFound."""
    await _lock_groups(work, command.vendor_id)
    # A new name for its group: the old one stays with the others, also where it is this vendor's id.
    await _move(work, vendors.c.id == command.vendor_id, work.new_id())
    work.emit(VendorUnlinked(command.vendor_id))
    return await get_vendor(work, command.vendor_id)


# Locked in one order, so that two who link the same vendors wait for each other; a bill that is being written holds
# its vendor in share, one that is approved needs no more than the vendor's key.
_LOCK_GROUPS = text("""
    SELECT id, coalesce(group_id, id) AS group_id FROM vendor
    WHERE tenant_id = :tenant_id AND (id = ANY(:ids) OR group_id IN (
      SELECT group_id FROM vendor WHERE tenant_id = :tenant_id AND id = ANY(:ids)))
    ORDER BY id FOR NO KEY UPDATE
""")


async def _lock_groups(work: Work, *vendor_ids: UUID) -> list[UUID]:
    rows = await work.session.rows(_LOCK_GROUPS, {"tenant_id": work.tenant_id, "ids": list(vendor_ids)})
    groups = {row.id: row.group_id for row in rows}
    if missing := next((vendor_id for vendor_id in vendor_ids if vendor_id not in groups), None):
        raise NotFound("No such vendor.", pointer=None if missing == vendor_ids[0] else "/vendor_id")
    return [groups[vendor_id] for vendor_id in vendor_ids]


async def _move(work: Work, who: ColumnElement[bool], group_id: UUID) -> None:
    moved = update(vendors).where(work.owns(vendors), who).returning(vendors.c.id)
    values = {"group_id": group_id, "version": vendors.c.version + 1, "updated_at": work.now}
    ids = [row.id for row in await work.session.rows(moved.values(**values))]
    await work.session.run(
        update(bills).where(work.owns(bills), bills.c.vendor_id.in_(ids)).values(vendor_group_id=group_id)
    )


async def learn_name(work: Work, vendor_id: UUID, name: str) -> None:
    """Keep the name under which a person has just taken a vendor's document; a name that is known stays as it is."""
    if normalise_name(name):
        row = _alias(work, vendor_id, name)
        await work.session.run(insert(vendor_aliases).values(row).on_conflict_do_nothing())


def _alias(work: Work, vendor_id: UUID, name: str) -> dict[str, Any]:
    return {
        "tenant_id": work.tenant_id,
        "id": work.new_id(),
        "vendor_id": vendor_id,
        "name": name,
        "name_key": normalise_name(name),
        "created_by": work.actor_id,
        "created_at": work.now,
    }


async def same_or_new_vendor(work: Work, command: VendorCreate) -> UUID:
    """Return the vendor that has been created meanwhile from another document of the same seller, or create it.

    The same seller is the same tax id or, where there is none, the same normalised name. What the vendor is paid to
    stays as it was first approved. The lock makes two documents approved at once wait for each other.
    """
    tax_id_key = normalise_tax_id(command.tax_id or "") or None
    values = {"tenant_id": work.tenant_id, "tax_id_key": tax_id_key, "name_key": normalise_name(command.name)}
    await work.session.run(_LOCK_SELLER, {"seller": f"{work.tenant_id} {seller_key(command.tax_id, command.name)}"})
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
