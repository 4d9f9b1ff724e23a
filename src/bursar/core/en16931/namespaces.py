"""The namespaces of both syntaxes, and the prefix that each has in canonical names."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

UBL_INVOICE: Final = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
UBL_CREDIT_NOTE: Final = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
UBL: Final = MappingProxyType(
    {
        UBL_INVOICE: "ubl",
        UBL_CREDIT_NOTE: "cn",
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2": "cac",
        "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2": "cbc",
        "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2": "ext",
    }
)
CII_INVOICE: Final = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
CII: Final = MappingProxyType(
    {
        CII_INVOICE: "rsm",
        "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100": "ram",
        "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100": "udt",
        "urn:un:unece:uncefact:data:standard:QualifiedDataType:100": "qdt",
    }
)
