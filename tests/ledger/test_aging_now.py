"""What is open now is the same from the sums that postings keep as from the items themselves."""

from datetime import UTC, datetime
from typing import Any

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
