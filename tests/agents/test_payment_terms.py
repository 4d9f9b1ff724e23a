"""What a vendor writes of an early payment becomes a bill that says until when how much less is paid."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from bursar.agents.payables.terms import terms_checks, terms_of
from bursar.core.invoices import Invoice, PaymentDiscount, StatedTotals
from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from tests.agents.conftest import Desk
from tests.formats.made_pdfs import pdf
from tests.invoices import MadeInvoice, invoices


def e_invoice(application: Application, terms: str, *, seed: int) -> tuple[MadeInvoice, bytes]:
    """Return an invoice, due after 30 days, with these payment terms (BT-20)."""
    made = next(iter(invoices(1, today=application.clock().date(), seed=seed)))
    note = f"<cac:PaymentTerms><cbc:Note>{terms}</cbc:Note></cac:PaymentTerms><cac:TaxTotal>"
    return made, made.content.replace(b"<cac:TaxTotal>", note.encode(), 1)


def page(number: str, day: date) -> bytes:
    """Return a PDF with text: 1,200.00 and 19 % of it."""
    return pdf(
        (
            "Ostwind Papier GmbH, Kaistrasse 8, 20457 Hamburg",
            "Rechnung",
            f"Rechnungsnummer: {number}",
            f"Rechnungsdatum: {day:%d.%m.%Y}",
            "USt-IdNr.: DE136695976",
            "Pos. 1   Papier   10 Stk   120,00   1.200,00 EUR",
            "Nettobetrag 1.200,00 EUR",
            "MwSt. 19 % 228,00 EUR",
            "Gesamtbetrag 1.428,00 EUR",
            "Zahlungsbedingungen: 2 % Skonto bei Zahlung innerhalb 10 Tagen, 30 Tage netto",
            "IBAN: DE89 3704 0044 0532 0130 00",
        ),
    )


async def discount(desk: Desk, bill: dict[str, Any], on: date) -> dict[str, Any]:
    """Return what the bill's only instalment costs when it is paid on a day."""
    (item,) = (await desk.get("/v1/open-items", bill_id=bill["id"]))["items"]
    assert item["due_date"] == bill["due_date"]
    return await desk.get(f"/v1/open-items/{item['id']}/discount", on=on.isoformat())


async def failed(desk: Desk, bill: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the checks that the bill's document did not pass, by their codes."""
    reading = await desk.get(f"/v1/documents/{bill['document_id']}/reading")
    return {check["code"]: check for check in reading["checks"] if not check["passed"]}


async def test_the_discount_of_an_xrechnung_is_taken_until_its_last_day(
    desk: Desk, runner: Runner, application: Application
) -> None:
    terms = "Vielen Dank.\n#SKONTO#TAGE=10#PROZENT=2.25#\n#VERZUG#TAGE=30#PROZENT=9.00#\n"
    made, content = e_invoice(application, terms, seed=4410)
    bill = await desk.post(made.filename, content)
    assert (bill["payment_terms"], bill["due_date"]) == ("2.25/10 net 30", made.due_date.isoformat())
    last = made.issue_date + timedelta(days=10)
    gross = Decimal(made.gross_minor) / 100
    less = (gross * Decimal("0.0225")).quantize(Decimal("0.01"), ROUND_HALF_UP)
    in_time = await discount(desk, bill, last)
    assert (in_time["until"], Decimal(in_time["percent"])) == (last.isoformat(), Decimal("2.25"))
    assert Decimal(in_time["discount"]["amount"]) == less
    assert Decimal(in_time["cash"]["amount"]) == gross - less
    assert Decimal((await discount(desk, bill, last + timedelta(days=1)))["discount"]["amount"]) == 0


async def test_the_discount_of_a_printed_sentence_is_taken_until_its_last_day(
    desk: Desk, runner: Runner, application: Application
) -> None:
    day = application.clock().date() - timedelta(days=3)
    bill = await desk.post("ostwind.pdf", page("OP-2026-77", day))
    assert (bill["payment_terms"], bill["due_date"]) == ("2/10 net 30", (day + timedelta(days=30)).isoformat())
    in_time = await discount(desk, bill, day + timedelta(days=10))
    assert (in_time["until"], in_time["discount"]["amount"], in_time["cash"]["amount"]) == (
        (day + timedelta(days=10)).isoformat(),
        "28.56",
        "1399.44",
    )
    assert (await discount(desk, bill, day + timedelta(days=11)))["cash"]["amount"] == "1428.00"


async def test_a_discount_on_a_part_is_told_and_never_taken(
    desk: Desk, runner: Runner, application: Application
) -> None:
    made, content = e_invoice(application, "#SKONTO#TAGE=10#PROZENT=2.00#BASISBETRAG=1.00#", seed=4411)
    bill = await desk.post(made.filename, content)
    assert bill["payment_terms"] == "net 30"
    assert (await failed(desk, bill))["early_payment_not_held"]["actual"] == "2 % of 1.00 within 10 days"
    assert (await discount(desk, bill, made.issue_date))["until"] is None


async def test_a_stated_due_date_counts_and_the_other_is_told(
    desk: Desk, runner: Runner, application: Application
) -> None:
    made, content = e_invoice(application, "50 % within 7 days, 50 % within 45 days", seed=4412)
    bill = await desk.post(made.filename, content)
    assert bill["due_date"] == made.due_date.isoformat()
    check = (await failed(desk, bill))["due_date_differs_from_terms"]
    computed = (made.issue_date + timedelta(days=45)).isoformat()
    assert (check["expected"], check["actual"]) == (computed, made.due_date.isoformat())
    await discount(desk, bill, made.issue_date)  # One instalment, on the stated date.


async def test_terms_that_are_not_wholly_understood_stay_prose_with_a_check(
    desk: Desk, runner: Runner, application: Application
) -> None:
    made, content = e_invoice(application, "2 % Skonto nach Absprache innerhalb 10 Tagen", seed=4413)
    bill = await desk.post(made.filename, content)
    assert (bill["payment_terms"], bill["due_date"]) == (None, made.due_date.isoformat())
    assert (await failed(desk, bill))["payment_terms_unclear"]["actual"].startswith("2 % Skonto nach Absprache")


def offering(text: str | None = "30 Tage netto", *, prepaid: str = "0", **said: Any) -> Invoice:
    """Return an invoice over 100.00 whose discount, if any, is stated as data."""
    totals = StatedTotals(tax_inclusive=Decimal(100) + Decimal(prepaid), prepaid=Decimal(prepaid), payable=Decimal(100))
    discounts = (PaymentDiscount(**said),) if said else ()
    day = date(2026, 11, 1)
    return Invoice(syntax="cii", issue_date=day, payment_terms=text, payment_discounts=discounts, totals=totals)


TWO_PERCENT: dict[str, Any] = {"percent": Decimal(2), "period": Decimal(10), "unit": "DAY"}


@pytest.mark.parametrize(
    "more", [{}, {"basis": Decimal(100)}, {"amount": Decimal("2.00")}, {"counted_from": date(2026, 11, 1)}]
)
def test_a_discount_stated_as_data_is_in_the_terms(more: dict[str, Any]) -> None:
    assert str(terms_of(offering(**TWO_PERCENT | more)).terms) == "2/10 net 30"


@pytest.mark.parametrize(
    "more",
    [
        {"basis": Decimal(60)},
        {"amount": Decimal(3)},
        {"counted_from": date(2026, 11, 5)},
        {"unit": "WEE"},
        {"unit": None},
        {"period": Decimal("9.5")},
        {"period": None},
        {"percent": None},
        {"percent": Decimal(0)},
        {"period": Decimal(-1)},
        {"period": Decimal(31)},
    ],
)
@pytest.mark.parametrize("text", ["30 Tage netto", "2 % Skonto 10 Tage, 30 Tage netto"])
def test_what_data_say_otherwise_is_never_a_discount(text: str, more: dict[str, Any]) -> None:
    invoice = offering(text, **TWO_PERCENT | more)
    read = terms_of(invoice)
    assert str(read.terms) == "net 30"
    assert [check.code for check in terms_checks(invoice, read) if not check.passed] == ["early_payment_not_held"]


def test_parts_of_what_is_paid_in_advance_are_not_certain() -> None:
    assert terms_of(offering("50 % 10 days, 50 % 30 days", prepaid="20")).terms is None
    assert str(terms_of(offering("50 % 10 days, 50 % 30 days")).terms) == "50% net 10, 50% net 30"


def test_without_a_date_or_words_there_are_no_terms() -> None:
    silent = offering(None)
    assert (read := terms_of(silent)).terms is None
    assert not list(terms_checks(silent, read))
    assert terms_of(Invoice(syntax="ubl", payment_terms="net 30")).terms is None
