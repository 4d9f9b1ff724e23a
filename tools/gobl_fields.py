"""How each field of a GOBL document is found in an invoice that was read, and which fields cannot be compared.

GOBL is another project's JSON format of invoices. A rule maps a field pattern ("lines[].item.name") to the value in the
neutral invoice and to the way both sides are written before they are compared. `gobl_words` says each of those ways as
a sentence; `gobl_not_compared` names every pattern that is left out, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeAlias

from bursar.core.invoices import AllowanceCharge, Invoice, InvoiceLine, Party

Indexes: TypeAlias = tuple[int, ...]
Document: TypeAlias = Mapping[str, Any]
Getter: TypeAlias = Callable[[Invoice, Indexes, Document], object]
Writer: TypeAlias = Callable[[str], str]

UNITS: Final = {
    "h": "HUR",
    "day": "DAY",
    "mon": "MON",
    "one": "C62",
    "item": "EA",
    "piece": "H87",
    "unit": "XUN",
    "service": "E48",
    "kwh": "KWH",
    "kg": "KGM",
    "kl": "K6",
    "m": "MTR",
}
TYPES: Final = {"standard": "380", "credit-note": "381", "corrective": "384", "proforma": "325"}
TAX_POINTS: Final = {"3": "issue", "35": "delivery", "432": "payment"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the value is in the neutral invoice, and how both sides are written before they are compared."""

    get: Getter
    write: Writer = str


def text(value: str) -> str:
    """Write text with single spaces and without the mark of a broken character."""
    return " ".join(value.replace("\ufffd", "").split())


def number(value: str) -> str:
    """Write a decimal without a percent sign, trailing zeros or a sign on zero."""
    try:
        amount = Decimal(value.removesuffix("%"))
    except InvalidOperation:
        return value
    return format(amount.normalize() + 0, "f")


def compact(value: str) -> str:
    """Write an identifier in capitals without separators."""
    return re.sub(r"[\s.-]", "", value).upper()


def slug(value: str) -> str:
    """Write an attribute's name as GOBL writes keys."""
    return re.sub(r"[^a-z0-9-]", "", re.sub(r"[\s_]+", "-", value.lower()))


def joined(document: Document) -> str:
    """Join GOBL's series and code."""
    return "-".join(part for part in (document.get("series"), document.get("code")) if part)


def at(document: Document, *path: str | int) -> Any:
    """Return what stands at a path of a JSON document, None if nothing does."""
    value: Any = document
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def parts(owner: Invoice | InvoiceLine, *, charge: bool) -> list[AllowanceCharge]:
    """Return the charges or the allowances of a document or a line."""
    return [part for part in owner.allowances_charges if part.is_charge == charge]


def price(invoice: Invoice, indexes: Indexes, document: Document) -> object:
    """Return the price of one unit, with tax where GOBL's prices include it, rounded to the digits GOBL gives."""
    line = invoice.lines[indexes[0]]
    written = str(at(document, "lines", indexes[0], "item", "price"))
    if line.price is None:
        return None
    price = line.price / (line.base_quantity or Decimal(1))
    if at(document, "tax", "prices_include"):
        price *= 1 + (line.tax_rate or Decimal(0)) / 100
    return price.quantize(Decimal(1).scaleb(-len(written.partition(".")[2])))


def unit_word(invoice: Invoice, indexes: Indexes, document: Document) -> object:
    """Return GOBL's word for the unit if it means our code, else our code."""
    unit = invoice.lines[indexes[0]].unit
    word = at(document, "lines", indexes[0], "item", "unit")
    return word if UNITS.get(word, word) == unit else unit


def _identity(party: Party, indexes: Indexes, identities: list[Mapping[str, Any]], key: str) -> object:
    this = identities[indexes[-1]]
    if this.get("scope") == "legal" or this.get("label") == "CompanyID":
        found = party.legal_id
    elif this.get("scope") == "tax":
        return party.tax_registration_id if key == "code" else None
    else:
        plain = [one for one in identities if not one.get("scope") and one.get("label") != "CompanyID"]
        found = party.ids[plain.index(this)]
    if key == "label" and found is party.legal_id:
        return found and "CompanyID"
    return (found.value if key == "code" else found.scheme) if found else None


def party_rules(prefix: str, name: str, path: tuple[str, ...]) -> dict[str, Rule]:
    """Return the rules of a party: its prefix in GOBL, its name in the neutral invoice, its path in GOBL."""

    def of(get: Callable[[Party, Document], object]) -> Getter:
        return lambda invoice, _, document: get(getattr(invoice, role(document)), at(document, *path))

    def role(document: Document) -> str:
        return (
            "tax_representative"
            if name == "seller" and path == ("supplier",) and at(document, "ordering", "seller")
            else name
        )

    def identity(key: str) -> Getter:
        return lambda invoice, indexes, document: _identity(
            getattr(invoice, role(document)), indexes, at(document, *path, "identities"), key
        )

    def address(key: str) -> Rule:
        return Rule(of(lambda party, _: getattr(party.address, key)), text)

    return {
        f"{prefix}.name": Rule(of(lambda party, _: party.name), text),
        f"{prefix}.alias": Rule(of(lambda party, _: party.trading_name), text),
        f"{prefix}.tax_id": Rule(of(_tax_id), compact),
        f"{prefix}.people": Rule(of(lambda party, _: party.contact and party.contact.name), text),
        f"{prefix}.people[].emails[].addr": Rule(of(lambda party, _: party.contact and party.contact.email), text),
        f"{prefix}.emails[].addr": Rule(of(lambda party, _: party.contact and party.contact.email), text),
        f"{prefix}.telephones[].num": Rule(of(lambda party, _: party.contact and party.contact.phone), text),
        f"{prefix}.inboxes": Rule(of(lambda party, _: _endpoint(party)), text),
        f"{prefix}.endpoints[].uri": Rule(of(lambda party, _: f"iso6523-actorid-upis::{_endpoint(party)}"), text),
        f"{prefix}.identities[].code": Rule(identity("code"), text),
        f"{prefix}.identities[].ext.iso-scheme-id": Rule(identity("scheme"), text),
        f"{prefix}.identities[].label": Rule(identity("label"), text),
        f"{prefix}.addresses[].street": address("street"),
        f"{prefix}.addresses[].street_extra": address("additional_street"),
        f"{prefix}.addresses[].locality": address("city"),
        f"{prefix}.addresses[].code": address("postal_code"),
        f"{prefix}.addresses[].region": address("region"),
        f"{prefix}.addresses[].country": address("country"),
    }


def _endpoint(party: Party) -> str | None:
    return f"{party.endpoint.scheme}:{party.endpoint.value}" if party.endpoint else None


def _tax_id(party: Party, gobl: Document) -> str | None:
    written = party.vat_id
    country, code = at(gobl, "tax_id", "country") or "", at(gobl, "tax_id", "code") or ""
    return f"{country}{code}" if written and compact(written) == compact(code) else written
