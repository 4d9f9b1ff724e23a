"""Documents that speak for entries: added, listed with the entry and with the manual entry it was, never taken away."""

from typing import Any
from uuid import uuid4

import httpx2
import pytest

from bursar.kit.ids import to_public
from tests.books import Books, problem
from tests.company import SignedIn
from tests.ledger.journal import Journal


@pytest.fixture
def journal(books: Books) -> Journal:
    return Journal(books)


async def upload(books: Books, content: str) -> str:
    answer = await books.client.post(
        "/v1/documents", files={"file": ("lease.txt", content.encode())}, headers=books.company.clerk.headers
    )
    assert answer.status_code in {200, 201}, answer.text
    found: str = answer.json()["id"]
    return found


async def attach(books: Books, path: str, document_id: str, **sent: Any) -> httpx2.Response:
    body = {"document_id": document_id}
    return await books.send("POST", f"{path}/attachments", sent.get("by", books.company.clerk), body)


async def test_documents_are_attached_to_manual_and_to_posted_entries(journal: Journal) -> None:
    books = journal.books
    entry = await journal.submitted()
    lease, mail = await upload(books, f"Lease {entry['id']}"), await upload(books, f"Mail {entry['id']}")
    before = await attach(books, f"/manual-entries/{entry['id']}", lease)
    assert (before.status_code, before.json()["filename"]) == (201, "lease.txt")
    posted = (await journal.decide("approve", entry)).json()
    at_entry = f"/journal-entries/{posted['entry_id']}"
    assert (await attach(books, at_entry, mail)).status_code == 201
    listed = (await books.get(f"{at_entry}/attachments"))["items"]
    assert [one["document_id"] for one in listed] == [lease, mail]
    assert [one["document_id"] for one in (await books.get(f"/manual-entries/{entry['id']}/attachments"))["items"]] == [
        lease
    ]
    page = await books.get(f"{at_entry}/attachments?limit=1")
    rest = await books.get(f"{at_entry}/attachments?limit=1&cursor={page['next_cursor']}")
    assert [page["items"][0], rest["items"][0]] == listed
    for path, document in ((at_entry, mail), (f"/manual-entries/{entry['id']}", lease)):
        assert problem(await attach(books, path, document)) == (409, "attached_already")
    bill = await books.posted()
    assert (await attach(books, f"/journal-entries/{bill['entry_id']}", mail)).status_code == 201


async def test_what_is_not_here_is_not_attached(
    journal: Journal, other_tenant: SignedIn, client: httpx2.AsyncClient
) -> None:
    books, theirs = journal.books, Books(client, other_tenant)
    posted = await journal.posted()
    document = await upload(books, f"Ours {posted['id']}")
    their_document = await upload(theirs, f"Theirs {posted['id']}")
    for path in (f"/manual-entries/{posted['id']}", f"/journal-entries/{posted['entry_id']}"):
        assert problem(await attach(books, path, their_document)) == (404, "not_found")
        assert problem(await attach(theirs, path, their_document)) == (404, "not_found")
        assert problem(await theirs.send("GET", f"{path}/attachments", other_tenant.viewer)) == (404, "not_found")
        assert problem(await attach(books, path, document, by=books.company.viewer)) == (403, "forbidden")
        assert (await books.get(f"{path}/attachments"))["items"] == []
    for kind, prefix in (("manual-entries", "manual"), ("journal-entries", "entry")):
        unknown = f"/{kind}/{to_public(prefix, uuid4())}"
        assert problem(await attach(books, unknown, document)) == (404, "not_found")
        assert problem(await books.send("GET", f"{unknown}/attachments", books.company.viewer)) == (404, "not_found")
