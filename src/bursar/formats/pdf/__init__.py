"""PDF files: what one is (`facts`), and the words on its pages with their boxes (`words`)."""

from bursar.formats.pdf.facts import (
    Attachment,
    PdfAttachmentsTooLarge,
    PdfBroken,
    PdfEncrypted,
    PdfFacts,
    PdfTooManyPages,
    open_pdf,
)

__all__ = [
    "Attachment",
    "PdfAttachmentsTooLarge",
    "PdfBroken",
    "PdfEncrypted",
    "PdfFacts",
    "PdfTooManyPages",
    "open_pdf",
]
