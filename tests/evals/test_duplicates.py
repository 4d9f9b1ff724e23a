"""What is measured of duplicates: the generator makes what it says, and the rules meet their marks on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import pytest

from bursar.core.bills import BillKind
from bursar.core.duplicates import LineFacts, Received, Relation, find_duplicates, order_key
from bursar.evals.changes import CHANGES, Under
from bursar.evals.duplicates import Alarm, measure, report
from bursar.evals.histories import Sent, history, is_factored

RELATIONS = {Under.SAME_ACCOUNT: Relation.SAME_ACCOUNT, Under.TWIN: Relation.OTHER_VENDOR}


@dataclass
class Desk:
    """The rules without a database: all that was kept of the vendor, and of those paid through the same factor."""

    kept: list[tuple[int, Sent]] = field(default_factory=list)

    async def keep(self, at: int, sent: Sent) -> None:
        self.kept.append((at, sent))

    async def ask(self, sent: Sent, under: Under, same_file_as: int | None) -> Sequence[Alarm]:
        asked = received(sent, same_file_as, Relation.SAME_VENDOR)
        near = [
            (at, received(one, at, RELATIONS.get(under, Relation.SAME_VENDOR)))
            for at, one in self.kept
            if one.vendor == sent.vendor
        ]
        near += [
            (at, received(one, at, Relation.SAME_ACCOUNT))
            for at, one in self.kept
            if one.vendor != sent.vendor and is_factored(one.vendor) and is_factored(sent.vendor)
        ]
        found = find_duplicates(asked, [one for _, one in near])
        return [Alarm(near[one.index][0], one.sentence) for one in found]


@dataclass
class Parrot:
    """A desk that takes everything for the first document, or nothing for any."""

    at: int | None

    async def keep(self, at: int, sent: Sent) -> None:
        pass

    async def ask(self, sent: Sent, under: Under, same_file_as: int | None) -> Sequence[Alarm]:  # noqa: ARG002 - a parrot does not listen.
        return [] if self.at is None else [Alarm(self.at, "parrot")]


def received(sent: Sent, file: int | None, relation: Relation) -> Received:
    return Received(
        label=sent.number,
        number=sent.number,
        document_date=sent.on,
        currency=sent.currency,
        kind=BillKind.VENDOR_CREDIT if sent.is_credit else BillKind.BILL,
        net_minor=sent.net,
        gross_minor=sent.net + sent.tax,
        lines=tuple(LineFacts(text, net) for text, net in sent.lines),
        order_key=order_key(sent.order),
        content_sha256=None if file is None else str(file),
        relation=relation,
    )


async def test_copies_are_found_and_what_is_alike_is_left_alone() -> None:
    score = await measure(Desk(), seed=7, vendors=44, copies=20)
    assert len(score.copies) >= 13
    assert score.recall >= 0.99, [told for tally in score.copies.values() for told in tally.told]
    assert score.false_alarms <= 0.005, [told for tally in score.originals.values() for told in tally.told]


@pytest.mark.parametrize("at", [None, 0])
async def test_who_finds_nothing_or_everything_has_no_good_figures(at: int | None) -> None:
    score = await measure(Parrot(at), seed=1, vendors=11, copies=3)
    figures = report(score, settings={})
    assert figures["recall"] < 0.1
    assert figures["false_alarms"] == (0 if at is None else 1)
    assert figures["parts"]["first_time"]["fields"]["all"]["f1"] == (1 if at is None else 0)
    assert set(figures["parts"]["copies"]["fields"]) == {"all", *CHANGES}


def test_a_history_is_the_same_for_the_same_seed_and_in_the_order_of_time() -> None:
    first = history(3, vendors=22)
    assert first == history(3, vendors=22) != history(4, vendors=22)
    assert [one.sent.on for one in first] == sorted(one.sent.on for one in first)
    assert len({one.habit for one in first}) == 11


def test_a_change_makes_another_document_wherever_it_can_be_made() -> None:
    dice, sent = Random(5), [one.sent for one in history(5, vendors=11)]
    for kind, (under, change) in CHANGES.items():
        made = [(one, changed) for one in sent for changed in [change(dice, one)] if changed is not None]
        assert len(made) > 20, kind
        assert under is not Under.SAME or any(changed != one for one, changed in made), kind
