"""What a document calls itself where it is no invoice: an order, a delivery note, a quotation, a reminder, a statement.

An invoice mentions orders and deliveries, so only a title counts: words that have a cell for themselves, or stand there
with a number or a date, among the first lines of the first page. And where anything on the pages is called an invoice
or a credit note in the same way, the document is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import Cell, rows
from bursar.formats.text_invoice.words.phrases import COLUMNS, kinds_of, longest, parts_of

TITLE_ROWS: Final = 25
_INVOICES: Final = frozenset({"invoice", "credit_note", "self_billed", "invoice_number"})
# In English, German, French, Spanish, Italian, Dutch, Polish and Portuguese.
_SAID: Final = MappingProxyType(
    {
        "order": """
            purchase order, order, sales order, order confirmation, order acknowledgement, confirmation of order,
            bestellung, einkaufsbestellung, auftragsbestätigung, bestellbestätigung, kaufauftrag,
            bon de commande, commande, confirmation de commande, accusé de réception de commande,
            pedido, pedido de compra, orden de compra, confirmación de pedido,
            ordine, ordine di acquisto, ordine d'acquisto, conferma d'ordine, conferma ordine,
            inkooporder, bestelling, bestelbon, orderbevestiging, opdrachtbevestiging,
            zamówienie, potwierdzenie zamówienia, nota de encomenda, ordem de compra
        """,
        "delivery_note": """
            delivery note, packing slip, packing list, dispatch note, despatch note, goods delivery note,
            lieferschein, packliste, packzettel, bon de livraison, bordereau de livraison, liste de colisage,
            albarán, albarán de entrega, nota de entrega, lista de empaque,
            documento di trasporto, bolla di consegna, ddt, distinta imballaggio,
            pakbon, leverbon, afleverbon, vrachtbrief, dowód dostawy, list przewozowy, guia de remessa
        """,
        "quotation": """
            quotation, quote, offer, estimate, cost estimate, price quotation,
            angebot, kostenvoranschlag, preisangebot, devis, offre, offre de prix,
            presupuesto, oferta, cotización, preventivo, offerta, offerte, prijsopgave, prijsofferte,
            oferta cenowa, orçamento, proposta comercial
        """,
        "reminder": """
            reminder, payment reminder, first reminder, second reminder, final reminder, overdue notice, dunning notice,
            final notice,
            mahnung, zahlungserinnerung, erste mahnung, zweite mahnung, letzte mahnung, rappel, relance,
            lettre de relance, mise en demeure, rappel de paiement, relance de paiement,
            recordatorio, recordatorio de pago, aviso de pago pendiente, reclamación de pago,
            sollecito, sollecito di pagamento, promemoria di pagamento, herinnering, betalingsherinnering, aanmaning,
            wezwanie do zapłaty, lembrete de pagamento
        """,
        "statement": """
            statement, statement of account, account statement, customer statement, supplier statement,
            kontoauszug, saldenbestätigung, saldenliste, relevé de compte, relevé, extrait de compte,
            extracto de cuenta, estado de cuenta, estratto conto, rekeningoverzicht, rekeningafschrift,
            wyciąg z konta, extrato de conta
        """,
    }
)
_BY_INVOICES: Final = frozenset({"reminder", "statement"})  # These list invoices, and their columns say so.
_NOT_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NUMBERS: Final = frozenset({"n", "id", "ref", "date", "datum", "du", "del", "vom", "of", "van", "dated"})


def other_kind(pages: Sequence[Page]) -> str | None:
    """Return what the document is where its title says that it is no invoice, None where it may be one."""
    titled: tuple[int, str] | None = None
    largest = 0
    mentioned = False
    for page in pages:
        for index, row in enumerate(rows(page)):
            for cell in row.cells():
                height = _height(cell)
                if _is_invoice(cell):
                    mentioned = mentioned or not _is_column(row.text)
                    largest = max(largest, height)
                elif page.number == 1 and index < TITLE_ROWS and (kind := _titled(cell)):
                    titled = max(titled or (0, ""), (height, kind), key=lambda one: one[0])
    if titled is None:
        return None
    height, kind = titled
    if kind in _BY_INVOICES:
        return kind if height > largest else None
    return None if mentioned else kind


def _height(cell: Cell) -> int:
    word = cell.words[0]
    return (word.size or word.box.bottom - word.box.top) * (5 if word.bold else 4)


def _is_column(text: str) -> bool:
    return sum(part.plain in COLUMNS for part in parts_of(text)) > 1


def _is_invoice(cell: Cell) -> bool:
    """Tell whether the cell begins with words for an invoice or for its number."""
    parts = parts_of(cell.text)
    return any(
        end > start and kinds_of(parts[start:end]) & _INVOICES
        for start in range(min(2, len(parts)))
        if (end := longest(parts, start, len(parts)))
    )


def _titled(cell: Cell) -> str | None:
    """Return the kind that the cell names and, but for a number or a date, says nothing else than."""
    words = [part.plain for part in parts_of(cell.text)]
    for end in range(min(len(words), 5), 0, -1):
        kind = _TITLES.get("".join(words[:end]))
        if kind is not None:
            rest = cell.text[parts_of(cell.text)[end - 1].end :]
            return kind if all(_is_reference(word) for word in rest.split()) else None
    return None


def _is_reference(word: str) -> bool:
    """Tell whether a word behind a title is no more than a number, a date, or a word for either."""
    if any(character.isdigit() for character in word) or not _NOT_LETTERS.search(word):
        return True
    return all(part.plain in _NUMBERS for part in parts_of(word))


def _phrases() -> Iterator[tuple[str, str]]:
    for kind, said in _SAID.items():
        for phrase in said.split(","):
            yield "".join(part.plain for part in parts_of(phrase)), kind


_TITLES: Final[Mapping[str, str]] = MappingProxyType(dict(_phrases()))
