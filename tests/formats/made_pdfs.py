"""Small PDFs made for tests: text at places of pages, with attachments, and with what nobody sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.enums import TextMode

INVOICE = (
    "Atelier Lumiere SARL",
    "Facture N° FA-2026-204",
    "Date de facture : 15/03/2026",
    "Date d'echeance : 14/04/2026",
)
TOTALS = ("Total HT 322,10 EUR", "TVA 20 % 64,42 EUR", "Total TTC 386,52 EUR", "Net a payer 386,52 EUR")
IBAN = "FR76 3000 6000 0112 3456 7890 189"


def pdf(
    *pages: Iterable[str],
    hidden: Sequence[tuple[str, str]] = (),
    attachments: Sequence[tuple[str, bytes]] = (),
    title_size: int = 16,
) -> bytes:
    """Return a PDF with the lines of each page; `hidden` are pairs of why and text, on the first page."""
    made = FPDF()
    made.set_creation_date(datetime(2026, 3, 15, tzinfo=UTC))
    for number, lines in enumerate(pages):
        made.add_page()
        for place, line in enumerate(lines):
            made.set_font("Helvetica", size=title_size if place == 1 else 10)
            made.text(20, 25 + 9 * place, line)
        if not number:
            for place, (why, text) in enumerate(hidden):
                _hide(made, why, text, 250 + 6 * place)
    for name, data in attachments:
        made.embed_file(bytes=data, basename=name, mime_type="text/xml", desc="Data", compress=True)
    return bytes(made.output())


def _hide(made: FPDF, why: str, text: str, y: int) -> None:
    made.set_font("Helvetica", size=1 if why == "tiny" else 10)
    if why == "white":
        made.set_text_color(255, 255, 255)
    if why == "invisible":
        made.text_mode = TextMode.INVISIBLE
    made.text(900 if why == "off_page" else 20, y, text)
    made.text_mode = TextMode.FILL
    made.set_text_color(0, 0, 0)
    if why == "covered":
        made.set_fill_color(0, 0, 0)
        made.rect(15, y - 5, 150, 7, style="F")
