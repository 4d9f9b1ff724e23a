"""What is asked and said about coding."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import Field

from bursar.core.coding import Coding, Suggestion, line_key
from bursar.core.coding_rules import line_facts
from bursar.core.order_coding import names_on_order
from bursar.core.rules.conditions import Facts
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
    order_line_reference: Text | None = Field(None, description="The order's line that the vendor names (BT-132).")
    accounting_reference: Text | None = Field(None, description="The buyer's accounting reference (BT-133).")

    def names_on(self, order: str | None) -> tuple[str, ...]:
        """Return what may name the line on an order: its number there, where it has one, and its words."""
        return names_on_order(order, self.order_line_reference, line_key(self.description))

    def facts(self, vendor: str | None, order: str | None) -> Facts:
        """Return what rules may ask of the line, of a vendor and an order."""
        return line_facts(
            vendor=vendor,
            description=self.description,
            net=self.net.amount if self.net else None,
            currency=self.net.currency if self.net else None,
            tax_rate=self.tax_rate,
            order=order,
            unit=self.unit,
        )


class CodingAsked(Input):
    """Which lines to code, for whom."""

    legal_entity_id: LegalEntityId
    vendor_id: VendorId | None = Field(None, description="None for a vendor that is not known yet.")
    vendor_name: Text | None = Field(None, description="What a vendor that is not known yet calls itself, for rules.")
    order_reference: Text | None = Field(None, description="The order that the vendor names (BT-13).")
    accounting_reference: Text | None = Field(
        None, description="The buyer's accounting reference (BT-19), for lines without one of their own."
    )
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

    @classmethod
    def read(cls, coding: Coding, accounts: Mapping[UUID, Any]) -> "CodingRead":
        """Return a coding with its account's code and name; `accounts` are rows by id."""
        account = accounts[coding.account_id]
        return cls(
            account_id=coding.account_id,
            account_code=account.code,
            account_name=account.name,
            cost_centre_id=coding.cost_centre_id,
            project_id=coding.project_id,
            tax_code_id=coding.tax_code_id,
        )


class LineSuggestion(Output):
    """Where a line goes, why, and what else it could be."""

    coding: CodingRead | None
    source: str | None = Field(
        description="A `rule`, the nearest precedents that there are, such as `order_line` or `same_line`, or the"
        " `accounting_reference` of the invoice."
    )
    times: int = Field(description="How many of the precedents say so.")
    of: int
    share: Decimal = Field(description="From 0 to 1; a correction stands for itself and has 1.")
    sure: bool = Field(description="A rule says so, or lines like it were coded so before; nobody needs to look.")
    why: str = Field(examples=["41 of 42 similar lines of this vendor → 6130"])
    choices: tuple[CodingRead, ...] = Field(description="The best codings, at most five, best first.")

    @classmethod
    def read(cls, found: Suggestion | None, accounts: Mapping[UUID, Any]) -> "LineSuggestion":
        """Return what is suggested for a line, for people to read; `accounts` are rows by id."""
        if found is None:
            return cls(
                coding=None,
                source=None,
                times=0,
                of=0,
                share=Decimal(0),
                sure=False,
                why="no account to code to",
                choices=(),
            )
        return cls(
            coding=CodingRead.read(found.coding, accounts),
            source=found.level.value,
            times=found.times,
            of=found.of,
            share=(Decimal(found.share.numerator) / found.share.denominator).quantize(Decimal("0.0001")),
            sure=found.is_sure,
            why=found.why,
            choices=tuple(CodingRead.read(choice, accounts) for choice in found.choices),
        )


class CodingSuggested(Output):
    """One suggestion for each line, in their order."""

    lines: tuple[LineSuggestion, ...]
