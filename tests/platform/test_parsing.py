"""What parses files: short data here, long data in a process of its own, and the same answer from both."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bursar.core.errors import Refused
from bursar.formats.einvoice.validation import MOST_OF_ONE_RULE, validate_invoice
from bursar.kit.sandbox import Limits, SandboxTimeout
from bursar.platform.parsing import INLINE_BYTES, Parsing
from tests.invoices import invoices

EXAMPLES = Path(__file__).parents[2] / "examples" / "invoices"
PARSING = Parsing(Limits(), 50)


def long_invoice() -> bytes:
    made = next(iter(invoices(1, seed=7, today=date(2026, 11, 2), lines=600))).content
    assert len(made) > INLINE_BYTES
    return made


async def test_a_long_invoice_is_held_to_the_same_rules_in_a_process_of_its_own() -> None:
    data = long_invoice().replace(b"<cbc:IssueDate>", b"<cbc:TaxPointDate>", 1)
    data = data.replace(b"</cbc:IssueDate>", b"</cbc:TaxPointDate>", 1)
    found = await PARSING.validation(data)
    assert found == validate_invoice(data)
    assert not found.valid


async def test_one_rule_that_is_broken_without_end_is_told_a_hundred_times() -> None:
    data = (EXAMPLES / "ubl-five-lines.xml").read_bytes()
    data = data.replace(b"<cac:InvoiceLine>", b"<cac:InvoiceLine/>" * 2500 + b"<cac:InvoiceLine>", 1)
    assert len(data) < INLINE_BYTES
    told = Counter(one.rule for one in (await PARSING.validation(data)).failures)
    assert told["BR-21"] == MOST_OF_ONE_RULE
    assert max(told.values()) == MOST_OF_ONE_RULE


async def test_rules_that_take_too_long_leave_an_invoice_readable() -> None:
    hasty = Parsing(Limits(wall_seconds=0.05), 50)
    data = long_invoice()
    with pytest.raises(SandboxTimeout):
        await hasty.validation(data)
    read = await hasty.read(data)
    assert (read.rules, len(read.invoice.lines)) == (None, 600)


async def test_a_first_zugferd_has_no_rules_and_is_read() -> None:
    read = await PARSING.read((EXAMPLES / "zugferd-1.xml").read_bytes())
    assert read.rules is None
    assert read.is_data


async def test_a_page_without_its_data_is_a_page() -> None:
    data = (EXAMPLES / "factur-x.pdf").read_bytes()
    with_data, alone = await PARSING.read(data), await PARSING.read(data, attachment=False)
    assert (with_data.format, with_data.is_data, alone.format, alone.is_data) == ("hybrid_pdf", True, "pdf", False)
    assert alone.invoice.totals.tax_inclusive == with_data.invoice.totals.tax_inclusive


@pytest.mark.parametrize(("data", "code"), [(b"\x00\x01\x02" * 9, "no_reader"), (b"<a/>", "not_an_invoice")])
async def test_what_no_reader_knows_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        await PARSING.read(data)
    assert refused.value.code == code
