"""Routes of vendors."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bursar.core.terms import InvalidTerms
from bursar.kit.errors import NotFound
from bursar.kit.ids import to_public
from bursar.kit.pages import BadCursor, Page
from bursar.parties.vendors.actions import (
    AccountNotFound,
    AliasEmpty,
    AliasExists,
    BankAccountTwice,
    VendorExists,
    WithholdingCodeNotFound,
    add_alias,
    create_vendor,
    link_vendors,
    remove_alias,
    unlink_vendor,
    withhold_from_vendor,
)
from bursar.parties.vendors.queries import get_vendor, list_aliases, list_vendors
from bursar.parties.vendors.schemas import (
    AddVendorAlias,
    LinkVendorBody,
    LinkVendors,
    RemoveVendorAlias,
    UnlinkVendor,
    VendorAliasBody,
    VendorAliases,
    VendorAliasRead,
    VendorCreate,
    VendorFilter,
    VendorRead,
    WithholdFromVendor,
    WithholdFromVendorBody,
)
from bursar.platform.access import Permission
from bursar.platform.http import IDEMPOTENT, VERSIONED, Caller, IfMatch, operation, reads, set_etag
from bursar.platform.ids import VendorAliasId, VendorId
from bursar.platform.work import Work

router = APIRouter()

_NEW = {
    "name": "Lieferant GmbH",
    "tax_id": "DE123456789",
    "country": "DE",
    "payment_terms": "2/10 net 30",
    "bank_accounts": [{"iban": "DE75512108001245126199", "bic": "SOLADEST600"}],
}
_VENDOR = {
    "id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "name": "Lieferant GmbH",
    "tax_id": "DE123456789",
    "country": "DE",
    "email": None,
    "payment_terms": "2/10 net 30",
    "default_account_id": None,
    "withholding_code_id": None,
    "group_id": "group_01j2hw0psyfn79yan3pqykt7s0",
    "state": "active",
    "bank_accounts": [{"iban": "DE75512108001245126199", "bic": "SOLADEST600", "account_name": None}],
    "version": 1,
    "created_at": "2026-11-02T09:30:00Z",
    "updated_at": "2026-11-02T09:30:00Z",
}
_CODE = "withholding_01j2hw0psyfn79yan3pqykt7s0"
_ALIAS = {
    "id": "alias_01j2hw0psyfn79yan3pqykt7s0",
    "vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s0",
    "name": "Lieferant Süd",
    "created_by": "user_01j2hw0psyfn79yan3pqykt7s0",
    "created_at": "2026-11-02T09:30:00Z",
}
_ALIASES = {"items": [_ALIAS]}
Reading = Annotated[Work, reads(Permission.VENDORS_READ)]


@router.post(
    "/vendors",
    **operation(
        "Create a vendor",
        needs=Permission.VENDORS_CREATE,
        errors=[*IDEMPOTENT, VendorExists, AccountNotFound, WithholdingCodeNotFound, BankAccountTwice, InvalidTerms],
        example=_VENDOR,
        status=201,
        body=_NEW,
    ),
)
async def add_vendor(body: VendorCreate, caller: Caller, response: Response) -> VendorRead:
    """Add a vendor with the bank accounts it is paid to; a person vouches for both."""
    vendor = await caller.execute(create_vendor, body)
    response.headers["Location"] = f"/v1/vendors/{to_public('vendor', vendor.id)}"
    set_etag(response, vendor.version)
    return vendor


@router.get(
    "/vendors",
    **operation(
        "List vendors",
        needs=Permission.VENDORS_READ,
        errors=[BadCursor],
        example={"items": [_VENDOR], "next_cursor": None},
    ),
)
async def read_vendors(work: Reading, page: Annotated[VendorFilter, Query()]) -> Page[VendorRead]:
    """Return vendors in the order of their names, without case and legal form."""
    return await list_vendors(work, page)


@router.get(
    "/vendors/{vendor_id}",
    **operation("Read a vendor", needs=Permission.VENDORS_READ, errors=[NotFound], example=_VENDOR),
)
async def read_vendor(vendor_id: VendorId, work: Reading, response: Response) -> VendorRead:
    """Return one vendor."""
    vendor = await get_vendor(work, vendor_id)
    set_etag(response, vendor.version)
    return vendor


@router.post(
    "/vendors/{vendor_id}/withhold",
    **operation(
        "Say by which code tax is withheld from a vendor",
        needs=Permission.TAX_MANAGE,
        errors=[*IDEMPOTENT, *VERSIONED, NotFound, WithholdingCodeNotFound],
        example={**_VENDOR, "withholding_code_id": _CODE, "version": 2},
        body={"withholding_code_id": _CODE},
    ),
)
async def withhold(
    vendor_id: VendorId, body: WithholdFromVendorBody, version: IfMatch, caller: Caller, response: Response
) -> VendorRead:
    """Withhold by a code from what is posted and paid from now on, or by none; what was withheld stands."""
    command = WithholdFromVendor(vendor_id=vendor_id, version=version, withholding_code_id=body.withholding_code_id)
    vendor = await caller.execute(withhold_from_vendor, command)
    set_etag(response, vendor.version)
    return vendor


@router.get(
    "/vendors/{vendor_id}/aliases",
    **operation("List a vendor's other names", needs=Permission.VENDORS_READ, errors=[NotFound], example=_ALIASES),
)
async def read_aliases(vendor_id: VendorId, work: Reading) -> VendorAliases:
    """Return the names under which documents were taken for the vendor's, beside its own."""
    return await list_aliases(work, vendor_id)


@router.post(
    "/vendors/{vendor_id}/aliases",
    **operation(
        "Give a vendor another name",
        needs=Permission.VENDORS_CREATE,
        errors=[*IDEMPOTENT, NotFound, AliasExists, AliasEmpty],
        example=_ALIAS,
        status=201,
        body={"name": "Lieferant Süd"},
    ),
)
async def name_vendor(vendor_id: VendorId, body: VendorAliasBody, caller: Caller) -> VendorAliasRead:
    """Take documents under this name for the vendor's from now on, unless a tax id says otherwise."""
    return await caller.execute(add_alias, AddVendorAlias(vendor_id=vendor_id, name=body.name))


@router.delete(
    "/vendors/{vendor_id}/aliases/{alias_id}",
    **operation(
        "Take a name from a vendor", needs=Permission.VENDORS_CREATE, errors=[*IDEMPOTENT, NotFound], example=_ALIASES
    ),
)
async def forget_alias(vendor_id: VendorId, alias_id: VendorAliasId, caller: Caller) -> VendorAliases:
    """Forget a name, and return those that are left."""
    return await caller.execute(remove_alias, RemoveVendorAlias(vendor_id=vendor_id, alias_id=alias_id))


@router.post(
    "/vendors/{vendor_id}/link",
    **operation(
        "Say that two vendors are one company",
        needs=Permission.VENDORS_CREATE,
        errors=[
            *IDEMPOTENT,
            NotFound,
            (409, "duplicate_bill", "Both have posted a bill of one number in one year: reverse one of them first."),
        ],
        example=_VENDOR,
        body={"vendor_id": "vendor_01j2hw0psyfn79yan3pqykt7s1"},
    ),
)
async def link(vendor_id: VendorId, body: LinkVendorBody, caller: Caller, response: Response) -> VendorRead:
    """Make two vendors, and all that are one company with them, one group: it posts a bill of one number once a year.

    It is refused while the group has posted such a bill twice; reverse one of them first.
    """
    vendor = await caller.execute(link_vendors, LinkVendors(vendor_id=vendor_id, other_id=body.vendor_id))
    set_etag(response, vendor.version)
    return vendor


@router.post(
    "/vendors/{vendor_id}/unlink",
    **operation(
        "Say that a vendor is a company of its own",
        needs=Permission.VENDORS_CREATE,
        errors=[*IDEMPOTENT, NotFound],
        example=_VENDOR,
    ),
)
async def unlink(vendor_id: VendorId, caller: Caller, response: Response) -> VendorRead:
    """Take a vendor out of its group."""
    vendor = await caller.execute(unlink_vendor, UnlinkVendor(vendor_id=vendor_id))
    set_etag(response, vendor.version)
    return vendor
