"""What the rules of Peppol ask of a UBL document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from bursar.core.en16931.patterns import Agrees, down
from bursar.core.en16931.reading import ZERO
from bursar.core.en16931.terms import Element, decimal

SELLER: Final = "cac:AccountingSupplierParty/cac:Party"
BUYER: Final = "cac:AccountingCustomerParty/cac:Party"

_PROFILE: Final = re.compile(r"urn:fdc:peppol\.eu:2017:poacc:billing:([0-9]{2}):1.0")

Test = Callable[[Element], bool]


def said(element: Element, path: str) -> str:
    """Return the first text down the path with single spaces, "" if there is none."""
    found = down(element, path)
    return " ".join(found[0].text.split()) if found else ""


def number(element: Element, path: str) -> Decimal:
    """Return the first number down the path, zero if there is none."""
    found = down(element, path)
    return (decimal(found[0].text) if found else None) or ZERO


def country(root: Element, party: str) -> str:
    """Return the country in a party's postal address, in upper case."""
    return said(root, f"{party}/cac:PostalAddress/cac:Country/cbc:IdentificationCode").upper()


def both_in(root: Element, code: str) -> bool:
    """Tell whether seller and buyer have their addresses in that country."""
    return code == country(root, SELLER) == country(root, BUYER)


def profile(root: Element) -> str:
    """Return the two digits of the process that the invoice is part of, "" if it names none of Peppol's."""
    match = _PROFILE.search(said(root, "cbc:ProfileID"))
    return match[1] if match else ""


def tax_ids(party: Element, scheme: str) -> Sequence[Element]:
    """Return a party's identifiers in the tax schemes of that name."""
    return [
        one
        for part in party.all("cac:PartyTaxScheme")
        if said(part, "cac:TaxScheme/cbc:ID") == scheme
        for one in part.all("cbc:CompanyID")
    ]


def vat_country(root: Element, *parties: str) -> str:
    """Return the country of the first VAT identifier among the parties, in upper case, "" if there is none."""
    for path in parties:
        for party in down(root, path):
            for one in tax_ids(party, "VAT"):
                return one.written[:2].strip().upper()
    return ""


def seller_country(root: Element) -> str:
    """Return where the seller is taxed, else where its address is."""
    return vat_country(root, SELLER, "cac:TaxRepresentativeParty") or country(root, SELLER)


def sold_from(code: str, test: Test) -> Agrees:
    """Make a test that is asked only where the seller's address is in the country."""
    return lambda element, root: country(root, SELLER) != code or test(element)


def sold_within(code: str, test: Test) -> Agrees:
    """Make a test that is asked only where both addresses are in the country."""
    return lambda element, root: not both_in(root, code) or test(element)


def taxed_in(code: str, test: Test) -> Agrees:
    """Make a test that is asked only where the seller is taxed in the country."""
    return lambda element, root: seller_country(root) != code or test(element)


def has(*paths: str) -> Test:
    """Make a test that something stands down each of the paths."""
    return lambda element: all(down(element, path) for path in paths)
