"""Pages whose title says that they are no invoice, in the languages that are read."""

import pytest

from bursar.formats.pdf.words import read_pages
from bursar.formats.text_invoice.head.kinds import other_kind
from tests.formats.made_pdfs import pdf


def kind(*lines: str) -> str | None:
    return other_kind(read_pages(pdf(("Muster GmbH", *lines)), max_pages=5))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Purchase Order PO-4711", "order"),
        ("PURCHASE ORDER: PO123456789", "order"),
        ("Auftragsbestätigung Nr. 4711 vom 03.03.2026", "order"),
        ("Bon de commande n° 12", "order"),
        ("Pedido 12", "order"),
        ("Conferma d'ordine 12/2026", "order"),
        ("Inkooporder 12", "order"),
        ("Delivery note", "delivery_note"),
        ("Lieferschein 80012", "delivery_note"),
        ("Bon de livraison", "delivery_note"),
        ("Albarán", "delivery_note"),
        ("Documento di trasporto", "delivery_note"),
        ("Pakbon", "delivery_note"),
        ("Quotation Q-1", "quotation"),
        ("Angebot Nr. 77", "quotation"),
        ("Devis n° 2026-3", "quotation"),
        ("Presupuesto", "quotation"),
        ("Preventivo", "quotation"),
        ("Offerte", "quotation"),
        ("Payment reminder", "reminder"),
        ("2. Mahnung", None),  # A number before the title is not part of it; a model or a person says what it is.
        ("Mahnung", "reminder"),
        ("Relance de paiement", "reminder"),
        ("Recordatorio de pago", "reminder"),
        ("Sollecito di pagamento", "reminder"),
        ("Betalingsherinnering", "reminder"),
        ("Statement of account", "statement"),
        ("Kontoauszug", "statement"),
        ("Relevé de compte", "statement"),
        ("Estado de cuenta", "statement"),
        ("Estratto conto", "statement"),
        ("Rekeningoverzicht", "statement"),
    ],
)
def test_the_title_says_what_the_document_is(title: str, expected: str | None) -> None:
    assert kind(title, "Widget 2 x 10.00", "Total 20.00 EUR") == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("Invoice 4711", "Purchase order PO-1", "Total 20.00 EUR"),
        ("Order 12", "Tax invoice", "Total 20.00 EUR"),
        ("Bestellung 12", "Rechnungsnummer: 4711", "Summe 20,00 EUR"),
        ("Offer everything to everybody", "Total 20.00 EUR"),
        ("Facture 12", "Relance", "Total 20.00 EUR"),
        ("Nothing in particular",),
    ],
)
def test_what_may_be_an_invoice_is_not_turned_away(lines: tuple[str, ...]) -> None:
    assert kind(*lines) is None


def test_a_reminder_lists_invoices_and_is_none() -> None:
    assert kind("Zahlungserinnerung", "Rechnung 4711   119,00 EUR", "Rechnung 4712   20,00 EUR") == "reminder"


def test_an_order_whose_table_has_a_column_for_invoices_is_an_order() -> None:
    assert kind("Purchase order 4", "Invoice    Description    Quantity    Amount") == "order"
