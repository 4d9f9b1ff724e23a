"""What CII itself is held to: CII-SR (how often, what is left out) and CII-DT (how written)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bursar.core.en16931 import code_lists
from bursar.core.en16931.engine import Severity
from bursar.core.en16931.patterns import FALSE, ElementRule, ElementRules, Keeps, down, forbidden, within
from bursar.core.en16931.syntax_cii_paths import FORBIDDEN
from bursar.core.en16931.terms import Element

TENDER: Final = "50"  # UNTDID 1001, the three kinds of documents an invoice refers to besides.
OBJECT: Final = "130"
SUPPORTING: Final = "916"
CREDIT_TRANSFERS: Final = frozenset({"30", "58"})  # UNTDID 4461.

_TRADE: Final = "rsm:SupplyChainTradeTransaction"
_PARTS: Final = {
    "LINE": f"{_TRADE}/ram:IncludedSupplyChainTradeLineItem",
    "AGREEMENT": f"{_TRADE}/ram:ApplicableHeaderTradeAgreement",
    "DELIVERY": f"{_TRADE}/ram:ApplicableHeaderTradeDelivery",
    "SETTLEMENT": f"{_TRADE}/ram:ApplicableHeaderTradeSettlement",
}
_CONTEXT: Final = "rsm:ExchangedDocumentContext"
_SUMS: Final = f"{_PARTS['SETTLEMENT']}/ram:SpecifiedTradeSettlementHeaderMonetarySummation"
_MEANS: Final = "ram:SpecifiedTradeSettlementPaymentMeans"
_PLAIN_IDS: Final = (
    f"{_CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
    "rsm:ExchangedDocument/ram:ID",
    f"{_PARTS['LINE']}/ram:AssociatedDocumentLineDocument/ram:LineID",
    f"{_PARTS['LINE']}/ram:SpecifiedTradeProduct/ram:SellerAssignedID",
)
_IS_PLAIN_ID: Final = re.compile(
    "/[^/]+/(?:" + "|".join(one.replace("/", r"(?:\[\d+\])?/") for one in _PLAIN_IDS) + r")(?:\[\d+\])?"
)
_PLAIN_ATTRIBUTES: Final = (
    *("schemeName", "schemeAgencyName", "schemeDataURI", "schemeURI", "schemeID", "schemeAgencyID", "schemeVersionID"),
)  # CII-DT-001 to CII-DT-007; the first four are CII-DT-101 to CII-DT-104 of other identifiers.
_ID_ATTRIBUTES: Final = 4
_DATE: Final = re.compile(r"\s*[0-9]{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])\s*")
_DATE_FORMAT: Final = "102"  # UNTDID 2379: CCYYMMDD.

# The number ("!" where it is fatal), where it is judged, how often, and what.
_COUNTS: Final = (
    ("SR-003", _CONTEXT, "<=", "ram:BusinessProcessSpecifiedDocumentContextParameter"),
    ("SR-009!", _CONTEXT, "=", "ram:GuidelineSpecifiedDocumentContextParameter"),
    ("SR-010!", _CONTEXT, "=", "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"),
    ("SR-014!", "rsm:ExchangedDocument", "=", "ram:TypeCode"),
    ("SR-030", "rsm:ExchangedDocument/ram:IncludedNote", "<=", "ram:Content"),
    ("SR-069!", "PRODUCT/ram:ApplicableProductCharacteristic", "=", "ram:Description"),
    ("SR-072!", "PRODUCT/ram:ApplicableProductCharacteristic", "=", "ram:Value"),
    ("SR-439!", "LINE/ram:SpecifiedLineTradeAgreement", "=", "ram:NetPriceProductTradePrice/ram:ChargeAmount"),
    ("SR-441!", "LINE/ram:SpecifiedLineTradeAgreement", "<=", "ram:NetPriceProductTradePrice/ram:ChargeAmount"),
    ("SR-440!", "//ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge", "<=", "ram:ActualAmount"),
    ("SR-454", "LINE/ram:SpecifiedLineTradeSettlement", "<=", "ram:ApplicableTradeTax"),
    ("SR-455!", "AGREEMENT", "<=", "ram:SellerTradeParty/ram:DefinedTradeContact"),
    ("SR-456!", "AGREEMENT", "<=", "ram:BuyerTradeParty/ram:DefinedTradeContact"),
    ("SR-459!", "AGREEMENT", "<=", "ram:SellerTradeParty/ram:URIUniversalCommunication"),
    ("SR-460!", "AGREEMENT", "<=", "ram:BuyerTradeParty/ram:URIUniversalCommunication"),
    ("SR-452", "SETTLEMENT", "<=", "ram:SpecifiedTradePaymentTerms"),
    ("SR-453", "SETTLEMENT", "<=", "ram:SpecifiedTradePaymentTerms/ram:Description"),
    ("SR-461!", "SETTLEMENT", "<=", "ram:ApplicableTradeTax/ram:TaxPointDate"),
    ("SR-471!", "//ram:SpecifiedTradeAllowanceCharge", "<=", "ram:RateApplicablePercent"),
    ("SR-472!", "//ram:SpecifiedTradeAllowanceCharge", "<=", "ram:CategoryTradeTax"),
    ("SR-473!", "//ram:SpecifiedTradeAllowanceCharge", "<=", "ram:ActualAmount"),
)
_SUM_NAMES: Final = (
    *("LineTotal", "ChargeTotal", "AllowanceTotal", "TaxBasisTotal", "Rounding", "GrandTotal", "Information"),
    *("TotalPrepaid", "TotalDiscount", "TotalAllowanceCharge", "DuePayable", "RetailValueExcludingTaxInformation"),
    *("TotalDepositFeeInformation", "ProductValueExcludingTobaccoTaxInformation", "TotalRetailValueInformation"),
    *("GrossLineTotal", "NetLineTotal", "NetIncludingTaxesLineTotal"),
)  # CII-SR-477 to CII-SR-494: each stands once at most.
_FIRST_SUM: Final = 477


def _expanded(path: str) -> str:
    """Write out a path that begins with the short name of a part, and names without a prefix."""
    anywhere, steps = ("//", path[2:]) if path.startswith("//") else ("", path)
    steps = steps.replace("PRODUCT", "LINE/ram:SpecifiedTradeProduct", 1)
    first, slash, rest = steps.partition("/")
    named = (_PARTS.get(first, first) + slash + rest).split("/")
    return anywhere + "/".join(one if ":" in one or one[0] in "@*." else f"ram:{one}" for one in named)


def _counted(path: str, exactly: bool) -> Keeps:  # noqa: FBT001
    steps = path
    return lambda element: len(down(element, steps)) == 1 or (not exactly and not down(element, steps))


def _identified_once(party: str) -> Keeps:
    """Make a test that a party has identifiers either with a scheme or without, not both."""
    return lambda part: not (down(part, (party, "ram:ID")) and down(part, (party, "ram:GlobalID")))


def _one_contact_name(party: str) -> Keeps:
    """Make a test that a party's contact is a person or a department."""
    contact = (party, "ram:DefinedTradeContact")
    return lambda part: not (down(part, (*contact, "ram:PersonName")) and down(part, (*contact, "ram:DepartmentName")))


def _references(kind: str, *below: str) -> Keeps:
    """Make a test that references of one kind stand once at most, or something in them."""

    def keeps(agreement: Element) -> bool:
        meant = [
            one
            for one in agreement.all("ram:AdditionalReferencedDocument")
            if any(type_.text == kind for type_ in one.all("ram:TypeCode"))
        ]
        return sum(len(down(one, below)) for one in meant) <= 1

    return keeps


def _is_supporting(reference: Element) -> bool:
    types = {one.text for one in reference.all("ram:TypeCode")}
    return reference.name == "ram:AdditionalReferencedDocument" and SUPPORTING in types


def _supporting_only(name: str) -> Keeps:
    return lambda reference: not reference.all(name) or _is_supporting(reference)


def _typed(reference: Element) -> bool:
    types = {one.text for one in reference.all("ram:TypeCode")}
    known = types & {TENDER, OBJECT, SUPPORTING}
    return not types or (reference.name == "ram:AdditionalReferencedDocument" and bool(known))


def _object_scheme(reference: Element) -> bool:
    if not reference.all("ram:ReferenceTypeCode"):
        return True
    types = {one.text for one in reference.all("ram:TypeCode")}
    return reference.name == "ram:AdditionalReferencedDocument" and OBJECT in types


def _dated(reference: Element) -> bool:
    return reference.name == "ram:InvoiceReferencedDocument" or not reference.all("ram:FormattedIssueDateTime")


def _is_vat(tax: Element) -> bool:
    types = tax.all("ram:TypeCode")
    return not types or any(one.text == "VAT" for one in types)


def _in_breakdown(name: str) -> Keeps:
    return lambda tax: not tax.all(name) or "/ram:ApplicableHeaderTradeSettlement" in tax.place


def _in_applicable_tax(name: str) -> Keeps:
    return lambda tax: tax.name == "ram:ApplicableTradeTax" or not tax.all(name)


def _is_date(written: Element) -> bool:
    return written.attributes.get("format") != _DATE_FORMAT or _DATE.fullmatch(written.written) is not None


def _global_ids_have_schemes(product: Element) -> bool:
    ids = product.all("ram:GlobalID")
    return not ids or any("schemeID" in one.attributes for one in ids)


def _one_origin(product: Element) -> bool:
    origins = product.all("ram:OriginTradeCountry")
    return not origins or len(down(product, ("ram:OriginTradeCountry", "ram:ID"))) == 1


def _price_allowance(agreement: Element) -> bool:
    """Judge whether the allowance in a gross price is one: marked as such, with its amount, or neither."""
    path = ("ram:GrossPriceProductTradePrice", "ram:AppliedTradeAllowanceCharge")
    marks = down(agreement, (*path, "ram:ChargeIndicator"))
    amounts = down(agreement, (*path, "ram:ActualAmount"))
    if not marks and not amounts:
        return True
    return bool(amounts) and any(
        one.text in FALSE for one in down(agreement, (*path, "ram:ChargeIndicator", "udt:Indicator"))
    )


def _agreeing(*path: str) -> Keeps:
    """Make a test that what stands there in all means of payment says the same."""

    def keeps(root: Element) -> bool:
        said = {" ".join(one.text.split()) for means in within(root, _MEANS) for one in down(means, path)}
        return len(said) <= 1

    return keeps


def _one_tax_point(settlement: Element) -> bool:
    return len({one.written for one in down(settlement, ("ram:ApplicableTradeTax", "ram:DueDateTypeCode"))}) <= 1


def _one_payment_reference(root: Element) -> bool:
    return sum(len(one.all("ram:PaymentReference")) for one in within(root, "ram:ApplicableHeaderTradeSettlement")) <= 1


def _accounts(settlement: Element) -> bool:
    account = "ram:PayeePartyCreditorFinancialAccount"
    return all(
        down(means, (account, "ram:IBANID")) or down(means, (account, "ram:ProprietaryID"))
        for means in settlement.all(_MEANS)
        if any(one.text in CREDIT_TRANSFERS for one in means.all("ram:TypeCode"))
    )


def _is_tax_total(amount: Element) -> bool:
    return amount.name == "ram:TaxTotalAmount"


def _is_plain_id(identifier: Element) -> bool:
    return _IS_PLAIN_ID.fullmatch(identifier.place) is not None


def _unit_where_billed(root: Element) -> bool:
    """Judge units: a document whose billed quantities have none has none at all."""
    billed = down(root, f"{_PARTS['LINE']}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")
    if any("unitCode" in one.attributes for one in billed):
        return True
    return not any(_is_quantity(one) for one in _all(root))


def _is_quantity(element: Element) -> bool:
    return element.name.endswith("Quantity") and "unitCode" in element.attributes


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


def _marked(charge: Element) -> bool:
    return bool(charge.all("ram:ChargeIndicator"))


def _rule(number: str, message: str, keeps: Keeps | None, *places: str) -> ElementRule:
    severity: Severity = "fatal" if number.endswith("!") else "warning"
    return ElementRule(f"CII-{number.rstrip('!')}", severity, message, tuple(_expanded(one) for one in places), keeps)


def _count_rules() -> Iterator[ElementRule]:
    for number, where, sign, path in _COUNTS:
        often = "exactly once" if sign == "=" else "more than once at most"
        yield _rule(number, f"{path} must stand {often}.", _counted(path, sign == "="), where)
    for position, name in enumerate(_SUM_NAMES, _FIRST_SUM):
        keeps = _counted(f"ram:{name}Amount", exactly=False)
        yield _rule(f"SR-{position}!", f"{name}Amount stands more than once.", keeps, _SUMS)


def _attribute_rules() -> Iterator[ElementRule]:
    for number, name in enumerate(_PLAIN_ATTRIBUTES, 1):
        message = f"The attribute {name} has no place here."
        yield _rule(f"DT-{number:03}!", message, None, *(f"{one}/@{name}" for one in _PLAIN_IDS))
        if number <= _ID_ATTRIBUTES:
            yield _rule(f"DT-{number + 100}!", message, _is_plain_id, f"//*ID/@{name}")
    for id_, name in (("DT-031!", "currencyID"), ("DT-032!", "currencyCodeListVersionID")):
        yield _rule(id_, f"The attribute {name} has no place here.", _is_tax_total, f"//*Amount/@{name}")


def _forbidden_rules() -> Iterator[ElementRule]:
    for number, fatal, path, patterns in forbidden(FORBIDDEN, lambda path: (_expanded(path),)):
        severity: Severity = "fatal" if fatal else "warning"
        id_ = f"CII-{number[:2]}-{number[2:]}"
        yield ElementRule(id_, severity, f"{path} is no part of the core invoice.", patterns)


_REFERENCED: Final = "//*ReferencedDocument"
_TAX: Final = "//*TradeTax"
_STRUCTURE: Final = (
    _rule("SR-046!", "An item's global identifier has no scheme.", _global_ids_have_schemes, "PRODUCT"),
    _rule("SR-090!", "An item comes from one country at most.", _one_origin, "PRODUCT"),
    _rule(
        "SR-119", "A price allowance lacks its mark or amount.", _price_allowance, "LINE/SpecifiedLineTradeAgreement"
    ),
    _rule("SR-449", "The place of delivery is identified twice.", _identified_once("ram:ShipToTradeParty"), "DELIVERY"),
    _rule("SR-450", "The buyer is identified twice.", _identified_once("ram:BuyerTradeParty"), "AGREEMENT"),
    _rule("SR-451", "The payee is identified twice.", _identified_once("ram:PayeeTradeParty"), "SETTLEMENT"),
    _rule("SR-457", "More than one call for tenders is referred to.", _references(TENDER), "AGREEMENT"),
    _rule("SR-458", "More than one invoiced object is referred to.", _references(OBJECT), "AGREEMENT"),
    _rule("SR-462!", "The tax point codes differ.", _one_tax_point, "SETTLEMENT"),
    _rule(
        "SR-463!",
        "It is not said whether this is an allowance or a charge.",
        _marked,
        "//SpecifiedTradeAllowanceCharge",
    ),
    _rule("SR-465", "The seller's contact has two names.", _one_contact_name("ram:SellerTradeParty"), "AGREEMENT"),
    _rule("SR-466", "The buyer's contact has two names.", _one_contact_name("ram:BuyerTradeParty"), "AGREEMENT"),
    _rule("SR-467!", "The codes of the means of payment differ.", _agreeing("ram:TypeCode"), "."),
    _rule("SR-468!", "The means of payment is named in different words.", _agreeing("ram:Information"), "."),
    _rule("SR-469!", "There is more than one payment reference.", _one_payment_reference, "."),
    _rule("SR-470!", "A credit transfer names no account.", _accounts, "SETTLEMENT"),
    _rule("SR-475", "Supporting documents have more than one name.", _references(SUPPORTING, "ram:Name"), "AGREEMENT"),
    _rule(
        "SR-476",
        "Supporting documents have more than one attachment.",
        _references(SUPPORTING, "ram:AttachmentBinaryObject"),
        "AGREEMENT",
    ),
    _rule("DT-015!", "Only a supporting document has a link.", _supporting_only("ram:URIID"), _REFERENCED),
    _rule("DT-018!", "The type of a referenced document is unknown.", _typed, _REFERENCED),
    _rule("DT-021!", "Only a supporting document has a name.", _supporting_only("ram:Name"), _REFERENCED),
    _rule(
        "DT-022!",
        "Only a supporting document is attached.",
        _supporting_only("ram:AttachmentBinaryObject"),
        _REFERENCED,
    ),
    _rule("DT-024!", "Only an invoiced object has a scheme.", _object_scheme, _REFERENCED),
    _rule("DT-027!", "Only a preceding invoice has a date.", _dated, _REFERENCED),
    _rule("DT-033!", "A unit stands with other quantities than the billed ones only.", _unit_where_billed, "."),
    _rule("DT-037!", "A tax is not VAT.", _is_vat, _TAX),
    _rule("DT-041", "Only the breakdown has a taxable amount.", _in_breakdown("ram:BasisAmount"), _TAX),
    _rule("DT-052", "An exemption stands in the wrong place.", _in_applicable_tax("ram:ExemptionReasonCode"), _TAX),
    _rule("DT-098", "An exemption stands in the wrong place.", _in_applicable_tax("ram:ExemptionReason"), _TAX),
    _rule("DT-054", "Only the breakdown has a tax point date.", _in_breakdown("ram:TaxPointDate"), _TAX),
    _rule("DT-058", "Only the breakdown has a tax point code.", _in_breakdown("ram:DueDateTypeCode"), _TAX),
    _rule("DT-097!", "A date is not written as CCYYMMDD.", _is_date, "//udt:DateTimeString"),
)
RULES: Final = ElementRules((*_STRUCTURE, *_count_rules(), *_attribute_rules(), *_forbidden_rules(), *code_lists.CII))
