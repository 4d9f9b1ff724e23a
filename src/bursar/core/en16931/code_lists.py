"""Which value must be in which code list: BR-CL-01 to BR-CL-26 for both syntaxes, as data."""

from __future__ import annotations

from typing import Final

from bursar.core.en16931.codes import countries, currencies, documents, items, parties, payment, units
from bursar.core.en16931.patterns import FALSE, TRUE, ElementRule, Keeps, down
from bursar.core.en16931.terms import Element

NOTE_CODE_LENGTH: Final = 3
OBJECT: Final = "130"  # UNTDID 1001: the reference of an invoiced object.
SEPA: Final = frozenset({"SEPA"})  # The scheme of a direct debit creditor (BT-90), which ISO 6523 does not have.

_UBL_AMOUNTS: Final = (
    "//cbc:Amount",
    "//cbc:BaseAmount",
    "//cbc:PriceAmount",
    "//cbc:TaxAmount",
    "//cbc:TaxableAmount",
    "//cbc:LineExtensionAmount",
    "//cbc:TaxExclusiveAmount",
    "//cbc:TaxInclusiveAmount",
    "//cbc:AllowanceTotalAmount",
    "//cbc:ChargeTotalAmount",
    "//cbc:PrepaidAmount",
    "//cbc:PayableRoundingAmount",
    "//cbc:PayableAmount",
)
_ICD: Final = parties.IDENTIFIER_SCHEMES
_CII_COUNTRIES: Final = countries.COUNTRIES - {"SS"} | {"AN"}  # The list for CII is an older one.
_NAMES: Final = {
    "BR-CL-01": "the type of the document (UNTDID 1001)",
    "BR-CL-03": "the currency of an amount (ISO 4217)",
    "BR-CL-04": "the currency of the invoice (ISO 4217)",
    "BR-CL-05": "the currency of the tax accounts (ISO 4217)",
    "BR-CL-06": "what sets the tax point date (UNTDID 2005 or 2475)",
    "BR-CL-07": "the scheme of the invoiced object (UNTDID 1153)",
    "BR-CL-08": "the subject of a note (UNTDID 4451)",
    "BR-CL-10": "the scheme of a party's identifier (ISO 6523)",
    "BR-CL-11": "the scheme of a registration (ISO 6523)",
    "BR-CL-13": "the scheme of an item's classification (UNTDID 7143)",
    "BR-CL-14": "a country (ISO 3166-1)",
    "BR-CL-15": "the country an item comes from (ISO 3166-1)",
    "BR-CL-16": "the means of payment (UNTDID 4461)",
    "BR-CL-17": "the tax category of a breakdown, allowance or charge (UNTDID 5305)",
    "BR-CL-18": "the tax category of a line (UNTDID 5305)",
    "BR-CL-19": "the reason of an allowance (UNTDID 5189)",
    "BR-CL-20": "the reason of a charge (UNTDID 7161)",
    "BR-CL-21": "the scheme of an item's standard identifier (ISO 6523)",
    "BR-CL-22": "the reason of an exemption (VATEX)",
    "BR-CL-23": "a unit of measure (UN/ECE Recommendation 20 or 21)",
    "BR-CL-24": "the media type of an attachment",
    "BR-CL-25": "the scheme of an electronic address (EAS)",
    "BR-CL-26": "the scheme of a delivery location (ISO 6523)",
}


def _listed(codes: frozenset[str], attribute: str = "") -> Keeps:
    """Make a test that the text, or an attribute, is one of the codes."""
    if attribute:
        return lambda element: " ".join(element.attribute(attribute).split()) in codes
    return lambda element: " ".join(element.text.split()) in codes


def _if_given(codes: frozenset[str], attribute: str) -> Keeps:
    """Make a test that an attribute, where it is written, is one of the codes."""
    return lambda element: (
        attribute not in element.attributes or " ".join(element.attribute(attribute).split()) in codes
    )


def _exemption(element: Element) -> bool:
    return " ".join(element.text.upper().split()) in payment.EXEMPTION_REASONS


def _media_type(element: Element) -> bool:
    return element.attributes.get("mimeCode", "text/csv") in items.MEDIA_TYPES


def _note_subject(element: Element) -> bool:
    """Judge the code before a note of UBL, "#AAI#some text"; what has another form is no code."""
    _, _, rest = element.written.partition("#")
    code, ends, _ = rest.partition("#")
    return not ends or len(code) != NOTE_CODE_LENGTH or code in documents.NOTE_SUBJECTS


def _party_scheme(element: Element) -> bool:
    """Judge the scheme of a party's identifier; only who is paid can be a direct debit creditor (BT-90)."""
    paid = "/cac:AccountingSupplierParty" in element.place or "/cac:PayeeParty" in element.place
    return _if_given(_ICD | SEPA if paid else _ICD, "schemeID")(element)


def _global_scheme(element: Element) -> bool:
    """Judge the scheme of a global identifier; those of items and delivery locations have rules of their own."""
    other = "/ram:SpecifiedTradeProduct" in element.place or "/ram:ShipToTradeParty" in element.place
    return other or _if_given(_ICD, "schemeID")(element)


def _registration_scheme(element: Element) -> bool:
    """Judge the scheme of any identifier but those of tax registrations, whose schemes are VA and FC."""
    return "/ram:SpecifiedTaxRegistration" in element.place or _if_given(_ICD, "schemeID")(element)


def _origin(element: Element) -> bool:
    """Judge the country of origin; with a scheme it is an identifier like any other, for BR-CL-11."""
    return "schemeID" in element.attributes or _listed(_CII_COUNTRIES)(element)


def _of_object(element: Element) -> bool:
    """Judge the schemes of the references in a document reference that is about an invoiced object."""
    if all(one.text != OBJECT for one in element.all("cbc:DocumentTypeCode")):
        return True
    return all(_if_given(documents.REFERENCE_TYPES, "schemeID")(one) for one in element.all("cbc:ID"))


def _charged(path: tuple[str, ...], says: frozenset[str], reason: str, codes: frozenset[str]) -> Keeps:
    """Make a test of the reasons of what is an allowance, or of what is a charge."""
    listed = _listed(codes)

    def keeps(element: Element) -> bool:
        if all(one.text not in says for one in down(element, path)):
            return True
        return all(listed(one) for one in element.all(reason))

    return keeps


def _rule(id_: str, keeps: Keeps, *patterns: str, terms: tuple[str, ...] = ()) -> ElementRule:
    return ElementRule(id_, "fatal", f"The code for {_NAMES[id_]} is not in the list.", patterns, keeps, terms)


_UBL_CHARGE: Final = ("cbc:ChargeIndicator",)
_CII_CHARGE: Final = ("ram:ChargeIndicator", "udt:Indicator")

UBL: Final = (
    _rule("BR-CL-01", _listed(documents.INVOICE_TYPES), "//cbc:InvoiceTypeCode", terms=("BT-3",)),
    _rule("BR-CL-01", _listed(documents.CREDIT_NOTE_TYPES), "//cbc:CreditNoteTypeCode", terms=("BT-3",)),
    _rule("BR-CL-03", _listed(currencies.CURRENCIES, "currencyID"), *_UBL_AMOUNTS),
    _rule("BR-CL-04", _listed(currencies.CURRENCIES), "//cbc:DocumentCurrencyCode", terms=("BT-5",)),
    _rule("BR-CL-05", _listed(currencies.CURRENCIES), "//cbc:TaxCurrencyCode", terms=("BT-6",)),
    _rule("BR-CL-06", _listed(documents.TAX_POINT_DATES), "//cac:InvoicePeriod/cbc:DescriptionCode", terms=("BT-8",)),
    _rule(
        "BR-CL-07",
        _of_object,
        "//cac:AdditionalDocumentReference",
        "//cac:DocumentReference",
        terms=("BT-18", "BT-128"),
    ),
    _rule("BR-CL-08", _note_subject, "cbc:Note", terms=("BT-21",)),
    _rule(
        "BR-CL-10",
        _party_scheme,
        "//cac:PartyIdentification/cbc:ID",
        terms=("BT-29", "BT-46", "BT-60"),
    ),
    _rule(
        "BR-CL-11",
        _if_given(_ICD, "schemeID"),
        "//cac:PartyLegalEntity/cbc:CompanyID",
        terms=("BT-30", "BT-47", "BT-61"),
    ),
    _rule(
        "BR-CL-13",
        _if_given(items.CLASSIFICATIONS, "listID"),
        "//cac:CommodityClassification/cbc:ItemClassificationCode",
        terms=("BT-158",),
    ),
    _rule(
        "BR-CL-14",
        _listed(countries.COUNTRIES),
        "//cac:Country/cbc:IdentificationCode",
        terms=("BT-40", "BT-55", "BT-69", "BT-80"),
    ),
    _rule("BR-CL-15", _listed(countries.COUNTRIES), "//cac:OriginCountry/cbc:IdentificationCode", terms=("BT-159",)),
    _rule("BR-CL-16", _listed(payment.PAYMENT_MEANS), "//cac:PaymentMeans/cbc:PaymentMeansCode", terms=("BT-81",)),
    _rule("BR-CL-17", _listed(payment.TAX_CATEGORIES), "//cac:TaxCategory/cbc:ID", terms=("BT-118", "BT-95", "BT-102")),
    _rule("BR-CL-18", _listed(payment.TAX_CATEGORIES), "//cac:ClassifiedTaxCategory/cbc:ID", terms=("BT-151",)),
    _rule(
        "BR-CL-19",
        _charged(_UBL_CHARGE, FALSE, "cbc:AllowanceChargeReasonCode", payment.ALLOWANCE_REASONS),
        "//cac:AllowanceCharge",
        terms=("BT-98", "BT-140"),
    ),
    _rule(
        "BR-CL-20",
        _charged(_UBL_CHARGE, TRUE, "cbc:AllowanceChargeReasonCode", payment.CHARGE_REASONS),
        "//cac:AllowanceCharge",
        terms=("BT-105", "BT-145"),
    ),
    _rule("BR-CL-21", _if_given(_ICD, "schemeID"), "//cac:StandardItemIdentification/cbc:ID", terms=("BT-157",)),
    _rule("BR-CL-22", _exemption, "//cbc:TaxExemptionReasonCode", terms=("BT-121",)),
    _rule(
        "BR-CL-23",
        _if_given(units.UNITS, "unitCode"),
        "//cbc:InvoicedQuantity",
        "//cbc:CreditedQuantity",
        "//cbc:BaseQuantity",
        terms=("BT-130", "BT-150"),
    ),
    _rule("BR-CL-24", _media_type, "//cbc:EmbeddedDocumentBinaryObject", terms=("BT-125",)),
    _rule("BR-CL-25", _if_given(parties.ADDRESS_SCHEMES, "schemeID"), "//cbc:EndpointID", terms=("BT-34", "BT-49")),
    _rule("BR-CL-26", _if_given(_ICD, "schemeID"), "//cac:DeliveryLocation/cbc:ID", terms=("BT-71",)),
)

CII: Final = (
    _rule(
        "BR-CL-01",
        _listed(documents.INVOICE_TYPES | documents.CREDIT_NOTE_TYPES),
        "//rsm:ExchangedDocument/ram:TypeCode",
        terms=("BT-3",),
    ),
    _rule(
        "BR-CL-03", _if_given(currencies.CURRENCIES, "currencyID"), "//ram:TaxTotalAmount", terms=("BT-110", "BT-111")
    ),
    _rule("BR-CL-04", _listed(currencies.CURRENCIES), "//ram:InvoiceCurrencyCode", terms=("BT-5",)),
    _rule("BR-CL-05", _listed(currencies.CURRENCIES), "//ram:TaxCurrencyCode", terms=("BT-6",)),
    _rule("BR-CL-06", _listed(documents.TAX_POINT_EVENTS), "//ram:DueDateTypeCode", terms=("BT-8",)),
    _rule("BR-CL-07", _listed(documents.REFERENCE_TYPES), "//ram:ReferenceTypeCode", terms=("BT-18", "BT-128")),
    _rule(
        "BR-CL-08",
        _listed(documents.NOTE_SUBJECTS | documents.NOTE_SUBJECTS_CII),
        "//ram:SubjectCode",
        terms=("BT-21",),
    ),
    _rule("BR-CL-10", _global_scheme, "//ram:GlobalID", terms=("BT-29", "BT-46", "BT-60")),
    _rule("BR-CL-11", _registration_scheme, "//ram:ID", terms=("BT-30", "BT-47", "BT-61")),
    _rule("BR-CL-13", _if_given(items.CLASSIFICATIONS, "listID"), "//ram:ClassCode", terms=("BT-158",)),
    _rule("BR-CL-14", _listed(_CII_COUNTRIES), "//ram:CountryID", terms=("BT-40", "BT-55", "BT-69", "BT-80")),
    _rule("BR-CL-15", _origin, "//ram:OriginTradeCountry/ram:ID", terms=("BT-159",)),
    _rule(
        "BR-CL-16",
        _listed(payment.PAYMENT_MEANS),
        "//ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode",
        terms=("BT-81",),
    ),
    _rule(
        "BR-CL-17",
        _listed(payment.TAX_CATEGORIES),
        "//ram:CategoryTradeTax/ram:CategoryCode",
        terms=("BT-95", "BT-102"),
    ),
    _rule(
        "BR-CL-18",
        _listed(payment.TAX_CATEGORIES),
        "//ram:ApplicableTradeTax/ram:CategoryCode",
        terms=("BT-118", "BT-151"),
    ),
    _rule(
        "BR-CL-19",
        _charged(_CII_CHARGE, FALSE, "ram:ReasonCode", payment.ALLOWANCE_REASONS),
        "//ram:SpecifiedTradeAllowanceCharge",
        terms=("BT-98", "BT-140"),
    ),
    _rule(
        "BR-CL-20",
        _charged(_CII_CHARGE, TRUE, "ram:ReasonCode", payment.CHARGE_REASONS),
        "//ram:SpecifiedTradeAllowanceCharge",
        terms=("BT-105", "BT-145"),
    ),
    _rule("BR-CL-21", _if_given(_ICD, "schemeID"), "//ram:SpecifiedTradeProduct/ram:GlobalID", terms=("BT-157",)),
    _rule("BR-CL-22", _exemption, "//ram:ExemptionReasonCode", terms=("BT-121",)),
    _rule(
        "BR-CL-23",
        _if_given(units.UNITS, "unitCode"),
        "//ram:BilledQuantity",
        "//ram:BasisQuantity",
        terms=("BT-130", "BT-150"),
    ),
    _rule("BR-CL-24", _media_type, "//ram:AttachmentBinaryObject", terms=("BT-125",)),
    _rule(
        "BR-CL-25",
        _if_given(parties.ADDRESS_SCHEMES, "schemeID"),
        "//ram:URIUniversalCommunication/ram:URIID",
        terms=("BT-34", "BT-49"),
    ),
    _rule(
        "BR-CL-26",
        _if_given(_ICD, "schemeID"),
        "//ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID",
        terms=("BT-71",),
    ),
)
