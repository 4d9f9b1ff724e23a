from collections.abc import Sequence
from decimal import Decimal

import pytest

from bursar.core.extraction import Box, Extraction, Method, Value
from bursar.evals.datasets import Layouts, chosen
from bursar.evals.extraction import measured, report
from bursar.evals.reading import read
from bursar.evals.rendering.documents import Document
from bursar.evals.rendering.truth import Truth, from_json
from bursar.formats.pdf.page import Page, Word
from tests.tracing import untraced

BOX = Box(0, 0, 1000, 1000)


def documents() -> list[Document]:
    return [
        Document(name=name, layout="x", language="en", pdf=name.encode(), truth=Truth(fields={"gross": "5.00"}))
        for name in ("right", "wrong", "broken")
    ]


def reader(data: bytes) -> tuple[Sequence[Page], Extraction]:
    if data == b"broken":
        raise ZeroDivisionError
    raw = "5.00" if data == b"right" else "6.00"
    value = Value(value=raw, raw=raw, method=Method.TEXT, page=1, box=BOX, confidence=Decimal("0.9"))
    return [Page(1, 1000, 1000, (Word("5.00", BOX),))], Extraction(fields={"gross": value})


def test_a_reader_that_breaks_has_read_nothing_and_stops_nobody() -> None:
    told: list[int] = []
    part = measured("own", documents(), reader, shown=True, tell=lambda: told.append(1))
    figures = report([part], settings={})["parts"]["own"]
    assert len(told) == figures["documents"] == 3
    assert figures["failed"] == 1
    gross = figures["fields"]["gross"]
    assert (gross["right"], gross["wrong"], gross["missed"]) == (1, 1, 2)
    assert figures["places"] == {"values": 2, "found": 1}
    assert {miss.document for miss in part.misses} == {"wrong", "broken"}


def test_a_part_that_is_not_shown_has_no_misses_to_show() -> None:
    assert measured("held_out", documents(), reader, shown=False, tell=lambda: None).misses == []


def test_so_many_documents_as_asked_for_are_shared_as_the_layouts_are() -> None:
    whole = chosen(Layouts.ALL, seed=1, documents=None)
    some = chosen(Layouts.ALL, seed=1, documents=60)
    assert [dataset.documents for dataset in whole] == [792, 96, 96]
    assert [dataset.documents for dataset in some] == [48, 6, 6]
    assert [(dataset.name, dataset.shown) for dataset in whole] == [
        ("development", True),
        ("fitting", False),
        ("held_out", False),
    ]


def test_labels_may_be_brief_and_empty_values_are_none() -> None:
    truth = from_json({"fields": {"gross": 5, "net": None}})
    assert truth.fields == {"gross": "5"}
    with pytest.raises(KeyError):
        from_json({})


def test_no_rendered_document_breaks_the_reader() -> None:
    for dataset in chosen(Layouts.ALL, seed=3, documents=60):
        with untraced():
            part = measured(dataset.name, dataset, read, shown=True, tell=lambda: None)
        assert part.failed == []
