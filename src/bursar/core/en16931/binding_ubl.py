"""The binding of UBL 2.1 Invoice and CreditNote (CEN/TS 16931-3-2) as data."""

from __future__ import annotations

from typing import Final

from bursar.core.en16931.binding import GroupPath, group, read_group
from bursar.core.en16931.terms import Element, Group

_VAT: Final = "[cac:TaxScheme/cbc:ID~VAT]"
_ALLOWANCE: Final = "cac:AllowanceCharge[cbc:ChargeIndicator=false,0]"
_CHARGE: Final = "cac:AllowanceCharge[cbc:ChargeIndicator=true,1]"
_OBJECT: Final = "cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]"  # UNTDID 1001: an invoiced object.
_SUPPORT: Final = "cac:AdditionalDocumentReference[!cbc:DocumentTypeCode=130]"


def _address(id_: str, path: str, line_one: int, line_three: int) -> GroupPath:
    terms = {
        f"BT-{line_one}": "cbc:StreetName",
        f"BT-{line_one + 1}": "cbc:AdditionalStreetName",
        f"BT-{line_three}": "cac:AddressLine/cbc:Line",
        f"BT-{line_one + 2}": "cbc:CityName",
        f"BT-{line_one + 3}": "cbc:PostalZone",
        f"BT-{line_one + 4}": "cbc:CountrySubentity",
        f"BT-{line_one + 5}": "cac:Country/cbc:IdentificationCode",
    }
    return group(id_, path, terms)


def _category(id_: str, path: str, code: str, rate: str) -> GroupPath:
    reasons = {"BT-120": "cbc:TaxExemptionReason", "BT-121": "cbc:TaxExemptionReasonCode"}
    return group(id_, path, {code: "cbc:ID", f"{code}-0": "cac:TaxScheme/cbc:ID", rate: "cbc:Percent"} | reasons)


def _vat_id(path: str) -> GroupPath:
    return group("VAT-ID", f"{path}cac:PartyTaxScheme{_VAT}", {"VAT-ID": "cbc:CompanyID"})


_ALLOWANCE_VAT: Final = _category("ALLOWANCE-VAT", "cac:TaxCategory", "BT-95", "BT-96")
_CHARGE_VAT: Final = _category("CHARGE-VAT", "cac:TaxCategory", "BT-102", "BT-103")
_BREAKDOWN: Final = group(
    "BG-23",
    "cac:TaxTotal/cac:TaxSubtotal",
    {
        "BT-116": "cbc:TaxableAmount",
        "BT-117": "cbc:TaxAmount",
        "BT-118": f"cac:TaxCategory{_VAT}/cbc:ID",
        "BT-119": f"cac:TaxCategory{_VAT}/cbc:Percent",
        "BT-120": f"cac:TaxCategory{_VAT}/cbc:TaxExemptionReason",
        "BT-121": f"cac:TaxCategory{_VAT}/cbc:TaxExemptionReasonCode",
    },
    _category("BREAKDOWN-VAT", "cac:TaxCategory", "BT-118", "BT-119"),
)

_SELLER: Final = group(
    "BG-4",
    "cac:AccountingSupplierParty",
    {
        "BT-27": "cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
        "BT-28": "cac:Party/cac:PartyName/cbc:Name",
        "BT-29": "cac:Party/cac:PartyIdentification/cbc:ID",
        "BT-30": "cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
        "BT-31": f"cac:Party/cac:PartyTaxScheme{_VAT}/cbc:CompanyID",
        "BT-32": "cac:Party/cac:PartyTaxScheme[!cac:TaxScheme/cbc:ID~VAT]/cbc:CompanyID",
        "BT-33": "cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm",
        "BT-34": "cac:Party/cbc:EndpointID",
    },
    _address("BG-5", "cac:Party/cac:PostalAddress", 35, 162),
    group(
        "BG-6",
        "cac:Party/cac:Contact",
        {"BT-41": "cbc:Name", "BT-42": "cbc:Telephone", "BT-43": "cbc:ElectronicMail"},
    ),
    _vat_id("cac:Party/"),
)
_BUYER: Final = group(
    "BG-7",
    "cac:AccountingCustomerParty",
    {
        "BT-44": "cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
        "BT-45": "cac:Party/cac:PartyName/cbc:Name",
        "BT-46": "cac:Party/cac:PartyIdentification/cbc:ID",
        "BT-47": "cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
        "BT-48": f"cac:Party/cac:PartyTaxScheme{_VAT}/cbc:CompanyID",
        "BT-49": "cac:Party/cbc:EndpointID",
    },
    _address("BG-8", "cac:Party/cac:PostalAddress", 50, 163),
    group(
        "BG-9",
        "cac:Party/cac:Contact",
        {"BT-56": "cbc:Name", "BT-57": "cbc:Telephone", "BT-58": "cbc:ElectronicMail"},
    ),
    _vat_id("cac:Party/"),
)
_PAYEE: Final = group(
    "BG-10",
    "cac:PayeeParty",
    {
        "BT-59": "cac:PartyName/cbc:Name",
        "BT-60": "cac:PartyIdentification/cbc:ID",
        "BT-61": "cac:PartyLegalEntity/cbc:CompanyID",
    },
    _vat_id(""),
)
_REPRESENTATIVE: Final = group(
    "BG-11",
    "cac:TaxRepresentativeParty",
    {"BT-62": "cac:PartyName/cbc:Name", "BT-63": f"cac:PartyTaxScheme{_VAT}/cbc:CompanyID"},
    _address("BG-12", "cac:PostalAddress", 64, 164),
    _vat_id(""),
)
_DELIVERY: Final = group(
    "BG-13",
    "cac:Delivery",
    {
        "BT-70": "cac:DeliveryParty/cac:PartyName/cbc:Name",
        "BT-71": "cac:DeliveryLocation/cbc:ID",
        "BT-72": "cbc:ActualDeliveryDate",
    },
    _address("BG-15", "cac:DeliveryLocation/cac:Address", 75, 165),
    _vat_id("cac:DeliveryParty/"),
)
_PERIOD: Final = group(
    "BG-14",
    "cac:InvoicePeriod",
    {"BT-8": "cbc:DescriptionCode", "BT-73": "cbc:StartDate", "BT-74": "cbc:EndDate"},
)
_PAYMENT: Final = group(
    "BG-16",
    "cac:PaymentMeans",
    {
        "BT-81": "cbc:PaymentMeansCode",
        "BT-82": "cbc:PaymentMeansCode/@name",
        "BT-83": "cbc:PaymentID",
        "BT-9": "cbc:PaymentDueDate",  # Where a credit note has it.
    },
    group(
        "BG-17",
        "cac:PayeeFinancialAccount",
        {"BT-84": "cbc:ID", "BT-85": "cbc:Name", "BT-86": "cac:FinancialInstitutionBranch/cbc:ID"},
    ),
    group(
        "BG-18",
        "cac:CardAccount",
        {"BT-87": "cbc:PrimaryAccountNumberID", "BT-88": "cbc:HolderName"},
    ),
    group(
        "BG-19",
        "cac:PaymentMandate",
        {"BT-89": "cbc:ID", "BT-91": "cac:PayerFinancialAccount/cbc:ID"},
    ),
)
_DOCUMENT_ALLOWANCE: Final = group(
    "BG-20",
    _ALLOWANCE,
    {
        "BT-92": "cbc:Amount",
        "BT-93": "cbc:BaseAmount",
        "BT-94": "cbc:MultiplierFactorNumeric",
        "BT-95": f"cac:TaxCategory{_VAT}/cbc:ID",
        "BT-96": f"cac:TaxCategory{_VAT}/cbc:Percent",
        "BT-97": "cbc:AllowanceChargeReason",
        "BT-98": "cbc:AllowanceChargeReasonCode",
    },
    _ALLOWANCE_VAT,
)
_DOCUMENT_CHARGE: Final = group(
    "BG-21",
    _CHARGE,
    {
        "BT-99": "cbc:Amount",
        "BT-100": "cbc:BaseAmount",
        "BT-101": "cbc:MultiplierFactorNumeric",
        "BT-102": f"cac:TaxCategory{_VAT}/cbc:ID",
        "BT-103": f"cac:TaxCategory{_VAT}/cbc:Percent",
        "BT-104": "cbc:AllowanceChargeReason",
        "BT-105": "cbc:AllowanceChargeReasonCode",
    },
    _CHARGE_VAT,
)
_TOTALS: Final = group(
    "BG-22",
    "cac:LegalMonetaryTotal",
    {
        "BT-106": "cbc:LineExtensionAmount",
        "BT-107": "cbc:AllowanceTotalAmount",
        "BT-108": "cbc:ChargeTotalAmount",
        "BT-109": "cbc:TaxExclusiveAmount",
        "BT-112": "cbc:TaxInclusiveAmount",
        "BT-113": "cbc:PrepaidAmount",
        "BT-114": "cbc:PayableRoundingAmount",
        "BT-115": "cbc:PayableAmount",
    },
)
_TAX_TOTAL: Final = group(
    "TAX-TOTAL",
    "cac:TaxTotal",
    {"BT-110": "cbc:TaxAmount"},
    group("TAX-SUBTOTAL", "cac:TaxSubtotal", {"BT-117": "cbc:TaxAmount"}),
)


def _line(name: str, quantity: str) -> GroupPath:
    item_vat = ("cac:Item/cac:ClassifiedTaxCategory", "BT-151", "BT-152")
    return group(
        "BG-25",
        f"cac:{name}",
        {
            "BT-126": "cbc:ID",
            "BT-127": "cbc:Note",
            "BT-128": "cac:DocumentReference[cbc:DocumentTypeCode=130]/cbc:ID",
            "BT-129": f"cbc:{quantity}",
            "BT-130": f"cbc:{quantity}/@unitCode",
            "BT-131": "cbc:LineExtensionAmount",
            "BT-132": "cac:OrderLineReference/cbc:LineID",
            "BT-133": "cbc:AccountingCost",
        },
        group("BG-26", "cac:InvoicePeriod", {"BT-134": "cbc:StartDate", "BT-135": "cbc:EndDate"}),
        group(
            "BG-27",
            _ALLOWANCE,
            {
                "BT-136": "cbc:Amount",
                "BT-137": "cbc:BaseAmount",
                "BT-138": "cbc:MultiplierFactorNumeric",
                "BT-139": "cbc:AllowanceChargeReason",
                "BT-140": "cbc:AllowanceChargeReasonCode",
            },
            _ALLOWANCE_VAT,
        ),
        group(
            "BG-28",
            _CHARGE,
            {
                "BT-141": "cbc:Amount",
                "BT-142": "cbc:BaseAmount",
                "BT-143": "cbc:MultiplierFactorNumeric",
                "BT-144": "cbc:AllowanceChargeReason",
                "BT-145": "cbc:AllowanceChargeReasonCode",
            },
            _CHARGE_VAT,
        ),
        group(
            "BG-29",
            "cac:Price",
            {
                "BT-146": "cbc:PriceAmount",
                "BT-147": "cac:AllowanceCharge/cbc:Amount",
                "BT-148": "cac:AllowanceCharge/cbc:BaseAmount",
                "BT-149": "cbc:BaseQuantity",
                "BT-150": "cbc:BaseQuantity/@unitCode",
            },
        ),
        _category("BG-30", *item_vat),
        _ITEM,
        _BREAKDOWN,
        _address("BG-15", "cac:Delivery/cac:DeliveryLocation/cac:Address", 75, 165),
        _category("SUB-LINE-VAT", "cac:SubInvoiceLine/cac:Item/cac:ClassifiedTaxCategory", *item_vat[1:]),
        _category("SUB-LINE-VAT", "cac:SubCreditNoteLine/cac:Item/cac:ClassifiedTaxCategory", *item_vat[1:]),
    )


_ITEM: Final = group(
    "BG-31",
    "cac:Item",
    {
        "BT-153": "cbc:Name",
        "BT-154": "cbc:Description",
        "BT-155": "cac:SellersItemIdentification/cbc:ID",
        "BT-156": "cac:BuyersItemIdentification/cbc:ID",
        "BT-157": "cac:StandardItemIdentification/cbc:ID",
        "BT-158": "cac:CommodityClassification/cbc:ItemClassificationCode",
        "BT-159": "cac:OriginCountry/cbc:IdentificationCode",
    },
    group("BG-32", "cac:AdditionalItemProperty", {"BT-160": "cbc:Name", "BT-161": "cbc:Value"}),
)

DOCUMENT: Final = group(
    "INVOICE",
    "",
    {
        "BT-1": "cbc:ID",
        "BT-2": "cbc:IssueDate",
        "BT-3": "cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode",
        "BT-5": "cbc:DocumentCurrencyCode",
        "BT-6": "cbc:TaxCurrencyCode",
        "BT-7": "cbc:TaxPointDate",
        "BT-8": "cac:InvoicePeriod/cbc:DescriptionCode",
        "BT-9": "cbc:DueDate",
        "BT-10": "cbc:BuyerReference",
        "BT-11": "cac:ProjectReference/cbc:ID",
        "BT-12": "cac:ContractDocumentReference/cbc:ID",
        "BT-13": "cac:OrderReference/cbc:ID",
        "BT-14": "cac:OrderReference/cbc:SalesOrderID",
        "BT-15": "cac:ReceiptDocumentReference/cbc:ID",
        "BT-16": "cac:DespatchDocumentReference/cbc:ID",
        "BT-17": "cac:OriginatorDocumentReference/cbc:ID",
        "BT-18": f"{_OBJECT}/cbc:ID",
        "BT-19": "cbc:AccountingCost",
        "BT-20": "cac:PaymentTerms/cbc:Note",
        "BT-23": "cbc:ProfileID",
        "BT-24": "cbc:CustomizationID",
    },
    group("BG-1", "cbc:Note", {"BT-22": ""}),
    group(
        "BG-3",
        "cac:BillingReference",
        {"BT-25": "cac:InvoiceDocumentReference/cbc:ID", "BT-26": "cac:InvoiceDocumentReference/cbc:IssueDate"},
    ),
    _SELLER,
    _BUYER,
    _PAYEE,
    _REPRESENTATIVE,
    _DELIVERY,
    _PERIOD,
    _PAYMENT,
    _DOCUMENT_ALLOWANCE,
    _DOCUMENT_CHARGE,
    _TOTALS,
    _TAX_TOTAL,
    _BREAKDOWN,
    group(
        "WITHHOLDING",
        "cac:WithholdingTaxTotal/cac:TaxSubtotal",
        {"BT-116": "cbc:TaxableAmount", "BT-117": "cbc:TaxAmount"},
        _category("WITHHOLDING-VAT", "cac:TaxCategory", "BT-118", "BT-119"),
    ),
    group("OBJECT", _OBJECT, {"BT-18": "cbc:ID"}),
    group(
        "BG-24",
        _SUPPORT,
        {
            "BT-122": "cbc:ID",
            "BT-123": "cbc:DocumentDescription",
            "BT-124": "cac:Attachment/cac:ExternalReference/cbc:URI",
            "BT-125": "cac:Attachment/cbc:EmbeddedDocumentBinaryObject",
        },
    ),
    _line("InvoiceLine", "InvoicedQuantity"),
    _line("CreditNoteLine", "CreditedQuantity"),
)


def read(root: Element) -> Group:
    """Read an Invoice or CreditNote into its terms."""
    return read_group(root, DOCUMENT, syntax="ubl")
