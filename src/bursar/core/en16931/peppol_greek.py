"""Peppol BIS Billing 3 in UBL: what it asks of sellers of Greece."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from bursar.core.en16931.engine import Severity
from bursar.core.en16931.patterns import Agrees, ElementRule, down
from bursar.core.en16931.peppol_identifiers import is_greek
from bursar.core.en16931.peppol_reading import (
    BUYER,
    SELLER,
    Test,
    country,
    said,
    seller_country,
    tax_ids,
    vat_country,
)
from bursar.core.en16931.terms import Element, decimal

GREECE: Final = frozenset({"GR", "EL"})
SEGMENTS: Final = 6
DOCUMENT_TYPES: Final = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})
MARK: Final = "##M.AR.K##"
LINK: Final = "##INVOICE|URL##"
TIN_LENGTH: Final = 9

_DAY: Final = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])[-\\/ ]?(?:0?[1-9]|1[0-2])[-\\/ ]?(?:19|20)[0-9]{2}")
_POSITIVE: Final = re.compile(r"[1-9][0-9]*")


def _sent_from_greece(root: Element) -> bool:
    return seller_country(root) in GREECE


def _received_in_greece(root: Element) -> bool:
    return (vat_country(root, BUYER) or country(root, BUYER)) in GREECE


def _sent(test: Agrees) -> Agrees:
    return lambda element, root: not _sent_from_greece(root) or test(element, root)


def _within(test: Test) -> Agrees:
    return lambda element, root: not (_sent_from_greece(root) and _received_in_greece(root)) or test(element)


def _residing(test: Test) -> Agrees:
    """Make a test that is asked only where the seller's address is in Greece too."""
    return lambda element, root: not _sent_from_greece(root) or country(root, SELLER) != "GR" or test(element)


def _segment(position: int, test: Callable[[str, Element], bool]) -> Agrees:
    """Make a test of one part of the invoice number; a part that is not there is empty."""

    def agrees(identifier: Element, root: Element) -> bool:
        segments = identifier.written.split("|")
        return test(segments[position] if position < len(segments) else "", root)

    return _sent(agrees)


def _own_tin(segment: str, root: Element) -> bool:
    known = {
        one.written[2 : 2 + TIN_LENGTH]
        for path in (SELLER, "cac:TaxRepresentativeParty")
        for party in down(root, path)
        for one in tax_ids(party, "VAT")
    }
    return len(segment.strip()) == TIN_LENGTH and is_greek(segment) and segment in known


def _issue_day(segment: str, root: Element) -> bool:
    issued = said(root, "cbc:IssueDate").split("-")
    return _DAY.match(segment) is not None and segment.split("/")[:3] == issued[::-1][:3]


def _counts(segment: str, _root: Element) -> bool:
    value = decimal(segment)
    return value is not None and value >= 0


def _references(root: Element, kind: str) -> Sequence[Element]:
    return [one for one in root.all("cac:AdditionalDocumentReference") if said(one, "cbc:DocumentDescription") == kind]


def _greek_vat(party: Element) -> bool:
    ids = [one.written for one in tax_ids(party, "VAT")]
    return len(ids) == 1 and ids[0].startswith("EL") and is_greek(ids[0][2:])


def _greek_vats(party: Element) -> bool:
    return all(one.written.startswith("EL") and is_greek(one.written[2:]) for one in tax_ids(party, "VAT"))


def _named(party: Element) -> bool:
    return bool(said(party, "cac:PartyName/cbc:Name"))


def _greek_address(endpoint: Element) -> bool:
    return endpoint.attributes.get("schemeID") == "9933" and is_greek(endpoint.written)


def _seller_address(endpoint: Element, root: Element) -> bool:
    return (vat_country(root, SELLER) or country(root, SELLER)) not in GREECE or _greek_address(endpoint)


def _linked(root: Element) -> bool:
    return all(said(one, "cac:Attachment/cac:ExternalReference/cbc:URI") for one in _references(root, LINK))


def _marks_positive(root: Element) -> bool:
    return all(_POSITIVE.match(one.text) for mark in _references(root, MARK) for one in mark.all("cbc:ID"))


def _rule(id_: str, message: str, place: str, agrees: Agrees, severity: Severity = "fatal") -> ElementRule:
    return ElementRule(id_, severity, message, (place,), agrees=agrees)


_NUMBER: Final = "A Greek invoice number"
_SOLD: Final = "//cac:AccountingSupplierParty/cac:Party"
_BOUGHT: Final = "//cac:AccountingCustomerParty/cac:Party"
RULES: Final = (
    _rule(
        "GR-R-001-1",
        f"{_NUMBER} does not have six parts.",
        "cbc:ID",
        _sent(lambda one, _root: len(one.written.split("|")) == SEGMENTS),
    ),
    _rule("GR-R-001-2", f"{_NUMBER} does not begin with the seller's tax number.", "cbc:ID", _segment(0, _own_tin)),
    _rule("GR-R-001-3", f"{_NUMBER} does not name the issue date.", "cbc:ID", _segment(1, _issue_day)),
    _rule("GR-R-001-4", f"{_NUMBER} has no number in its third part.", "cbc:ID", _segment(2, _counts)),
    _rule(
        "GR-R-001-5",
        f"{_NUMBER} names no type of document.",
        "cbc:ID",
        _segment(3, lambda segment, _root: segment in DOCUMENT_TYPES),
    ),
    _rule("GR-R-001-6", f"{_NUMBER} lacks its fifth part.", "cbc:ID", _segment(4, lambda one, _root: bool(one))),
    _rule("GR-R-001-7", f"{_NUMBER} lacks its sixth part.", "cbc:ID", _segment(5, lambda one, _root: bool(one))),
    _rule("GR-R-002", "A Greek seller is not named.", _SOLD, _sent(lambda party, _root: _named(party))),
    _rule("GR-R-003", "A Greek seller's VAT number is wrong.", _SOLD, _sent(lambda party, _root: _greek_vats(party))),
    _rule(
        "GR-S-011",
        "A Greek seller does not have one VAT number.",
        _SOLD,
        _sent(lambda party, _root: _greek_vat(party)),
        "warning",
    ),
    _rule("GR-R-004-1", "There is not one MARK.", ".", _residing(lambda root: len(_references(root, MARK)) == 1)),
    _rule("GR-R-004-2", "A MARK is no positive number.", ".", _residing(_marks_positive)),
    _rule("GR-R-005", "The buyer of a Greek seller is not named.", _BOUGHT, _sent(lambda party, _root: _named(party))),
    _rule("GR-R-006", "A Greek buyer's VAT number is missing or wrong.", _BOUGHT, _within(_greek_vat)),
    _rule(
        "GR-S-008-1",
        "There is not one link to the invoice.",
        ".",
        _residing(lambda root: len(_references(root, LINK)) == 1),
        "warning",
    ),
    _rule(
        "GR-R-008-2",
        "There is more than one link to the invoice.",
        ".",
        _residing(lambda root: len(_references(root, LINK)) <= 1),
    ),
    _rule("GR-R-008-3", "The link to the invoice has no address.", ".", _sent(lambda root, _root: _linked(root))),
    _rule("GR-R-009", "A Greek seller's electronic address is wrong.", f"{_SOLD}/cbc:EndpointID", _seller_address),
    _rule(
        "GR-R-010", "A Greek buyer's electronic address is wrong.", f"{_BOUGHT}/cbc:EndpointID", _within(_greek_address)
    ),
)
