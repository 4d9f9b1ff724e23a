"""What the page for contributors names is there, and its example works."""

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from bursar.parties.vendors.actions import create_vendor
from bursar.parties.vendors.schemas import VendorCreate
from bursar.platform.actions import ACTIONS
from bursar.platform.application import Application
from tests.company import SignedIn

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# What the example's modules have imported already.
IMPORTS = """
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID
from sqlalchemy import update
from bursar.kit.errors import PreconditionFailed
from bursar.kit.wire import Input
from bursar.parties.vendors.queries import get_vendor
from bursar.parties.vendors.schemas import VendorRead
from bursar.platform.access import Permission
from bursar.platform.actions import action
from bursar.platform.ids import VendorId
from bursar.platform.work import Work
from bursar.tables import vendors
"""


def test_every_path_that_the_page_names_is_there() -> None:
    named = re.findall(r"`((?:src|tests|docs|tools)/[\w./]*)`", PAGE)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


async def test_the_action_of_the_example_can_be_added(
    application: Application, demo: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bursar.platform.actions.ACTIONS", dict(ACTIONS))
    blocks = re.findall(r"^   ```python\n(.*?)^   ```", PAGE, flags=re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {"__name__": __name__}
    exec(IMPORTS + "\n".join(map(textwrap.dedent, blocks)), names)
    clerk = demo.clerk.principal
    vendor = (await application.executor.execute(create_vendor, VendorCreate(name="Blocked soon"), clerk)).result
    command = names["BlockVendor"](vendor_id=vendor.id, version=vendor.version)
    blocked = (await application.executor.execute(names["block_vendor"], command, clerk)).result
    assert (blocked.state, blocked.version) == ("blocked", vendor.version + 1)
