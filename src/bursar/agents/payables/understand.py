"""The first node: what the document says, whether it adds up, whose it is, and whether we have had it before."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from bursar.agents.payables import draft
from bursar.agents.payables.read import Said, as_fields, read
from bursar.agents.payables.terms import terms_checks, terms_of
from bursar.core.checks import Check, Severity, check_invoice
from bursar.core.completion import recognised, unsure
from bursar.core.duplicates import Duplicate, Reason, Weight
from bursar.core.errors import Refused
from bursar.core.extraction import Extraction
from bursar.core.invoices import Invoice
from bursar.core.matching import (
    SellerFacts,
    VendorChoice,
    VendorFacts,
    choose_vendor,
    seller_key,
)
from bursar.core.terms import PaymentTerms
from bursar.documents.received.queries import get_document
from bursar.documents.received.schemas import DocumentRead
from bursar.formats.identifiers import vat_id_valid
from bursar.ledger.accounts.queries import get_entity
from bursar.ledger.rates.queries import RateMissing, rate_at
from bursar.parties.vendors.queries import find_candidates
from bursar.payables.bills.schemas import BillContent
from bursar.payables.duplicates.queries import Asked, find_duplicates, of_content
from bursar.platform.application import Application
from bursar.platform.work import Principal, Work, open_work


class ReadingFailed(Refused):
    """The reader broke on this document: a fault of ours, which is logged; a person reads the document instead."""

    code = "reading_failed"


MOST_DUPLICATES: Final = 10
# What stops a bill, and what is said of it.
_DUPLICATES: Final[Mapping[Reason, str]] = MappingProxyType(
    {
        Reason.SAME_BYTES: "The same file has not come in before.",
        Reason.SAME_NUMBER_AND_YEAR: "The vendor has not sent this bill before.",
    }
)
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
        terms = terms_of(invoice)
        checks += terms_checks(invoice, terms)
        content, refused = _content(invoice, terms.terms)
        checks += refused
        vendor, known, vendor_checks = await _vendor(work, invoice)
        checks += vendor_checks
        if not said.is_data:
            said = replace(said, extraction=_recognised(said.extraction, known))
            checks += [_unsure(said.extraction)]
        if content is not None:
            checks += [await _rate_check(work, content, entity.base_currency)]
            checks += await _duplicate_checks(work, content, document, vendor.vendor_id, draft.seller_facts(invoice))
    return Understood(document, said, tuple(checks), vendor, content)


def _content(invoice: Invoice, terms: PaymentTerms | None) -> tuple[BillContent | None, list[Check]]:
    try:
        return draft.bill_content(invoice, terms), []
    except Refused as refused:
        return None, [_failed(refused.code, refused.message, field=(refused.pointer or "").strip("/") or None)]


def _recognised(extraction: Extraction, vendor: VendorFacts | None) -> Extraction:
    """Let what is known of the vendor speak for what the page says of it."""
    if vendor is None:
        return extraction
    return recognised(extraction, tax_ids=vendor.tax_ids, ibans=vendor.ibans, names=(vendor.name, *vendor.aliases))


def _unsure(extraction: Extraction) -> Check:
    doubtful = unsure(extraction)
    return Check(
        code="reading_unsure",
        passed=not doubtful,
        severity="warning",
        message="Enough speaks for each value that a bill rests on.",
        actual=", ".join(doubtful) or None,
    )


async def _vendor(work: Work, invoice: Invoice) -> tuple[VendorChoice, VendorFacts | None, list[Check]]:
    """Find the seller among the vendors with what is known of it, and see whether it is paid where it was before."""
    facts = draft.seller_facts(invoice)
    candidates = await find_candidates(work, facts)
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
    chosen = next((one for one in candidates if one.vendor_id == choice.vendor_id), None)
    known = set(chosen.ibans) if chosen else set()
    if known and facts.ibans:
        checks.append(
            Check(
                code="bank_account_unknown",
                passed=bool(known & set(facts.ibans)),
                severity="warning",
                message="The vendor asks to be paid to an account that we know.",
                expected=", ".join(sorted(known)),
                actual=", ".join(facts.ibans),
                field="payment_means",
            )
        )
    return choice, chosen, checks


async def _rate_check(work: Work, content: BillContent, base_currency: str) -> Check:
    """See whether the bill can be booked: at the rate of its own date, where it is in another currency."""
    missing: RateMissing | None = None
    try:
        await rate_at(work, content.currency, base_currency, content.document_date)
    except RateMissing as refused:
        missing = refused
    return Check(
        code="exchange_rate_missing",
        passed=missing is None,
        severity="error",
        message=missing.message if missing else "The bill is in the currency of the books, or there is a rate.",
        expected=base_currency,
        actual=content.currency,
        field="currency",
    )


async def _duplicate_checks(
    work: Work, content: BillContent, document: DocumentRead, vendor_id: UUID | None, seller: SellerFacts
) -> list[Check]:
    """Look for what may be the same among bills and proposals: one number of a year stops, all else is told."""
    asked = Asked(
        facts=of_content(content, document.id),
        vendor_id=vendor_id,
        seller=seller_key(next(iter(seller.tax_ids), None), seller.name) or None,
        ibans=seller.ibans,
        document_id=document.id,
    )
    found = [one.duplicate for one in await find_duplicates(work, asked)]
    told = [one for one in found if one.severity is Weight.WARNING]
    return [
        *(
            _duplicate_check(f"duplicate_{reason}", message, [one for one in found if reason in one.reasons], "error")
            for reason, message in _DUPLICATES.items()
        ),
        _duplicate_check("possible_duplicate", "Nothing else looks like this bill.", told, "warning"),
    ]


def _duplicate_check(code: str, message: str, found: Sequence[Duplicate], severity: Severity) -> Check:
    return Check(
        code=code,
        passed=not found,
        severity=severity,
        message=message,
        actual=" ".join(one.sentence for one in found[:MOST_DUPLICATES]) or None,
        field="number",
    )


def _failed(code: str, message: str, field: str | None = None) -> Check:
    return Check(code=code, passed=False, severity="error", message=message, field=field)
