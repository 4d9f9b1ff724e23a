"""Coding a line costs the same however many lines have just come, also where no statistics of them were taken yet."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from bursar.core.coding import line_key, line_words
from bursar.kit.db import Database
from bursar.payables.coding import queries
from tests.books import Books, line, uuid_of

LINES = 600
ASKED = ("Valve seat", "Valve spring")
# What the statement reads of each kind of precedent, for each line that is asked about.
MOST = 200 * len(ASKED)


def spelled(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in f"{number:05}")


def loops(node: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield how often each node of a plan was run."""
    yield node["Actual Loops"], f"{node['Node Type']} {node.get('Alias', '')}"
    for below in node.get("Plans", ()):
        yield from loops(below)


@pytest.mark.parametrize("known", [True, False], ids=["of this vendor", "elsewhere"])
async def test_lines_that_have_just_come_are_not_ranked_anew_for_each(
    books: Books, admin_url: str, *, known: bool
) -> None:
    vendor_id = await books.vendor()
    await books.posted(vendor_id, lines=[line(description=f"Valve {spelled(n)}") for n in range(LINES)])
    keys = [line_key(one) for one in ASKED]
    values = {
        "tenant_id": books.company.tenant_id,
        "legal_entity_id": books.company.legal_entity_id,
        "vendor_id": uuid_of(vendor_id) if known else None,
        "keys": keys,
        "words": [" ".join(line_words(key)) for key in keys],
    }
    admin = Database(admin_url, pool_size=1)
    try:
        async with admin.transaction(keep=False) as session:
            # As before they were first taken.
            tables = "'bill'::regclass, 'bill_line'::regclass, 'bill_line_word'::regclass"
            await session.run(text(f"DELETE FROM pg_statistic WHERE starelid IN ({tables})"))
            told = {"tenant_id": str(books.company.tenant_id)}
            await session.run(text("SELECT set_config('app.tenant_id', :tenant_id, true)"), told)
            await session.run(text("SET LOCAL ROLE bursar_agent"))
            explained = text(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {queries._PRECEDENTS.text}")  # noqa: SLF001 - the statement itself is what is looked at.
            (plan,) = await session.value(explained, values)
    finally:
        await admin.close()
    assert plan["Plan"]["Actual Rows"] > 0
    assert [one for one in loops(plan["Plan"]) if one[0] > MOST] == []
