"""UN/CEFACT Cross Industry Invoices to the neutral invoice, by the syntax binding of CEN/TS 16931-3-3.

The names that differ between the generations of the syntax are in `cii_words`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from bursar.core.invoices import (
    CREDIT_NOTE_TYPES,
    AttachmentReference,
    Identifier,
    Invoice,
    Note,
    PaymentDiscount,
    PaymentMeans,
    PrecedingInvoice,
    StatedTotals,
    TaxBreakdown,
)
from bursar.formats.einvoice.cii_lines import allowances_charges, lines
from bursar.formats.einvoice.cii_parties import delivery, party
from bursar.formats.einvoice.cii_words import Words, when
from bursar.formats.einvoice.reading import Reading
from bursar.formats.einvoice.xml import Node

ZUGFERD_1: Final = "urn:ferd:CrossIndustryDocument:invoice:1p0"
ZUGFERD_RC: Final = "urn:un:unece:uncefact:data:standard:CBFBUY:5"
OLD_PREFIXES: Final = MappingProxyType(
    {
        ZUGFERD_1: "rsm",
        ZUGFERD_RC: "rsm",
        "": "ram",  # The release candidate of ZUGFeRD 1.0 leaves the inner elements without a namespace.
        "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12": "ram",
        "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15": "udt",
        "urn:un:unece:uncefact:data:standard:QualifiedDataType:12": "qdt",
    }
)
OBJECT, TENDER = "130", "50"  # UNTDID 1001: references that are no supporting documents.


def read(root: Node, words: Words) -> Invoice:
    """Read the root of a CrossIndustryInvoice or of a ZUGFeRD 1.0 CrossIndustryDocument."""
    reading = Reading()
    trade = root.walk((words.transaction,)) or Node.absent(root)
    agreement = trade.walk((f"{words.header}Agreement",)) or Node.absent(root)
    shipping = trade.walk((f"{words.header}Delivery",)) or Node.absent(root)
    settlement = trade.walk((f"{words.header}Settlement",)) or Node.absent(root)
    document = root.walk((words.document,)) or Node.absent(root)
    head = _references(reading, _head(reading, root, words, document, settlement), words, agreement, shipping)
    return replace(
        head,
        notes=_notes(reading, document.all("ram:IncludedNote")),
        preceding_invoices=_preceding(reading, settlement.all("ram:InvoiceReferencedDocument"), words),
        seller=party(reading, agreement.walk(("ram:SellerTradeParty",)), "seller"),
        buyer=party(reading, agreement.walk(("ram:BuyerTradeParty",)), "buyer"),
        payee=party(reading, settlement.walk(("ram:PayeeTradeParty",)), "payee"),
        tax_representative=party(
            reading, agreement.walk(("ram:SellerTaxRepresentativeTradeParty",)), "tax_representative"
        ),
        delivery=delivery(reading, shipping, when("ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime")),
        period=reading.period(
            settlement.walk(("ram:BillingSpecifiedPeriod",)),
            when("ram:StartDateTime"),
            when("ram:EndDateTime"),
            "period",
        ),
        payment_terms=reading.texts(
            settlement.all("ram:SpecifiedTradePaymentTerms"), "ram:Description", "payment_terms"
        ),
        payment_discounts=_discounts(reading, settlement),
        payment_means=_payment_means(reading, settlement),
        allowances_charges=allowances_charges(reading, settlement, words.rate, ""),
        totals=_totals(reading, settlement.walk((words.summation,)), head),
        tax_breakdown=_breakdown(reading, settlement.all("ram:ApplicableTradeTax"), words.rate),
        attachments=_attachments(reading, agreement, words),
        lines=lines(reading, trade.all("ram:IncludedSupplyChainTradeLineItem"), words),
        places=MappingProxyType(reading.places),
        problems=tuple(reading.problems),
    )


def _head(reading: Reading, root: Node, words: Words, document: Node, settlement: Node) -> Invoice:
    text, day = reading.text, reading.date
    type_code = text(document, "ram:TypeCode", "type_code")
    terms, context = settlement.walk(("ram:SpecifiedTradePaymentTerms",)), root.walk((words.context,))
    return Invoice(
        syntax=words.syntax,
        is_credit_note=type_code in CREDIT_NOTE_TYPES,
        customization=text(context, "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID", "customization"),
        process=text(context, "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID", "process"),
        number=text(document, "ram:ID", "number"),
        issue_date=day(document, when("ram:IssueDateTime"), "issue_date"),
        type_code=type_code,
        currency=reading.document_currency(
            settlement, "ram:InvoiceCurrencyCode", f"{words.summation}/ram:GrandTotalAmount"
        ),
        tax_currency=text(settlement, "ram:TaxCurrencyCode", "tax_currency"),
        tax_point_date=day(settlement, "ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString", "tax_point_date"),
        tax_point_code=_tax_point_code(reading, settlement),
        due_date=day(terms, when("ram:DueDateDateTime"), "due_date"),
        accounting_cost=text(settlement, "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID", "accounting_cost"),
        creditor_id=text(settlement, "ram:CreditorReferenceID", "creditor_id"),
    )


def _references(reading: Reading, head: Invoice, words: Words, agreement: Node, shipping: Node) -> Invoice:
    text, number = reading.text, words.id
    return replace(
        head,
        buyer_reference=text(agreement, "ram:BuyerReference", "buyer_reference"),
        project_reference=text(agreement, "ram:SpecifiedProcuringProject/ram:ID", "project_reference"),
        contract_reference=text(agreement, f"ram:ContractReferencedDocument/{number}", "contract_reference"),
        order_reference=text(agreement, f"ram:BuyerOrderReferencedDocument/{number}", "order_reference"),
        sales_order_reference=text(agreement, f"ram:SellerOrderReferencedDocument/{number}", "sales_order_reference"),
        receiving_reference=text(shipping, f"ram:ReceivingAdviceReferencedDocument/{number}", "receiving_reference"),
        despatch_reference=text(shipping, f"ram:DespatchAdviceReferencedDocument/{number}", "despatch_reference"),
        tender_reference=text(_reference(agreement, TENDER), number, "tender_reference"),
        object_id=_object(reading, agreement, words),
    )


def _tax_point_code(reading: Reading, settlement: Node) -> str | None:
    # The code may stand in any of the tax groups; the standard says it is the same in all.
    for tax in settlement.all("ram:ApplicableTradeTax"):
        if code := reading.text(tax, "ram:DueDateTypeCode", "tax_point_code"):
            return code
    return None


def _reference(agreement: Node, kind: str) -> Node | None:
    return next((n for n in agreement.all("ram:AdditionalReferencedDocument") if _kind(n) == kind), None)


def _kind(node: Node) -> str:
    found = node.walk(("ram:TypeCode",))
    return found.text if found else ""


def _object(reading: Reading, agreement: Node, words: Words) -> Identifier | None:
    node = _reference(agreement, OBJECT)
    value = reading.text(node, words.id, "object_id.value")
    scheme = reading.text(node, "ram:ReferenceTypeCode", "object_id.scheme")
    return Identifier(value=value, scheme=scheme) if value else None


def _notes(reading: Reading, nodes: Iterable[Node]) -> tuple[Note, ...]:
    notes: list[Note] = []
    for node in nodes:
        at = f"notes[{len(notes)}]"
        if content := reading.text(node, "ram:Content", f"{at}.text"):
            subject = reading.text(node, "ram:SubjectCode", f"{at}.subject_code")
            notes.append(Note(text=content, subject_code=subject))
    return tuple(notes)


def _preceding(reading: Reading, nodes: Iterable[Node], words: Words) -> tuple[PrecedingInvoice, ...]:
    return tuple(
        PrecedingInvoice(
            number=reading.text(node, words.id, f"preceding_invoices[{n}].number"),
            issue_date=reading.date(
                node, "ram:FormattedIssueDateTime/qdt:DateTimeString", f"preceding_invoices[{n}].issue_date"
            ),
        )
        for n, node in enumerate(nodes)
    )


def _discounts(reading: Reading, settlement: Node) -> tuple[PaymentDiscount, ...]:
    found: list[PaymentDiscount] = []
    for terms in settlement.all("ram:SpecifiedTradePaymentTerms"):
        for node in terms.all("ram:ApplicableTradePaymentDiscountTerms"):
            at, measure = f"payment_discounts[{len(found)}]", "ram:BasisPeriodMeasure"
            found.append(
                PaymentDiscount(
                    percent=reading.amount(node, "ram:CalculationPercent", f"{at}.percent"),
                    amount=reading.amount(node, "ram:ActualDiscountAmount", f"{at}.amount"),
                    basis=reading.amount(node, "ram:BasisAmount", f"{at}.basis")
                    or reading.amount(terms, "ram:PartialPaymentAmount", f"{at}.basis"),
                    period=reading.amount(node, measure, f"{at}.period"),
                    unit=reading.attribute(node, measure, "unitCode", f"{at}.unit"),
                    counted_from=reading.date(node, when("ram:BasisDateTime"), f"{at}.counted_from"),
                )
            )
    return tuple(found)


def _payment_means(reading: Reading, settlement: Node) -> tuple[PaymentMeans, ...]:
    nodes = settlement.all("ram:SpecifiedTradeSettlementPaymentMeans")
    means = tuple(_payment_mean(reading, node, settlement, f"payment_means[{n}]") for n, node in enumerate(nodes))
    if means:
        return means
    # Remittance information and a mandate stand outside the means here; they must not be lost where there are none.
    alone = _payment_mean(reading, Node.absent(settlement), settlement, "payment_means[0]")
    return () if alone == PaymentMeans() else (alone,)


def _payment_mean(reading: Reading, node: Node, settlement: Node, at: str) -> PaymentMeans:
    text = reading.text
    account = node.walk(("ram:PayeePartyCreditorFinancialAccount",))
    card = node.walk(("ram:ApplicableTradeSettlementFinancialCard",))
    mandate = "ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID"
    return PaymentMeans(
        code=text(node, "ram:TypeCode", f"{at}.code"),
        text=text(node, "ram:Information", f"{at}.text"),
        reference=text(settlement, "ram:PaymentReference", f"{at}.reference"),
        account=text(account, "ram:IBANID|ram:ProprietaryID", f"{at}.account"),
        account_name=text(account, "ram:AccountName", f"{at}.account_name"),
        bic=text(node, "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", f"{at}.bic"),
        card_number=text(card, "ram:ID", f"{at}.card_number"),
        card_holder=text(card, "ram:CardholderName", f"{at}.card_holder"),
        mandate_reference=text(settlement, mandate, f"{at}.mandate_reference"),
        debited_account=text(node, "ram:PayerPartyDebtorFinancialAccount/ram:IBANID", f"{at}.debited_account"),
    )


def _attachments(reading: Reading, agreement: Node, words: Words) -> tuple[AttachmentReference, ...]:
    found: list[AttachmentReference] = []
    for node in agreement.all("ram:AdditionalReferencedDocument"):
        if _kind(node) in {OBJECT, TENDER}:
            continue
        at, embedded = f"attachments[{len(found)}]", "ram:AttachmentBinaryObject"
        found.append(
            AttachmentReference(
                id=reading.text(node, words.id, f"{at}.id"),
                description=reading.text(node, "ram:Name", f"{at}.description"),
                url=reading.text(node, "ram:URIID", f"{at}.url"),
                filename=reading.attribute(node, embedded, "filename", f"{at}.filename"),
                mime=reading.attribute(node, embedded, "mimeCode", f"{at}.mime"),
            )
        )
    return tuple(found)


def _totals(reading: Reading, node: Node | None, head: Invoice) -> StatedTotals:
    amount = reading.amount
    here: list[Node] = []
    there: list[Node] = []
    for tax in node.all("ram:TaxTotalAmount") if node else ():
        elsewhere = head.tax_currency and tax.attribute("currencyID") == head.tax_currency != head.currency
        (there if elsewhere else here).append(tax)
    reading.once(here, "totals.tax")
    return StatedTotals(
        line_net=amount(node, "ram:LineTotalAmount", "totals.line_net"),
        allowances=amount(node, "ram:AllowanceTotalAmount", "totals.allowances"),
        charges=amount(node, "ram:ChargeTotalAmount", "totals.charges"),
        tax_exclusive=amount(node, "ram:TaxBasisTotalAmount", "totals.tax_exclusive"),
        tax=amount(next(iter(here), None), "", "totals.tax"),
        tax_in_tax_currency=amount(
            next(iter(there), None), "", "totals.tax_in_tax_currency", currency=head.tax_currency
        ),
        tax_inclusive=amount(node, "ram:GrandTotalAmount", "totals.tax_inclusive"),
        prepaid=amount(node, "ram:TotalPrepaidAmount", "totals.prepaid"),
        rounding=amount(node, "ram:RoundingAmount", "totals.rounding"),
        payable=amount(node, "ram:DuePayableAmount", "totals.payable"),
    )


def _breakdown(reading: Reading, nodes: Iterable[Node], rate: str) -> tuple[TaxBreakdown, ...]:
    text, amount = reading.text, reading.amount
    return tuple(
        TaxBreakdown(
            base=amount(node, "ram:BasisAmount", f"tax_breakdown[{n}].base"),
            tax=amount(node, "ram:CalculatedAmount", f"tax_breakdown[{n}].tax"),
            category=text(node, "ram:CategoryCode", f"tax_breakdown[{n}].category"),
            rate=amount(node, rate, f"tax_breakdown[{n}].rate"),
            exemption_reason=text(node, "ram:ExemptionReason", f"tax_breakdown[{n}].exemption_reason"),
            exemption_code=text(node, "ram:ExemptionReasonCode", f"tax_breakdown[{n}].exemption_code"),
            scheme=text(node, "ram:TypeCode", f"tax_breakdown[{n}].scheme"),
        )
        for n, node in enumerate(nodes)
    )
