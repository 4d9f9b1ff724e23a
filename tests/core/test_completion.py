"""A model is asked for what is missing or contradicted, and never makes a reading worse than it was."""

from decimal import Decimal

from bursar.core.completion import ESSENTIAL, adds_up, completed, lacking, names_currency, recognised, unsure
from bursar.core.extraction import Evidence, Extraction, Method, Value


def value(text: str, confidence: str = "0.999", method: Method = Method.TEXT, *evidence: Evidence) -> Value:
    return Value(value=text, raw=text, method=method, page=1, evidence=evidence, confidence=Decimal(confidence))


def reading(**fields: str | Value) -> Extraction:
    return Extraction(fields={name: value(one) if isinstance(one, str) else one for name, one in fields.items()})


WHOLE = {
    "invoice_number": "R-1",
    "issue_date": "2026-11-02",
    "currency": "EUR",
    "net": "100.00",
    "tax": "19.00",
    "gross": "119.00",
    "seller_name": "Northwind",
}

PAGE = "Total 119.00 EUR"


def test_a_reading_that_suffices_asks_for_nothing() -> None:
    assert lacking(reading(**WHOLE), PAGE) == ()
    assert unsure(reading(**WHOLE)) == ()


def test_what_is_missing_or_doubtful_is_asked_for_and_what_is_welcome_along_with_it() -> None:
    doubtful = reading(
        **{name: text for name, text in WHOLE.items() if name != "seller_name"}, seller_name=value("Nrthwnd", "0.2")
    )
    assert lacking(doubtful, PAGE) == ("seller_name", "due_date", "seller_tax_id", "order_reference")
    assert unsure(doubtful) == ("seller_name",)
    assert set(ESSENTIAL) <= set(lacking(Extraction(), PAGE))


def test_sums_that_contradict_are_asked_for() -> None:
    assert lacking(reading(**{**WHOLE, "gross": "118.00"}), PAGE)[:1] == ("gross",)
    assert "net" in lacking(reading(**{**WHOLE, "gross": "118.00"}), PAGE)


def test_a_currency_is_not_asked_for_where_the_page_has_none_to_copy() -> None:
    without = reading(**{name: text for name, text in WHOLE.items() if name != "currency"})
    assert lacking(without, "Total 119.00, ALLTAGSWARE, Eur") == ()
    assert lacking(without, PAGE)[0] == "currency"
    assert "currency" not in lacking(Extraction(), "")
    assert [names_currency(text) for text in ("5 €", "5 zł", "CHF5", "XQX", "EURO")] == [True, True, True, False, False]


def test_a_finding_that_would_contradict_two_sums_is_dropped_whole() -> None:
    two = reading(net="100.00", gross="119.00")
    assert completed(two, {"tax": value("18.00", "1", Method.MODEL)}) == two
    one = reading(gross="119.00")
    found = {"net": value("50.00", "1", Method.MODEL), "tax": value("9.50", "1", Method.MODEL)}
    assert completed(one, found) == one


def test_what_is_found_takes_its_place_with_the_confidence_of_what_speaks_for_it() -> None:
    found = completed(reading(), {"invoice_number": value("R-1", "1", Method.MODEL)})
    assert found.fields["invoice_number"].confidence < 1


def test_what_says_the_same_changes_nothing() -> None:
    ours = reading(**WHOLE)
    said = completed(ours, {"invoice_number": value("R-1", "0.1", Method.MODEL)})
    assert said.fields["invoice_number"] == ours.fields["invoice_number"]


def test_sums_that_are_right_speak_for_their_parts() -> None:
    broken = reading(**{**WHOLE, "gross": "118.00"})
    said = completed(broken, {"gross": value("119.00", "0.1", Method.MODEL, Evidence.FORMAT)})
    assert adds_up(said.fields)
    assert all(Evidence.ARITHMETIC in said.fields[name].evidence for name in ("net", "tax", "gross"))


def test_right_sums_are_not_broken() -> None:
    said = completed(reading(**WHOLE), {"gross": value("999.00", "0.9", Method.MODEL)})
    assert said.fields["gross"].value == "119.00"


def test_what_we_know_of_a_seller_speaks_for_what_its_document_says() -> None:
    said = reading(seller_name="NORTHWIND Ltd.", seller_tax_id="DE 123 456 788", iban=value("DE02", "0.5"))
    known = recognised(said, tax_ids=["DE123456788"], ibans=["FR76"], names=["Northwind Limited", ""])
    assert Evidence.MASTER_DATA in known.fields["seller_name"].evidence
    assert Evidence.MASTER_DATA in known.fields["seller_tax_id"].evidence
    assert known.fields["iban"] == said.fields["iban"]
    assert recognised(reading(seller_name="Ltd"), tax_ids=(), ibans=(), names=()).fields["seller_name"].evidence == ()
    assert recognised(Extraction(), tax_ids=["DE1"], ibans=["DE02"], names=["Northwind"]) == Extraction()
