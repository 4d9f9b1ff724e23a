"""Aging of payables and receivables on the wire."""

import itertools
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from bursar.core.aging import Basis
from bursar.kit.wire import Amount, Output
from bursar.ledger.reports.schemas.asked import ComparedQuery
from bursar.ledger.reports.schemas.control import Control, EntityControl
from bursar.platform.ids import CustomerId, LegalEntityId, VendorId

STANDARD_EDGES = (30, 60, 90)


class Credits(StrEnum):
    """Where credits and unapplied payments stand: in columns of their own, or inside the buckets of their dates."""

    APART = "apart"
    IN_BUCKETS = "in_buckets"


class AgingQuery(ComparedQuery):
    """What an aging is about."""

    basis: Basis = Field(Basis.DUE_DATE, description="Which date of a document the days are counted from.")
    buckets: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}(,[0-9]{1,4}){0,11}$")] = Field(
        ",".join(map(str, STANDARD_EDGES)),
        description="Last days of the buckets, rising: `30,60,90` makes 1_30, 31_60, 61_90 and over_90.",
    )
    credits: Credits = Field(
        Credits.APART, description="`in_buckets` nets credits and unapplied payments inside the buckets."
    )

    @field_validator("buckets")
    @classmethod
    def _rise(cls, value: str) -> str:
        edges = [int(edge) for edge in value.split(",")]
        if edges[0] < 1 or any(later <= earlier for earlier, later in itertools.pairwise(edges)):
            raise ValueError("buckets are days above zero, each more than the one before")
        return value

    @property
    def edges(self) -> tuple[int, ...]:
        """The last day of every bucket but the open one."""
        return tuple(int(edge) for edge in self.buckets.split(","))


class AgedParty(Output):
    """What is open with one party in one currency."""

    legal_entity_id: LegalEntityId
    amounts: Mapping[str, Amount] = Field(
        description="`not_due`, the buckets, `credits`, `unapplied` and `total`, in the currency of the documents."
    )
    base_amounts: Mapping[str, Amount] = Field(description="The same in base currency, as booked.")
    disputed: Amount = Field(description="How much of the total is disputed.")
    base_disputed: Amount
    compared: Amount | None = Field(description="The total at the date compared with.")
    base_compared: Amount | None
    link: str = Field(description="The open items behind the figures.")


class VendorAgingRow(AgedParty):
    """What is open with one vendor in one currency."""

    vendor_id: VendorId
    vendor_name: str


class CustomerAgingRow(AgedParty):
    """What is open with one customer in one currency."""

    customer_id: CustomerId
    customer_name: str


class AgingHead(Output):
    """What an aging is about, and what it must tie to."""

    legal_entity_id: LegalEntityId | None = Field(description="Null where all entities are reported.")
    as_of: date
    known_at: datetime
    compared_to: date | None
    basis: Basis
    credits: Credits
    buckets: tuple[str, ...] = Field(description="Names of the columns in `amounts`, in their order.")
    totals: tuple[Mapping[str, Amount], ...] = Field(description="One for each currency of documents.")
    base_totals: tuple[Mapping[str, Amount], ...] = Field(description="One for each base currency.")
    control: Control | None = Field(description="Of the one entity; null where all are reported, or it has none.")
    controls: tuple[EntityControl, ...]


class AgingRead(AgingHead):
    """What is owed to vendors, by age."""

    rows: tuple[VendorAgingRow, ...]


class CustomerAgingRead(AgingHead):
    """What customers owe, by age."""

    rows: tuple[CustomerAgingRow, ...]
