"""No operation tells one tenant anything of another, with either of the two walls alone."""

from collections.abc import AsyncIterator
from copy import deepcopy
from pathlib import Path

import pytest

from bursar.api.app import bare_app
from bursar.kit.settings import Settings
from tests.attack.on_tenants import Siege, attack, siege
from tests.attack.recipes import NoRecipe, asks
from tests.attack.verdicts import failed
from tests.database_server import Server

# Between them these two hold every permission that a person can have.
SHORT = ("ap_clerk", "controller")


@pytest.fixture(scope="module")
async def besieged(
    database_server: Server, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Siege]:
    home: Path = tmp_path_factory.mktemp("siege")
    async with siege(database_server, home, settings) as one:
        yield one


@pytest.mark.parametrize("mode", ["both", "rls", "filter"])
async def test_no_operation_gives_one_tenant_what_is_anothers(besieged: Siege, mode: str) -> None:
    holes = failed(await attack(besieged, mode, roles=SHORT))
    assert not holes, "\n".join(map(str, holes))
    assert (besieged.rewritten[mode] > 100) == (mode == "rls")


async def test_without_both_walls_the_same_requests_leak(besieged: Siege) -> None:
    leaks = [one for one in failed(await attack(besieged, "neither", roles=SHORT)) if "leaked" in one.happened]
    assert len(leaks) > 15, leaks
    assert besieged.rewritten["neither"] > 100


async def test_an_operation_without_a_recipe_is_an_error(besieged: Siege) -> None:
    document = deepcopy(bare_app().openapi())
    document["paths"]["/v1/new"] = {"post": {"requestBody": {"content": {}}}}
    with pytest.raises(NoRecipe):
        list(asks(document, besieged.ours, besieged.theirs, besieged.theirs.ids))
