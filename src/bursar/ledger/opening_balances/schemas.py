"""Opening balances on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bursar.kit.wire import Amount, Day, Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import CustomerId, EntryId, LegalEntityId, OpeningId, UserId, VendorId

MOST_ACCOUNTS = 1000
MOST_ITEMS = 5000

AccountCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,31}$")]


class OpeningAccount(Input):
    """One row of the trial balance, in the legal entity's own currency: a debit or a credit."""

    account_code: AccountCode = Field(examples=["1000"])
    debit: Amount | None = None
    credit: Amount | None = None
    own_amount: Amount | None = Field(
        None,
        description="The balance in the currency that the account is kept in, debit above zero; needed where it is"
        " a foreign one.",
    )

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        sides = [one for one in (self.debit, self.credit) if one is not None]
        if len(sides) != 1 or sides[0].amount < 0:
            raise ValueError("name debit or credit, not below zero")
        return self


class OpeningItemInput(Input):
    """A document that was open: a bill of a vendor or an invoice to a customer; a credit or an advance below zero."""

    vendor_id: VendorId | None = None
    customer_id: CustomerId | None = None
    reference: Text = Field(description="The document's number.", examples=["R-2025-118"])
    document_date: Day
    due_date: Day
    amount: Amount = Field(description="What is open, in the document's currency.")
    base_amount: Amount | None = Field(
        None, description="What it stands for in the books; needed where the document is in a foreign currency."
    )

    @model_validator(mode="after")
    def _one_party(self) -> Self:
        if (self.vendor_id is None) == (self.customer_id is None):
            raise ValueError("name vendor_id or customer_id")
        return self


class ImportOpeningBalances(Input):
    """What a legal entity's books begin with."""

    legal_entity_id: LegalEntityId
    posting_date: Day = Field(description="The day at whose end the balances stood.", examples=["2025-12-31"])
    accounts: tuple[OpeningAccount, ...] = Field(min_length=1, max_length=MOST_ACCOUNTS)
    items: tuple[OpeningItemInput, ...] = Field((), max_length=MOST_ITEMS)


class OpeningReason(Input):
    """Why the opening balances are taken back."""

    reason: Text = Field(examples=["Two bills were missing"])


class ReverseOpeningBalances(OpeningReason):
    """Reverse the opening balances of this id."""

    opening_balance_id: OpeningId


class OpeningFilter(PageParams):
    """Which opening balances to list."""

    legal_entity_id: LegalEntityId | None = None


class OpeningBalancesRead(Output):
    """Opening balances; accounts and items stand in their journal entry and in aging."""

    id: OpeningId
    legal_entity_id: LegalEntityId
    posting_date: date
    state: Literal["posted", "reversed"]
    number: str = Field(description="The journal entry's number.")
    entry_id: EntryId
    reversal_entry_id: EntryId | None
    reason: str | None
    created_by: UserId
    created_at: datetime
    reversed_by: UserId | None
    reversed_at: datetime | None
