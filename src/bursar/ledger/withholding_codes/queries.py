"""What is read about withholding codes."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select, text

from bursar.core.tax import WithholdingBase, WithholdingMoment, WithholdingRule
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.ledger.withholding_codes.schemas import WithholdingCodeFilter, WithholdingCodeRead
from bursar.platform.work import Work
from bursar.tables import withholding_codes


class Withholding(NamedTuple):
    """How a code withholds, and where that is booked; None is the control account."""

    rule: WithholdingRule
    account_id: UUID | None


async def get_withholding_code(work: Work, code_id: UUID) -> WithholdingCodeRead:
    """Return a withholding code. Raises NotFound."""
    return _read(await _row(work, code_id))


# Whoever withholds from a vendor waits for whoever does already, before the year so far is added up: in a statement of
# its own, since what others have committed meanwhile is seen by the next one.
_LOCKED = text("""
    SELECT w.rate, w.base, w.threshold_minor, w.account_id FROM withholding_code w
    JOIN vendor v ON v.tenant_id = w.tenant_id AND v.id = :vendor_id
    WHERE w.tenant_id = :tenant_id AND w.id = :code_id AND w.legal_entity_id = :legal_entity_id
      AND w.moment = :moment AND w.active
    FOR NO KEY UPDATE OF v
""")


async def withholding_of(
    work: Work, legal_entity_id: UUID, vendor_id: UUID, code_id: UUID, moment: WithholdingMoment
) -> Withholding | None:
    """Lock a vendor and return how its code withholds at a moment.

    None, and no lock, where the code is of another legal entity or moment, or no longer active.
    """
    values = {"tenant_id": work.tenant_id, "legal_entity_id": legal_entity_id, "vendor_id": vendor_id}
    row = await work.session.row(_LOCKED, {**values, "code_id": code_id, "moment": moment.value})
    if row is None:
        return None
    rule = WithholdingRule(row.rate, WithholdingBase(row.base), moment, row.threshold_minor)
    return Withholding(rule, row.account_id)


async def list_withholding_codes(work: Work, page: WithholdingCodeFilter) -> Page[WithholdingCodeRead]:
    """Return withholding codes in the order of their codes."""
    codes = withholding_codes.c
    query = select(withholding_codes).where(work.owns(withholding_codes)).order_by(codes.code, codes.id)
    if page.legal_entity_id:
        query = query.where(codes.legal_entity_id == page.legal_entity_id)
    if after := page.after(2):
        code, last_id = after[0], row_id(after[1])
        query = query.where(or_(codes.code > code, and_(codes.code == code, codes.id > last_id)))
    rows = await work.session.rows(query.limit(page.fetch))
    return page.page(rows, _read, lambda row: [row.code, str(row.id)])


async def _row(work: Work, code_id: UUID) -> Row:
    query = select(withholding_codes).where(work.owns(withholding_codes), withholding_codes.c.id == code_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such withholding code.")
    return row


def _read(row: Row) -> WithholdingCodeRead:
    return WithholdingCodeRead.model_construct(
        id=row.id,
        legal_entity_id=row.legal_entity_id,
        code=row.code,
        name=row.name,
        rate=row.rate,
        base=WithholdingBase(row.base),
        moment=WithholdingMoment(row.moment),
        threshold=Amount.of(row.threshold_minor, row.currency),
        account_id=row.account_id,
        active=row.active,
        created_at=row.created_at,
    )
