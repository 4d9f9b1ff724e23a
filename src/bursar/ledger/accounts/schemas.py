"""Ledger accounts on the wire."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Changes, Currency, Input, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, LegalEntityId

AccountType = Literal["asset", "liability", "equity", "income", "expense"]
CashFlow = Literal["operating", "investing", "financing"]
Control = Literal[
    "accounts_payable",
    "accounts_receivable",
    "input_tax",
    "output_tax",
    "reverse_charge_tax",
    "rounding",
    "prepayments",
    "exchange_gain",
    "exchange_loss",
    "unrealised_exchange",
    "exchange_revaluation",
    "exchange_clearing",
    "discount_received",
    "discount_allowed",
    "write_off",
    "withholding_payable",
    "withholding_receivable",
    "bank_charges",
    "retained_earnings",
    "opening_balances",
]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,31}$")]


class AccountFilter(PageParams):
    """Which accounts to list."""

    legal_entity_id: LegalEntityId | None = None
    active: bool | None = Field(None, description="Whether the account may still be used.")


class AccountCreate(Input):
    """A new account of a legal entity's chart."""

    legal_entity_id: LegalEntityId
    code: Code = Field(examples=["1010"])
    name: Text = Field(examples=["Bank, US dollars"])
    type: AccountType = Field(examples=["asset"])
    control: Control | None = Field(None, description="What the books themselves post here; one account each.")
    currency: Currency | None = Field(None, description="The one currency that the account is kept in.")
    is_bank: bool = Field(default=False, description="Whether money is paid from and to here; an asset.")
    cash_flow: CashFlow | None = Field(None, description="Its part of the cash-flow statement; a bank's is null.")


class AccountChanges(Changes):
    """What of an account is to be changed; type and control stay."""

    name: Text = ""
    active: bool = True
    currency: Currency | None = Field(None, description="Another one only while nothing is posted in any other.")
    cash_flow: CashFlow | None = None


class ChangeAccount(Input):
    """Change the account of this id, at this version."""

    account_id: AccountId
    version: int
    changes: AccountChanges


class LedgerAccountRead(Output):
    """An account of one legal entity's chart."""

    id: AccountId
    legal_entity_id: LegalEntityId
    code: str
    name: str
    type: AccountType
    control: str | None
    active: bool
    currency: str | None
    is_bank: bool
    cash_flow: CashFlow | None
    version: int
