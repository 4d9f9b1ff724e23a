"""UBL 2.1 invoices and credit notes to the neutral invoice, by the syntax binding of CEN/TS 16931-3-2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from bursar.core.invoices import (
    CREDIT_NOTE_TYPES,
    Address,
    AttachmentReference,
    Contact,
    Delivery,
    Identifier,
    Invoice,
    Note,
    Party,
    PaymentMeans,
    PrecedingInvoice,
    StatedTotals,
    TaxBreakdown,
)
from bursar.formats.einvoice.reading import Reading
from bursar.formats.einvoice.ubl_lines import allowances_charges, lines
from bursar.formats.einvoice.xml import Node

OBJECT_TYPE: Final = "130"  # UNTDID 1001: an invoiced object, not a supporting document.
PROJECT_TYPE: Final = "50"  # UNTDID 1001: a project, where a credit note has no element for it.
BANK: Final = "cac:FinancialInstitutionBranch/cbc:ID|cac:FinancialInstitutionBranch/cac:FinancialInstitution/cbc:ID"
VALUE_ADDED: Final = frozenset({"VAT", "GST"})
SEPA: Final = "SEPA"  # The scheme that marks a bank assigned creditor identifier (BT-90).

_SUBJECT: Final = re.compile(r"#([A-Z]{3})#(.*)", re.DOTALL)  # BT-21 stands before BT-22 in one element.


def read(root: Node, *, is_credit_note: bool) -> Invoice:
    """Read the root of a UBL Invoice or CreditNote."""
    reading = Reading()
    kind = "CreditNote" if is_credit_note else "Invoice"
    text, day = reading.text, reading.date
    type_code = text(root, f"cbc:{kind}TypeCode", "type_code")
    currency = reading.document_currency(root, "cbc:DocumentCurrencyCode", "cac:LegalMonetaryTotal/cbc:PayableAmount")
    tax_currency = text(root, "cbc:TaxCurrencyCode", "tax_currency")
    taxes = _tax_totals(reading, root, currency, tax_currency)
    return Invoice(
        syntax="ubl",
        is_credit_note=is_credit_note or type_code in CREDIT_NOTE_TYPES,
        customization=text(root, "cbc:CustomizationID", "customization"),
        process=text(root, "cbc:ProfileID", "process"),
        number=text(root, "cbc:ID", "number"),
        issue_date=day(root, "cbc:IssueDate", "issue_date"),
        type_code=type_code,
        currency=currency,
        tax_currency=tax_currency,
        tax_point_date=day(root, "cbc:TaxPointDate", "tax_point_date"),
        tax_point_code=text(root, "cac:InvoicePeriod/cbc:DescriptionCode", "tax_point_code"),
        due_date=day(root, "cbc:DueDate|cac:PaymentMeans/cbc:PaymentDueDate", "due_date"),
        buyer_reference=text(root, "cbc:BuyerReference", "buyer_reference"),
        project_reference=_project(reading, root),
        contract_reference=text(root, "cac:ContractDocumentReference/cbc:ID", "contract_reference"),
        order_reference=text(root, "cac:OrderReference/cbc:ID", "order_reference"),
        sales_order_reference=text(root, "cac:OrderReference/cbc:SalesOrderID", "sales_order_reference"),
        receiving_reference=text(root, "cac:ReceiptDocumentReference/cbc:ID", "receiving_reference"),
        despatch_reference=text(root, "cac:DespatchDocumentReference/cbc:ID", "despatch_reference"),
        tender_reference=text(root, "cac:OriginatorDocumentReference/cbc:ID", "tender_reference"),
        object_id=reading.identifier(_object(root), "cbc:ID", "object_id"),
        accounting_cost=text(root, "cbc:AccountingCost", "accounting_cost"),
        payment_terms=reading.texts(root.all("cac:PaymentTerms"), "cbc:Note", "payment_terms"),
        notes=_notes(reading, root.all("cbc:Note")),
        preceding_invoices=_preceding(reading, root.all("cac:BillingReference")),
        seller=_party(reading, root.walk(("cac:AccountingSupplierParty", "cac:Party")), "seller"),
        buyer=_party(reading, root.walk(("cac:AccountingCustomerParty", "cac:Party")), "buyer"),
        payee=_party(reading, root.walk(("cac:PayeeParty",)), "payee"),
        tax_representative=_party(reading, root.walk(("cac:TaxRepresentativeParty",)), "tax_representative"),
        delivery=_delivery(reading, root.walk(("cac:Delivery",))),
        period=reading.period(root.walk(("cac:InvoicePeriod",)), "cbc:StartDate", "cbc:EndDate", "period"),
        payment_means=_payment_means(reading, root.all("cac:PaymentMeans")),
        creditor_id=_creditor(reading, root),
        allowances_charges=allowances_charges(reading, root, ""),
        totals=_totals(reading, root, taxes, tax_currency),
        tax_breakdown=_breakdown(reading, taxes[0]),
        attachments=_attachments(reading, root),
        lines=lines(reading, root.all(f"cac:{kind}Line"), kind),
        places=MappingProxyType(reading.places),
        problems=tuple(reading.problems),
    )


def _notes(reading: Reading, nodes: Iterable[Node]) -> tuple[Note, ...]:
    notes: list[Note] = []
    for node in nodes:
        at = f"notes[{len(notes)}]"
        if text := reading.text(node, "", f"{at}.text"):
            subject = _SUBJECT.fullmatch(text)
            if subject:
                reading.places[f"{at}.subject_code"] = node.place
            notes.append(Note(text=subject[2].strip(), subject_code=subject[1]) if subject else Note(text=text))
    return tuple(notes)


def _preceding(reading: Reading, nodes: Iterable[Node]) -> tuple[PrecedingInvoice, ...]:
    found: list[PrecedingInvoice] = []
    for node in nodes:
        at = f"preceding_invoices[{len(found)}]"
        reference = node.walk(("cac:InvoiceDocumentReference",)) or node.walk(("cac:CreditNoteDocumentReference",))
        one = PrecedingInvoice(
            number=reading.text(reference, "cbc:ID", f"{at}.number"),
            issue_date=reading.date(reference, "cbc:IssueDate", f"{at}.issue_date"),
        )
        if one != PrecedingInvoice():
            found.append(one)
    return tuple(found)


def _party(reading: Reading, node: Node | None, at: str) -> Party | None:
    if node is None:
        return None
    text, legal = reading.text, node.walk(("cac:PartyLegalEntity",))
    registered = text(legal, "cbc:RegistrationName", f"{at}.name")
    known_as = text(node, "cac:PartyName/cbc:Name", f"{at}.trading_name" if registered else f"{at}.name")
    vat, other = _tax_ids(reading, node.all("cac:PartyTaxScheme"), at)
    party = Party(
        name=registered or known_as,
        trading_name=known_as if registered else None,
        ids=_party_ids(reading, node, at),
        legal_id=reading.identifier(legal, "cbc:CompanyID", f"{at}.legal_id"),
        vat_id=vat,
        tax_registration_id=other,
        legal_information=text(legal, "cbc:CompanyLegalForm", f"{at}.legal_information"),
        endpoint=reading.identifier(node, "cbc:EndpointID", f"{at}.endpoint"),
        address=_address(reading, node.walk(("cac:PostalAddress",)), f"{at}.address"),
        contact=_contact(reading, node.walk(("cac:Contact",)), f"{at}.contact"),
    )
    return None if party == Party() else party


def _party_ids(reading: Reading, node: Node, at: str) -> tuple[Identifier, ...]:
    ids: list[Identifier] = []
    for one in node.all("cac:PartyIdentification"):
        found = one.walk(("cbc:ID",))
        if found and found.attribute("schemeID") != SEPA:
            identifier = reading.identifier(found, "", f"{at}.ids[{len(ids)}]")
            ids.extend([identifier] if identifier else [])
    return tuple(ids)


def _tax_ids(reading: Reading, schemes: Iterable[Node], at: str) -> tuple[str | None, str | None]:
    """Return the VAT (or GST) identifier and the other tax registration."""
    vat: str | None = None
    other: str | None = None
    for scheme in schemes:
        names = (scheme.walk(("cac:TaxScheme", "cbc:ID")), scheme.walk(("cac:TaxScheme", "cbc:TaxTypeCode")))
        if any(name.text.upper() in VALUE_ADDED for name in names if name):
            vat = vat or reading.text(scheme, "cbc:CompanyID", f"{at}.vat_id")
        else:
            other = other or reading.text(scheme, "cbc:CompanyID", f"{at}.tax_registration_id")
    return vat, other


def _address(reading: Reading, node: Node | None, at: str) -> Address | None:
    address = Address(
        street=_street(reading, node, f"{at}.street"),
        additional_street=reading.text(node, "cbc:AdditionalStreetName", f"{at}.additional_street"),
        extra_line=reading.text(node, "cac:AddressLine/cbc:Line", f"{at}.extra_line"),
        city=reading.text(node, "cbc:CityName", f"{at}.city"),
        postal_code=reading.text(node, "cbc:PostalZone", f"{at}.postal_code"),
        region=reading.text(node, "cbc:CountrySubentity", f"{at}.region"),
        country=reading.text(node, "cac:Country/cbc:IdentificationCode", f"{at}.country"),
    )
    return None if address == Address() else address


def _street(reading: Reading, node: Node | None, field: str) -> str | None:
    # EN 16931 has the house number in the street line; older senders use the element that UBL has for it.
    street = reading.text(node, "cbc:StreetName", field)
    house = node.walk(("cbc:BuildingNumber",)) if node else None
    return f"{street} {house.text}" if street and house and house.text else street


def _contact(reading: Reading, node: Node | None, at: str) -> Contact | None:
    contact = Contact(
        name=reading.text(node, "cbc:Name", f"{at}.name"),
        phone=reading.text(node, "cbc:Telephone", f"{at}.phone"),
        email=reading.text(node, "cbc:ElectronicMail", f"{at}.email"),
    )
    return None if contact == Contact() else contact


def _delivery(reading: Reading, node: Node | None) -> Delivery | None:
    delivery = Delivery(
        party_name=reading.text(node, "cac:DeliveryParty/cac:PartyName/cbc:Name", "delivery.party_name"),
        location_id=reading.identifier(node, "cac:DeliveryLocation/cbc:ID", "delivery.location_id"),
        date=reading.date(node, "cbc:ActualDeliveryDate", "delivery.date"),
        address=_address(
            reading, node.walk(("cac:DeliveryLocation", "cac:Address")) if node else None, "delivery.address"
        ),
    )
    return None if delivery == Delivery() else delivery


def _payment_means(reading: Reading, nodes: Iterable[Node]) -> tuple[PaymentMeans, ...]:
    return tuple(_payment_mean(reading, node, f"payment_means[{n}]") for n, node in enumerate(nodes))


def _payment_mean(reading: Reading, node: Node, at: str) -> PaymentMeans:
    text = reading.text
    account = node.walk(("cac:PayeeFinancialAccount",))
    card = node.walk(("cac:CardAccount",))
    mandate = node.walk(("cac:PaymentMandate",))
    return PaymentMeans(
        code=text(node, "cbc:PaymentMeansCode", f"{at}.code"),
        text=reading.attribute(node, "cbc:PaymentMeansCode", "name", f"{at}.text"),
        reference=text(node, "cbc:PaymentID", f"{at}.reference"),
        account=text(account, "cbc:ID", f"{at}.account"),
        account_name=text(account, "cbc:Name", f"{at}.account_name"),
        bic=text(account, BANK, f"{at}.bic"),
        card_number=text(card, "cbc:PrimaryAccountNumberID", f"{at}.card_number"),
        card_holder=text(card, "cbc:HolderName", f"{at}.card_holder"),
        mandate_reference=text(mandate, "cbc:ID", f"{at}.mandate_reference"),
        debited_account=text(mandate, "cac:PayerFinancialAccount/cbc:ID", f"{at}.debited_account"),
    )


def _creditor(reading: Reading, root: Node) -> str | None:
    for holder in (("cac:PayeeParty",), ("cac:AccountingSupplierParty", "cac:Party")):
        party = root.walk(holder)
        for one in party.all("cac:PartyIdentification") if party else ():
            found = one.walk(("cbc:ID",))
            if found and found.attribute("schemeID") == SEPA:
                return reading.text(found, "", "creditor_id")
    return None


def _document_type(node: Node) -> str:
    found = node.walk(("cbc:DocumentTypeCode",))
    return found.text if found else ""


def _object(root: Node) -> Node | None:
    references = root.all("cac:AdditionalDocumentReference")
    return next((node for node in references if _document_type(node) == OBJECT_TYPE), None)


def _project(reading: Reading, root: Node) -> str | None:
    references = root.all("cac:AdditionalDocumentReference")
    project = next((node for node in references if _document_type(node) == PROJECT_TYPE), None)
    return reading.text(root, "cac:ProjectReference/cbc:ID", "project_reference") or reading.text(
        project, "cbc:ID", "project_reference"
    )


def _attachments(reading: Reading, root: Node) -> tuple[AttachmentReference, ...]:
    found: list[AttachmentReference] = []
    for node in root.all("cac:AdditionalDocumentReference"):
        if _document_type(node) in {OBJECT_TYPE, PROJECT_TYPE}:
            continue
        at, linked = f"attachments[{len(found)}]", node.walk(("cac:Attachment", "cac:ExternalReference"))
        embedded = "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"
        found.append(
            AttachmentReference(
                id=reading.text(node, "cbc:ID", f"{at}.id"),
                description=reading.text(node, "cbc:DocumentDescription", f"{at}.description"),
                url=reading.text(linked, "cbc:URI", f"{at}.url"),
                filename=reading.attribute(node, embedded, "filename", f"{at}.filename")
                or reading.text(linked, "cbc:FileName", f"{at}.filename"),
                mime=reading.attribute(node, embedded, "mimeCode", f"{at}.mime")
                or reading.text(linked, "cbc:MimeCode", f"{at}.mime"),
            )
        )
    return tuple(found)


def _tax_totals(
    reading: Reading, root: Node, currency: str | None, tax_currency: str | None
) -> tuple[Node | None, Node | None]:
    """Return the tax total in the document currency and the one in the tax currency; a second one is a problem."""
    here: list[Node] = []
    there: list[Node] = []
    for node in root.all("cac:TaxTotal"):
        amount = node.walk(("cbc:TaxAmount",))
        stated = amount.attribute("currencyID") if amount else ""
        (there if tax_currency and stated == tax_currency != currency else here).append(node)
    reading.once([found for node in here if (found := node.walk(("cbc:TaxAmount",)))], "totals.tax")
    return next(iter(here), None), next(iter(there), None)


def _totals(
    reading: Reading, root: Node, taxes: tuple[Node | None, Node | None], tax_currency: str | None
) -> StatedTotals:
    node, amount = root.walk(("cac:LegalMonetaryTotal",)), reading.amount
    return StatedTotals(
        line_net=amount(node, "cbc:LineExtensionAmount", "totals.line_net"),
        allowances=amount(node, "cbc:AllowanceTotalAmount", "totals.allowances"),
        charges=amount(node, "cbc:ChargeTotalAmount", "totals.charges"),
        tax_exclusive=amount(node, "cbc:TaxExclusiveAmount", "totals.tax_exclusive"),
        tax=amount(taxes[0], "cbc:TaxAmount", "totals.tax"),
        tax_in_tax_currency=amount(taxes[1], "cbc:TaxAmount", "totals.tax_in_tax_currency", currency=tax_currency),
        tax_inclusive=amount(node, "cbc:TaxInclusiveAmount", "totals.tax_inclusive"),
        prepaid=amount(node, "cbc:PrepaidAmount", "totals.prepaid"),
        rounding=amount(node, "cbc:PayableRoundingAmount", "totals.rounding"),
        payable=amount(node, "cbc:PayableAmount", "totals.payable"),
    )


def _breakdown(reading: Reading, tax: Node | None) -> tuple[TaxBreakdown, ...]:
    groups = tax.all("cac:TaxSubtotal") if tax else []
    return tuple(_group(reading, node, f"tax_breakdown[{n}]") for n, node in enumerate(groups))


def _group(reading: Reading, node: Node, at: str) -> TaxBreakdown:
    category = node.walk(("cac:TaxCategory",))
    return TaxBreakdown(
        base=reading.amount(node, "cbc:TaxableAmount", f"{at}.base"),
        tax=reading.amount(node, "cbc:TaxAmount", f"{at}.tax"),
        category=reading.text(category, "cbc:ID", f"{at}.category"),
        rate=reading.amount(node, "cac:TaxCategory/cbc:Percent|cbc:Percent", f"{at}.rate"),
        exemption_reason=reading.text(category, "cbc:TaxExemptionReason", f"{at}.exemption_reason"),
        exemption_code=reading.text(category, "cbc:TaxExemptionReasonCode", f"{at}.exemption_code"),
        scheme=reading.text(category, "cac:TaxScheme/cbc:ID", f"{at}.scheme"),
    )
