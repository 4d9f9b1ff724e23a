"""Public test data beside the repository; every test here is skipped, saying so, where it is absent."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tools.gobl_not_compared import EXCEPTIONS, NOT_COMPARED, NOT_WRITTEN, RECOMPUTED
from tools.quality_einvoice import Row, compare_gobl, gobl_pairs, gobl_rows, hybrid_rows, report
from tools.quality_verdicts import Column, verdict_rows, verdict_table

from bursar.core.checks import check_invoice
from bursar.core.invoices import fields
from bursar.formats.einvoice import read_invoice
from bursar.formats.identifiers import vat_id_valid
from tests.formats.samples import CORPORA, needs_corpora

pytestmark = needs_corpora
EINVOICES = CORPORA / "einvoice"
TODAY = date(2026, 11, 22)


def verdicts(*, valid: bool) -> list[str]:
    answers = json.loads((EINVOICES / "verdicts.json").read_text("utf-8"))
    return [name for name, verdict in answers.items() if verdict["valid"] is valid]


def errors(path: Path) -> set[str]:
    checks = check_invoice(read_invoice(path.read_bytes()), today=TODAY, vat_id_valid=vat_id_valid)
    return {check.code for check in checks if not check.passed and check.severity == "error"}


@pytest.fixture(scope="module")
def pairs() -> list[Row]:
    return gobl_rows(CORPORA)


def test_no_field_of_the_gobl_pairs_differs(pairs: list[Row]) -> None:
    assert len(pairs) == 72
    assert sum(row.compared for row in pairs) > 5600
    assert [(row.file, row.differences) for row in pairs if row.differences] == []


def test_every_field_that_is_not_compared_has_a_reason(pairs: list[Row]) -> None:
    patterns = {pattern for row in pairs for pattern in row.not_compared}
    assert patterns == set(NOT_COMPARED)


def test_every_exception_is_a_real_difference(pairs: list[Row]) -> None:
    found = {(row.file, difference.field): difference for row in pairs for difference, _ in row.exceptions}
    assert set(found) == set(EXCEPTIONS)
    assert [key for key, difference in found.items() if difference.expected == difference.actual] == []


def test_what_is_said_not_to_be_written_was_not_read(pairs: list[Row]) -> None:
    silent = {difference.actual for row in pairs for difference, why in row.exceptions if why == NOT_WRITTEN}
    assert silent == {"", "email@sample.com"}


def test_documents_that_are_recomputed_contradict_themselves() -> None:
    for name in RECOMPUTED:
        invoice = read_invoice((EINVOICES / "gobl-ubl" / name).read_bytes())
        codes = {check.code for check in check_invoice(invoice, today=TODAY) if not check.passed}
        assert codes & {"line_net_differs", "tax_exclusive_differs"}, name


def test_a_wrong_reading_is_never_called_equal() -> None:
    xml, answer = next(pair for pair in gobl_pairs(CORPORA) if pair[0].name == "base-example.xml")
    document = json.loads(answer.read_text("utf-8"))["doc"]
    data = xml.read_bytes()
    for right, wrong in (
        (b">Snippet1<", b">Snippet2<"),
        (b">1656.25<", b">1656.26<"),
        (b">2017-11-13<", b">2017-11-14<"),
        (b">SupplierOfficialName Ltd<", b">SupplierOfficialName Ltd.<"),
        (b'unitCode="DAY"', b'unitCode="HUR"'),
        (b">GB1232434<", b">GB1232435<"),
    ):
        assert right in data, right
        assert compare_gobl("x", read_invoice(data.replace(right, wrong)), document).differences, right


def test_no_field_of_the_hybrid_pdfs_differs() -> None:
    rows = hybrid_rows(CORPORA)
    assert [(row.file, row.differences) for row in rows if row.differences] == []
    assert {row.file.rpartition("/")[2] for row in rows if row.not_compared} == {
        "ORDER-X_EX01_ORDER_FULL_DATA-COMFORT.pdf"
    }
    assert sum(row.compared for row in rows) == 30 * 14


def test_the_committed_table_is_what_the_program_writes(pairs: list[Row]) -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "quality" / "einvoice.md"
    committed = page.read_text("utf-8")
    for row in pairs:
        assert f"| {row.file} | {row.compared} | {row.equal} | {len(row.differences)} |" in committed
    nothing = Column("ends in balanced books", {})
    assert "no reason given" not in report(pairs, hybrid_rows(CORPORA), verdict_rows(CORPORA), nothing)


def test_a_further_column_finds_its_rows() -> None:
    rows = verdict_rows(CORPORA)[:2]
    drawn = verdict_table(rows, [Column("ends in balanced books", {rows[0].file: "yes"})]).splitlines()
    assert (drawn[0].endswith("| ends in balanced books |"), drawn[2].endswith("| yes |")) == (True, True)
    assert drawn[3].endswith("|  |")


def test_valid_documents_pass_the_checks_without_error() -> None:
    names = verdicts(valid=True)
    assert len(names) == 103
    assert [(name, found) for name in names if (found := errors(EINVOICES / name))] == []


def test_documents_with_wrong_sums_do_not() -> None:
    name = "zugferd-xml-rechnung/UBL/not_validating_full_invoice_based_onTest_EeISI_300_CENfullmodel.ubl.xml"
    assert errors(EINVOICES / name) == {"line_net_sum_differs", "tax_inclusive_differs"}


RULES = {
    "BR-02": "number_missing",
    "BR-03": "issue_date_missing",
    "BR-05": "currency_missing",
    "BR-06": "seller_name_missing",
    "BR-16": "lines_missing",
    "BR-CO-10": "line_net_sum_differs",
    "BR-CO-11": "allowances_differ",
    "BR-CO-12": "charges_differ",
    "BR-CO-13": "tax_exclusive_differs",
    "BR-CO-14": "tax_sum_differs",
    "BR-CO-15": "tax_inclusive_differs",
    "BR-CO-16": "payable_differs",
    "BR-CO-17": "tax_group_differs",
} | {f"BR-{kind}-08": "tax_base_differs" for kind in ("S", "Z", "E", "AE", "IC", "G", "O", "AF", "AG")}
NOT_AS_LABELLED = {
    "Invoice-unit-UBL/BR-03-01.xml",  # Its issue date is present, as the rule asks, but is no date.
    "Invoice-unit-UBL/BR-CO-15-08.xml",  # Two tax totals that differ: another check, value_contradicted, tells it.
}


def test_the_official_rule_units_agree_with_our_checks() -> None:
    folder = EINVOICES / "rule-units-en16931"
    agreed, other = 0, set()
    for unit in json.loads((folder / "expected.json").read_text("utf-8")):
        for label in unit["expect"]:
            if (code := RULES.get(label["rule"])) is None:
                continue
            invoice = read_invoice((folder / unit["file"]).read_bytes())
            if code != "currency_missing" and invoice.currency is None:
                invoice = replace(invoice, currency="EUR")  # The units are fragments that leave it out.
            fails = code in {check.code for check in check_invoice(invoice, today=TODAY) if not check.passed}
            if fails is (label["expect"] != "pass"):
                agreed += 1
            else:
                other.add(unit["file"])
    assert (agreed, other) == (204, NOT_AS_LABELLED)


def test_every_value_of_every_document_carries_its_place() -> None:
    derived = {"syntax", "is_credit_note"}
    for name in (*verdicts(valid=True), *verdicts(valid=False)):
        invoice = read_invoice((EINVOICES / name).read_bytes())
        assert [one.path for one in fields(invoice) if not one.place and one.path not in derived] == [], name


def test_a_document_costs_well_under_five_milliseconds(pytestconfig: pytest.Config) -> None:
    # What is watched by the measurement of coverage costs several times as much.
    most_seconds = 0.025 if pytestconfig.getoption("cov_source", None) else 0.005
    documents = [(EINVOICES / name).read_bytes() for name in verdicts(valid=True)]
    started = time.process_time()
    for data in documents:
        read_invoice(data)
    assert (time.process_time() - started) / len(documents) < most_seconds
