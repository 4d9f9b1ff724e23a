"""The reports beside the books on paper; `python -m tests.oracle --histories 1000` is the same at length."""

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from bursar.platform.application import Application
from tests import oracle
from tests.books import undone
from tests.oracle.comparing import Found, differing, run, set_stage
from tests.oracle.histories import play
from tests.oracle.paper import Item, Line


async def test_reports_are_what_the_history_adds_up_to_on_paper(application: Application, admin_url: str) -> None:
    found = Found()
    await run(application, admin_url, 25, 2026, found)
    assert found.differences == []
    assert (found.histories, found.comparisons) == (25, 25 * 24)
    assert found.operations >= 25 * 8


def spoil_a_line(items: list[Item], lines: list[Line]) -> None:
    one = next(line for line in lines if line.base)
    object.__setattr__(one, "base", one.base + 1)


def forget_what_was_taken(items: list[Item], lines: list[Line]) -> None:
    next(item for item in items if any(amount > 0 for _, amount, _ in item.taken)).taken.clear()


def be_late_by_a_day(items: list[Item], lines: list[Line]) -> None:
    for item in items:
        item.due = date.fromordinal(item.due.toordinal() + 1)


@pytest.mark.parametrize("spoil", [spoil_a_line, forget_what_was_taken, be_late_by_a_day])
async def test_a_mistake_in_either_of_the_books_is_noticed(
    application: Application, admin_url: str, spoil: Callable[[list[Item], list[Line]], None]
) -> None:
    stage = await set_stage(application, admin_url, f"Spoilt {uuid4()}")
    async with undone(application, stage.company.viewer) as work:
        history = await play(work, stage, Random(3))
        spoil(history.paper.items, [line for _, _, line in history.paper.journal])
        found = Found()
        differences = [what for _ in range(30) async for what in differing(history, Random(_), found)]
    assert differences


def test_the_paper_shares_no_code_with_the_product() -> None:
    tree = ast.parse((Path(oracle.__file__).parent / "paper.py").read_text(encoding="utf-8"))
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not [ast.unparse(one) for one in imported if "bursar" in ast.unparse(one)]
