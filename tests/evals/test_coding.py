"""What is measured of coding: who remembers what was posted is right once corrected, and who guesses is not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bursar.core.coding import line_key
from bursar.evals.coding import LEARNT_AFTER, Coded, measure, report
from bursar.evals.purchases import Purchase


@dataclass
class Desk:
    """Remembers where each kind of line of a vendor went last, or does not."""

    learns: bool
    known: dict[tuple[int, str], str] = field(default_factory=dict)

    async def suggest(self, vendor: int, lines: Sequence[str]) -> Sequence[Coded]:
        codes = [self.known.get((vendor, line_key(line.replace("no. 778899", "")))) for line in lines]
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
