"""The fresh layouts: everything that is asked for stands on the page, nothing lies on anything else."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pypdfium2
import pytest

from bursar.evals.rendering.documents import Document, rendered
from bursar.evals.rendering.fresh.layouts import FRESH
from bursar.evals.rendering.fresh.words import FRESH_LANGUAGES, GOODS
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.sameness import NUMBERS

DATES = {"issue_date", "due_date", "delivery_date"}
CODED = {"currency", "type_code"}
CARRIAGE = {Decimal("4.90"), Decimal("12.50"), Decimal("39.00")}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(rendered(FRESH, seed=11, languages=FRESH_LANGUAGES))


def bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def texts(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def asked(document: Document) -> Iterator[tuple[str, str]]:
    yield from document.truth.fields.items()
    for record in (*document.truth.lines, *document.truth.groups):
        yield from record.items()


def test_every_value_that_is_asked_for_stands_on_a_page(documents: list[Document]) -> None:
    for one in documents:
        text = texts(one.pdf)
        letters, digits = bare(text), re.sub(r"[.,'’\s\u00a0]", "", text)
        for name, value in asked(one):
            if name in CODED:
                continue
            if name in DATES:
                year, _month, day = value.split("-")
                said = str(int(day)) in text and year[2:] in text
            elif name in NUMBERS:
                said = re.sub(r"\D", "", value) in digits
            elif name.endswith("tax_id"):
                said = bare(value)[3:9] in letters
            elif name in {"detail", "payment_terms"}:  # They may stand in several rows.
                said = all(bare(word) in letters for word in value.split())
            else:
                said = bare(value) in letters
            assert said, (one.name, name, value)


def test_lines_are_quantity_times_price_less_what_is_taken_off_and_add_up_to_the_net_amount(
    documents: list[Document],
) -> None:
    for one in documents:
        lines = one.truth.lines
        assert lines
        for line in lines:
            if {"quantity", "unit_price"} <= line.keys():
                exact = Decimal(line["quantity"]) * Decimal(line["unit_price"])
                off = (0, 5, 10, Decimal("12.5"), 20, 35) if one.layout in {"z02-artisan", "z09-parts"} else (0,)
                assert any(abs(exact * (100 - share) / 100 - Decimal(line["net"])) <= Decimal("0.005") for share in off)
        said = one.truth.unprinted | one.truth.fields
        beside = Decimal(said["net"]) - sum(Decimal(line["net"]) for line in lines)
        assert beside == 0 or (one.layout in {"z13-printer", "z16-renter"} and beside in CARRIAGE)


def test_taxes_by_rate_add_up_to_the_net_amount_and_the_tax(documents: list[Document]) -> None:
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        groups = one.truth.groups
        assert bool(groups) == (one.layout not in {"z10-licences", "z14-school"})
        assert sum(Decimal(group["tax"]) for group in groups) == Decimal(said["tax"])
        if all("base" in group for group in groups) and groups:
            assert sum(Decimal(group["base"]) for group in groups) == Decimal(said["net"])


def test_what_is_paid_or_kept_and_what_is_left_are_the_whole(documents: list[Document]) -> None:
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        kept = Decimal(said["gross"]) - Decimal(said["prepaid"]) - Decimal(said["payable"])
        share = 100 * kept / Decimal(said["net"])
        assert kept == 0 or (one.layout == "z03-freelancer" and abs(share - round(share)) < Decimal("0.01"))


@pytest.mark.parametrize("words", FRESH_LANGUAGES.values(), ids=FRESH_LANGUAGES.keys())
def test_every_language_has_words_for_everything(words: Vocabulary) -> None:
    other = FRESH_LANGUAGES["en"]
    only_abroad = {"ein", "sales_tax"}
    assert set(words.labels) | only_abroad == set(other.labels)
    assert set(words.headings) == set(other.headings)
    assert set(words.sentences) == set(other.sentences)
    assert {kind: len(goods) for kind, goods in GOODS[words.code].items()} == {
        kind: len(goods) for kind, goods in GOODS["en"].items()
    }
    for name, wordings in words.sentences.items():
        places = {tuple(sorted(re.findall(r"{(\w+)}", wording))) for wording in (*wordings, *other.sentences[name])}
        assert len(places) == 1, name


def written(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Return where each text of a page stands; words that are turned may lie on others, as stamps do."""
    texts = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    return [text.get_bounds() for text in texts if not text.get_matrix().b]


def test_no_words_lie_on_others_or_beyond_the_paper(documents: list[Document]) -> None:
    for one in documents:
        for page in pypdfium2.PdfDocument(one.pdf):
            width, height = page.get_size()
            boxes = written(page)
            for place, (left, bottom, right, top) in enumerate(boxes):
                assert left > 0, one.name
                assert bottom > 0, one.name
                assert right < width, one.name
                assert top < height, one.name
                for other_left, other_bottom, other_right, other_top in boxes[:place]:
                    across = min(right, other_right) - max(left, other_left)
                    upright = min(top, other_top) - max(bottom, other_bottom)
                    assert across < 1 or upright < 1, (one.name, left, height - top)
