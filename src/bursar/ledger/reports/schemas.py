"""Reports on the wire."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field

from bursar.core.aging import Basis
from bursar.kit.wire import Amount, Day, Input, Output
from bursar.platform.ids import AccountId, LegalEntityId, VendorId

# An instant without a time zone is no instant. The bounds are those of `Day`, well inside of what can be converted.
Instant = Annotated[AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(2999, 12, 31, tzinfo=UTC))]


class ReportQuery(Input):
    """What a report is about: one legal entity, a business date, and when it was known."""

    legal_entity_id: LegalEntityId | None = Field(None, description="May be left out where there is only one.")
    as_of: Day | None = Field(None, description="Business date, in the entity's time zone; else today.")
    known_at: Instant | None = Field(
        None, description="Only what had been recorded by then; else now.", examples=["2026-12-02T09:30:00Z"]
    )

    @property
    def known_at_utc(self) -> datetime | None:
        """When it was known, in UTC."""
        return None if self.known_at is None else self.known_at.astimezone(UTC)


class AgingQuery(ReportQuery):
    """What an aging is about."""

    basis: Basis = Field(Basis.DUE_DATE, description="Which date of a document the days are counted from.")


class Buckets(Output):
    """Open amounts by days since the anchor date; credits are below zero."""

    not_due: Amount
    days_1_30: Amount = Field(serialization_alias="1_30")
    days_31_60: Amount = Field(serialization_alias="31_60")
    days_61_90: Amount = Field(serialization_alias="61_90")
    over_90: Amount
    total: Amount


class AgingRow(Output):
    """What is open with one vendor in one currency."""

    vendor_id: VendorId
    vendor_name: str
    amounts: Buckets


class Control(Output):
    """The ledger's own figure for the same thing: the balance of the control account at the same dates."""

    account_id: AccountId
    account_code: str
    balance: Amount = Field(description="What the control account says is owed (its credit balance).")
    open_items: Amount = Field(description="What the open items say is owed, in base currency.")
    difference: Amount = Field(description="Zero, or the books do not tie.")


class AgingRead(Output):
    """What is owed to vendors, by age."""

    legal_entity_id: LegalEntityId
    as_of: date
    known_at: datetime
    basis: Basis
    rows: tuple[AgingRow, ...]
    totals: tuple[Buckets, ...] = Field(description="One for each currency.")
    control: Control


class TrialBalanceRow(Output):
    """One account's movement up to the date, in base currency."""

    account_id: AccountId
    account_code: str
    account_name: str
    type: str
    debit: Amount = Field(description="Sum of debits.")
    credit: Amount = Field(description="Sum of credits.")
    balance: Amount = Field(description="Debits less credits.")


class TrialBalanceRead(Output):
    """Every account with a movement; debits equal credits, or the difference says by how much they do not."""

    legal_entity_id: LegalEntityId
    as_of: date
    known_at: datetime
    currency: str
    rows: tuple[TrialBalanceRow, ...]
    total_debit: Amount
    total_credit: Amount
    difference: Amount
    accounts_payable: Control
