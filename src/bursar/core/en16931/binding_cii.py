"""The binding of the UN/CEFACT Cross Industry Invoice (CEN/TS 16931-3-3) as data."""

from __future__ import annotations

from typing import Final

from bursar.core.en16931.binding import GroupPath, group, read_group
from bursar.core.en16931.terms import Element, Group

_TRADE: Final = "rsm:SupplyChainTradeTransaction/"
_AGREEMENT: Final = f"{_TRADE}ram:ApplicableHeaderTradeAgreement"
_DELIVERY: Final = f"{_TRADE}ram:ApplicableHeaderTradeDelivery"
_SETTLEMENT: Final = f"{_TRADE}ram:ApplicableHeaderTradeSettlement"
_LINE: Final = f"{_TRADE}ram:IncludedSupplyChainTradeLineItem"
_SUMS: Final = f"{_SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation"
_LINE_SUMS: Final = "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation"
_DATE: Final = "udt:DateTimeString"
_VAT_ID: Final = "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]"
_TAX_ID: Final = "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=FC]"
_ALLOWANCE: Final = "ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=false,0]"
_CHARGE: Final = "ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=true,1]"
_VAT: Final = "[ram:TypeCode~VAT]"
_REFERENCE: Final = f"{_AGREEMENT}/ram:AdditionalReferencedDocument"


def _address(id_: str, line_one: int, line_three: int) -> GroupPath:
    terms = {
        f"BT-{line_one}": "ram:LineOne",
        f"BT-{line_one + 1}": "ram:LineTwo",
        f"BT-{line_three}": "ram:LineThree",
        f"BT-{line_one + 2}": "ram:CityName",
        f"BT-{line_one + 3}": "ram:PostcodeCode",
        f"BT-{line_one + 4}": "ram:CountrySubDivisionName",
        f"BT-{line_one + 5}": "ram:CountryID",
    }
    return group(id_, "ram:PostalTradeAddress", terms)


def _contact(id_: str, name: str, telephone: str, mail: str) -> GroupPath:
    terms = {
        name: "ram:PersonName|ram:DepartmentName",
        telephone: "ram:TelephoneUniversalCommunication/ram:CompleteNumber",
        mail: "ram:EmailURIUniversalCommunication/ram:URIID",
    }
    return group(id_, "ram:DefinedTradeContact", terms)


def _category(id_: str, path: str, code: str, rate: str) -> GroupPath:
    reasons = {"BT-120": "ram:ExemptionReason", "BT-121": "ram:ExemptionReasonCode"}
    terms = {code: "ram:CategoryCode", f"{code}-0": "ram:TypeCode", rate: "ram:RateApplicablePercent"}
    return group(id_, path, terms | reasons)


_VAT_IDS: Final = group("VAT-ID", _VAT_ID, {"VAT-ID": ""})
_ALLOWANCE_VAT: Final = _category("ALLOWANCE-VAT", "ram:CategoryTradeTax", "BT-95", "BT-96")
_CHARGE_VAT: Final = _category("CHARGE-VAT", "ram:CategoryTradeTax", "BT-102", "BT-103")

_SELLER: Final = group(
    "BG-4",
    f"{_AGREEMENT}/ram:SellerTradeParty",
    {
        "BT-27": "ram:Name",
        "BT-28": "ram:SpecifiedLegalOrganization/ram:TradingBusinessName",
        "BT-29": "ram:ID|ram:GlobalID",
        "BT-30": "ram:SpecifiedLegalOrganization/ram:ID",
        "BT-31": _VAT_ID,
        "BT-32": _TAX_ID,
        "BT-33": "ram:Description",
        "BT-34": "ram:URIUniversalCommunication/ram:URIID",
    },
    _address("BG-5", 35, 162),
    _contact("BG-6", "BT-41", "BT-42", "BT-43"),
    _VAT_IDS,
)
_BUYER: Final = group(
    "BG-7",
    f"{_AGREEMENT}/ram:BuyerTradeParty",
    {
        "BT-44": "ram:Name",
        "BT-45": "ram:SpecifiedLegalOrganization/ram:TradingBusinessName",
        "BT-46": "ram:ID|ram:GlobalID",
        "BT-47": "ram:SpecifiedLegalOrganization/ram:ID",
        "BT-48": _VAT_ID,
        "BT-49": "ram:URIUniversalCommunication/ram:URIID",
    },
    _address("BG-8", 50, 163),
    _contact("BG-9", "BT-56", "BT-57", "BT-58"),
    _VAT_IDS,
)
_PAYEE: Final = group(
    "BG-10",
    f"{_SETTLEMENT}/ram:PayeeTradeParty",
    {"BT-59": "ram:Name", "BT-60": "ram:ID|ram:GlobalID", "BT-61": "ram:SpecifiedLegalOrganization/ram:ID"},
    _VAT_IDS,
)
_REPRESENTATIVE: Final = group(
    "BG-11",
    f"{_AGREEMENT}/ram:SellerTaxRepresentativeTradeParty",
    {"BT-62": "ram:Name", "BT-63": _VAT_ID},
    _address("BG-12", 64, 164),
    _VAT_IDS,
)
_DELIVERED: Final = group(
    "BG-13",
    _DELIVERY,
    {
        "BT-70": "ram:ShipToTradeParty/ram:Name",
        "BT-71": "ram:ShipToTradeParty/ram:ID|ram:ShipToTradeParty/ram:GlobalID",
        "BT-72": f"ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/{_DATE}",
    },
    group(
        "BG-15",
        "ram:ShipToTradeParty/ram:PostalTradeAddress",
        {
            "BT-75": "ram:LineOne",
            "BT-76": "ram:LineTwo",
            "BT-165": "ram:LineThree",
            "BT-77": "ram:CityName",
            "BT-78": "ram:PostcodeCode",
            "BT-79": "ram:CountrySubDivisionName",
            "BT-80": "ram:CountryID",
        },
    ),
    group("VAT-ID", f"ram:ShipToTradeParty/{_VAT_ID}", {"VAT-ID": ""}),
)
_PERIOD: Final = group(
    "BG-14",
    f"{_SETTLEMENT}/ram:BillingSpecifiedPeriod",
    {
        "BT-73": f"ram:StartDateTime/{_DATE}",
        "BT-73-0": "ram:StartDateTime",
        "BT-74": f"ram:EndDateTime/{_DATE}",
        "BT-74-0": "ram:EndDateTime",
    },
)
_PAYMENT: Final = group(
    "BG-16",
    f"{_SETTLEMENT}/ram:SpecifiedTradeSettlementPaymentMeans",
    {
        "BT-81": "ram:TypeCode",
        "BT-82": "ram:Information",
        "BT-86": "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID",
        "BT-91": "ram:PayerPartyDebtorFinancialAccount/ram:IBANID",
    },
    group(
        "BG-17",
        "ram:PayeePartyCreditorFinancialAccount",
        {"BT-84": "ram:IBANID|ram:ProprietaryID", "BT-85": "ram:AccountName"},
    ),
    group(
        "BG-18",
        "ram:ApplicableTradeSettlementFinancialCard",
        {"BT-87": "ram:ID", "BT-88": "ram:CardholderName"},
    ),
)
_DOCUMENT_ALLOWANCE: Final = group(
    "BG-20",
    f"{_SETTLEMENT}/{_ALLOWANCE}",
    {
        "BT-92": "ram:ActualAmount",
        "BT-93": "ram:BasisAmount",
        "BT-94": "ram:CalculationPercent",
        "BT-95": f"ram:CategoryTradeTax{_VAT}/ram:CategoryCode",
        "BT-96": f"ram:CategoryTradeTax{_VAT}/ram:RateApplicablePercent",
        "BT-97": "ram:Reason",
        "BT-98": "ram:ReasonCode",
    },
    _ALLOWANCE_VAT,
)
_DOCUMENT_CHARGE: Final = group(
    "BG-21",
    f"{_SETTLEMENT}/{_CHARGE}",
    {
        "BT-99": "ram:ActualAmount",
        "BT-100": "ram:BasisAmount",
        "BT-101": "ram:CalculationPercent",
        "BT-102": f"ram:CategoryTradeTax{_VAT}/ram:CategoryCode",
        "BT-103": f"ram:CategoryTradeTax{_VAT}/ram:RateApplicablePercent",
        "BT-104": "ram:Reason",
        "BT-105": "ram:ReasonCode",
    },
    _CHARGE_VAT,
)
_TOTALS: Final = group(
    "BG-22",
    _SUMS,
    {
        "BT-106": "ram:LineTotalAmount",
        "BT-107": "ram:AllowanceTotalAmount",
        "BT-108": "ram:ChargeTotalAmount",
        "BT-109": "ram:TaxBasisTotalAmount",
        "BT-112": "ram:GrandTotalAmount",
        "BT-113": "ram:TotalPrepaidAmount",
        "BT-114": "ram:RoundingAmount",
        "BT-115": "ram:DuePayableAmount",
    },
)
_BREAKDOWN: Final = group(
    "BG-23",
    f"{_SETTLEMENT}/ram:ApplicableTradeTax",
    {
        "BT-7": "ram:TaxPointDate/udt:DateString",
        "BT-8": "ram:DueDateTypeCode",
        "BT-116": "ram:BasisAmount",
        "BT-117": "ram:CalculatedAmount",
        "BT-118": "ram:CategoryCode",
        "BT-119": "ram:RateApplicablePercent",
        "BT-120": "ram:ExemptionReason",
        "BT-121": "ram:ExemptionReasonCode",
    },
    _category("BREAKDOWN-VAT", "", "BT-118", "BT-119"),
)
_INVOICED: Final = group(
    "BG-25",
    _LINE,
    {
        "BT-126": "ram:AssociatedDocumentLineDocument/ram:LineID",
        "BT-127": "ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content",
        "BT-128": "ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:IssuerAssignedID",
        "BT-129": "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
        "BT-130": "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode",
        "BT-131": f"{_LINE_SUMS}/ram:LineTotalAmount",
        "BT-132": "ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID",
        "BT-133": "ram:SpecifiedLineTradeSettlement/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID",
    },
    group(
        "BG-26",
        "ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod",
        {
            "BT-134": f"ram:StartDateTime/{_DATE}",
            "BT-134-0": "ram:StartDateTime",
            "BT-135": f"ram:EndDateTime/{_DATE}",
            "BT-135-0": "ram:EndDateTime",
        },
    ),
    group(
        "BG-27",
        f"ram:SpecifiedLineTradeSettlement/{_ALLOWANCE}",
        {
            "BT-136": "ram:ActualAmount",
            "BT-137": "ram:BasisAmount",
            "BT-138": "ram:CalculationPercent",
            "BT-139": "ram:Reason",
            "BT-140": "ram:ReasonCode",
        },
        _ALLOWANCE_VAT,
    ),
    group(
        "BG-28",
        f"ram:SpecifiedLineTradeSettlement/{_CHARGE}",
        {
            "BT-141": "ram:ActualAmount",
            "BT-142": "ram:BasisAmount",
            "BT-143": "ram:CalculationPercent",
            "BT-144": "ram:Reason",
            "BT-145": "ram:ReasonCode",
        },
        _CHARGE_VAT,
    ),
    group(
        "BG-29",
        "ram:SpecifiedLineTradeAgreement",
        {
            "BT-146": "ram:NetPriceProductTradePrice/ram:ChargeAmount",
            "BT-147": "ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount",
            "BT-148": "ram:GrossPriceProductTradePrice/ram:ChargeAmount",
            "BT-149": "ram:NetPriceProductTradePrice/ram:BasisQuantity",
            "BT-150": "ram:NetPriceProductTradePrice/ram:BasisQuantity/@unitCode",
        },
    ),
    group(
        "OBJECT",
        "ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument",
        {"BT-18": "ram:IssuerAssignedID"},
    ),
    _category("BG-30", "ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax", "BT-151", "BT-152"),
    group(
        "OBJECT",
        "ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument",
        {"BT-18": "ram:IssuerAssignedID"},
    ),
    group(
        "BG-31",
        "ram:SpecifiedTradeProduct",
        {
            "BT-153": "ram:Name",
            "BT-154": "ram:Description",
            "BT-155": "ram:SellerAssignedID",
            "BT-156": "ram:BuyerAssignedID",
            "BT-157": "ram:GlobalID",
            "BT-158": "ram:DesignatedProductClassification/ram:ClassCode",
            "BT-159": "ram:OriginTradeCountry/ram:ID",
        },
        group("BG-32", "ram:ApplicableProductCharacteristic", {"BT-160": "ram:Description", "BT-161": "ram:Value"}),
    ),
)

DOCUMENT: Final = group(
    "INVOICE",
    "",
    {
        "BT-1": "rsm:ExchangedDocument/ram:ID",
        "BT-2": f"rsm:ExchangedDocument/ram:IssueDateTime/{_DATE}[@format=102]",
        "BT-3": "rsm:ExchangedDocument/ram:TypeCode",
        "BT-5": f"{_SETTLEMENT}/ram:InvoiceCurrencyCode",
        "BT-6": f"{_SETTLEMENT}/ram:TaxCurrencyCode",
        "BT-7": f"{_SETTLEMENT}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString",
        "BT-8": f"{_SETTLEMENT}/ram:ApplicableTradeTax/ram:DueDateTypeCode",
        "BT-9": f"{_SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/{_DATE}",
        "BT-9-0": f"{_SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime",
        "BT-10": f"{_AGREEMENT}/ram:BuyerReference",
        "BT-11": f"{_AGREEMENT}/ram:SpecifiedProcuringProject/ram:ID",
        "BT-12": f"{_AGREEMENT}/ram:ContractReferencedDocument/ram:IssuerAssignedID",
        "BT-13": f"{_AGREEMENT}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID",
        "BT-14": f"{_AGREEMENT}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID",
        "BT-15": f"{_DELIVERY}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID",
        "BT-16": f"{_DELIVERY}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID",
        "BT-17": f"{_REFERENCE}[ram:TypeCode=50]/ram:IssuerAssignedID",
        "BT-18": f"{_REFERENCE}[ram:TypeCode=130]/ram:IssuerAssignedID",
        "BT-19": f"{_SETTLEMENT}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID",
        "BT-20": f"{_SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:Description",
        "BT-23": "rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID",
        "BT-24": "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
        "BT-83": f"{_SETTLEMENT}/ram:PaymentReference",
        "BT-90": f"{_SETTLEMENT}/ram:CreditorReferenceID",
    },
    group("BG-1", "rsm:ExchangedDocument/ram:IncludedNote", {"BT-21": "ram:SubjectCode", "BT-22": "ram:Content"}),
    group(
        "BG-3",
        f"{_SETTLEMENT}/ram:InvoiceReferencedDocument",
        {"BT-25": "ram:IssuerAssignedID", "BT-26": "ram:FormattedIssueDateTime/qdt:DateTimeString"},
    ),
    _SELLER,
    _BUYER,
    _PAYEE,
    _REPRESENTATIVE,
    _DELIVERED,
    _PERIOD,
    _PAYMENT,
    group(
        "BG-19",
        f"{_SETTLEMENT}/ram:SpecifiedTradePaymentTerms",
        {"BT-89": "ram:DirectDebitMandateID"},
    ),
    _DOCUMENT_ALLOWANCE,
    _DOCUMENT_CHARGE,
    _TOTALS,
    group("TAX-TOTAL", f"{_SUMS}/ram:TaxTotalAmount", {"BT-110": ""}),
    _BREAKDOWN,
    group(
        "BG-24",
        f"{_REFERENCE}",
        {
            "BT-122": "ram:IssuerAssignedID",
            "BT-123": "ram:Name",
            "BT-124": "ram:URIID",
            "BT-125": "ram:AttachmentBinaryObject",
        },
    ),
    _INVOICED,
)


def read(root: Element) -> Group:
    """Read a CrossIndustryInvoice into its terms."""
    return read_group(root, DOCUMENT, syntax="cii")
