"""The first node: what the document says, whether it adds up, whose it is, and whether we have had it before."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import UUID

from bursar.agents.payables import draft
from bursar.agents.payables.read import Said, as_fields, read
from bursar.core.bills import BillKind
from bursar.core.checks import Check, Severity, check_invoice
from bursar.core.errors import Refused
from bursar.core.invoices import Invoice, Party
from bursar.core.matching import (
    Candidate,
    SellerFacts,
    VendorChoice,
    VendorFacts,
    choose_vendor,
    duplicate_reasons,
    normalise_document_number,
    normalise_name,
    normalise_tax_id,
)
from bursar.core.money import Money
from bursar.documents.received.queries import get_document
from bursar.documents.received.schemas import DocumentRead
from bursar.formats.identifiers import vat_id_valid
from bursar.kit.statements import Row
from bursar.ledger.accounts.queries import get_entity
from bursar.parties.vendors.queries import find_candidates
from bursar.payables.bills.queries import similar_bills
from bursar.payables.bills.schemas import BillContent
from bursar.platform.application import Application
from bursar.platform.work import Principal, Work, open_work


class ReadingFailed(Refused):
    """The reader broke on this document: a fault of ours, which is logged; a person reads the document instead."""

    code = "reading_failed"


# What broken code raises. An outage (of the database, of a disk) is none of these, and is tried again.
FAULTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Understood:
    """What the document says and what we make of it. `content` is None where it cannot be a bill at all."""

    document: DocumentRead
    said: Said
    checks: tuple[Check, ...]
    vendor: VendorChoice
    content: BillContent | None

    @property
    def invoice(self) -> Invoice:
        """The invoice that the document is."""
        return self.said.invoice

    def reading(self) -> dict[str, Any]:
        """Return every value with its place, and the checks, as JSON values for the reading's row."""
        return {
            "format": self.said.format,
            "fields": as_fields(self.said),
            "checks": [asdict(check) for check in self.checks],
        }


async def understand(
    application: Application, principal: Principal, document_id: UUID, run_id: UUID | None = None
) -> Understood:
    """Read a document and judge it. Raises Refused with the reason where it cannot be read as an invoice."""
    async with open_work(application.agent, principal, clock=application.clock) as work:
        document = await get_document(work, document_id)
    said = await read(application, principal, document, run_id)
    invoice = said.invoice
    async with open_work(application.agent, principal, clock=application.clock) as work:
        entity = await get_entity(work, document.legal_entity_id)
        checks = [*check_invoice(invoice, today=work.today(entity.time_zone), vat_id_valid=vat_id_valid), *said.checks]
        content, refused = _content(invoice)
        checks += refused
        vendor, vendor_checks = await _vendor(work, invoice)
        checks += vendor_checks
        if content is not None:
            checks += [_currency_check(content.currency, entity.base_currency)]
            checks += await _duplicate_checks(work, content, document, vendor.vendor_id)
    return Understood(document, said, tuple(checks), vendor, content)


def _content(invoice: Invoice) -> tuple[BillContent | None, list[Check]]:
    try:
        return draft.bill_content(invoice), []
    except Refused as refused:
        return None, [_failed(refused.code, refused.message, field=(refused.pointer or "").strip("/") or None)]


async def _vendor(work: Work, invoice: Invoice) -> tuple[VendorChoice, list[Check]]:
    """Find the seller among the vendors, and see whether it asks to be paid where it was paid before."""
    seller = invoice.seller or Party()
    tax_id, paid_to = draft.seller_tax_id(invoice), draft.ibans(invoice)
    rows = await find_candidates(
        work,
        tax_id_key=normalise_tax_id(tax_id) if tax_id else None,
        ibans=paid_to,
        name_key=normalise_name(seller.name or "") or None,
    )
    candidates = [
        VendorFacts(row.id, row.name, _known(row.tax_id), tuple(one["iban"] for one in row.bank_accounts))
        for row in rows
    ]
    facts = SellerFacts(seller.name or "", _known(tax_id), paid_to)
    choice = choose_vendor(candidates, facts)
    checks = [
        Check(
            code="vendor_ambiguous",
            passed="ambiguous" not in choice.reasons,
            severity="error",
            message="The seller is one vendor, or none yet.",
            actual=", ".join(choice.reasons),
            field="seller",
        )
    ]
    known = next((set(one.ibans) for one in candidates if one.vendor_id == choice.vendor_id), set())
    if known and paid_to:
        checks.append(
            Check(
                code="bank_account_unknown",
                passed=bool(known & set(paid_to)),
                severity="warning",
                message="The vendor asks to be paid to an account that we know.",
                expected=", ".join(sorted(known)),
                actual=", ".join(paid_to),
                field="payment_means",
            )
        )
    return choice, checks


def _currency_check(currency: str, base_currency: str) -> Check:
    return Check(
        code="exchange_rate_missing",
        passed=currency == base_currency,
        severity="error",
        message="The bill is in the currency of the books, or there is a rate.",
        expected=base_currency,
        actual=currency,
        field="currency",
    )


async def _duplicate_checks(
    work: Work, content: BillContent, document: DocumentRead, vendor_id: UUID | None
) -> list[Check]:
    """Look for the same invoice among the vendor's bills: the same number and year stops, amount and date warn."""
    if vendor_id is None:
        return []
    gross = _gross(content)
    ours = Candidate(
        content_sha256=document.sha256,
        seller=str(vendor_id),
        number=content.vendor_reference,
        document_date=content.document_date,
        gross=gross,
        kind=content.kind,
    )
    rows = await similar_bills(
        work,
        vendor_id=vendor_id,
        kind=content.kind.value,
        reference_key=normalise_document_number(content.vendor_reference) or content.vendor_reference,
        gross_minor=gross.minor,
        document_date=content.document_date,
    )
    found = [(row, duplicate_reasons(ours, _candidate(row, vendor_id))) for row in rows]
    kinds: tuple[tuple[str, Severity], ...] = (("same_number_and_year", "error"), ("same_amount_and_date", "warning"))
    return [_duplicate_check(found, reason, severity) for reason, severity in kinds]


def _candidate(row: Row, vendor_id: UUID) -> Candidate:
    return Candidate(
        seller=str(vendor_id),
        number=row.vendor_reference,
        document_date=row.document_date,
        gross=Money.from_minor(row.gross_minor, row.currency),
        kind=BillKind(row.kind),
    )


def _duplicate_check(found: Sequence[tuple[Row, tuple[str, ...]]], reason: str, severity: Severity) -> Check:
    hits = [row.number or row.vendor_reference for row, reasons in found if reason in reasons]
    return Check(
        code=f"duplicate_{reason}",
        passed=not hits,
        severity=severity,
        message="The vendor has not sent this bill before.",
        actual=", ".join(hits) or None,
        field="number",
    )


def _gross(content: BillContent) -> Money:
    minor = sum(line.net.minor for line in content.lines if line.net) + sum(one.tax.minor for one in content.tax_groups)
    return Money.from_minor(minor, content.currency)


def _known(identifier: str | None) -> tuple[str, ...]:
    return (identifier,) if identifier else ()


def _failed(code: str, message: str, field: str | None = None) -> Check:
    return Check(code=code, passed=False, severity="error", message=message, field=field)
