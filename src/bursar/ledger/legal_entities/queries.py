"""What is read about legal entities."""

from uuid import UUID

from sqlalchemy import select

from bursar.kit.errors import NotFound
from bursar.ledger.legal_entities.schemas import LegalEntityRead
from bursar.platform.work import Work
from bursar.tables import legal_entities


async def list_entities(work: Work) -> list[LegalEntityRead]:
    """Return the tenant's legal entities in the order they were made (UUIDv7 sorts by time)."""
    rows = await work.session.rows(
        select(legal_entities).where(work.owns(legal_entities)).order_by(legal_entities.c.id).limit(200)
    )
    return [LegalEntityRead.model_construct(**row.as_dict()) for row in rows]


async def read_entity(work: Work, legal_entity_id: UUID) -> LegalEntityRead:
    """Return a legal entity. Raises NotFound."""
    query = select(legal_entities).where(work.owns(legal_entities), legal_entities.c.id == legal_entity_id)
    row = await work.session.row(query)
    if row is None:
        raise NotFound("No such legal entity.")
    return LegalEntityRead.model_construct(**row.as_dict())
