"""What a request costs in statements; BEGIN and COMMIT are not counted, the setting of the tenant is."""

from typing import Any, NamedTuple

import pytest

from bursar.payables.bills.actions import approve_bill, create_bill, reject_bill
from bursar.payables.bills.schemas import BillCreate, DecideBill, RejectBill
from bursar.payables.reversals.actions import reverse_bill
from bursar.payables.reversals.schemas import ReverseBill
from bursar.platform.actions import Action
from bursar.platform.application import Application
from bursar.platform.work import Work
from tests.books import Books, line
from tests.company import Member


class Cost(NamedTuple):
    """What an action answered and how many statements it sent."""

    result: Any
    statements: int


async def cost(application: Application, action: Action[Any, Any], command: Any, member: Member) -> Cost:
    """Execute an action as a request does, with an idempotency key, and count its statements."""
    works: list[Work] = []

    async def also(work: Work, _: Any) -> None:
        works.append(work)

    key = f"{action.name} {command.model_dump_json()}"[-200:]
    outcome = await application.executor.execute(action, command, member.principal, key=key, also=also)
    return Cost(outcome.result, works[0].session.statements)


@pytest.mark.parametrize("terms", ["net 30", "10% net 0, 20% net 10, 30% net 20, 40% net 30"])
@pytest.mark.parametrize("lines", [1, 5, 500])
async def test_a_bill_costs_the_same_few_statements_however_long_it_is(
    application: Application, books: Books, lines: int, terms: str
) -> None:
    body = books.bill(await books.vendor(), lines=[line()] * lines, payment_terms=terms)
    company = books.company
    created = await cost(application, create_bill, BillCreate.model_validate(body), company.clerk)
    bill = created.result
    command = DecideBill(bill_id=bill.id, version=1, digest=bill.digest)
    approved = await cost(application, approve_bill, command, company.approver)
    back = ReverseBill(bill_id=bill.id, version=2, reason="why")
    reversed_bill = await cost(application, reverse_bill, back, company.controller)
    # Setting the tenant, the key, what the bill is checked against, the bill; audit, events and the answer in one.
    assert created.statements == 5
    # The same with the locked bill, the entry with what it leaves open, and the decision.
    assert approved.statements == 5
    assert reversed_bill.statements == 10


async def test_a_rejection_costs_five(application: Application, books: Books) -> None:
    body = BillCreate.model_validate(books.bill(await books.vendor()))
    bill = (await cost(application, create_bill, body, books.company.clerk)).result
    command = RejectBill(bill_id=bill.id, version=1, reason="why")
    assert (await cost(application, reject_bill, command, books.company.approver)).statements == 5
