"""What values say for one another: dates and terms, a number and its year, names and addresses, countries, columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations
from types import MappingProxyType
from typing import Final, TypeAlias

from bursar.core.extraction import Box, Evidence, Value
from bursar.formats.text_invoice.head.names import without_form

MOST_DAYS: Final = 125  # From an invoice to the day it is due.
USUAL_DAYS: Final = frozenset({0, 5, 7, 8, 10, 14, 15, 20, 21, 25, 28, 30, 31, 35, 40, 42, 45, 50, 60, 75, 90, 120})
BESIDE: Final = 250  # Hundredths of a point by which a column may be off.
NEAR: Final = 6_500  # Hundredths of a point from one row of a head to the next but two.
# What stands in the head of an invoice as a list or a strip of labels with their values.
_HEAD: Final = (
    "invoice_number",
    "issue_date",
    "due_date",
    "delivery_date",
    "order_reference",
    "customer_number",
    "payment_reference",
    "buyer_tax_id",
    "seller_tax_id",
)
_EURO: Final = (
    "AT", "BE", "BG", "CY", "DE", "EE", "EL", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MC", "MT",
    "NL", "PT", "SI", "SK", "SM", "VA", "XK",
)  # fmt: skip
_CURRENCY_OF: Final = MappingProxyType(
    {
        **dict.fromkeys(_EURO, "EUR"),
        "GB": "GBP",
        "XI": "GBP",
        "CH": "CHF",
        "LI": "CHF",
        "PL": "PLN",
        "CZ": "CZK",
        "SE": "SEK",
        "DK": "DKK",
        "NO": "NOK",
        "HU": "HUF",
        "RO": "RON",
    }
)
Said: TypeAlias = Iterator[tuple[str, Evidence]]


def corroborated(fields: Mapping[str, Value], days: int | None = None) -> dict[str, Value]:
    """Return the header with what its values say for one another; `days` are those until all is due, if terms say."""
    found = dict(fields)
    says = (_dates(fields, days), _number(fields), _names(fields), _countries(fields), _columns(fields))
    for name, evidence in chain.from_iterable(says):
        value = found[name]
        found[name] = replace(value, evidence=tuple(sorted({*value.evidence, evidence})))
    return found


def _day(fields: Mapping[str, Value], name: str) -> date | None:
    return date.fromisoformat(fields[name].value) if name in fields else None


def _dates(fields: Mapping[str, Value], days: int | None) -> Said:
    """Say that a due date follows from the issue date by the terms, or by as many days as people agree on."""
    issued, due = _day(fields, "issue_date"), _day(fields, "due_date")
    if issued is None or due is None or fields["due_date"].box == fields["issue_date"].box:
        return
    apart = (due - issued).days
    counted = days is not None and days == apart
    if counted or is_usual(issued, due):
        yield "issue_date", Evidence.ARITHMETIC if counted else Evidence.AGREEMENT
        yield "due_date", Evidence.ARITHMETIC if counted else Evidence.AGREEMENT
    if counted and "payment_terms" in fields:
        yield "payment_terms", Evidence.ARITHMETIC


def is_usual(issued: date, due: date) -> bool:
    """Tell whether a day is as far from that of the invoice as people agree on, or ends a month."""
    apart = (due - issued).days
    return apart in USUAL_DAYS or (0 < apart <= MOST_DAYS and (due + timedelta(days=1)).day == 1)


def _number(fields: Mapping[str, Value]) -> Said:
    """Say that the number of an invoice has the year of its date in it, as many are numbered by year."""
    issued = _day(fields, "issue_date")
    if issued is None or "invoice_number" not in fields:
        return
    groups = re.findall(r"\d+", fields["invoice_number"].value)
    year = str(issued.year)
    whole = any(group.startswith(year) for group in groups)
    if whole or (len(groups) > 1 and year[2:] in groups) or any(group.startswith(f"{issued:%y%m}") for group in groups):
        yield "invoice_number", Evidence.AGREEMENT
        yield "issue_date", Evidence.AGREEMENT


def _names(fields: Mapping[str, Value]) -> Said:
    """Say that the seller's mail is at a host that is called as the seller is."""
    if "seller_name" not in fields or "seller_email" not in fields:
        return
    host = without_form(fields["seller_email"].value.rpartition("@")[2].rsplit(".", 1)[0].rpartition(".")[2])
    name = without_form(fields["seller_name"].value)
    if len(host) > 2 and (host in name or name.startswith(host) or host.startswith(name)) and name:
        yield "seller_name", Evidence.AGREEMENT
        yield "seller_email", Evidence.AGREEMENT


def _countries(fields: Mapping[str, Value]) -> Said:
    """Say that account, bank, tax id and currency are of one country."""
    countries = {
        name: fields[name].value[start : start + 2].upper()
        for name, start in (("iban", 0), ("bic", 4), ("seller_tax_id", 0))
        if name in fields and fields[name].value[start : start + 2].isalpha() and _is_whole(name, fields[name])
    }
    for one, other in combinations(countries, 2):
        if countries[one] == countries[other]:
            yield one, Evidence.AGREEMENT
            yield other, Evidence.AGREEMENT
    if "currency" in fields and fields["currency"].value in map(_CURRENCY_OF.get, countries.values()):
        yield "currency", Evidence.AGREEMENT


def _is_whole(name: str, value: Value) -> bool:
    """Tell whether a country may speak for a value: that of an account with wrong check digits says nothing."""
    return name != "iban" or Evidence.CHECKSUM in value.evidence


def _columns(fields: Mapping[str, Value]) -> Said:
    """Say that values with labels stand in one column or strip of such values."""
    placed = [
        (name, value.page, value.box)
        for name in _HEAD
        if (value := fields.get(name)) is not None and value.box is not None and Evidence.LABEL in value.evidence
    ]
    for (one, page, box), (other, on, place) in combinations(placed, 2):
        if page == on and box != place and _lined_up(box, place):
            yield one, Evidence.POSITION
            yield other, Evidence.POSITION


def _lined_up(box: Box, other: Box) -> bool:
    """Tell whether two boxes stand one below the other, or in one row."""
    near = abs(box.top - other.top) <= NEAR
    below = abs(box.left - other.left) <= BESIDE or abs(box.right - other.right) <= BESIDE
    return abs(box.bottom - other.bottom) <= BESIDE or (near and below)
