"""What is read about withholding codes."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select

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


async def withholding_of(work: Work, legal_entity_id: UUID, code_id: UUID) -> Withholding:
    """Return how an active code of a legal entity withholds. Raises NotFound."""
    row = await _row(work, code_id)
    if row.legal_entity_id != legal_entity_id or not row.active:
        raise NotFound("No such withholding code.")
    base, moment = WithholdingBase(row.base), WithholdingMoment(row.moment)
    return Withholding(WithholdingRule(row.rate, base, moment, row.threshold_minor), row.account_id)


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
