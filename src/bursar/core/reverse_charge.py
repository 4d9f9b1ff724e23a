"""Whether a page leaves the tax to its recipient: words that tax law prescribes, as they stand in six languages."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bursar.core.coding import folded
from bursar.core.invoices import Invoice, TaxBreakdown

CATEGORY: Final = "AE"  # UNCL 5305: the buyer owes the tax.
_NOT_A_WORD: Final = re.compile(r"[^a-z0-9]+")
# Article 226 (11a) of Directive 2006/112/EC has each language's own words on the invoice.
_SAID: Final = (
    "reverse charge",
    "steuerschuldnerschaft des leistungsempfangers",
    "steuerschuld geht auf den leistungsempfanger",
    "ubergang der steuerschuld",
    "autoliquidation",
    "inversion del sujeto pasivo",
    "inversione contabile",
    "btw verlegd",
)


def says_reverse_charge(text: str) -> bool:
    """Say whether a text has the words of reverse charge, whatever their case, accents and hyphens."""
    words = f" {_NOT_A_WORD.sub(' ', folded(text))} "
    return any(f" {said} " in words for said in _SAID)


def under_reverse_charge(invoice: Invoice, text: str) -> Invoice:
    """Return an invoice that charges no tax and says that its recipient owes it, with that as its tax category.

    One that charges tax all the same, or names its categories itself, is left as it is.
    """
    groups = invoice.tax_breakdown
    charged = invoice.totals.tax or any(group.tax or group.rate for group in groups)
    if charged or any(group.category for group in groups) or not says_reverse_charge(text):
        return invoice
    if not groups:
        base = next(filter(None, (invoice.totals.tax_exclusive, invoice.totals.tax_inclusive)), None)
        groups = (TaxBreakdown(base=base, tax=Decimal(0), rate=Decimal(0)),) if base else ()
    return replace(invoice, tax_breakdown=tuple(replace(group, category=CATEGORY) for group in groups))
