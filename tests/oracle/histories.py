"""Histories that nobody planned: documents, payments, settlements and what takes them back, told to both books.

Everything goes through the product's actions in one transaction that is undone, so that a thousand are cheap. Days may
lie before those on which they are recorded; what must be refused is tried too.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from random import Random

from sqlalchemy import text

from bursar.platform.work import Work
from tests.books import instant
from tests.oracle.documents import bill, entry, undo_document
from tests.oracle.money import payment, settle_items, undo_payment, undo_settlement, write_off
from tests.oracle.paper import Paper
from tests.oracle.telling import FIRST, History, Stage

# How often each is chosen; it says whether there was anything for it to do.
OPERATIONS: Mapping[Callable[[History], Awaitable[bool]], int] = {
    bill: 6,
    entry: 5,
    payment: 8,
    settle_items: 4,
    write_off: 1,
    undo_settlement: 3,
    undo_payment: 2,
    undo_document: 2,
}


async def play(work: Work, stage: Stage, random: Random) -> History:
    """Make one history of eight to twenty operations, each recorded later than the one before."""
    history = History(work, stage, random, Paper(stage.bases, stage.rates), instant(FIRST + timedelta(25)))
    wanted = random.randint(8, 20)
    while len(history.operations) < wanted:
        history.now += timedelta(random.choice([0, 0, 1, 3, 8, 15]), minutes=1)
        (chosen,) = random.choices(list(OPERATIONS), list(OPERATIONS.values())) if history.documents else (bill,)
        if await chosen(history):
            history.operations.append(chosen.__name__)
    await work.session.run(text("SET CONSTRAINTS ALL IMMEDIATE"))
    return history
