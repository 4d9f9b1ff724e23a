"""Vendors on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, UserId, VendorAliasId, VendorGroupId, VendorId, WithholdingCodeId

Country = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
Identifier = Annotated[Text, StringConstraints(max_length=64)]


class BankAccount(Input):
    """Where a vendor is paid."""

    iban: Annotated[str, StringConstraints(pattern="^[A-Z0-9]{5,34}$")] = Field(examples=["DE75512108001245126199"])
    bic: Annotated[str, StringConstraints(pattern="^[A-Z0-9]{8}([A-Z0-9]{3})?$")] | None = None
    account_name: Text | None = None


class VendorCreate(Input):
    """A new vendor."""

    name: Text = Field(examples=["Lieferant GmbH"])
    tax_id: Identifier | None = Field(None, examples=["DE123456789"])
    country: Country | None = Field(None, examples=["DE"])
    email: Text | None = None
    payment_terms: Text | None = Field(None, description="Such as `net 30` or `2/10 net 30`.", examples=["net 30"])
    default_account_id: AccountId | None = Field(None, description="Account that codes this vendor's lines by default.")
    withholding_code_id: WithholdingCodeId | None = Field(
        None, description="By which tax is withheld from the vendor, in the legal entity that the code is of."
    )
    bank_accounts: tuple[BankAccount, ...] = Field((), max_length=20)


class WithholdFromVendorBody(Input):
    """By which code tax is withheld from now on."""

    withholding_code_id: WithholdingCodeId | None = Field(description="Null withholds nothing.")


class WithholdFromVendor(WithholdFromVendorBody):
    """Say by which code tax is withheld from the vendor of this id."""

    vendor_id: VendorId
    version: int


class VendorAliasBody(Input):
    """Another name under which a vendor sends documents."""

    name: Text = Field(examples=["Lieferant Süd"])


class AddVendorAlias(VendorAliasBody):
    """Give the vendor of this id another name."""

    vendor_id: VendorId


class RemoveVendorAlias(Input):
    """Take a name from the vendor of this id."""

    vendor_id: VendorId
    alias_id: VendorAliasId


class LinkVendorBody(Input):
    """The vendor that is the same company."""

    vendor_id: VendorId


class LinkVendors(Input):
    """Say that two vendors are one company."""

    vendor_id: VendorId
    other_id: VendorId


class UnlinkVendor(Input):
    """Say that a vendor is a company of its own."""

    vendor_id: VendorId


class VendorFilter(PageParams):
    """Which vendors to list."""

    name: Text | None = Field(None, description="How the name begins, in any case, without legal form.")
    group_id: VendorGroupId | None = None


class VendorRead(Output):
    """A vendor."""

    id: VendorId
    name: str
    tax_id: str | None
    country: str | None
    email: str | None
    payment_terms: str | None
    default_account_id: AccountId | None
    withholding_code_id: WithholdingCodeId | None
    group_id: VendorGroupId = Field(description="Vendors of one group are one company; alone, a vendor is its own.")
    state: Literal["active", "blocked"]
    bank_accounts: tuple[BankAccount, ...]
    version: int
    created_at: datetime
    updated_at: datetime


class VendorAliasRead(Output):
    """Another name of a vendor, given by a person, or by the approval of a document that bears it."""

    id: VendorAliasId
    vendor_id: VendorId
    name: str
    created_by: UserId
    created_at: datetime


class VendorAliases(Output):
    """The other names of a vendor."""

    items: tuple[VendorAliasRead, ...]
