"""What UBL itself is held to: UBL-SR (how often), UBL-DT (how written), UBL-CR (what is left out)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from bursar.core.en16931 import code_lists
from bursar.core.en16931.engine import Severity
from bursar.core.en16931.patterns import FALSE, TRUE, ElementRule, ElementRules, Keeps, down, forbidden, within
from bursar.core.en16931.syntax_ubl_paths import FORBIDDEN
from bursar.core.en16931.terms import Element

DECIMALS: Final = 2
OBJECT_TYPE: Final = "130"  # UNTDID 1001: an invoiced object, not a supporting document.
TENDER_TYPE: Final = "50"  # UNTDID 1001: the reference of a call for tenders, which a credit note writes here.
MAX_TAX_SCHEMES: Final = 2  # A seller has one VAT identifier and one other tax registration.
VERSION: Final = "2.1"

_SELLER: Final = "cac:AccountingSupplierParty/cac:Party/"
_BUYER: Final = "cac:AccountingCustomerParty/cac:Party/"
_LINES: Final = ("//cac:InvoiceLine", "//cac:CreditNoteLine")
_PRICE_ALLOWANCE: Final = re.compile(r"/cac:Price(?:\[\d+\])?/cac:AllowanceCharge")
_LINE_NAMES: Final = ("cac:InvoiceLine", "cac:CreditNoteLine")
_UNTOLD_ATTRIBUTES: Final = (
    *("schemeName", "schemeAgencyName", "schemeDataURI", "schemeURI", "format", "unitCodeListIdentifier"),
    *("unitCodeListAgencyIdentifier", "unitCodeListAgencyName", "listAgencyName", "listName", "name", "languageID"),
    *("listURI", "listSchemeURI", "languageLocaleID", "uri", "currencyCodeListVersionID", "characterSetCode"),
    *("encodingCode", "schemeAgencyID", "listAgencyID"),
)  # UBL-DT-08 to UBL-DT-28.
_FIRST_UNTOLD: Final = 8

# The number, where it is judged ("." is the document), and what may be there once at most.
_ONCE: Final = (
    ("01", ".", "cac:ContractDocumentReference/cbc:ID"),
    ("02", ".", "cac:ReceiptDocumentReference/cbc:ID"),
    ("03", ".", "cac:DespatchDocumentReference/cbc:ID"),
    ("05", ".", "cac:PaymentTerms/cbc:Note"),
    ("06", "//cac:BillingReference", "cac:InvoiceDocumentReference"),
    ("08", ".", "cac:InvoicePeriod"),
    ("09", ".", _SELLER + "cac:PartyLegalEntity/cbc:RegistrationName"),
    ("10", ".", _SELLER + "cac:PartyName/cbc:Name"),
    ("11", ".", _SELLER + "cac:PartyLegalEntity/cbc:CompanyID"),
    ("14", ".", _SELLER + "cac:PartyLegalEntity/cbc:CompanyLegalForm"),
    ("15", ".", _BUYER + "cac:PartyLegalEntity/cbc:RegistrationName"),
    ("16", ".", _BUYER + "cac:PartyIdentification/cbc:ID"),
    ("17", ".", _BUYER + "cac:PartyLegalEntity/cbc:CompanyID"),
    ("22", "//cac:TaxRepresentativeParty", "cac:PartyName/cbc:Name"),
    ("23", "//cac:TaxRepresentativeParty", "cac:PartyTaxScheme/cbc:CompanyID"),
    ("24", ".", "cac:Delivery"),
    ("25", "//cac:Delivery", "cac:DeliveryParty/cac:PartyName/cbc:Name"),
    ("26", "//cac:PaymentMeans", "cbc:PaymentID"),
    ("27", "//cac:PaymentMeans", "cbc:PaymentMeansCode"),
    ("28", "//cac:PaymentMeans", "cac:PaymentMandate/cbc:ID"),
    ("32", "//cac:TaxSubtotal", "cac:TaxCategory/cbc:TaxExemptionReason"),
    ("33", "//cac:AdditionalDocumentReference", "cbc:DocumentDescription"),
    ("34", "LINE", "cbc:Note"),
    ("35", "LINE", "cac:OrderLineReference/cbc:LineID"),
    ("36", "LINE", "cac:InvoicePeriod"),
    ("37", "LINE", "cac:Price/cac:AllowanceCharge/cbc:Amount"),
    ("39", ".", "cac:ProjectReference/cbc:ID"),
    ("40", ".", _BUYER + "cac:PartyName/cbc:Name"),
    ("45", ".", "cac:PaymentMeans/cbc:PaymentDueDate"),
    ("49", ".", "cac:InvoicePeriod/cbc:DescriptionCode"),
    ("50", "LINE", "cac:Item/cbc:Description"),
    ("51", "//cac:PostalAddress", "cac:AddressLine"),
    ("51", "//cac:Address", "cac:AddressLine"),
    ("52", "LINE", "cac:DocumentReference"),
    ("54", ".", "cac:PaymentMeans/cac:CardAccount"),
    ("55", ".", "cac:PaymentMeans/cac:PaymentMandate"),
    ("56", ".", "cac:OriginatorDocumentReference/cbc:ID"),
)


def _at_most(path: str, times: int = 1) -> Keeps:
    steps = path
    return lambda element: len(down(element, steps)) <= times


def _one_tax_id(party: str, of_scheme: Callable[[Element], bool]) -> Keeps:
    """Make a test that a party has one identifier in the tax schemes of a kind."""
    steps = party + "cac:PartyTaxScheme"

    def keeps(root: Element) -> bool:
        return sum(len(one.all("cbc:CompanyID")) for one in down(root, steps) if of_scheme(one)) <= 1

    return keeps


def _is_vat(party_scheme: Element) -> bool:
    return any(one.text.upper() == "VAT" for one in down(party_scheme, "cac:TaxScheme/cbc:ID"))


def _is_other(scheme: Element) -> bool:
    names = [
        [identifier.text.upper() for identifier in one.all("cbc:ID")] or [""] for one in scheme.all("cac:TaxScheme")
    ]
    return any(name != "VAT" for one in names for name in one)


def _agreeing(name: str) -> Keeps:
    """Make a test that all elements of that name in the document say the same."""
    return lambda root: len({one.written for one in within(root, name)}) <= 1


def _objects_once(root: Element) -> bool:
    objects = [
        one
        for one in root.all("cac:AdditionalDocumentReference")
        if any(type_.text == OBJECT_TYPE for type_ in one.all("cbc:DocumentTypeCode"))
    ]
    return sum(len(one.all("cbc:ID")) for one in objects) <= 1


def _creditor_once(root: Element) -> bool:
    parties = within(root, "cac:PartyIdentification")
    return (
        sum(id_.attributes.get("schemeID", "").upper() == "SEPA" for one in parties for id_ in one.all("cbc:ID")) <= 1
    )


def _payee(path: str, counted: Callable[[Element], bool] | None = None) -> Keeps:
    """Make a test that a payee says something once and is named otherwise than the seller."""
    steps = path

    def keeps(root: Element) -> bool:
        sellers = {one.written for one in down(root, _SELLER + "cac:PartyLegalEntity/cbc:RegistrationName")}
        for payee in root.all("cac:PayeeParty"):
            said = [one for one in down(payee, steps) if counted is None or counted(one)]
            names = {one.written for one in down(payee, ("cac:PartyName", "cbc:Name"))}
            if len(said) > 1 or not any(name != seller for name in names for seller in sellers):
                return False
        return True

    return keeps


def _is_no_creditor(identifier: Element) -> bool:
    return identifier.attributes.get("schemeID", "").upper() != "SEPA"


def _names_means_once(root: Element) -> bool:
    means = down(root, ("cac:PaymentMeans", "cbc:PaymentMeansCode"))
    return sum("name" in one.attributes for one in means) <= 1


def _scheme_of_object_only(reference: Element) -> bool:
    types = {one.text for one in reference.all("cbc:DocumentTypeCode")}
    credit = reference.place.startswith(("/cn:CreditNote", "/CreditNote"))
    if OBJECT_TYPE in types or (credit and TENDER_TYPE in types):
        return True
    return not types and all("schemeID" not in one.attributes for one in reference.all("cbc:ID"))


def _reason_once(says: frozenset[str]) -> Keeps:
    def keeps(element: Element) -> bool:
        meant = any(one.text in says for one in element.all("cbc:ChargeIndicator"))
        return not meant or len(element.all("cbc:AllowanceChargeReason")) <= 1

    return keeps


def _two_decimals(amount: Element) -> bool:
    if amount.name.endswith("PriceAmount") or _PRICE_ALLOWANCE.search(amount.place):
        return True
    return len(amount.written.partition(".")[2]) <= DECIMALS


def _two_tax_schemes(party: Element) -> bool:
    return len(party.all("cac:PartyTaxScheme")) <= MAX_TAX_SCHEMES


def _has(attribute: str) -> Keeps:
    return lambda element: attribute in element.attributes


def _complete_scheme(element: Element) -> bool:
    return bool(down(element, ("cac:TaxScheme", "cbc:ID"))) and bool(element.all("cbc:CompanyID"))


def _one_category(line: Element) -> bool:
    return len(down(line, ("cac:Item", "cac:ClassifiedTaxCategory"))) == 1


def _is_credit_note(root: Element) -> bool:
    return root.name == "cn:CreditNote"


def _due_date_in_place(root: Element) -> bool:
    return _is_credit_note(root) or not down(root, ("cac:PaymentMeans", "cbc:PaymentDueDate"))


def _object_without(name: str) -> Keeps:
    def keeps(reference: Element) -> bool:
        of_object = any(one.text == OBJECT_TYPE for one in reference.all("cbc:DocumentTypeCode"))
        return not of_object or not reference.all(name)

    return keeps


def _supporting_without_scheme(reference: Element) -> bool:
    types = reference.all("cbc:DocumentTypeCode")
    supporting = not types or any(one.text != OBJECT_TYPE for one in types)
    return not supporting or all("schemeID" not in one.attributes for one in reference.all("cbc:ID"))


def _fatal(id_: str, message: str, keeps: Keeps, *patterns: str) -> ElementRule:
    return ElementRule(id_, "fatal", message, patterns, keeps)


def _once_rules() -> Iterator[ElementRule]:
    for number, where, path in _ONCE:
        patterns = _LINES if where == "LINE" else (where,)
        yield ElementRule(f"UBL-SR-{number}", "fatal", f"{path} stands here more than once.", patterns, _at_most(path))


def _forbidden_rules() -> Iterator[ElementRule]:
    def expand(path: str) -> tuple[str, ...]:
        return tuple(path.replace("LINE", name, 1) for name in _LINE_NAMES) if path.startswith("LINE") else (path,)

    for number, fatal, path, patterns in forbidden(FORBIDDEN, expand):
        severity: Severity = "fatal" if fatal else "warning"
        yield ElementRule(f"UBL-CR-{number}", severity, f"{path} is no part of the core invoice.", patterns)


def _attribute_rules() -> Iterator[ElementRule]:
    for number, name in enumerate(_UNTOLD_ATTRIBUTES, _FIRST_UNTOLD):
        keeps = _is_means if name == "name" else None
        message = f"The attribute {name} is no part of the core invoice."
        yield ElementRule(f"UBL-DT-{number:02}", "warning", message, (f"//@{name}",), keeps)


def _is_means(element: Element) -> bool:
    return element.name == "cbc:PaymentMeansCode"


def _has_preceding_number(reference: Element) -> bool:
    return bool(down(reference, ("cac:InvoiceDocumentReference", "cbc:ID")))


def _version(root: Element) -> bool:
    versions = root.all("cbc:UBLVersionID")
    return not versions or any(one.text == VERSION for one in versions)


_REFERENCES: Final = "//cac:AdditionalDocumentReference"
_SELLER_PARTY: Final = "//cac:AccountingSupplierParty/cac:Party"
_STRUCTURE: Final = (
    _fatal("UBL-SR-04", "More than one invoiced object is referred to.", _objects_once, "."),
    _fatal(
        "UBL-SR-07", "A preceding invoice is named without its number.", _has_preceding_number, "//cac:BillingReference"
    ),
    _fatal("UBL-SR-12", "The seller has more than one VAT identifier.", _one_tax_id(_SELLER, _is_vat), "."),
    _fatal("UBL-SR-13", "The seller has more than one other tax registration.", _one_tax_id(_SELLER, _is_other), "."),
    _fatal("UBL-SR-18", "The buyer has more than one VAT identifier.", _one_tax_id(_BUYER, _is_vat), "."),
    _fatal("UBL-SR-19", "The payee has one name, other than the seller's.", _payee("cac:PartyName/cbc:Name"), "."),
    _fatal(
        "UBL-SR-20",
        "The payee has one identifier at most, and a name other than the seller's.",
        _payee("cac:PartyIdentification/cbc:ID", _is_no_creditor),
        ".",
    ),
    _fatal(
        "UBL-SR-21",
        "The payee has one registration at most, and a name other than the seller's.",
        _payee("cac:PartyLegalEntity/cbc:CompanyID"),
        ".",
    ),
    _fatal("UBL-SR-29", "More than one direct debit creditor is named.", _creditor_once, "."),
    _fatal("UBL-SR-30", "An allowance has more than one reason.", _reason_once(FALSE), "//cac:AllowanceCharge"),
    _fatal("UBL-SR-31", "A charge has more than one reason.", _reason_once(TRUE), "//cac:AllowanceCharge"),
    _fatal("UBL-SR-42", "The seller has more than two tax registrations.", _two_tax_schemes, _SELLER_PARTY),
    _fatal("UBL-SR-43", "Only an invoiced object's identifier has a scheme.", _scheme_of_object_only, _REFERENCES),
    _fatal("UBL-SR-44", "The payment references differ.", _agreeing("cbc:PaymentID"), "."),
    _fatal("UBL-SR-46", "The means of payment is named in words more than once.", _names_means_once, "."),
    _fatal("UBL-SR-47", "The codes of the means of payment differ.", _agreeing("cbc:PaymentMeansCode"), "."),
    _fatal("UBL-SR-48", "A line has one tax category, no more and no less.", _one_category, *_LINES),
    _fatal(
        "UBL-SR-53", "A tax scheme is stated without the identifier in it.", _complete_scheme, "//cac:PartyTaxScheme"
    ),
    _fatal("UBL-DT-01", "An amount has more than two decimals.", _two_decimals, "//*Amount"),
    _fatal("UBL-DT-06", "An attachment has no media type.", _has("mimeCode"), "//*BinaryObject"),
    _fatal("UBL-DT-07", "An attachment has no file name.", _has("filename"), "//*BinaryObject"),
    _fatal("UBL-CR-666", "An invoiced object has an attachment.", _object_without("cac:Attachment"), _REFERENCES),
    _fatal(
        "UBL-CR-673", "An invoiced object has a description.", _object_without("cbc:DocumentDescription"), _REFERENCES
    ),
    ElementRule("UBL-CR-002", "warning", "The version of UBL is not 2.1.", (".",), _version),
    ElementRule("UBL-CR-412", "warning", "The due date stands with the means of payment.", (".",), _due_date_in_place),
    ElementRule(
        "UBL-CR-665",
        "warning",
        "The identifier of a supporting document has a scheme.",
        (_REFERENCES,),
        _supporting_without_scheme,
    ),
)
RULES: Final = ElementRules((*_STRUCTURE, *_once_rules(), *_attribute_rules(), *_forbidden_rules(), *code_lists.UBL))
