"""The trial balance on the wire."""

from datetime import date, datetime

from pydantic import Field

from bursar.kit.wire import Amount, Output
from bursar.ledger.reports.schemas.asked import ComparedQuery
from bursar.ledger.reports.schemas.control import Control, EntityControl
from bursar.platform.ids import AccountId, LegalEntityId


class TrialBalanceQuery(ComparedQuery):
    """What a trial balance is about."""


class TrialBalanceRow(Output):
    """One account's movement up to the date, in base currency."""

    legal_entity_id: LegalEntityId
    account_id: AccountId
    account_code: str
    account_name: str
    type: str
    debit: Amount = Field(description="Sum of debits.")
    credit: Amount = Field(description="Sum of credits.")
    balance: Amount = Field(description="Debits less credits.")
    document_balances: tuple[Amount, ...] = Field(description="The balance in each currency of its documents.")
    compared: Amount | None = Field(description="The balance at the date compared with.")
    link: str = Field(description="The account's lines in the general ledger.")


class TrialBalanceTotal(Output):
    """What the accounts of one legal entity add up to."""

    legal_entity_id: LegalEntityId
    currency: str
    total_debit: Amount
    total_credit: Amount
    difference: Amount


class TrialBalanceRead(Output):
    """Every account with a movement; debits equal credits, or the difference says by how much they do not."""

    legal_entity_id: LegalEntityId | None = Field(description="Null where all entities are reported.")
    as_of: date
    known_at: datetime
    compared_to: date | None
    currency: str | None = Field(description="The base currency; null where all entities are reported.")
    rows: tuple[TrialBalanceRow, ...]
    totals: tuple[TrialBalanceTotal, ...]
    total_debit: Amount | None
    total_credit: Amount | None
    difference: Amount | None
    accounts_payable: Control | None
    accounts_receivable: Control | None
    controls: tuple[EntityControl, ...]
