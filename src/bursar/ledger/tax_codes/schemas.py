"""Tax codes on the wire."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bursar.kit.wire import Amount, Currency, Day, Input, Number, Output, Text
from bursar.platform.http import PageParams
from bursar.platform.ids import AccountId, LegalEntityId, TaxCodeId

# UNCL 5305 as EN 16931 has it (BT-151): AE is reverse charge, K intra-community supply, O out of scope, L and M the
# taxes of the Canary Islands and of Ceuta and Melilla.
Category = Literal["S", "Z", "E", "AE", "K", "G", "O", "L", "M"]
Direction = Literal["input", "output", "both"]
Where = Literal["group", "line"]
Percent = Annotated[Number, Field(ge=0, le=1000)]
Share = Annotated[Number, Field(ge=0, le=1)]
Code = Annotated[Text, StringConstraints(max_length=32)]


class TaxRate(Input):
    """A percentage and the first day it holds."""

    valid_from: Day = Field(examples=["2026-01-01"])
    rate: Percent = Field(description="Percent (BT-152).", examples=["19"])


class TaxCodeCreate(Input):
    """A new tax code."""

    legal_entity_id: LegalEntityId
    code: Code = Field(examples=["IN19"])
    name: Text = Field(examples=["Input tax 19 %"])
    category: Category
    direction: Direction
    inclusive: bool = Field(default=False, description="Prices have the tax in them.")
    recoverable_share: Share = Field(
        Decimal(1), description="How much of input tax the state gives back; the rest is cost of the line."
    )
    rounding: Where = Field("group", description="Where tax is rounded: once for what is taxed alike, or on each line.")
    account_id: AccountId | None = Field(None, description="Where the tax is booked; else the control account.")
    rates: tuple[TaxRate, ...] = Field(min_length=1, max_length=100)


class AddRate(Input):
    """Another rate for the tax code of this id."""

    tax_code_id: TaxCodeId
    rate: TaxRate


class DeactivateCode(Input):
    """Take the tax code of this id no more."""

    tax_code_id: TaxCodeId


class TaxCodeFilter(PageParams):
    """Which tax codes to list."""

    legal_entity_id: LegalEntityId | None = None
    active: bool | None = None


class TaxRateRead(Output):
    """A percentage and the first day it holds."""

    valid_from: date
    rate: Decimal


class TaxCodeRead(Output):
    """A tax code with its rates, oldest first."""

    id: TaxCodeId
    legal_entity_id: LegalEntityId
    code: str
    name: str
    category: Category
    direction: Direction
    inclusive: bool
    reverse_charge: bool = Field(description="Whether the buyer owes the tax to the state (categories AE and K).")
    recoverable_share: Decimal
    rounding: Where
    account_id: AccountId | None
    active: bool
    rates: tuple[TaxRateRead, ...]
    created_at: datetime


class LineToTax(Input):
    """What is to be taxed."""

    quantity: Number = Decimal(1)
    unit_price: Number = Field(examples=["125.00"])
    tax_code_id: TaxCodeId


class TaxCalculate(Input):
    """What tax comes to on a date; nothing is written."""

    on: Day = Field(description="The date whose rates hold: a document's own.", examples=["2026-10-31"])
    currency: Currency = Field(examples=["EUR"])
    discount_percent: Annotated[Number, Field(ge=0, lt=100)] = Field(
        Decimal(0), description="Tax as if this early payment's discount were taken."
    )
    lines: tuple[LineToTax, ...] = Field(min_length=1, max_length=1000)


class LineTaxed(Output):
    """One line: gross is net and tax, but for tax that the buyer owes to the state."""

    tax_code_id: TaxCodeId
    tax_category: str
    tax_rate: Decimal
    net: Amount
    tax: Amount
    gross: Amount
    recoverable: Amount = Field(description="What of the tax the state gives back as input tax.")
    cost: Amount = Field(description="Net and the tax that is not given back.")


class GroupTaxed(Output):
    """What is taxed alike."""

    tax_category: str
    tax_rate: Decimal
    base: Amount
    tax: Amount


class TaxCalculated(Output):
    """Lines in their order, groups, and totals without tax that the buyer owes."""

    on: date
    lines: tuple[LineTaxed, ...]
    groups: tuple[GroupTaxed, ...]
    net: Amount
    tax: Amount
    gross: Amount
