"""Headings that are no known phrase mean what their words and the parts of their compounds mean together."""

from __future__ import annotations

import pytest

from bursar.formats.text_invoice.table.column_words import best_kind
from bursar.formats.text_invoice.table.heading_pieces import kind_of_pieces
from bursar.formats.text_invoice.table.kinds import Kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Netto je Einh.", Kind.PRICE),
        ("Nettobetrag pro Stück", Kind.PRICE),
        ("Cost for each", Kind.PRICE),
        ("Montant par pièce", Kind.PRICE),
        ("Tarifa por hora", Kind.PRICE),
        ("Rate per day", Kind.PRICE),
        ("Gesamtwert der Zeile", Kind.AMOUNT),
        ("Total de la ligne HT", Kind.NET),
        ("Positionsgesamtpreis", Kind.AMOUNT),
        ("Regelwaarde excl. btw", Kind.NET),
        ("Importo con IVA", Kind.GROSS),
        ("Betrag der MwSt.", Kind.TAX),
        ("Prozentsatz der USt", Kind.RATE),
        ("Tipo en %", Kind.RATE),
        ("Taxe %", Kind.RATE),
        ("Quantità consegnata", Kind.QUANTITY),
        ("Menge und Einheit", Kind.QUANTITY),
        ("Facturado", Kind.QUANTITY),
        ("Code magasin article", None),
        ("Artikelkennung", Kind.ITEM_ID),
        ("Our code", Kind.ITEM_ID),
        ("Rabatt in EUR", Kind.DISCOUNT),
        ("Zzq price", None),
        ("Price / Preis", None),
    ],
)
def test_a_heading_means_what_its_pieces_mean_and_nothing_with_a_word_unknown(heading: str, kind: Kind | None) -> None:
    assert kind_of_pieces(heading) is kind


def test_what_a_phrase_says_clearly_is_not_taken_apart() -> None:
    assert best_kind("Unit price") is Kind.PRICE
    assert best_kind("Net amount") is Kind.NET


def test_a_heading_of_many_words_is_a_sentence() -> None:
    assert kind_of_pieces("total net price of each item and unit") is None
