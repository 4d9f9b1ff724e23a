"""The names in which the generations of the Cross Industry Invoice differ.

D16B (EN 16931, Factur-X, ZUGFeRD 2) and ZUGFeRD 1.0 with its release candidate share one grammar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """The names of one generation of the syntax."""

    syntax: str
    context: str
    document: str
    transaction: str
    header: str  # What agreement, delivery and settlement of the document begin with.
    line: str  # The same of a line.
    summation: str
    line_summation: str
    rate: str
    id: str  # Of a referenced document.


MODERN: Final = Words(
    "cii",
    "rsm:ExchangedDocumentContext",
    "rsm:ExchangedDocument",
    "rsm:SupplyChainTradeTransaction",
    "ram:ApplicableHeaderTrade",
    "ram:SpecifiedLineTrade",
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
    "ram:SpecifiedTradeSettlementLineMonetarySummation",
    "ram:RateApplicablePercent",
    "ram:IssuerAssignedID",
)
OLD: Final = Words(
    "zugferd1",
    "rsm:SpecifiedExchangedDocumentContext",
    "rsm:HeaderExchangedDocument",
    "rsm:SpecifiedSupplyChainTradeTransaction",
    "ram:ApplicableSupplyChainTrade",
    "ram:SpecifiedSupplyChainTrade",
    "ram:SpecifiedTradeSettlementMonetarySummation",
    "ram:SpecifiedTradeSettlementMonetarySummation",
    "ram:ApplicablePercent",
    "ram:ID",
)


def when(path: str) -> str:
    """Return the path of a day: in a child element, or in the element itself as the oldest files have it."""
    return f"{path}/udt:DateTimeString|{path}/udt:DateTime|{path}"
