"""The invoice inside a hybrid PDF (Factur-X, ZUGFeRD): run in the sandbox, because PDF readers are native code."""

from bursar.core.errors import Refused
from bursar.formats.einvoice.reader import embedded_xml
from bursar.formats.pdf import open_pdf


class PdfWithoutInvoice(Refused):
    """The PDF carries no invoice as data."""

    code = "pdf_without_invoice"


def invoice_in_pdf(data: bytes, *, max_pages: int) -> bytes:
    """Return the XML invoice that a PDF carries. Raises PdfWithoutInvoice and what `open_pdf` raises."""
    xml = embedded_xml(open_pdf(data, max_pages=max_pages).attachments)
    if xml is None:
        raise PdfWithoutInvoice("The PDF carries no invoice as data.")
    return xml
