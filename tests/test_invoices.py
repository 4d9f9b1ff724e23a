from datetime import date

from stdnum.de import vat

from bursar.core.checks import check_invoice, iban_valid
from bursar.formats.einvoice import read_invoice
from tests.invoices import invoices, sellers

TODAY = date(2026, 11, 22)


def test_every_made_invoice_is_read_as_it_was_meant_and_passes_every_check() -> None:
    for made in invoices(60, today=TODAY, seed=3):
        read = read_invoice(made.content)
        assert read.number == made.number
        assert read.totals.payable is not None
        assert read.totals.payable * 100 == made.gross_minor
        failed = [check for check in check_invoice(read, today=TODAY, vat_id_valid=vat.is_valid) if not check.passed]
        assert failed == []


def test_sellers_are_told_apart_by_name_tax_id_and_account() -> None:
    made = sellers(300)
    assert (
        len({one.name for one in made}) == len({one.vat_id for one in made}) == len({one.iban for one in made}) == 300
    )
    assert all(vat.is_valid(one.vat_id) and iban_valid(one.iban) for one in made)


def test_no_two_made_invoices_have_the_same_bytes_number_or_total() -> None:
    made = list(invoices(200, today=TODAY))
    assert len({one.sha256 for one in made}) == len({one.number for one in made}) == 200
    assert len({one.gross_minor for one in made}) == 200
