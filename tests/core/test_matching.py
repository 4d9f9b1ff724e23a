from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.matching import (
    Evidence,
    SellerFacts,
    VendorChoice,
    VendorFacts,
    choose_vendor,
    mail_domain,
    name_words,
    normalise_document_number,
    normalise_iban,
    normalise_name,
    normalise_tax_id,
    score_vendor,
    seller_key,
)

SELLER = SellerFacts(
    "Müller & Söhne Bau GmbH",
    ("DE123456789",),
    ("DE89 3704 0044 0532 0130 00",),
    ("Info@mueller-bau.example", "chef@gmail.com", "nonsense"),
)
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


def a_vendor(
    number: int, name: str = "Other", tax_id: str = "", iban: str = "", **more: tuple[str, ...]
) -> VendorFacts:
    return VendorFacts(UUID(int=number), name, (tax_id,) if tax_id else (), (iban,) if iban else (), **more)


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
        (a_vendor(1, "Muller und Soehne", aliases=("Other", "Mueller")), (Evidence.NAME_TOKENS,)),
        (a_vendor(1, "Miller Sohne Bua"), (Evidence.NAME_TOKENS,)),
        (a_vendor(1, "M & S", aliases=("Müller Söhne Bau AG",)), (Evidence.ALIAS, Evidence.NAME_TOKENS)),
        (a_vendor(1, "M & S", domains=("mueller-bau.example",)), (Evidence.DOMAIN,)),
        (a_vendor(1, "M & S", domains=("gmail.com",)), ()),
        (NAMELESS, ()),
    ],
)
def test_a_vendor_is_scored_by_evidence_strongest_first(vendor: VendorFacts, reasons: tuple[Evidence, ...]) -> None:
    match = score_vendor(vendor, SELLER)
    assert match.reasons == reasons
    assert bool(match.score) == bool(reasons)


def test_another_tax_id_of_the_same_country_makes_it_another_company() -> None:
    match = score_vendor(a_vendor(1, SELLER.name, "DE999999999", SELLER.ibans[0]), SELLER)
    assert (match.score, match.reasons, match.contradictions) == (0, (), ("tax_id_differs",))


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


def test_a_name_that_people_gave_to_another_vendor_leaves_the_choice_to_them() -> None:
    given = a_vendor(2, "Quite Different", aliases=(SELLER.name,))
    assert choose_vendor([a_vendor(1, SELLER.name), given], SELLER).vendor_id is None
    assert choose_vendor([a_vendor(1, "Söhne Müller"), given], SELLER).vendor_id == UUID(int=2)


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        (" Bill@Acme-Bau.example ", "acme-bau.example"),
        ("a@mail.acme.example", "mail.acme.example"),
        ("someone@GMX.de", None),
        ("a@localhost", None),
        ("a b@acme.example", None),
        ("acme.example", None),
        ("a@b@acme.example", None),
        ("a@acme..example", None),
        ("", None),
    ],
)
def test_a_domain_is_that_of_an_address_where_not_anybody_has_mail(email: str, domain: str | None) -> None:
    assert mail_domain(email) == domain


@given(st.text(alphabet="abcdé", min_size=5, max_size=12), st.data())
def test_a_word_with_one_slip_has_something_in_common_with_the_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + "x" + word[at:],
        word[:at] + "x" + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    for slip in slips:
        assert name_words(word) & name_words(slip) or len(slip) < 5


def test_short_words_are_found_as_they_are_and_long_names_by_their_first_words() -> None:
    assert name_words("abb sap") == {"abb", "sap"}
    assert name_words("") == frozenset()
    assert name_words(" ".join(str(number) for number in range(10, 100))) == {str(number) for number in range(10, 22)}
    assert max(map(len, name_words("x" * 500))) == 40


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


def test_sellers_are_one_by_tax_id_or_without_one_by_name() -> None:
    assert seller_key("DE 123 456 788", "Northwind Ltd") == seller_key("DE123456788", "North Wind")
    assert seller_key(None, "Northwind Ltd.") == seller_key("", "NORTHWIND Limited") == seller_key(" - ", "Northwind")
    assert seller_key("DE123456788", "Northwind") != seller_key(None, "Northwind")
