"""What a report is asked: about whom, when, known when, beside which earlier figures, and how it is written."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from bursar.core.aging import Basis
from bursar.core.comparison import Comparison
from bursar.kit.wire import Currency, Day, Input
from bursar.platform.downloads import Format
from bursar.platform.ids import AccountId, CustomerId, LegalEntityId, VendorId

# An instant without a time zone is no instant. The bounds are those of `Day`, well inside of what can be converted.
Instant = Annotated[AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(2999, 12, 31, tzinfo=UTC))]


class Scope(StrEnum):
    """One legal entity, or all of the tenant side by side; currencies are never added to one another."""

    LEGAL_ENTITY = "legal_entity"
    TENANT = "tenant"


class Question(Input):
    """What every report is asked."""

    legal_entity_id: LegalEntityId | None = Field(None, description="May be left out where there is only one.")
    scope: Scope = Field(Scope.LEGAL_ENTITY, description="`tenant` reports all legal entities side by side.")
    known_at: Instant | None = Field(
        None, description="Only what had been recorded by then; else now.", examples=["2026-12-02T09:30:00Z"]
    )
    format: Format | None = Field(None, description="`json`, `csv` or `xlsx`; else what `Accept` names.")

    @property
    def known_at_utc(self) -> datetime | None:
        """When it was known, in UTC."""
        return None if self.known_at is None else self.known_at.astimezone(UTC)

    @model_validator(mode="after")
    def _one_entity_or_all(self) -> Self:
        if self.legal_entity_id is not None and self.scope is Scope.TENANT:
            raise ValueError("name a legal entity or ask for the whole tenant, not both")
        return self


class ReportQuery(Question):
    """A report at a date."""

    as_of: Day | None = Field(None, description="Business date, in the entity's time zone; else today.")


class ComparedQuery(ReportQuery):
    """A report at a date, beside an earlier one."""

    compare_to: Day | None = Field(None, description="Show the figures of this date as well.")
    compare: Comparison | None = Field(
        None, description="Show the end of the month before, or the same day a year earlier, as well."
    )

    @model_validator(mode="after")
    def _one_comparison(self) -> Self:
        if self.compare_to is not None and self.compare is not None:
            raise ValueError("name a date to compare with or a kind of comparison, not both")
        return self


class PeriodQuery(Question):
    """A report over a period; both days belong to it."""

    from_: Day | None = Field(None, alias="from", description="First day; else that of the fiscal year of `to`.")
    to: Day | None = Field(None, description="Last day, in the entity's time zone; else today.")
    compare_to: Day | None = Field(None, description="Show the period of the same length that ends here as well.")
    compare: Comparison | None = Field(
        None, description="Show the period directly before, or the same period a year earlier, as well."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.to is not None and self.from_ > self.to:
            raise ValueError("a period does not end before it begins")
        if self.compare_to is not None and self.compare is not None:
            raise ValueError("name a date to compare with or a kind of comparison, not both")
        return self


class GeneralLedgerQuery(Question):
    """Which lines of the general ledger, a page at a time; CSV has all of them."""

    account_id: AccountId | None = Field(None, description="One account; else all, in the order of their codes.")
    from_: Day | None = Field(None, alias="from", description="First day; else that of the fiscal year of `to`.")
    to: Day | None = Field(None, description="Last day, in the entity's time zone; else today.")
    cursor: str | None = Field(None, max_length=2000, description="`next_cursor` of the page before.")
    limit: Annotated[int, Field(ge=1, le=200)] = Field(100, description="Most lines on the page.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.to is not None and self.from_ > self.to:
            raise ValueError("a period does not end before it begins")
        return self


class OpenItemsQuery(ReportQuery):
    """Which open items: those behind one figure of an aging, or all of a side."""

    side: Literal["payable", "receivable"] = "payable"
    vendor_id: VendorId | None = None
    customer_id: CustomerId | None = None
    currency: Currency | None = None
    basis: Basis = Field(Basis.DUE_DATE, description="Which date of a document the days are counted from.")


class StatementQuery(Question):
    """The account of one party over a period."""

    from_: Day | None = Field(None, alias="from", description="First day; else that of the fiscal year of `to`.")
    to: Day | None = Field(None, description="Last day, in the entity's time zone; else today.")
    currency: Currency | None = Field(None, description="One currency; else all of them, one after the other.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.to is not None and self.from_ > self.to:
            raise ValueError("a period does not end before it begins")
        return self


class VendorStatementQuery(StatementQuery):
    """The account of one vendor."""

    vendor_id: VendorId


class CustomerStatementQuery(StatementQuery):
    """The account of one customer."""

    customer_id: CustomerId
