"""XRechnung 3.0: the German rules, those of Peppol that it shares, and its extension."""

from __future__ import annotations

from typing import Final

from bursar.core.en16931 import german, peppol, peppol_cii
from bursar.core.en16931.codes import items, parties
from bursar.core.en16931.engine import DOCUMENT, Rule, RuleSet
from bursar.core.en16931.patterns import ElementRule, ElementRules, Keeps, down, within
from bursar.core.en16931.peppol_reading import number, said
from bursar.core.en16931.reading import ZERO, rounded
from bursar.core.en16931.terms import Element, Group, decimal

CIUS: Final = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
EXTENSION: Final = f"{CIUS}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0"
VEHICLES: Final = f"{CIUS}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9"  # Clean vehicles.
HEALTH: Final = frozenset({"XR01", "XR02", "XR03"})  # Schemes of digital health applications.
XML: Final = frozenset({"application/xml"})
SEPA: Final = frozenset({"SEPA"})
DECIMALS: Final = 2

_ICD: Final = parties.IDENTIFIER_SCHEMES | HEALTH


def _known(invoice: Group) -> bool:
    return any(term.value in {CIUS, EXTENSION, VEHICLES} for term in invoice.all("BT-24"))


RULES: Final = RuleSet(
    "XRechnung",
    (
        *german.xrechnung_rules(),
        Rule(
            "BR-DE-21", "warning", "The specification (BT-24) is not that of XRechnung.", ("BT-24",), DOCUMENT, _known
        ),
    ),
)


def _scheme(codes: frozenset[str]) -> Keeps:
    return lambda one: "schemeID" not in one.attributes or " ".join(one.attribute("schemeID").split()) in codes


def _party_scheme(identifier: Element) -> bool:
    paid = "/cac:AccountingSupplierParty" in identifier.place or "/cac:PayeeParty" in identifier.place
    return _scheme(_ICD | SEPA if paid else _ICD)(identifier)


def _sub_lines_sum(line: Element) -> bool:
    """Judge whether a line's amount is the sum of the lines below it, where there are any."""
    below = line.all("cac:SubInvoiceLine")
    summed = sum((number(one, "cbc:LineExtensionAmount") for one in below), ZERO)
    return not below or number(line, "cbc:LineExtensionAmount") == summed


def _sub_line_taxed(line: Element) -> bool:
    return all(len(item.all("cac:ClassifiedTaxCategory")) == 1 for item in line.all("cac:Item"))


def _due(total: Element, root: Element) -> bool:
    """Judge whether what is due is the total with tax, less what is paid, with what is paid for third parties."""
    paid_for_others = sum((decimal(one.text) or ZERO for one in down(root, "cac:PrepaidPayment/cbc:PaidAmount")), ZERO)
    due = number(total, "cbc:PayableAmount") - number(total, "cbc:PayableRoundingAmount")
    return rounded(due) == rounded(
        number(total, "cbc:TaxInclusiveAmount") - number(total, "cbc:PrepaidAmount") + paid_for_others
    )


def _payment_currency(prepaid: Element, root: Element) -> bool:
    said_in = {one.attributes.get("currencyID") for one in prepaid.all("cbc:PaidAmount")}
    return said(root, "cbc:DocumentCurrencyCode") in said_in


def _says(path: str) -> Keeps:
    return lambda element: bool(said(element, path))


def _extension(number_: str, message: str, patterns: tuple[str, ...], keeps: Keeps) -> ElementRule:
    return ElementRule(f"BR-DEX-{number_}", "fatal", message, patterns, keeps)


def _unless_in(groups: tuple[str, ...], keeps: Keeps) -> Keeps:
    return lambda one: any(f"/{group}" in one.place for group in groups) or keeps(one)


def _media_type(attachment: Element) -> bool:
    return attachment.attributes.get("mimeCode") in items.MEDIA_TYPES | XML


_PREPAID: Final = ("cac:PrepaidPayment",)
_MEDIA_MESSAGE: Final = "The media type of an attachment is not in the list."
_SCHEME_MESSAGE: Final = "The scheme of an identifier is not in the list."
_EXTENSION_UBL: Final = (
    _extension("01", _MEDIA_MESSAGE, ("//cbc:EmbeddedDocumentBinaryObject",), _media_type),
    ElementRule(
        "BR-DEX-02",
        "warning",
        "A line's amount is not the sum of the lines below it.",
        ("cac:InvoiceLine", "//cac:SubInvoiceLine"),
        _sub_lines_sum,
    ),
    _extension(
        "03", "A line below a line has not exactly one tax category.", ("//cac:SubInvoiceLine",), _sub_line_taxed
    ),
    _extension("04", _SCHEME_MESSAGE, ("//cac:PartyIdentification/cbc:ID",), _party_scheme),
    _extension("05", _SCHEME_MESSAGE, ("//cac:PartyLegalEntity/cbc:CompanyID",), _scheme(_ICD)),
    _extension("06", _SCHEME_MESSAGE, ("//cac:StandardItemIdentification/cbc:ID",), _scheme(_ICD)),
    _extension("07", _SCHEME_MESSAGE, ("//cbc:EndpointID",), _scheme(parties.ADDRESS_SCHEMES | HEALTH)),
    _extension("08", _SCHEME_MESSAGE, ("//cac:DeliveryLocation/cbc:ID",), _scheme(_ICD)),
    ElementRule(
        "BR-DEX-09",
        "fatal",
        "What is due is not the total less what is paid, with what is paid for third parties.",
        ("//cac:LegalMonetaryTotal",),
        agrees=_due,
    ),
    _extension("10", "A payment for a third party has no type.", _PREPAID, _says("cbc:ID")),
    _extension("11", "A payment for a third party has no amount.", _PREPAID, _says("cbc:PaidAmount")),
    _extension("12", "A payment for a third party has no description.", _PREPAID, _says("cbc:InstructionID")),
    _extension(
        "13",
        "A payment for a third party has more than two decimals.",
        _PREPAID,
        lambda one: all(len(paid.written.partition(".")[2]) <= DECIMALS for paid in one.all("cbc:PaidAmount")),
    ),
    ElementRule(
        "BR-DEX-14",
        "fatal",
        "A payment for a third party is in another currency than the invoice.",
        _PREPAID,
        agrees=_payment_currency,
    ),
)
_ITEM: Final = "ram:SpecifiedTradeProduct"
_SHIP_TO: Final = "ram:ShipToTradeParty"
_LINE: Final = "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem"
_EXTENSION_CII: Final = (
    _extension("01", _MEDIA_MESSAGE, ("//ram:AttachmentBinaryObject",), _media_type),
    _extension("04", _SCHEME_MESSAGE, ("//ram:GlobalID",), _unless_in((_ITEM, _SHIP_TO), _scheme(_ICD))),
    _extension("05", _SCHEME_MESSAGE, ("//ram:ID",), _unless_in(("ram:SpecifiedTaxRegistration",), _scheme(_ICD))),
    _extension("06", _SCHEME_MESSAGE, (f"//{_ITEM}/ram:GlobalID",), _scheme(_ICD)),
    _extension(
        "07",
        _SCHEME_MESSAGE,
        ("//ram:URIUniversalCommunication/ram:URIID",),
        _scheme(parties.ADDRESS_SCHEMES | HEALTH),
    ),
    _extension("08", _SCHEME_MESSAGE, (f"//ram:ApplicableHeaderTradeDelivery/{_SHIP_TO}/ram:GlobalID",), _scheme(_ICD)),
    ElementRule(
        "BR-DEX-15",
        "warning",
        "Lines below a line are not supported in this syntax.",
        (f"{_LINE}/ram:AssociatedDocumentLineDocument",),
        agrees=lambda _, root: next(within(root, "ram:ParentLineID"), None) is None,
    ),
)
UBL: Final = ElementRules(peppol.SHARED)
UBL_EXTENSION: Final = ElementRules((*peppol.SHARED, *_EXTENSION_UBL))
CII_EXTENSION: Final = ElementRules((*peppol_cii.RULES.rules, *_EXTENSION_CII))
