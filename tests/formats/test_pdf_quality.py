"""Public PDFs that lie beside the repository: every field is read as is asked; skipped where they are absent."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tools.quality_pdf import HEADER, NEEDED, NEEDED_OF_CASES, Result, cases, hybrids, is_printed, report, short

from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import joined
from bursar.formats.pdf.words import read_pages
from bursar.formats.text_invoice.reader import read_text_invoice
from tests.formats.samples import CORPORA, needs_corpora
from tests.tracing import untraced

pytestmark = needs_corpora
MOST_SECONDS_A_PAGE = 0.25  # Two pages cost half a second of this processor at most.


@pytest.fixture(scope="module")
def hybrid() -> Result:
    with untraced():
        return hybrids(CORPORA)


@pytest.fixture(scope="module")
def of_cases() -> Result:
    with untraced():
        return cases(CORPORA)


def test_every_field_of_the_hybrid_pdfs_is_read_without_their_data(hybrid: Result, of_cases: Result) -> None:
    assert short(hybrid, of_cases) == []
    assert all(hybrid.share(name) is not None for name in HEADER)
    assert len(hybrid.compared) > 240
    assert min(share for name in HEADER if (share := hybrid.share(name)) is not None) >= NEEDED


def test_the_cases_of_others_are_read(of_cases: Result) -> None:
    assert of_cases.all() >= NEEDED_OF_CASES
    assert len({one.file for one in of_cases.compared}) == 6


def test_the_committed_page_is_what_the_program_writes(hybrid: Result, of_cases: Result) -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "quality" / "pdf_text.md"
    assert page.read_text("utf-8") == report(hybrid, of_cases)


def test_a_value_counts_only_if_the_page_has_it() -> None:
    page = "Rechnung R-1 vom 03.04.2024, 1.056,05 EUR, 19 %"
    assert is_printed("gross", "1056.05", page)
    assert is_printed("issue_date", "20240403", page)
    assert is_printed("invoice_number", "R-1", page)
    assert not is_printed("tax", "19", page)
    assert not is_printed("issue_date", "20240303", page)
    assert not is_printed("iban", "DE02120300000000202051", page)


def test_every_value_of_every_public_pdf_stands_in_its_box() -> None:
    lost = []
    for file in sorted((CORPORA / "invoice_pdf").rglob("*.pdf")):
        with untraced():
            pages = read_pages(file.read_bytes(), max_pages=50)
            extraction = read_text_invoice(pages)
        records = (extraction.fields, *extraction.lines, *extraction.tax_groups)
        for name, value in (item for record in records for item in record.items()):
            assert value.page is not None
            assert value.box is not None
            box = value.box
            inside = [
                word
                for word in pages[value.page - 1].words
                if box.left <= word.box.left <= word.box.right <= box.right
                and box.top <= word.box.top <= word.box.bottom <= box.bottom
            ]
            written = "".join(word.text for word in inside)
            # A description goes over several rows, and other cells may stand between its words.
            there = all(word in written for word in value.raw.split()) and joined(inside) == box
            if not inside or not there or (name != "description" and "".join(value.raw.split()) not in written):
                lost.append((file.name, name, value.raw, written))
    assert lost == []


def test_two_pages_cost_half_a_second_at_most(hybrid: Result) -> None:
    seconds = sorted(hybrid.cpu_seconds)
    assert seconds[len(seconds) * 9 // 10] < MOST_SECONDS_A_PAGE


def test_the_longest_page_is_read_in_time_again() -> None:
    file = max((CORPORA / "invoice_pdf").rglob("*.pdf"), key=lambda file: file.stat().st_size)
    started = time.process_time()
    pages: tuple[Page, ...] = read_pages(file.read_bytes(), max_pages=50)
    assert pages
    assert time.process_time() - started < 1
