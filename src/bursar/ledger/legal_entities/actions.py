"""All writes to legal entities."""

import functools
from dataclasses import asdict
from uuid import UUID
from zoneinfo import available_timezones

from sqlalchemy import func, select

from bursar.core.calendars import months_of_fiscal_year
from bursar.core.charts import TEMPLATES
from bursar.core.money import exponent
from bursar.kit.db import refusal
from bursar.kit.errors import Conflict, Refused
from bursar.ledger.legal_entities.events import LegalEntityCreated
from bursar.ledger.legal_entities.queries import read_entity
from bursar.ledger.legal_entities.schemas import LegalEntityCreate, LegalEntityRead
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.work import Work
from bursar.tables import ledger_accounts, legal_entities, periods

# As many as one page of the list holds.
MOST_ENTITIES = 200


class LegalEntityExists(Conflict):
    """A legal entity of this name exists already."""

    code = "legal_entity_exists"


class UnknownTimeZone(Refused):
    """The time zone is not one of the IANA database."""

    code = "unknown_time_zone"


class TooManyEntities(Conflict):
    """There are as many legal entities as one tenant may have."""

    code = "too_many_legal_entities"


refusal("uq_legal_entity_tenant_id_name", LegalEntityExists)


@action("legal_entities.create", needs=Permission.LEGAL_ENTITIES_MANAGE)
async def create_legal_entity(work: Work, command: LegalEntityCreate) -> LegalEntityRead:
    """Add a company with its chart of accounts and monthly periods, all open.

    Raises LegalEntityExists, UnknownTimeZone, UnknownCurrency and TooManyEntities.
    """
    exponent(command.base_currency)
    if command.time_zone not in _time_zones():
        raise UnknownTimeZone(f"{command.time_zone!r} is no time zone.", pointer="/time_zone")
    count = select(func.count()).select_from(legal_entities).where(work.owns(legal_entities))
    if await work.session.value(count) >= MOST_ENTITIES:
        raise TooManyEntities(f"A tenant has at most {MOST_ENTITIES} legal entities.")
    entity_id = work.new_id()
    row = {
        "tenant_id": work.tenant_id,
        "id": entity_id,
        "created_at": work.now,
        **command.model_dump(include={"name", "base_currency", "time_zone", "country", "tax_id"}),
    }
    await work.session.add(legal_entities, [row])
    await _begin_books(work, entity_id, command)
    work.emit(LegalEntityCreated(entity_id))
    return await read_entity(work, entity_id)


async def _begin_books(work: Work, entity_id: UUID, command: LegalEntityCreate) -> None:
    of = {"tenant_id": work.tenant_id, "legal_entity_id": entity_id}
    chart = [{**of, "id": work.new_id(), **asdict(account)} for account in TEMPLATES[command.chart]]
    await work.session.add(ledger_accounts, chart)
    months = [
        {**of, "id": work.new_id(), "fiscal_year": year, "starts_on": first, "ends_on": last}
        for year in sorted(set(command.fiscal_years))
        for first, last in months_of_fiscal_year(year, command.fiscal_year_first_month)
    ]
    await work.session.add(periods, months)


@functools.cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())
