"""`bursar try`: whole trials of our own examples on one instance, and the command as people see it."""

import asyncio
import json
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bursar.cli.embedded import throwaway
from bursar.cli.loading import load_server
from bursar.cli.terminal import out
from bursar.cli.throwaway import Instance, instance_on
from bursar.cli.trial import try_invoice
from bursar.cli.trial_report import report
from tests.cli.commands import INVOICES, LETTER, bursar

KEYS = ["document", "fields", "checks", "proposal", "bill", "journal", "ap_aging", "trial_balance", "timings"]
GOOD = {
    "ubl-five-lines.xml": ("bill", "630.05"),
    "ubl-credit-note.xml": ("vendor_credit", "47.60"),
    "ubl-prepaid.xml": ("bill", "790.10"),
    "ubl-reverse-charge.xml": ("bill", "1800.00"),
    "cii-en16931.xml": ("bill", "300.00"),
    "zugferd-1.xml": ("bill", "255.85"),
    "factur-x.pdf": ("bill", "300.00"),
}


@pytest.fixture(scope="module")
async def instance() -> AsyncIterator[Instance]:
    load_server()
    database = throwaway()
    server = await asyncio.to_thread(database.__enter__)
    try:
        async with instance_on(server) as instance:
            yield instance
    finally:
        await asyncio.to_thread(database.__exit__, None, None, None)


@pytest.mark.parametrize("name", GOOD)
async def test_a_good_invoice_ends_in_balanced_books(instance: Instance, name: str) -> None:
    trial = await try_invoice(instance, INVOICES / name)
    assert trial.failure is None
    told = trial.as_json()
    assert list(told) == KEYS
    kind, payable = GOOD[name]
    assert (told["bill"]["kind"], told["bill"]["payable"]["amount"]) == (kind, payable)
    assert told["document"]["status"] == "posted"
    assert all(one["method"] for one in told["fields"])
    assert all(one["passed"] for one in told["checks"] if one["severity"] == "error")
    assert [(line["memo"], line["amount"]) for line in told["journal"][0]["lines"]] == [
        (line["memo"], line["amount"]) for line in told["proposal"]["journal_lines"]
    ]
    assert told["ap_aging"]["before"]["rows"] == []
    owed = Decimal(told["ap_aging"]["after"]["control"]["balance"]["amount"])
    assert owed == Decimal(payable) * (-1 if kind == "vendor_credit" else 1)
    assert told["trial_balance"]["difference"]["amount"] in {"0.00", "0"}


async def test_the_same_file_again_gets_a_company_of_its_own(instance: Instance) -> None:
    entities = set()
    for _ in range(2):
        trial = await try_invoice(instance, INVOICES / "ubl-five-lines.xml")
        assert trial.failure is None
        assert trial.bill is not None
        entities.add(trial.bill["legal_entity_id"])
    assert len(entities) == 2


@pytest.mark.parametrize(
    ("content", "reason", "codes"),
    [
        (b"a letter, not an invoice", "needs_attention", ("not_an_invoice",)),
        (b"<a><b></a>", "needs_attention", ("not_xml",)),
        (b"\x00\x01\x02\x03", "refused", ("unsupported_media_type",)),
        (b"", "refused", ("document_empty",)),
    ],
)
async def test_what_is_no_invoice_ends_with_a_reason(
    instance: Instance, tmp_path: Path, content: bytes, reason: str, codes: tuple[str, ...]
) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    trial = await try_invoice(instance, file)
    assert trial.failure is not None
    assert (trial.failure.reason, trial.failure.codes) == (reason, codes)
    assert trial.failure.message


async def test_the_books_are_kept_in_the_currency_of_the_invoice(instance: Instance, tmp_path: Path) -> None:
    file = tmp_path / "pounds.xml"
    file.write_bytes(
        (INVOICES / "ubl-five-lines.xml").read_bytes().replace(b'"EUR"', b'"GBP"').replace(b">EUR<", b">GBP<")
    )
    trial = await try_invoice(instance, file)
    assert trial.failure is None
    assert trial.trial_balance is not None
    assert trial.trial_balance["currency"] == "GBP"


async def test_the_report_tells_each_step_and_every_field_when_asked(instance: Instance) -> None:
    trial = await try_invoice(instance, INVOICES / "ubl-five-lines.xml")
    with out.capture() as shown:
        out.print(report(trial, everything=False))
    for told in ("Upload", "Read", "Check", "Propose", "Decide", "Post", "Report", "balanced books", "totals.payable"):
        assert told in shown.get()
    with out.capture() as everything:
        out.print(report(trial, everything=True))
    assert "lines[4].item_name" not in shown.get()
    assert "lines[4].item_name" in everything.get()


async def test_the_report_of_a_page_tells_its_values_and_how_sure_they_are(instance: Instance, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(LETTER)
    trial = await try_invoice(instance, file)
    with out.capture() as capture:
        out.print(report(trial, everything=False))
    shown = capture.get()
    for told in ("invoice_number", "R-2026-118", "seller_name", "Northwind Traders Ltd", "payable", "120.00"):
        assert told in shown
    assert next(one["confidence"] for one in trial.fields if one["field"] == "gross") in shown


def test_the_command_prints_one_json_object_and_nothing_else() -> None:
    done = bursar("try", "--json", INVOICES / "factur-x.pdf", BURSAR_REDIS_URL="redis://127.0.0.1:1/0")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert list(told) == KEYS
    assert told["ap_aging"].keys() == {"before", "after"}


def test_wrong_totals_end_with_exit_1_and_the_reason() -> None:
    done = bursar("try", INVOICES / "ubl-wrong-totals.xml")
    assert done.returncode == 1
    assert "line_net_sum_differs" in done.stdout
    assert "Traceback" not in done.stderr
