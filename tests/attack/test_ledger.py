"""The database refuses wrong books and broken walls, to every role that signs in."""

from collections.abc import AsyncIterator

import pytest

from bursar.kit.settings import Settings
from bursar.platform.application import build_application
from bursar.tables.db_roles import LOGIN_ROLES
from tests.attack.attacks import fight
from tests.attack.field import Field, open_field
from tests.attack.on_bills import BILLS
from tests.attack.on_books import LEDGER
from tests.attack.on_chart import CHART
from tests.attack.on_journal import JOURNAL
from tests.attack.on_periods import PERIODS
from tests.attack.on_rates import RATES, revalue
from tests.attack.on_settlements import SETTLEMENTS
from tests.attack.on_walls import WALLS
from tests.attack.verdicts import failed
from tests.database_server import Server
from tests.tracing import untraced


@pytest.fixture(scope="module")
async def field(database_server: Server, settings: Settings) -> AsyncIterator[Field]:
    """A field of its own, where no other test writes."""
    with database_server.database("attack") as name:
        urls = {role: database_server.role_url(name, role) for role in LOGIN_ROLES}
        application = build_application(settings, urls)
        try:
            field = await open_field(application, database_server.url(name), urls)
            await revalue(application, field)
            yield field
        finally:
            await application.close()


async def test_every_attack_ends_in_the_refusal_it_was_foretold(field: Field) -> None:
    attacks = [*LEDGER, *PERIODS, *BILLS, *JOURNAL, *CHART, *RATES, *SETTLEMENTS, *WALLS]
    with untraced():  # They are statements, and none of our lines.
        holes = failed(fight(field, attacks, look_each_time=False))
    assert not holes, "\n".join(map(str, holes))
