from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.bills import BillKind
from bursar.core.matching import (
    Candidate,
    Evidence,
    SellerFacts,
    VendorChoice,
    VendorFacts,
    choose_vendor,
    duplicate_reasons,
    normalise_document_number,
    normalise_iban,
    normalise_name,
    normalise_tax_id,
    score_vendor,
)
from bursar.core.money import Money

SELLER = SellerFacts("Müller & Söhne Bau GmbH", ("DE123456789",), ("DE89 3704 0044 0532 0130 00",))
NAMELESS = VendorFacts(UUID(int=9), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INV-0042/a", "inv42a"),
        ("inv 42 A", "inv42a"),
        ("2024-001", "2024001"),
        ("０１２", "12"),
        ("٠١٢", "12"),
        ("0000", "0"),
        ("R-007.B-000", "r7b0"),
        ("Rechnung Nº 5", "rechnungno5"),
        ("---", ""),
    ],
)
def test_a_document_number_is_compared_without_case_separators_and_leading_zeros(text: str, expected: str) -> None:
    assert normalise_document_number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Müller GmbH & Co. KG", "muller"),
        ("MULLER  G.m.b.H.", "muller"),
        ("AB Volvo", "volvo"),
        ("Żabka Sp. z o.o.", "zabka"),
        ("Foo S. A. R. L.", "foo"),
        ("O'Neil's Ltd.", "oneils"),
        ("Straße AG", "strasse"),
        ("Société Générale, S.A.", "societe generale"),
        ("Co-operative Group", "operative group"),
        ("株式会社ガ", "株式会社ガ"),
        ("GmbH", "gmbh"),
        ("GmbH & Co. KG", "gmbh"),
        ("  ", ""),
    ],
)
def test_a_name_is_compared_without_accents_punctuation_and_legal_form(text: str, expected: str) -> None:
    assert normalise_name(text) == normalise_name(expected)
    assert normalise_name(text).isascii() is False or normalise_name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de 123.456.789", "DE123456789"),
        ("CHE-123.456.789 MWST", "CHE123456789"),
        ("NO 974 760 673 MVA", "NO974760673"),
        ("ATU12345678", "ATU12345678"),
    ],
)
def test_a_tax_id_is_compared_as_capitals_and_digits(text: str, expected: str) -> None:
    assert normalise_tax_id(text) == expected


def test_an_iban_is_compared_in_its_electronic_form() -> None:
    assert normalise_iban("de89 3704 0044 0532 0130 00") == "DE89370400440532013000"


any_text = st.one_of(
    st.text(),
    st.lists(st.sampled_from(["gmbh", "co", "s", "a", "r", "l", "sp", "z", "oo", "x", "kg", "&", "."])).map(" ".join),
    st.text(alphabet="0١-/aZßΣﬁİ\u0301\u0327\u3099²VATMWST1", max_size=12),
)


@pytest.mark.parametrize("normalise", [normalise_document_number, normalise_name, normalise_tax_id, normalise_iban])
@given(text=any_text)
def test_a_normal_form_is_its_own_normal_form(normalise: Callable[[str], str], text: str) -> None:
    normal = normalise(text)
    assert normalise(normal) == normal


@given(st.text(alphabet="0123456789abcdeXYZ"), st.data())
def test_separators_and_case_never_make_another_document_number(text: str, data: st.DataObject) -> None:
    separators = data.draw(st.lists(st.sampled_from(["", "-", "/", " ", ".", "_"]), min_size=len(text)))
    written = "".join(char + separator for char, separator in zip(text.upper(), separators, strict=False))
    assert normalise_document_number(written) == normalise_document_number(text)


def test_a_name_of_legal_forms_only_is_read_in_no_time() -> None:
    assert normalise_name("s a " * 20_000 + "x").endswith("x")


def a_vendor(number: int, name: str = "Other", tax_id: str = "", iban: str = "") -> VendorFacts:
    return VendorFacts(UUID(int=number), name, (tax_id,) if tax_id else (), (iban,) if iban else ())


@pytest.mark.parametrize(
    ("vendor", "reasons"),
    [
        (
            a_vendor(1, "Mueller", "DE 123 456 789", "DE89370400440532013000"),
            (Evidence.TAX_ID, Evidence.IBAN),
        ),
        (a_vendor(1, "MULLER + SOHNE BAU"), (Evidence.NAME, Evidence.NAME_TOKENS)),
        (a_vendor(1, "Söhne Müller"), (Evidence.NAME_TOKENS,)),
        (a_vendor(1, "Bau Söhne Nord"), (Evidence.NAME_TOKENS,)),
        (a_vendor(1, "Bau AG"), ()),
        (NAMELESS, ()),
    ],
)
def test_a_vendor_is_scored_by_evidence_strongest_first(vendor: VendorFacts, reasons: tuple[Evidence, ...]) -> None:
    match = score_vendor(vendor, SELLER)
    assert match.reasons == reasons
    assert bool(match.score) == bool(reasons)


def test_another_tax_id_of_the_same_country_makes_it_another_company() -> None:
    match = score_vendor(a_vendor(1, SELLER.name, "DE999999999"), SELLER)
    assert (match.reasons, match.contradictions) == ((), ("tax_id_differs",))


@pytest.mark.parametrize("tax_id", ["ATU12345678", "12/345/6789"])
def test_a_tax_id_of_another_kind_contradicts_nothing(tax_id: str) -> None:
    match = score_vendor(a_vendor(1, SELLER.name, tax_id), SELLER)
    assert (match.reasons, match.contradictions) == ((Evidence.NAME, Evidence.NAME_TOKENS), ())


def test_stronger_evidence_outweighs_all_weaker_evidence_together() -> None:
    by_tax_id = a_vendor(1, "Completely Different", "DE123456789")
    by_all_else = a_vendor(2, SELLER.name, "", SELLER.ibans[0])
    assert choose_vendor([by_all_else, by_tax_id], SELLER) == VendorChoice(UUID(int=1), ("tax_id",))


def test_two_equally_good_vendors_are_never_chosen_between() -> None:
    twins = [a_vendor(1, SELLER.name), a_vendor(2, SELLER.name), a_vendor(3, "Söhne Müller")]
    assert choose_vendor(twins, SELLER) == VendorChoice(None, ("ambiguous", "name", "name_tokens"))


def test_no_vendor_is_chosen_without_evidence() -> None:
    assert choose_vendor([], SELLER) == VendorChoice(None, ("no_evidence",))
    assert choose_vendor([NAMELESS], SellerFacts("")) == VendorChoice(None, ("no_evidence",))


vendors = st.builds(
    VendorFacts,
    vendor_id=st.integers(1, 4).map(lambda number: UUID(int=number)),
    name=st.sampled_from(["Müller & Söhne Bau", "Müller Söhne", "Other", ""]),
    tax_ids=st.sampled_from([(), ("DE123456789",), ("DE9",), ("AT1",)]),
    ibans=st.sampled_from([(), SELLER.ibans]),
)


@given(st.lists(vendors, max_size=5, unique_by=lambda vendor: vendor.vendor_id))
def test_the_vendor_chosen_is_strictly_better_than_every_other_in_any_order(candidates: list[VendorFacts]) -> None:
    choice = choose_vendor(candidates, SELLER)
    assert choose_vendor(candidates[::-1], SELLER).vendor_id == choice.vendor_id
    scores = {vendor.vendor_id: score_vendor(vendor, SELLER).score for vendor in candidates}
    if choice.vendor_id is None:
        best = max(scores.values(), default=0)
        assert best == 0 or list(scores.values()).count(best) > 1
    else:
        best = scores.pop(choice.vendor_id)
        assert best > max(scores.values(), default=0)


DOCUMENT = Candidate(
    content_sha256="ab" * 32,
    seller="vendor 1",
    number="INV-0042",
    document_date=date(2024, 5, 1),
    gross=Money.from_minor(119_00, "EUR"),
)


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (DOCUMENT, ("same_bytes", "same_number_and_year", "same_amount_and_date")),
        (Candidate(content_sha256="ab" * 32), ("same_bytes",)),
        (Candidate(seller="vendor 1", number="inv42", document_date=date(2024, 12, 31)), ("same_number_and_year",)),
        (Candidate(seller="vendor 1", number="inv42", document_date=date(2023, 12, 31)), ()),
        (Candidate(seller="vendor 2", number="inv42", document_date=date(2024, 5, 1), gross=DOCUMENT.gross), ()),
        (Candidate(seller="vendor 1", document_date=date(2024, 5, 1), gross=DOCUMENT.gross), ("same_amount_and_date",)),
        (Candidate(seller="vendor 1", gross=DOCUMENT.gross, number="INV-0042"), ()),
        (replace(DOCUMENT, content_sha256=None, kind=BillKind.VENDOR_CREDIT), ()),
        (Candidate(), ()),
    ],
)
def test_a_duplicate_is_told_by_bytes_by_number_and_year_and_by_amount_and_date(
    other: Candidate, reasons: tuple[str, ...]
) -> None:
    assert duplicate_reasons(DOCUMENT, other) == reasons
    assert duplicate_reasons(other, DOCUMENT) == reasons


def test_what_is_not_known_equals_nothing() -> None:
    unknown = Candidate(seller="vendor 1", number="---", document_date=date(2024, 5, 1))
    assert duplicate_reasons(unknown, unknown) == ()
    assert duplicate_reasons(Candidate(), Candidate()) == ()
