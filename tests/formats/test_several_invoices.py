"""Several invoices in one PDF: seen on the pages, and cut."""

import pytest

from bursar.formats.pdf.cutting import PagesMissing, cut_pages
from bursar.formats.pdf.rows import rows
from bursar.formats.pdf.words import read_pages
from bursar.formats.text_invoice.page_facts import several
from tests.formats.made_pdfs import pdf


def invoice(number: str, *more: str) -> tuple[str, ...]:
    totals = ("Net amount 100.00 EUR", "VAT 20 % 20.00 EUR", "Total amount 120.00 EUR")
    return ("Muster Ltd", f"Invoice No. {number}", "Invoice date: 2026-03-15", "1  Widget  100.00", *totals, *more)


LETTER = ("Muster Ltd", "Dear customer,", "please find our invoices enclosed.")
TERMS = ("Muster Ltd", "General terms and conditions", "1. Goods stay ours until they are paid.")


def ranges(*pages: tuple[str, ...]) -> list[tuple[int, int, str]]:
    return [(one.first_page, one.last_page, one.number) for one in several(read_pages(pdf(*pages), max_pages=50))]


def test_each_invoice_is_a_range_of_pages_with_its_letter_and_terms() -> None:
    found = ranges(LETTER, invoice("2026-17"), TERMS, invoice("2026-18"), TERMS)
    assert found == [(1, 3, "2026-17"), (4, 5, "2026-18")]


def test_pages_that_begin_again_at_one_are_another_invoice() -> None:
    first, second = invoice("2026-17", "Page 1 of 2"), invoice("2026-17", "Page 2 of 2")
    assert ranges(first, second, invoice("2026-18", "1/1")) == [(1, 2, "2026-17"), (3, 3, "2026-18")]


@pytest.mark.parametrize(
    "pages",
    [
        [invoice("2026-17")],
        [invoice("2026-17"), invoice("2026-17"), invoice("2026-17")],
        [invoice("2026-17", f"Seite {page} von 9") for page in range(1, 10)],
        [invoice("2026-17"), TERMS],
        [LETTER, invoice("2026-17")],
        [invoice("2026-17"), ("Muster Ltd", "Time sheet", "Invoice No. 2026-16 was paid on 2026-03-01")],
        [invoice("2026-17"), invoice("2026-18", "Page 2 of 2")],
    ],
)
def test_one_invoice_is_never_split(pages: list[tuple[str, ...]]) -> None:
    assert ranges(*pages) == []


def test_pages_are_cut_as_they_stand() -> None:
    whole = pdf(invoice("2026-17"), TERMS, invoice("2026-18"))
    first, second = cut_pages(whole, max_pages=50, ranges=[[1, 2], [3, 3]])
    texts = [[row.text for row in rows(page)] for page in read_pages(first, max_pages=50)]
    assert [text[1] for text in texts] == ["Invoice No. 2026-17", "General terms and conditions"]
    assert [row.text for page in read_pages(second, max_pages=50) for row in rows(page)][1] == "Invoice No. 2026-18"


@pytest.mark.parametrize("pages", [[0, 1], [1, 3], [2, 1]])
def test_pages_that_are_not_there_are_not_cut(pages: list[int]) -> None:
    with pytest.raises(PagesMissing):
        cut_pages(pdf(LETTER, TERMS), max_pages=50, ranges=[pages])
