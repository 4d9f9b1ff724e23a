"""What a vendor's year came to so far, and the documents that are withheld from."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import text

from bursar.core.tax import YearSoFar
from bursar.platform.work import Work

# What was taken back counts no more: the settlement of it, or the bill itself where nothing was withheld of it.
_COUNTED = text("""
    SELECT coalesce(sum(w.counted_minor), 0)::bigint AS base_minor,
           coalesce(sum(w.withheld_on_minor), 0)::bigint AS withheld_on_minor,
           (SELECT jsonb_object_agg(b.id, jsonb_build_array(b.net_minor, b.gross_minor)) FROM bill b
            WHERE b.tenant_id = :tenant_id AND b.id = ANY(:bills)) AS bills
    FROM withholding w
    LEFT JOIN settlement s ON s.tenant_id = w.tenant_id AND s.id = w.settlement_id
    LEFT JOIN bill b ON b.tenant_id = w.tenant_id AND b.id = w.bill_id
    WHERE w.tenant_id = :tenant_id AND w.vendor_id = :vendor_id AND w.withholding_code_id = :code_id
      AND w.counted_on BETWEEN :first AND :last
      AND (s.status IS NULL OR s.status = 'active') AND (b.document_status IS NULL OR b.document_status = 'posted')
""")


class Counted(NamedTuple):
    """A vendor's year so far, and net and gross of bills, by id, in their own currencies."""

    year: YearSoFar
    bills: dict[UUID, tuple[int, int]]


async def counted_so_far(work: Work, vendor_id: UUID, code_id: UUID, on: date, bills: Sequence[UUID]) -> Counted:
    """Return what a vendor's calendar year around a day came to by a code, and net and gross of bills."""
    values: dict[str, Any] = {"tenant_id": work.tenant_id, "vendor_id": vendor_id, "code_id": code_id}
    values |= {"bills": list(bills), "first": date(on.year, 1, 1), "last": date(on.year, 12, 31)}
    row = await work.session.row(_COUNTED, values)
    assert row is not None, "a sum has one row"
    found = {UUID(bill): (net, gross) for bill, (net, gross) in (row.bills or {}).items()}
    return Counted(YearSoFar(row.base_minor, row.withheld_on_minor), found)
