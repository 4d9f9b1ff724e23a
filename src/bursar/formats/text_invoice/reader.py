"""The reader without a model: pages in, an extraction out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bursar.core.confidence import confidence
from bursar.core.extraction import Evidence, Extraction, Method, Record, Value
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import rows
from bursar.formats.text_invoice.body import read_body
from bursar.formats.text_invoice.head.corroboration import corroborated
from bursar.formats.text_invoice.head.header import header
from bursar.formats.text_invoice.head.lines import lines_of
from bursar.formats.text_invoice.head.parties import Parties
from bursar.formats.text_invoice.head.payment import payment
from bursar.formats.text_invoice.head.terms import net_term, said_terms


def read_text_invoice(pages: Sequence[Page]) -> Extraction:
    """Return what an invoice in text says: header, tax groups and lines, each value with its place and confidence."""
    found = [row for page in pages for row in rows(page)]
    scanned = {page.number for page in pages if page.scanned}
    lines = lines_of(found, tuple(pages))
    parties = Parties(lines)
    body = read_body(found)
    said = said_terms(lines)
    term = net_term(said)
    fields = {
        **_signed(body.fields),
        **header(lines, term, _sums(body.fields)),
        **parties.fields(),
        **payment(lines, parties, said, body.fields.values()),
    }
    fields = corroborated(fields, term.days if term else None)
    return Extraction(
        fields={name: _judged(name, value, scanned) for name, value in fields.items()},
        lines=tuple(_record("line", line, scanned) for line in body.lines),
        tax_groups=tuple(_record("group", group, scanned) for group in body.tax_groups),
        charges=tuple(_record("charge", charge, scanned) for charge in body.charges),
    )


def _sums(totals: Record) -> frozenset[Decimal]:
    """Return what all comes to, as far as it is read."""
    return frozenset(Decimal(totals[name].value) for name in ("gross", "payable") if name in totals)


def _signed(totals: Record) -> Record:
    """Return totals whose tax has the sign of the others, where a credit note prints it without one."""
    if not {"net", "tax", "gross"} <= totals.keys():
        return totals
    net, tax, gross = (Decimal(totals[name].value) for name in ("net", "tax", "gross"))
    if net >= 0 or tax <= 0 or net - tax != gross:
        return totals
    value = totals["tax"]
    evidence = tuple(sorted({*value.evidence, Evidence.ARITHMETIC}))
    return {**totals, "tax": replace(value, value=str(-tax), evidence=evidence)}


def _record(kind: str, record: Record, scanned: set[int]) -> Record:
    return {name: _judged(f"{kind}.{name}", value, scanned) for name, value in record.items()}


def _judged(name: str, value: Value, scanned: set[int]) -> Value:
    method = Method.OCR if value.page in scanned else value.method
    return replace(value, method=method, confidence=confidence(name, method, value.evidence))
