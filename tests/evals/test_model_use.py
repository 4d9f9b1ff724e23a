"""What the use of a model comes to: exact money, honest intervals, and nothing where nobody was asked."""

from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bursar.evals.intervals import Counts, of_f1_gain, of_mean
from bursar.evals.model_use import ModelUse
from bursar.evals.spending import Call
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Outcome


def call(question: int, micro: int, began: float, ended: float) -> Call:
    outcome = Outcome.ANSWERED
    return Call(UUID(int=question), "m", outcome, Usage(input=1), micro, False, False, began, ended)


def test_where_nobody_was_asked_nothing_was_spent() -> None:
    figures = ModelUse(units=7).as_json()
    assert (figures["asked"], figures["calls"], figures["cost"], figures["unheard"]) == (0, 0, "0.000000", 0)
    assert set(figures["seconds"].values()) == {0}
    assert {Decimal(one) for one in figures["cost_per_thousand"].values()} == {0}
    assert ModelUse().as_json()["calls_per_unit"] == 0


def test_calls_at_one_question_are_one_question_with_its_pauses() -> None:
    calls = [call(1, 3, 0.0, 1.0), call(2, 5, 0.5, 2.5), call(1, 4, 1.5, 4.0)]
    use = ModelUse(units=4, questions=2, calls=calls)
    figures = use.as_json()
    assert (figures["cost"], figures["cost_per_thousand"]["mean"]) == ("0.000012", "0.003000")
    assert (figures["seconds"]["mean"], figures["seconds"]["most"]) == (3.0, 4.0)


def test_an_answer_that_is_none_was_heard_and_an_outage_was_not() -> None:
    use = ModelUse(units=9)
    for reason in (None, "bad_answer", "too_long", "outage", "outage", "rejected"):
        use.count(reason)
    assert (use.questions, use.unheard) == (6, 3)
    assert use.as_json()["without_answer"] == {"outage": 2, "bad_answer": 1, "too_long": 1, "rejected": 1}


@given(st.lists(st.integers(min_value=0, max_value=10**9), max_size=40))
def test_a_mean_is_that_of_all_and_lies_in_its_interval(values: list[int]) -> None:
    found = of_mean(values)
    assert round(found.mean * len(values), 9) == sum(values)
    assert min(values, default=0) <= found.low <= found.mean <= found.high <= max(values, default=0)


def test_a_gain_on_the_same_documents_has_an_interval_and_none_is_none() -> None:
    before, after = [Counts(1, 0, 1)] * 10, [Counts(2, 0, 0)] * 5 + [Counts(1, 0, 1)] * 5
    interval = of_f1_gain(before, after)
    assert 0 < interval.low < interval.high < 1
    assert of_f1_gain(before, before) == of_f1_gain([], [])
