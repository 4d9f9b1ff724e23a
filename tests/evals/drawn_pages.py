"""What holds of the pages of any author: what is asked for stands on them, nothing lies on anything else."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import pypdfium2

from bursar.evals.rendering.documents import Document
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.sameness import NUMBERS

DATES = frozenset({"issue_date", "due_date", "delivery_date"})
CODED = frozenset({"currency", "type_code"})
ONLY_ABROAD = frozenset({"ein", "sales_tax"})


def bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def texts(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def asked(document: Document) -> Iterator[tuple[str, str]]:
    yield from document.truth.fields.items()
    for record in (*document.truth.lines, *document.truth.groups):
        yield from record.items()


def assert_every_value_stands(documents: Iterable[Document], in_rows: Collection[str] = ()) -> None:
    """See that what is asked for is on the page; the words of what is `in_rows` may stand in several rows."""
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
            elif name in in_rows:
                said = all(bare(word) in letters for word in value.split())
            else:
                said = bare(value) in letters
            assert said, (one.name, name, value)


def assert_lines_make_the_net(
    documents: Iterable[Document], shares: Callable[[str], Sequence[Decimal | int]], carried: Collection[str]
) -> None:
    """See that each line is quantity times price less one of its layout's shares, and that lines make the net.

    On the pages of `carried` layouts something for carriage may come to them.
    """
    carriage = {Decimal("4.90"), Decimal("12.50"), Decimal("39.00")}
    for one in documents:
        lines = one.truth.lines
        assert lines
        for line in lines:
            if {"quantity", "unit_price"} <= line.keys():
                exact, net = Decimal(line["quantity"]) * Decimal(line["unit_price"]), Decimal(line["net"])
                off = shares(one.layout)
                assert any(abs(exact * (100 - share) / 100 - net) <= Decimal("0.005") for share in off)
        said = one.truth.unprinted | one.truth.fields
        beside = Decimal(said["net"]) - sum(Decimal(line["net"]) for line in lines)
        assert beside == 0 or (one.layout in carried and beside in carriage)


def assert_groups_make_net_and_tax(documents: Iterable[Document], untaxed: Collection[str]) -> None:
    """See that tax groups add up, and that only the `untaxed` layouts have none."""
    for one in documents:
        said = one.truth.unprinted | one.truth.fields
        groups = one.truth.groups
        assert bool(groups) == (one.layout not in untaxed)
        assert sum(Decimal(group["tax"]) for group in groups) == Decimal(said["tax"])
        if all("base" in group for group in groups) and groups:
            assert sum(Decimal(group["base"]) for group in groups) == Decimal(said["net"])


def assert_words_are_whole(
    words: Vocabulary, other: Vocabulary, goods: Mapping[str, Mapping[str, Sequence[object]]]
) -> None:
    """See that a language has all words, goods and sentences of another, with the same places to fill."""
    assert set(words.labels) | ONLY_ABROAD == set(other.labels)
    assert set(words.headings) == set(other.headings)
    assert set(words.sentences) == set(other.sentences)
    ours, theirs = ({kind: len(some) for kind, some in goods[one.code].items()} for one in (words, other))
    assert ours == theirs
    for name, wordings in words.sentences.items():
        places = {tuple(sorted(re.findall(r"{(\w+)}", wording))) for wording in (*wordings, *other.sentences[name])}
        assert len(places) == 1, name


def written(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Return where each text of a page stands; words that are turned may lie on others, as stamps do."""
    found = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    return [text.get_bounds() for text in found if not text.get_matrix().b]


def assert_no_words_overlap(documents: Iterable[Document]) -> None:
    """See that no words lie on others or beyond the paper."""
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
