"""What is open now is the same from the sums that postings keep as from the items themselves."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from tests.books import YEAR, Books, eur
from tests.ledger.test_payments import owed, paid


@pytest.mark.parametrize("basis", ["due_date", "document_date"])
@pytest.mark.parametrize("credits_", ["apart", "in_buckets"])
async def test_now_from_sums_is_now_from_items(books: Books, basis: str, credits_: str) -> None:
    vendor, other = await books.vendor(), await books.vendor()
    bills = [
        await books.posted(one, document_date=f"{YEAR}-0{month}-02") for one in (vendor, other) for month in (1, 2)
    ]
    await books.posted(vendor, kind="vendor_credit", document_date=f"{YEAR}-02-03")
    await paid(books, vendor, "50.00", pays=[{"open_item_id": (await owed(books, bills[0]))[0]["id"]}])
    await paid(books, other, "300.00", allocate="oldest_first")
    (item,) = await owed(books, bills[1])
    disputed = await books.send("POST", f"/open-items/{item['id']}/dispute", books.company.clerk, {"disputed": True})
    assert disputed.status_code == 200, disputed.text
    query = f"/reports/ap-aging?basis={basis}&credits={credits_}"
    now = await books.get(query)
    known_at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    items = await books.get(f"{query}&known_at={known_at}")

    def figures(report: dict[str, Any]) -> Any:
        rows = [{name: value for name, value in row.items() if name != "link"} for row in report["rows"]]
        return rows, report["totals"], report["base_totals"], report["control"]

    assert figures(now) == figures(items)
    mine = next(row for row in now["rows"] if row["vendor_id"] == vendor)
    assert mine["disputed"] == eur("119.00")


async def test_what_was_disputed_at_another_date_or_instant_is_what_was_marked_by_then(books: Books) -> None:
    vendor = await books.vendor()
    (item,) = await owed(books, await books.posted(vendor, document_date=f"{YEAR}-01-02"))

    async def mark(*, disputed: bool) -> str:
        """Mark the item and return an instant at which that is known."""
        path = f"/open-items/{item['id']}/dispute"
        answer = await books.send("POST", path, books.company.clerk, {"disputed": disputed})
        assert (answer.status_code, answer.json()["disputed"]) == (200, disputed), answer.text
        return datetime.now(UTC).isoformat().replace("+00:00", "Z")

    async def told(**query: str) -> list[tuple[str, str]]:
        """Return what two agings and the list of open items say is disputed of the vendor's."""
        asked = str(httpx2.QueryParams(query))
        own = [await books.get(f"/reports/ap-aging?{asked}{edges}") for edges in ("", "&buckets=10,20")]
        rows = [row for report in own for row in report["rows"] if row["vendor_id"] == vendor]
        listed = await books.get(f"/reports/open-items?side=payable&vendor_id={vendor}&{asked}")
        every = await books.get(f"/reports/open-items?side=payable&{asked}")
        said = [row["disputed"] for row in listed["rows"]]
        assert [row["disputed"] for row in every["rows"] if row["item_id"] == item["id"]] == said
        return [(row["disputed"]["amount"], row["base_disputed"]["amount"]) for row in rows] + [
            (one, "") for one in said
        ]

    before = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    marked = await mark(disputed=True)
    again = await mark(disputed=True)
    settled = await mark(disputed=False)
    no, yes = [("0.00", "0.00")] * 2 + [("no", "")], [("119.00", "119.00")] * 2 + [("yes", "")]
    assert await told() == no
    assert await told(known_at=before) == no
    assert await told(known_at=marked) == yes
    assert await told(known_at=again) == yes
    assert await told(known_at=settled) == no
    await mark(disputed=True)
    assert await told() == yes
    yesterday = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    assert await told(as_of=yesterday) == no
    assert await told(as_of="2999-12-31") == yes
