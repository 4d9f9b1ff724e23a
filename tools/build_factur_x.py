"""Make factur-x.pdf: a page for people with cii-en16931.xml attached as factur-x.xml.

Run as `python tools/build_factur_x.py`; the result is committed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fpdf import FPDF

FOLDER: Final = Path(__file__).resolve().parent.parent / "examples" / "invoices"


def build(xml: bytes, name: str = "factur-x.xml", *, pages: int = 1, password: str = "") -> bytes:
    """Return a PDF that carries the XML under the given name, protected by a password if there is one."""
    pdf = FPDF()
    pdf.set_creation_date(datetime(2026, 3, 15, tzinfo=UTC))
    for _ in range(pages):
        pdf.add_page()
    pdf.set_font("Helvetica", size=14)
    for line in ("Atelier Lumière SARL", "Facture FA-2026-204", "15/03/2026", "Total TTC 386,52 EUR"):
        pdf.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    if name:
        pdf.embed_file(bytes=xml, basename=name, mime_type="text/xml", desc="The invoice as data", compress=True)
    return bytes(pdf.output())


if __name__ == "__main__":
    (FOLDER / "factur-x.pdf").write_bytes(build((FOLDER / "cii-en16931.xml").read_bytes()))
