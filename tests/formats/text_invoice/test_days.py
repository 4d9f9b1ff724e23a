"""What is said of a day: in words of no list, above it and below it, beside days that are something else."""

from __future__ import annotations

import pytest

from bursar.core.extraction import Evidence
from bursar.formats.text_invoice.words.day_words import Said, said_of
from tests.formats.text_invoice.pages import evidence, values

REST = "\n" * 30 + "Danke\n"  # A page is not done with its head.
HEAD = "Rechnung Nr. 4711\nRechnungsdatum: 03.03.2024\n"


@pytest.mark.parametrize(
    "words",
    [
        "Money owing by the latest",
        "Settlement expected",
        "Letzter Überweisungstag",
        "Einzug vom Konto",
        "À honorer pour le",
        "Échoit le",
        "Fecha tope de cobro",
        "Saldare non oltre",
        "Uiterste dag voor voldoening",
        "Prazo",
        "Rechnung fällig",
    ],
)
def test_words_with_a_root_of_paying_say_when_it_is_due(words: str) -> None:
    assert said_of(words) == {Said.DUE}


@pytest.mark.parametrize(
    "words",
    [
        "Job completed",
        "Handed over to you",
        "Auftrag erledigt am",
        "Übergabetag",
        "Travaux achevés le",
        "Trabajos terminados",
        "Lavori ultimati il",
        "Opgeleverd",
        "Data de fornecimento",
    ],
)
def test_words_with_a_root_of_doing_say_when_it_was_delivered_though_it_was_ordered_before(words: str) -> None:
    assert said_of(words) == {Said.DELIVERED}


@pytest.mark.parametrize("words", ["Ausfertigung", "Made out", "Rédigée le", "Opgemaakt te Gent op", "Emessa il"])
def test_words_with_a_root_of_writing_say_when_it_was_issued(words: str) -> None:
    assert said_of(words) == {Said.ISSUED}


@pytest.mark.parametrize(
    "words",
    [
        "Payment received",
        "Bezahlt am",
        "mit 2 % Skonto zahlbar bis",
        "Lieferschein vom",
        "Bon de livraison du",
        "Leistungszeitraum ab",
        "Preise gültig bis",
        "Escompte si paiement avant le",
        "Zählerstand am",
        "Albarán de",
    ],
)
def test_words_that_name_something_else_name_no_day_of_the_invoice(words: str) -> None:
    assert said_of(words) == {Said.ELSE}


def test_one_label_may_name_the_day_of_writing_and_of_doing() -> None:
    assert said_of("Rechnungs- und Leistungsdatum") == {Said.ISSUED, Said.DELIVERED}


def test_a_word_for_nothing_of_the_kind_says_nothing() -> None:
    assert said_of("Stuttgart, den") == frozenset()


def test_days_are_known_by_the_roots_of_their_words_beside_them() -> None:
    said = HEAD + "Letzter Tag zum Ausgleich: 17.03.2024\nFertig und übergeben: 28.02.2024\n"
    found = values(said)
    assert (found["issue_date"], found["due_date"], found["delivery_date"]) == (
        "2024-03-03", "2024-03-17", "2024-02-28",
    )  # fmt: skip


def test_days_are_known_by_the_roots_of_the_words_above_them() -> None:
    said = (
        HEAD
        + "\nLetzter Ausgleichstag       Fertig und übergeben     Zeichen\n"
        + "17.03.2024                  28.02.2024               B 7\n"
    )
    found = values(said)
    assert (found["due_date"], found["delivery_date"]) == ("2024-03-17", "2024-02-28")


def test_a_day_of_ordering_is_neither_the_day_of_writing_nor_of_doing() -> None:
    found = values("Rechnung Nr. 4711\nBeauftragt: 12.02.2024\nAusgefertigt worden: 03.03.2024\n")
    assert found["issue_date"] == "2024-03-03"
    assert "delivery_date" not in found


def test_a_period_is_no_day() -> None:
    assert "delivery_date" not in values(HEAD + "Arbeiten erledigt: 01.02.2024 - 28.02.2024\n")


def test_what_is_due_before_it_is_charged_is_not_due() -> None:
    assert "due_date" not in values(HEAD + "Letzter Tag zum Ausgleich: 17.03.2021\n")


def test_what_was_done_years_away_is_not_what_is_charged() -> None:
    assert "delivery_date" not in values(HEAD + "Fertig und übergeben: 28.02.2021\n")


def test_roots_say_less_than_labels() -> None:
    assert Evidence.LABEL not in evidence(HEAD + "Letzter Tag zum Ausgleich: 17.03.2024\n", "due_date")


def test_days_are_known_by_the_words_of_a_row_below_them() -> None:
    said = (
        HEAD
        + "\n17.03.2024                  28.02.2024               B 7\n"
        + "Letzter Ausgleichstag       Fertig und übergeben     Zeichen\n"
    )
    found = values(said)
    assert (found["due_date"], found["delivery_date"]) == ("2024-03-17", "2024-02-28")


@pytest.mark.parametrize(
    "said",
    [
        "Op 02.04.2024 is € 231,08 opeisbaar.",
        "Bis zum Mittag des 02.04.2024 soll € 231,08 bei uns sein.",
        "On 02.04.2024 we shall look for € 231,08.",
    ],
)
def test_a_sentence_with_what_all_comes_to_and_a_day_says_when_it_is_due_in_whatever_words(said: str) -> None:
    assert values(HEAD + "Gesamtbetrag  € 231,08\n\n" + said + "\n")["due_date"] == "2024-04-02"


@pytest.mark.parametrize(
    "said",
    [
        "Am 02.04.2024 wurden € 231,08 bezahlt.",
        "On 02.04.2024 we charged € 231,08 to your card, thank you.",
        "Op 02.02.2024 is € 231,08 opeisbaar.",
        "Op 02.04.2024 is € 77,08 opeisbaar.",
    ],
)
def test_what_was_paid_or_is_another_sum_is_not_due_on_the_day_beside_it(said: str) -> None:
    assert "due_date" not in values(HEAD + "Gesamtbetrag  € 231,08\n\n" + said + "\n")


def test_days_counted_and_the_day_that_follows_from_them_prove_each_other() -> None:
    said = HEAD + "\nSo sind Ihnen 21 Tage gegönnt, also der 24.03.2024.\n"
    assert values(said)["due_date"] == "2024-03-24"
    assert Evidence.ARITHMETIC in evidence(said, "due_date")


def test_a_day_that_does_not_follow_from_the_days_counted_is_not_proved() -> None:
    assert "due_date" not in values(HEAD + "\nSo sind Ihnen 21 Tage gegönnt, also der 25.03.2024.\n")


@pytest.mark.parametrize("said", ["Del 13.03.2024 hasta el 12.04.2024", "Cuota 13.03.2024 hasta el 12.04.2024"])
def test_the_last_day_of_a_period_is_not_when_it_is_due(said: str) -> None:
    assert "due_date" not in values(HEAD + said + "\n")


def test_the_first_day_of_a_period_is_not_when_it_was_delivered() -> None:
    said = HEAD + "Geleverd\n14 november 2024 tot en met 13 november 2025\n"
    assert "delivery_date" not in values(said)


def test_a_small_word_before_a_day_that_is_of_a_sentence_names_no_day_of_the_invoice() -> None:
    said = "Rechnung Nr. 4711\nEl 28.06.2024 vencen EUR 1.694,51.\nGeschrieben ward sie: 03.03.2024\n"
    assert values(said)["issue_date"] == "2024-03-03"


def test_days_of_charged_lines_are_no_days_of_the_invoice() -> None:
    said = (
        "Pos  Wann           Was                  Wer          %      Was es macht\n"
        "1    03.04.2024     Nachtfahrt           A. Meier     21     99,38\n"
        "2    04.04.2024     Bahnhof              A. Meier     21     91,62\n"
    )
    assert "issue_date" not in values("Rechnung Nr. 4711\n\n" + said)


def test_a_day_behind_the_number_that_a_label_names_is_not_that_labels() -> None:
    assert values("Rekening nr. 2025-5441, 21/05/2025\n")["issue_date"] == "2025-05-21"


def test_a_day_in_unknown_words_that_is_as_far_off_as_terms_are_is_when_it_is_due() -> None:
    assert values(HEAD + "Zapfenstreich: 17.03.2024\n" + REST)["due_date"] == "2024-03-17"
    assert "due_date" not in values(HEAD + "Zapfenstreich: 16.03.2024\n" + REST)


def test_a_day_in_unknown_words_before_the_invoice_is_when_it_was_delivered() -> None:
    said = HEAD + "Sternstunde: 28.02.2024\n" + REST
    assert values(said)["delivery_date"] == "2024-02-28"
    assert evidence(said, "delivery_date") <= {Evidence.FORMAT, Evidence.POSITION}


@pytest.mark.parametrize(
    "said",
    [
        "Sternstunde: 28.02.2024\nTalfahrt: 27.02.2024\n",
        "Sternstunde: 28.02.2022\n",
        "Anreise: 28.02.2024\n",
        "Sternstunde: 28.02.2024      99,38\n",
        "Ihre Bestellung vom: 28.02.2024\n",
        "Sternstunde      28.02.2024\nEs geht um 01.02.2024 - 28.02.2024\n",
    ],
)
def test_one_of_several_days_or_what_is_something_else_is_not_guessed(said: str) -> None:
    assert "delivery_date" not in values(HEAD + said + REST)


def test_nothing_is_left_over_where_it_is_not_known_when_it_was_issued() -> None:
    assert "due_date" not in values("Rechnung Nr. 4711\n" + REST)


@pytest.mark.parametrize(
    ("said", "name", "day"),
    [
        ("Nota de cargo 735 de 20/05/2024\n", "issue_date", "2024-05-20"),
        ("Rechnung Nr. 4711\nvom          Was\n22.07.2024   Bericht   12   € 38,77\n", "issue_date", "2024-07-22"),
        ("Fattura n. 4711\n(TO), 17-02-2025\n", "issue_date", "2025-02-17"),
        (f"{HEAD}Wij schrijven het bedrag op 22 maart 2024 van uw rekening af.\n", "due_date", "2024-03-22"),
        (f"{HEAD}IMPORTO TOTALE DOVUTO IL 24/03/2024      2.943,97 EUR\n", "due_date", "2024-03-24"),
    ],
)  # fmt: skip
def test_words_that_look_like_others_do_not_hide_a_day(said: str, name: str, day: str) -> None:
    assert values(said)[name] == day


def test_of_words_above_and_below_a_day_the_nearer_count() -> None:
    said = (
        "Datum               Konto\n12.03.2024          15221\n\n"
        "Bitte zahlen bis    Fertig am\n26.03.2024          11.03.2024\n"
    )
    found = values("Rechnung Nr. 4711\n\n" + said)
    assert (found["issue_date"], found["due_date"], found["delivery_date"]) == (
        "2024-03-12", "2024-03-26", "2024-03-11",
    )  # fmt: skip
