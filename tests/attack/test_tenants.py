"""No operation tells one tenant anything of another, with either of the two walls alone."""

from collections.abc import AsyncIterator
from contextlib import nullcontext
from copy import deepcopy
from pathlib import Path

import pytest

from bursar.api.app import bare_app
from bursar.kit.settings import Settings
from tests.attack.on_tenants import Siege, attack, siege
from tests.attack.recipes import NoRecipe, asks
from tests.attack.verdicts import failed
from tests.database_server import Server
from tests.tracing import untraced

# Between them these two hold every permission that a person can have.
SHORT = ("ap_clerk", "controller")


@pytest.fixture(scope="module")
async def besieged(
    database_server: Server, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Siege]:
    home: Path = tmp_path_factory.mktemp("siege")
    async with siege(database_server, home, settings) as one:
        yield one


async def test_each_wall_alone_keeps_tenants_apart_and_without_both_the_same_requests_leak(besieged: Siege) -> None:
    for mode in ("both", "rls", "filter"):
        with nullcontext() if mode == "both" else untraced():  # The same requests go through the same lines.
            holes = failed(await attack(besieged, mode, roles=SHORT))
        assert not holes, mode + "\n".join(map(str, holes))
        assert (besieged.rewritten[mode] > 100) == (mode == "rls")
    with untraced():
        leaks = [one for one in failed(await attack(besieged, "neither", roles=SHORT)) if "leaked" in one.happened]
    assert len(leaks) > 15, leaks
    assert besieged.rewritten["neither"] > 100
    document = deepcopy(bare_app().openapi())
    document["paths"]["/v1/new"] = {"post": {"requestBody": {"content": {}}}}
    with pytest.raises(NoRecipe):
        list(asks(document, besieged.ours, besieged.theirs, besieged.theirs.ids))
