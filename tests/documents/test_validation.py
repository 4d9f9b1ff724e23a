"""An e-invoice is held to the rules over HTTP; nothing is kept."""

from datetime import date
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.books import problem
from tests.company import SignedIn
from tests.invoices import invoices

DAY = date(2026, 11, 2)
EXAMPLES = Path(__file__).parents[2] / "examples" / "invoices"


async def validated(client: httpx2.AsyncClient, company: SignedIn, name: str, data: bytes) -> httpx2.Response:
    return await client.post(
        "/v1/documents/validate", headers=company.clerk.headers, files={"file": (name, data, "application/xml")}
    )


async def test_a_valid_invoice_is_valid(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    made = next(iter(invoices(1, seed=5, today=DAY)))
    found = (await validated(client, demo, "a/b/one.xml", made.content)).json()
    assert (found["file"], found["format"], found["valid"]) == ("one.xml", "ubl_invoice", True), found


async def test_what_is_broken_is_named_with_rule_terms_and_place(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    made = next(iter(invoices(1, seed=5, today=DAY)))
    broken = made.content.replace(b"<cbc:ID>" + made.number.encode() + b"</cbc:ID>", b"<cbc:ID></cbc:ID>", 1)
    assert broken != made.content
    found = (await validated(client, demo, "one.xml", broken)).json()
    assert not found["valid"]
    (number,) = [one for one in found["failures"] if one["rule"] == "BR-02"]
    assert (number["severity"], number["terms"]) == ("fatal", ["BT-1"])
    assert number["xpath"].startswith("/Invoice")


async def test_a_pdf_is_validated_by_the_invoice_that_it_carries(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    (pdf,) = sorted(EXAMPLES.glob("*.pdf"))[:1]
    found = (await validated(client, demo, pdf.name, pdf.read_bytes())).json()
    assert found["format"] == "cii", found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<a/>", "not_an_invoice"),
        (b"<a", "not_xml"),
        (b"prose", "no_reader"),
        (b"%PDF-1.7 nothing", "pdf_broken"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml_forbidden"),
    ],
)
async def test_what_is_no_e_invoice_is_refused(
    client: httpx2.AsyncClient, demo: SignedIn, data: bytes, code: str
) -> None:
    assert problem(await validated(client, demo, "one", data)) == (422, code)


async def test_nothing_is_kept(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    async def listed() -> Any:
        return (await client.get("/v1/documents", headers=demo.clerk.headers)).json()

    before = await listed()
    made = next(iter(invoices(1, seed=6, today=DAY)))
    assert (await validated(client, demo, "one.xml", made.content)).status_code == 200
    assert await listed() == before


async def test_who_may_not_upload_may_not_ask(client: httpx2.AsyncClient, demo: SignedIn) -> None:
    answer = await client.post(
        "/v1/documents/validate", headers=demo.viewer.headers, files={"file": ("a.xml", b"<a/>")}
    )
    assert problem(answer)[0] == 403
