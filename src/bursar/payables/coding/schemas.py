"""What is asked and said about coding."""

from decimal import Decimal

from pydantic import Field

from bursar.kit.wire import Amount, Day, Input, Output, Text
from bursar.payables.bills.schemas import Rate, TaxCategory
from bursar.platform.ids import AccountId, DimensionValueId, LegalEntityId, TaxCodeId, VendorId


class LineToCode(Input):
    """A line as the vendor wrote it."""

    description: Text = Field(examples=["Office paper A4, 80 g"])
    tax_category: TaxCategory | None = Field(None, description="With the rate: a tax code is suggested that says so.")
    tax_rate: Rate | None = None
    net: Amount | None = Field(None, description="For rules that speak of the net amount or the currency.")
    unit: Text | None = None


class CodingAsked(Input):
    """Which lines to code, for whom."""

    legal_entity_id: LegalEntityId
    vendor_id: VendorId | None = Field(None, description="None for a vendor that is not known yet.")
    vendor_name: Text | None = Field(None, description="What a vendor that is not known yet calls itself, for rules.")
    order_reference: Text | None = Field(None, description="The order that the vendor names, for rules.")
    on: Day | None = Field(None, description="The day the codes and dimensions must hold; else today.")
    lines: tuple[LineToCode, ...] = Field(min_length=1, max_length=1_000)


class CodingRead(Output):
    """Where a line may go."""

    account_id: AccountId
    account_code: str
    account_name: str
    cost_centre_id: DimensionValueId | None
    project_id: DimensionValueId | None
    tax_code_id: TaxCodeId | None


class LineSuggestion(Output):
    """Where a line goes, why, and what else it could be."""

    coding: CodingRead | None
    source: str | None = Field(description="A `rule`, or the nearest precedents that there are, such as `same_line`.")
    times: int = Field(description="How many of the precedents say so.")
    of: int
    share: Decimal = Field(description="From 0 to 1; a correction stands for itself and has 1.")
    sure: bool = Field(description="A rule says so, or lines like it were coded so before; nobody needs to look.")
    why: str = Field(examples=["41 of 42 similar lines of this vendor → 6130"])
    choices: tuple[CodingRead, ...] = Field(description="The best codings, at most five, best first.")


class CodingSuggested(Output):
    """One suggestion for each line, in their order."""

    lines: tuple[LineSuggestion, ...]
