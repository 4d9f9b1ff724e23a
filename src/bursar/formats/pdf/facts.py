"""What a PDF file is before anyone reads its text: its pages, whether it is protected, and the files it carries.

PDFium is native code that reads hostile bytes and is not thread-safe. One lock guards it here; the worker calls
`open_pdf` in a subprocess with limits of memory and time.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Final

import pypdfium2
from pypdfium2 import raw

from bursar.core.errors import Refused

MAX_PAGES: Final = 500
MAX_ATTACHMENTS: Final = 64
MAX_ATTACHMENT_BYTES: Final = 32 * 1024 * 1024

_PDFIUM: Final = threading.Lock()  # Held while a document is open: PDFium keeps state of its own.


class PdfBroken(Refused):
    """The bytes are not a PDF that can be opened."""

    code = "pdf_broken"


class PdfEncrypted(Refused):
    """The PDF cannot be opened without a password."""

    code = "pdf_encrypted"


class PdfTooManyPages(Refused):
    """The PDF has more pages than are read."""

    code = "pdf_too_many_pages"


class PdfAttachmentsTooLarge(Refused):
    """The PDF carries more files, or larger ones, than are read."""

    code = "pdf_attachments_too_large"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF is: `encrypted` means protected although it opens without a password."""

    pages: int
    encrypted: bool
    attachments: tuple[Attachment, ...]


def open_pdf(data: bytes, *, max_pages: int = MAX_PAGES) -> PdfFacts:
    """Open a PDF that may be hostile and return its facts.

    Raises PdfBroken, PdfEncrypted, PdfTooManyPages or PdfAttachmentsTooLarge.
    """
    with opened(data, max_pages=max_pages) as document:
        pages = len(document)
        encrypted = raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1
        return PdfFacts(pages=pages, encrypted=encrypted, attachments=tuple(_attachments(document)))


@contextmanager
def opened(data: bytes, *, max_pages: int) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF under the lock. Raises PdfBroken, PdfEncrypted or PdfTooManyPages."""
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as refused:
            if refused.err_code == raw.FPDF_ERR_PASSWORD:
                raise PdfEncrypted("The PDF is protected by a password.") from None
            raise PdfBroken("The bytes are not a PDF that can be opened.") from None
        with closing(document):
            pages = len(document)
            if pages > max_pages:
                raise PdfTooManyPages(f"The PDF has {pages} pages; at most {max_pages} are read.", pages=str(pages))
            yield document


def _attachments(document: pypdfium2.PdfDocument) -> Iterator[Attachment]:
    count = document.count_attachments()
    if count > MAX_ATTACHMENTS:
        raise PdfAttachmentsTooLarge(f"The PDF carries more than {MAX_ATTACHMENTS} files.")
    left = MAX_ATTACHMENT_BYTES
    for index in range(count):
        attachment = document.get_attachment(index)
        try:
            content = bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            continue  # A name without a stream behind it carries nothing to read.
        left -= len(content)
        if left < 0:
            raise PdfAttachmentsTooLarge(f"The files in the PDF have more than {MAX_ATTACHMENT_BYTES} bytes.")
        yield Attachment(name=attachment.get_name(), data=content)
