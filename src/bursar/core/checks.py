"""Check an e-invoice as it was read: that it is complete and adds up, that its dates and identifiers are believable.

A check that fails never stops the reading: it is a value with a stable code, for a person or a policy to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from bursar.core.invoices import Invoice

Severity: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The answer of one check: what was expected, what the document says, and at which field."""

    code: str  # Stable snake_case.
    passed: bool
    severity: Severity  # How much it matters when it fails.
    message: str  # A sentence for people.
    expected: str | None = None
    actual: str | None = None
    field: str | None = None  # Field path as in `Invoice.places`.


def check_invoice(invoice: Invoice, *, today: date) -> tuple[Check, ...]:
    """Run every check on the invoice; `today` is the day in the legal entity's time zone."""
    del invoice, today
    return ()
