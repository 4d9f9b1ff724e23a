"""What a document says: the data it carries, else what stands on its pages, and a model for what is missing there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from bursar.agents.models.gateway import company_asker
from bursar.agents.payables.complete import Completed, complete
from bursar.core.checks import Check
from bursar.core.errors import Refused
from bursar.core.extraction import Extraction, Method, Value, value_as_json
from bursar.core.invoice_extraction import place, to_invoice
from bursar.core.invoices import Invoice, fields
from bursar.core.reverse_charge import CATEGORY, under_reverse_charge
from bursar.core.splitting import Part
from bursar.documents.received.schemas import DocumentRead
from bursar.formats.einvoice.reader import NotAnInvoice
from bursar.formats.sniff import FileKind
from bursar.platform.application import Application
from bursar.platform.parsing import FileRead
from bursar.platform.work import Principal

MOST_RULES: Final = 50
# A page that says none of these is something else.
_TELLING: Final = frozenset({"invoice_number", "gross"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says: its format, the invoice, every value with its place, and what was noticed on the way."""

    format: str
    invoice: Invoice
    extraction: Extraction
    checks: tuple[Check, ...]
    is_data: bool
    # Why no model was asked, or that it was: for the run's steps.
    model: str


class SeveralInvoices(Refused):
    """The document holds several invoices: each is read by itself, once a person has seen which pages it is."""

    code = "several_invoices"

    def __init__(self, parts: tuple[Part, ...]) -> None:
        super().__init__("The document holds several invoices.", numbers=", ".join(part.number for part in parts))
        self.parts = parts


async def read(application: Application, principal: Principal, document: DocumentRead, run_id: UUID | None) -> Said:
    """Read a document. Raises SeveralInvoices, or Refused with the reason where it cannot be read as an invoice."""
    data = await application.storage.read(principal.tenant_id, document.sha256)
    found = await application.parsing.read(data)
    if found.is_data:
        checks = (*_rules(found), *found.differences)
        return Said(found.format, found.invoice, found.extraction, checks, is_data=True, model="not needed")
    if found.page is not None and found.page.parts and found.format == FileKind.PDF:
        raise SeveralInvoices(found.page.parts)
    completed = await _completed(application, principal, document, data, found, run_id)
    extraction = completed.extraction
    if not extraction.fields.keys() & _TELLING:
        raise NotAnInvoice("Nothing on the pages reads like an invoice.", model=completed.said)
    invoice = under_reverse_charge(to_invoice(extraction), found.page.text if found.page else "")
    checks = (_reverse_charge(invoice), *found.differences)
    return Said(found.format, invoice, extraction, checks, is_data=False, model=completed.said)


async def _completed(
    application: Application,
    principal: Principal,
    document: DocumentRead,
    data: bytes,
    found: FileRead,
    run_id: UUID | None,
) -> Completed:
    """Have a model complete what was read of a page."""
    page = found.page
    if page is None:
        return Completed(found.extraction)

    async def ground(said: Sequence[tuple[str, str]]) -> Mapping[str, Value]:
        return await application.parsing.grounded(data, said, ocr=page.ocr)

    asker = company_asker(application, principal, run_id, document.id)
    return await complete(found.extraction, page.text, asker, ground)


def _rules(found: FileRead) -> Iterator[Check]:
    """Yield the rules that the data breaks. They do not stop a bill: its sums are checked by ourselves."""
    if found.rules is None:
        return
    yield Check(
        code="einvoice_rules",
        passed=found.rules.valid,
        severity="warning",
        message=f"The e-invoice keeps the rules of its profile ({found.rules.profile}).",
    )
    for failure in found.rules.failures[:MOST_RULES]:
        yield Check(
            code=failure.rule,
            passed=False,
            severity="warning" if failure.severity == "fatal" else "info",
            message=failure.message,
            field=failure.xpath,
        )


def _reverse_charge(invoice: Invoice) -> Check:
    return Check(
        code="reverse_charge",
        passed=all(group.category != CATEGORY for group in invoice.tax_breakdown),
        severity="warning",
        message="The document does not leave the tax to its recipient.",
        field="tax_breakdown",
    )


def as_fields(said: Said) -> list[dict[str, object]]:
    """Return every value that was read with its place, as JSON values for the reading's row."""
    if said.is_data:
        method = (Method.EMBEDDED_XML if said.format == "hybrid_pdf" else Method.XML).value
        return [
            {"field": one.path, "value": one.value, "method": method, "place": one.place}
            for one in fields(said.invoice)
        ]
    records = [
        ("", said.extraction.fields),
        *((f"lines[{n}].", line) for n, line in enumerate(said.extraction.lines)),
        *((f"tax_groups[{n}].", group) for n, group in enumerate(said.extraction.tax_groups)),
        *((f"charges[{n}].", charge) for n, charge in enumerate(said.extraction.charges)),
    ]
    return [
        {"field": f"{at}{name}", "place": place(value), **value_as_json(value)}
        for at, record in records
        for name, value in record.items()
    ]
