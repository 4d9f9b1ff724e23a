"""What the books know speaks for what a page says: who the seller is, and what the currency is worth."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bursar.core.confidence import AUTO
from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from tests.agents.conftest import Desk

PAGE = """Fenwick Orchards GmbH
Speicherstadt 4, 20457 Hamburg
USt-IdNr.: DE273542016

Rechnung Nr. {number}
Datum: {day:%d.%m.%Y}

Bezeichnung                 Menge   Einzelpreis   Betrag
Apfelkisten                    10         18,50   185,00
Lieferung                       1          9,00     9,00

Netto                                             194,00
MwSt. 7 %                                          13,58
Gesamtbetrag {currency}                           207,58

IBAN: DE91 2005 0550 1234 9876 50
Fenwick Orchards GmbH, HRB 1234 Hamburg
"""


def page(number: str, day: date, currency: str = "EUR") -> bytes:
    return PAGE.format(number=number, day=day, currency=currency).encode()


async def said(desk: Desk, document: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields of a reading by name, and its checks by code."""
    reading = await desk.get(f"/v1/documents/{document['id']}/reading")
    return {one["field"]: one for one in reading["fields"]}, {one["code"]: one for one in reading["checks"]}


async def test_a_vendor_that_is_known_speaks_for_its_name_its_tax_id_and_its_account(
    desk: Desk, runner: Runner, application: Application
) -> None:
    today = application.clock().date()
    await desk.post("first.txt", page("FO-2026-101", today))
    first = (await desk.get("/v1/documents", limit="1"))["items"][0]
    before, _ = await said(desk, first)
    fields, checks = await said(desk, await desk.read("second.txt", page("FO-2026-102", today - timedelta(days=1))))
    for name in ("seller_name", "seller_tax_id", "iban"):
        assert "master_data" not in before[name]["evidence"]
        assert "master_data" in fields[name]["evidence"], name
        assert Decimal(before[name]["confidence"]) <= Decimal(fields[name]["confidence"]), name
    unsure = (checks["reading_unsure"]["actual"] or "").split(", ")
    doubtful = [name for name in unsure if name]
    assert all(Decimal(fields[name]["confidence"]) < AUTO for name in doubtful)
    assert ("seller_name" in doubtful) is (Decimal(fields["seller_name"]["confidence"]) < AUTO)


async def test_a_bill_in_another_currency_waits_for_its_rate_and_no_longer(
    desk: Desk, runner: Runner, application: Application
) -> None:
    day = application.clock().date() - timedelta(days=30)
    document = await desk.read("early.txt", page("FO-2026-201", day, "NOK"))
    assert (document["status"], "exchange_rate_missing" in document["reason_codes"]) == ("needs_attention", True)
    _, checks = await said(desk, document)
    told = checks["exchange_rate_missing"]
    assert (told["passed"], told["expected"], told["actual"]) == (False, "EUR", "NOK")
    assert day.isoformat() in told["message"]
    rate = {"from_currency": "NOK", "to_currency": "EUR", "rate": "0.10", "valid_on": day.isoformat()}
    answer = await desk.client.post(
        "/v1/exchange-rates", headers=desk.company.controller.headers, json={"source": "ECB", "rates": [rate]}
    )
    assert answer.status_code == 201, answer.text
    bill = await desk.post("late.txt", page("FO-2026-202", day, "NOK"))
    assert bill["payable"] == {"amount": "207.58", "currency": "NOK"}
    (entry,) = (await desk.get("/v1/journal-entries", bill_id=bill["id"]))["items"]
    lines = (await desk.get(f"/v1/journal-entries/{entry['id']}"))["lines"]
    assert min(Decimal(one["base_amount"]["amount"]) for one in lines) == Decimal("-20.76")
    # A week later nobody knows what the currency was worth.
    document = await desk.read("stale.txt", page("FO-2026-203", day + timedelta(days=8), "NOK"))
    assert "exchange_rate_missing" in document["reason_codes"]


async def test_tax_that_the_recipient_owes_is_proposed_and_told_as_such(
    desk: Desk, runner: Runner, application: Application
) -> None:
    said_so = (
        page("FO-2026-301", application.clock().date())
        .replace(
            b"7 %                                          13,58", b"0 %                                           0,00"
        )
        .replace(b"207,58", b"194,00")
    )
    document = await desk.read("charge.txt", said_so + "Steuerschuldnerschaft des Leistungsempfängers\n".encode())
    proposal = await desk.proposal(document)
    content = proposal["payload"]["content"]
    assert {one["tax_category"] for one in (*content["lines"], *content["tax_groups"])} == {"AE"}
    assert "reverse_charge" in proposal["decision_reasons"]
