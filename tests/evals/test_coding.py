"""What is measured of coding: who remembers what was posted is right once corrected, and who guesses is not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bursar.core.coding import line_key
from bursar.evals.coding import LEARNT_AFTER, Coded, measure, report
from bursar.evals.orders import DELIVERIES, Manner, deliveries, measure_orders
from bursar.evals.purchases import Purchase


@dataclass
class Desk:
    """Remembers where each kind of line of a vendor went last, or does not."""

    learns: bool
    known: dict[tuple[int, str], str] = field(default_factory=dict)

    async def suggest(self, purchase: Purchase) -> Sequence[Coded]:
        said = [line.description.replace("no. 778899", "") for line in purchase.lines]
        codes = [self.known.get((purchase.vendor, line_key(one))) for one in said]
        return [Coded(code, code is not None) for code in codes]

    async def post(self, purchase: Purchase) -> None:
        for line in purchase.lines if self.learns else ():
            self.known[purchase.vendor, line_key(line.description)] = line.account_code


async def test_who_remembers_scores_and_who_does_not_learn_does_not() -> None:
    told: list[int] = []

    async def tell(done: int) -> None:
        told.append(done)

    good = await measure(Desk(learns=True), seed=1, lines=200, progress=tell)
    none = await measure(Desk(learns=False), seed=1, lines=200)
    assert good.learning >= LEARNT_AFTER
    assert told[-1] == good.learning + good.asked
    fields = report(good, settings={"seed": 1})["parts"]["coding"]["fields"]
    assert fields["right_when_sure"]["f1"] > 0.9
    assert 0 < fields["right_after_learning"]["f1"] < 1
    assert fields["sure"]["f1_low"] <= fields["sure"]["f1"] <= fields["sure"]["f1_high"]
    empty = report(none, settings={})["parts"]["coding"]["fields"]
    assert (empty["right_after_learning"]["f1"], empty["sure"]["f1"]) == (0, 0)
    assert len(none.misses) == none.asked + none.corrected


@dataclass
class OrderDesk(Desk):
    """Remembers where each line of an order went last, by its number or its words; or takes what a vendor names."""

    believes: bool = False

    async def suggest(self, purchase: Purchase) -> Sequence[Coded]:
        known = [self.known.get((purchase.vendor, self.key(purchase, n))) for n in range(len(purchase.lines))]
        codes = [
            line.names if self.believes else code or line.names
            for code, line in zip(known, purchase.lines, strict=True)
        ]
        return [Coded(code, sure=True) for code in codes]

    async def post(self, purchase: Purchase) -> None:
        for n, line in enumerate(purchase.lines):
            self.known[purchase.vendor, self.key(purchase, n)] = line.account_code

    @staticmethod
    def key(purchase: Purchase, n: int) -> str:
        line = purchase.lines[n]
        words = line_key(line.description.replace("no. 778899", ""))
        return f"{purchase.order} {line.order_line or words}"


async def test_who_knows_the_order_scores_and_who_believes_the_vendor_does_not() -> None:
    delivered = list(deliveries(7, vendors=4))
    assert delivered == list(deliveries(7, vendors=4))
    assert {one.manner for one in delivered} == set(Manner)
    orders = {one.purchase.order for one in delivered}
    assert (len(orders), len(delivered)) == (8, 8 * DELIVERIES)
    # The two orders of a vendor are of the same things, and differ in where these belong.
    for vendor in {one.purchase.vendor for one in delivered}:
        lines = [
            (each, one.purchase.order)
            for one in delivered
            if one.purchase.vendor == vendor
            for each in one.purchase.lines
        ]
        assert len({line_key(each.description) for each, _ in lines}) == 2
        assert len({(each.account_code, order) for each, order in lines}) == 2
    knows = (await measure_orders(OrderDesk(learns=True), seed=7, vendors=4)).part()["fields"]
    assert {one["f1"] for one in knows.values()} == {1.0}
    assert knows["first_deliveries_named"]["n"] == 4
    assert knows["later_deliveries_worded"]["n"] == 8
    believes = await measure_orders(OrderDesk(learns=True, believes=True), seed=7, vendors=4)
    fields = believes.part()["fields"]
    assert (fields["first_deliveries_named"]["f1"], fields["later_deliveries_misnamed"]["f1"]) == (1, 0)
    wrong = sum(one["n"] - one["right"] for one in fields.values())
    assert len(believes.misses) == wrong > 0
