"""What vendors write about when to pay is read wholly, or not at all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bursar.core.terms import DayAfter, DayOfMonth, DueRule, EarlyPayment, EndOfMonth, NetDays, PaymentTerms, parse
from bursar.formats.payment_terms import words
from bursar.formats.payment_terms.reader import Offer, TermsRead, read_terms, speaks_of_discount

ISSUED = date(2026, 11, 1)
DUE = date(2026, 12, 1)

# In each language: how a net term, and how a discount is worded. The numbers are put in by the laws below.
NET = {
    "en": (
        "payable within {n} days without deduction",
        "net {n}",
        "{n} days net",
        "Payment terms: {n} days from the invoice date",
        "please pay within {n} days of receipt of invoice",
    ),
    "de": (
        "zahlbar innerhalb von {n} Tagen netto",
        "{n} Tage rein netto",
        "Zahlungsziel {n} Tage ab Rechnungsdatum",
        "Zahlbar innerhalb {n} Tagen nach Erhalt der Rechnung ohne Abzug",
    ),
    "fr": ("{n} jours net", "paiement à {n} jours date de facture", "À régler sous {n} jours sans escompte"),
    "es": ("a {n} días fecha factura", "neto {n} días", "Pago en un plazo de {n} días desde la fecha de factura"),
    "it": ("{n} giorni data fattura", "pagamento entro {n} gg d.f.", "netto a {n} giorni"),
    "nl": ("te betalen binnen {n} dagen na factuurdatum", "{n} dagen netto", "betalingstermijn {n} dagen"),
    "pt": ("pagamento a {n} dias", "prazo de pagamento: {n} dias data da fatura"),
    "pl": ("termin płatności {n} dni", "płatne w ciągu {n} dni od daty wystawienia faktury"),
}
DISCOUNT = {
    "en": (
        "{p} % discount if paid within {d} days",
        "Deduct {p}% when paying within {d} days",
        "{d} days {p} % discount",
    ),
    "de": (
        "{p} % Skonto bei Zahlung innerhalb {d} Tagen",
        "bei Zahlung binnen {d} Tagen gewähren wir {p} % Skonto",
        "Skonto: {p} %, {d} Tage".replace(",", ""),
        "{d} Tage {p} Prozent Skonto",
    ),
    "fr": ("escompte {p} % sous {d} jours", "Pour un paiement sous {d} jours déduisez {p} %"),
    "es": ("Descuento por pronto pago {p} % a {d} días", "{p} % de descuento si paga en {d} días"),
    "it": ("sconto {p}% a {d} gg", "Per pagamenti entro {d} giorni sconto del {p} %"),
    "nl": ("{p} % korting bij betaling binnen {d} dagen", "Bij betaling binnen {d} dagen mag u {p} % aftrekken"),
    "pt": ("desconto de {p} % para pagamento em {d} dias", "{p} % de desconto a {d} dias"),
    "pl": ("rabat {p} % przy zapłacie w ciągu {d} dni", "{p} % skonta przy płatności w {d} dni"),
}
MONTHS = {
    "en": (
        "end of month",
        "{n} days after the end of the month",
        "end of the following month",
        "on the {m}th of the next month",
    ),
    "de": ("zahlbar zum Monatsende", "{n} Tage nach Monatsende", "Ende des Folgemonats", "am {m}. des Folgemonats"),
    "fr": ("fin de mois", "{n} jours après la fin du mois", "fin du mois suivant", "le {m} du mois suivant"),
    "es": ("a fin de mes", "{n} días desde fin de mes", "fin del mes siguiente", "el día {m} del mes siguiente"),
    "it": ("fine mese", "{n} giorni da fine mese", "fine mese successivo", "il {m} del mese successivo"),
    "nl": ("einde maand", "{n} dagen na einde maand", "einde volgende maand", "op de {m}e van de volgende maand"),
}
LANGUAGES = st.sampled_from(sorted(NET))
PERCENT = st.decimals("0.01", "49.99", places=2) | st.integers(1, 20).map(Decimal)


@st.composite
def worded(draw: st.DrawFn) -> tuple[PaymentTerms, str]:
    """Return terms with a discount and what a vendor writes for them."""
    language = draw(LANGUAGES)
    days, percent = draw(st.integers(1, 60)), draw(PERCENT)
    more = draw(st.integers(1, 120))
    written = f"{percent}".replace(".", draw(st.sampled_from(".,")))
    net = draw(st.sampled_from(NET[language])).format(n=days + more)
    discount = draw(st.sampled_from(DISCOUNT[language])).format(p=written, d=days)
    parts = (discount, net) if draw(st.booleans()) else (net, discount)
    text = draw(st.sampled_from((", ", "; ", ". ", ",\n"))).join(parts)
    # "net 2. 1.00 %" may as well be a day and a month: then words stay words.
    assume(not re.search(r"\d\. \d", text))
    text = draw(st.sampled_from((text, text.upper(), f"{text}.", f"- {text}")))
    return PaymentTerms.single(NetDays(days + more), EarlyPayment(percent, days)), text


def read(text: str, due: date | None = None) -> PaymentTerms | None:
    return read_terms(text, issued=ISSUED, due=due).terms


@given(terms=worded())
def test_a_discount_is_read_back_from_its_words(terms: tuple[PaymentTerms, str]) -> None:
    assert read(terms[1]) == terms[0]


@given(language=LANGUAGES, days=st.integers(0, 999), data=st.data())
def test_net_days_are_read_back_from_their_words(language: str, days: int, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(NET[language])).format(n=days)
    assert read(text) == PaymentTerms.single(NetDays(days))


@given(language=st.sampled_from(sorted(MONTHS)), days=st.integers(1, 99), day=st.integers(1, 31))
def test_days_about_the_end_of_a_month_are_read_back_from_their_words(language: str, days: int, day: int) -> None:
    rules: tuple[DueRule, ...] = (EndOfMonth(), EndOfMonth(days), DayOfMonth(31), DayOfMonth(day))
    for text, rule in zip(MONTHS[language], rules, strict=True):
        assert read(text.format(n=days, m=day)) == PaymentTerms.single(rule)


@given(
    percent=st.integers(1, 5).map(Decimal) | st.decimals("0.01", "4.99", places=2),
    days=st.integers(0, 30),
    more=st.integers(0, 60),
)
def test_what_we_write_ourselves_is_read_back(percent: Decimal, days: int, more: int) -> None:
    for rule in (NetDays(days + more), EndOfMonth(30 + days), DayAfter(31, days)):
        for early in (None, EarlyPayment(percent, days)):
            terms = PaymentTerms.single(rule, early)
            assert read(str(terms)) == terms


@given(terms=worded(), number=st.integers(0, 99_999), data=st.data())
def test_a_number_too_many_leaves_prose(terms: tuple[PaymentTerms, str], number: int, data: st.DataObject) -> None:
    parts = terms[1].split(" ")
    parts.insert(data.draw(st.integers(0, len(parts))), str(number))
    assert read_terms(" ".join(parts), issued=ISSUED) == TermsRead(None, is_understood=False)


_UNKNOWN = st.sampled_from(["not", "nur", "sauf", "month", "salvo", "Werktage", "½", "#"])


@given(word=_UNKNOWN, terms=worded(), data=st.data())
def test_a_word_that_is_not_known_leaves_prose(word: str, terms: tuple[PaymentTerms, str], data: st.DataObject) -> None:
    parts = terms[1].split(" ")
    parts.insert(data.draw(st.integers(0, len(parts))), word)
    assert read_terms(" ".join(parts), issued=ISSUED, due=DUE) == TermsRead(None, is_understood=False)


_PIECES = st.lists(
    st.sampled_from(sorted(words.KINDS))
    | st.sampled_from(["2", "10 ", "%", "/", ",", ". ", "\n", "12.11.2026", "#", " "])
)


@given(text=st.text() | _PIECES.map("".join) | _PIECES.map(" ".join), days=st.none() | st.integers(-9, 90))
def test_no_text_breaks_the_reading(text: str, days: int | None) -> None:
    due = None if days is None else ISSUED + timedelta(days=days)
    found = read_terms(text, issued=ISSUED, due=due, payable=Decimal(100))
    speaks_of_discount(text)
    for issued in (date.min, date.max):
        read_terms(text, issued=issued, due=due)
    early = found.terms.early_payment if found.terms else None
    if early is not None:
        assert ISSUED + timedelta(days=early.days) <= (due or date.max)


def test_a_phrase_means_the_same_in_every_language_or_nothing() -> None:
    kinds: dict[str, set[str]] = {}
    for language in words.LANGUAGES:
        for kind, phrases in language.items():
            for phrase in phrases.split("|"):
                kinds.setdefault(phrase, set()).add(kind)
    assert {phrase: found for phrase, found in kinds.items() if len(found - {words.NOTHING}) > 1} == {}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("sofort fällig ohne Abzug", "net 0"),
        ("due upon receipt", "net 0"),
        ("Zahlbar sofort rein netto", "net 0"),
        ("paiement à réception de facture", "net 0"),
        ("2/10 net 30", "2/10 net 30"),
        ("2/10, n/30", "2/10 net 30"),
        ("Terms 2/10 net 30 days", "2/10 net 30"),
        ("2% 10 days, net 30", "2/10 net 30"),
        ("14 Tage 2 %, 30 Tage netto", "2/14 net 30"),
        ("Payment within 10 days, 2% discount; 30 days net", "2/10 net 30"),
        ("30-day payment term", "net 30"),
        ("2 % Skonto bis 12.11.2026, netto bis 01.12.2026", "2/11 net 30"),
        ("Zahlbar innerhalb 30 Tagen netto bis 01.12.2026, 3% Skonto innerhalb 10 Tagen bis 11.11.2026", "3/10 net 30"),
        ("Descuento por pronto pago 2 % a 10 días; resto 30 días", "2/10 net 30"),
        ("3% discount 10 days, net 10 days", "3/10 net 10"),
        ("2 % discount before 12.11.2026, net 30 days", "2/10 net 30"),
        ("Gelieve het bedrag te voldoen voor 12.11.2026.", "net 10"),
        ("50 % within 10 days, 50 % within 30 days", "50% net 10, 50% net 30"),
        ("40% immediately, 60% 30 days", "40% net 0, 60% net 30"),
        ("30 gg d.f.f.m.", "day 31 after 30 days"),
        ("Net 30. Late payments bear interest at 1.5 % per month.", "net 30"),
        ("2 % 10 jours, 30 jours net, sans escompte", None),
        (
            "30 jours net, pas d'escompte pour paiement anticipé. Pénalités de retard : 10 %, indemnité 40,00 €",
            "net 30",
        ),
        ("2 % discount within 5 days, 30 days net\nPenalty percentage 10% from due date", "2/5 net 30"),
    ],
)
def test_what_is_certain_is_read(text: str, terms: str | None) -> None:
    assert read(text) == (parse(terms) if terms else None)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 % interest per month after 30 days",
        "Late payment: 2 % within 10 days",
        "Bei Verzug berechnen wir 9 % Zinsen",
    ],
)
def test_what_late_payment_costs_is_no_discount(text: str) -> None:
    assert read_terms(text, issued=ISSUED, due=DUE) == TermsRead(None, is_understood=True)


@pytest.mark.parametrize(
    "text",
    [
        "30 days net, 2% 10 days, interest on overdue amounts",  # Late interest in the same sentence as the terms.
        "30 days net\n2 % 10 days\nlate interest",  # Which of the two the percentage is of is not said.
        "on receipt within 30 days",
        "50 % upon order, 50 % within 30 days",
        "50% prepaid, 50% within one month",
        "10 % Rabatt, 30 Tage netto",
        "10% Rabatt 30 Tage netto",
        "30/60/90 days",
        "30/60 net 90",
        "10-14 Tage netto",
        "2,5 Tage netto",
        "40 % 10 days, net 30",  # Of what a share is the rest is not said.
        "30 % 10 days, 60 % 30 days",
        "before 30 days net",
        "5 % 10 days, balance 60 days",
        "10 % 10 days, 60 days net",
        "2% per 10 days, net 30",
        "2 % discount before due date 12.11.2026, net 30",
        "2 % discount within 40 days, 30 days net",
        "2 % Skonto innerhalb 10 Tagen bis 15.12.2026, 30 Tage netto",  # The days are not those until the date.
        "2 % Skonto bis 12.10.2026, 30 Tage netto",  # Before the document.
        "1000 % discount 10 days, net 30",
        "100 % discount 10 days, net 30",
        "payable by 3/4/2027",  # March or April.
        "30 days end of month",  # Countries differ in which is counted first.
        "30 net",
        "30 Tage nach Lieferung",
        "2% 10 days. 30 days. 60 days",
        "day 40 of the next month",
        "2 % Skonto 10 Tage, netto",
        "60 dias " * 80,
        f"2 % 5 days, 30 days net{',' * 150} not for freight",
        "#SKONTO#TAGE=14#PROZENT=2,25#",
        "#SKONTO#TAGE=14#PROZENT=2.25# davon 3 Tage",
        "x" * 1001,
    ],
)
def test_what_is_not_certain_stays_prose(text: str) -> None:
    assert read_terms(text, issued=ISSUED) == TermsRead(None, is_understood=False)


def test_the_stated_due_date_is_when_to_pay_where_words_only_tell_of_a_discount() -> None:
    assert read("2 % discount if paid within 10 days", DUE) == parse("2/10 net 30")
    assert read("Payment within 10 days, 2% discount", DUE) == parse("2/10 net 30")
    unknown = read_terms("escompte 2 % sous 10 jours", issued=ISSUED)
    assert unknown == TermsRead(None, is_understood=True, not_held=("2 % within 10 days",))
    # So much off may be a rebate on the price.
    assert read("Sconto 10 % pagamento 10 giorni data fattura", DUE) is None
    # A percentage and days alone are no discount, and none is taken after the due date or before the document's.
    assert read("2 % 10 days", DUE) is None
    assert read("2 % discount within 30 days", DUE) is None
    assert read("2 % discount within 10 days", date(2026, 10, 1)) is None
    assert read("2 % discount within 10 days", date(2046, 10, 1)) is None


@pytest.mark.parametrize(
    ("due", "terms"),
    [
        (date(2026, 12, 30), "eom+30"),
        (date(2026, 12, 31), "day 31 after 30 days"),
        (date(2026, 12, 15), None),
        (None, None),
    ],
)
def test_the_stated_due_date_tells_how_a_month_end_is_counted(due: date | None, terms: str | None) -> None:
    found = read_terms("30 jours fin de mois", issued=date(2026, 11, 15), due=due)
    assert found.terms == (parse(terms) if terms else None)


def test_a_date_that_could_be_two_is_the_stated_one() -> None:
    assert read("payable by 4/12/2026", date(2026, 12, 4)) == parse("net 33")


def test_before_the_stated_due_date_is_on_it() -> None:
    assert read("À régler avant le 01.12.2026.", DUE) == parse("net 30")
    assert read("2 % de remise pour paiement anticipé avant le 01.12.2026", DUE) is None


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("2 % Skonto (= 28,56 EUR) bis 11.11.2026, Zahlbetrag 1.399,44 €, 30 Tage netto", "2/10 net 30"),
        ("2 % discount (EUR 28.56) within 10 days, EUR 1,428.00 net 30 days", "2/10 net 30"),
        ("Rechnungsbetrag 1.428,00 EUR zahlbar innerhalb 30 Tagen", "net 30"),
        ("2 % Skonto (= 24,00 EUR) innerhalb 10 Tagen, 30 Tage netto", None),  # Of the net amount.
        ("2 % Skonto innerhalb 10 Tagen, 30 Tage netto 28,56", None),
        ("28,56 EUR innerhalb 30 Tagen", None),
        ("1.428,00 EUR", None),
    ],
)
def test_amounts_are_those_of_the_document_or_leave_prose(text: str, terms: str | None) -> None:
    found = read_terms(text, issued=ISSUED, payable=Decimal("1428.00"))
    assert found.terms == (parse(terms) if terms else None)
    assert read_terms(text, issued=ISSUED).terms is None


def test_no_text_takes_long() -> None:
    for text in ("30 days, " * 110, "2 % " * 250, "nD" * 500, ".," * 500, "net " * 250, "\u00bd" * 1000, "1,1" * 333):
        start = process_time()
        read_terms(text, issued=ISSUED, due=DUE)
        assert process_time() - start < 1
    assert speaks_of_discount("x" * 100_000)


def test_lines_of_xrechnung_are_read_with_the_text_around_them() -> None:
    line = "#SKONTO#TAGE=10#PROZENT=2.25#"
    late = "#VERZUG#TAGE=30#PROZENT=9.00#BASISBETRAG=50.00#"
    for text in (line, f"{line}\n{late}", f"Zahlbar innerhalb 30 Tagen netto\n{line}\n", f"Vielen Dank!\n{line}\n"):
        assert read(text, DUE) == parse("2.25/10 net 30")
    assert read(f"{line}\n2,25 % Skonto innerhalb 10 Tagen, 30 Tage netto") == parse("2.25/10 net 30")
    assert read_terms(late, issued=ISSUED, due=DUE) == TermsRead(None, is_understood=True)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("7#PROZENT=3.00", "14#PROZENT=2.00"), "3 % within 7 days; 2 % within 14 days"),
        (("14#PROZENT=2.00#BASISBETRAG=80.00",), "2 % of 80.00 within 14 days"),
        (("31#PROZENT=2.00",), "2 % within 31 days"),
        (("14#PROZENT=0.00",), "0 % within 14 days"),
    ],
)
def test_a_discount_that_terms_cannot_hold_is_told_and_not_taken(lines: tuple[str, ...], told: str) -> None:
    text = "\n".join(f"#SKONTO#TAGE={line}#" for line in lines)
    found = read_terms(text, issued=ISSUED, due=DUE, payable=Decimal(100))
    assert (found.terms, "; ".join(found.not_held)) == (parse("net 30"), told)


def test_a_basis_that_is_all_there_is_to_pay_is_no_part() -> None:
    text = "#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=100.00#"
    assert read_terms(text, issued=ISSUED, due=DUE, payable=Decimal(100)).terms == parse("2/14 net 30")


def test_two_steps_in_words_keep_the_due_date() -> None:
    found = read_terms("3 % 7 days, 2 % 14 days, 30 net", issued=ISSUED)
    assert (found.terms, len(found.not_held)) == (parse("net 30"), 2)


def test_a_discount_as_data_and_in_words_is_one() -> None:
    text, offer = "2% bei Zahlung innerhalb 10 Tagen, 30 Tage netto", Offer(Decimal("2.00"), 10)
    assert read_terms(text, issued=ISSUED, offers=(offer,)).terms == parse("2/10 net 30")
    other = read_terms(text, issued=ISSUED, offers=(Offer(Decimal(3), 10),))
    assert (other.terms, len(other.not_held)) == (parse("net 30"), 2)


def test_a_discount_is_spoken_of_although_not_understood() -> None:
    assert speaks_of_discount("Skonto nach Absprache")
    assert speaks_of_discount("3 %")
    assert not speaks_of_discount("Vielen Dank für Ihren Auftrag")
