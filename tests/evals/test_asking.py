"""How seldom a model is asked is counted against a path that asks for every document."""

from decimal import Decimal
from functools import partial

from bursar.core.completion import lacking
from bursar.core.extraction import Extraction, Method
from bursar.evals.asking import ASKED, compare, perfect, prepare
from bursar.evals.datasets import Layouts, chosen
from bursar.evals.places import misplaced
from bursar.evals.reading import read
from tests.tracing import untraced

(DEVELOPMENT,) = chosen(Layouts.DEV, seed=3, documents=6)
(HELD_OUT,) = chosen(Layouts.HELD_OUT, seed=3, documents=12)


def test_the_reader_without_fault_copies_from_the_page_and_every_place_is_right() -> None:
    found = 0
    for document in DEVELOPMENT:
        pages, _ = read(document.pdf)
        known = perfect(document.truth, pages)
        found += len(known)
        assert {value.method for value in known.values()} == {Method.MODEL}
        assert not list(misplaced(Extraction(fields=known), pages))
        printed = [name for name in ASKED if name in document.truth.fields]
        assert len(known) >= len(printed) - 1, set(printed) - known.keys()
    assert found > 40


def test_a_model_is_asked_far_more_seldom_than_always_and_makes_the_reading_better_never_worse() -> None:
    with untraced():
        found = compare(prepare(HELD_OUT, read))
    assert (found.documents, found.always.calls, found.without.calls) == (12, 12, 0)
    assert 0 < found.calls_ratio <= 0.4  # Twelve documents; docs/quality/models.md has all of them.
    assert found.without.asked.f1 <= found.ours.asked.f1 <= found.always.asked.f1


def test_who_doubts_everything_asks_always() -> None:
    found = compare(prepare(DEVELOPMENT, read), partial(lacking, doubt=Decimal(2)))
    assert found.calls_ratio == 1
    assert found.ours.asked == found.always.asked
