"""Ledger accounts and legal entities on the wire."""

from datetime import datetime
from typing import Literal

from bursar.kit.wire import Output
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, LegalEntityId

AccountType = Literal["asset", "liability", "equity", "income", "expense"]


class AccountFilter(PageParams):
    """Which accounts to list."""

    legal_entity_id: LegalEntityId | None = None


class LedgerAccountRead(Output):
    """An account of one legal entity's chart."""

    id: AccountId
    legal_entity_id: LegalEntityId
    code: str
    name: str
    type: AccountType
    control: str | None
    active: bool


class LegalEntityRead(Output):
    """A company that keeps books of its own."""

    id: LegalEntityId
    name: str
    base_currency: str
    time_zone: str
    country: str | None
    tax_id: str | None
    created_at: datetime
