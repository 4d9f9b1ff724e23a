"""The door to parsers of files that may be hostile: native code runs in the sandbox, in a process that ends with it.

XML is parsed in this process by a hardened parser (ADR 0011), in a thread of its own where it is long, so that other
requests and leases go on meanwhile.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bursar.core.checks import Check
from bursar.core.errors import Refused
from bursar.core.extraction import Extraction, Method, Value, from_json, value_from_json
from bursar.core.invoice_extraction import from_invoice, to_invoice
from bursar.core.invoices import Invoice
from bursar.core.page_comparison import HiddenText, Shown, compare, hidden_texts
from bursar.core.splitting import Part
from bursar.formats.einvoice import read_invoice
from bursar.formats.einvoice.hybrid import PdfWithoutInvoice
from bursar.formats.einvoice.reader import NotAnInvoice, read_root, root_of
from bursar.formats.einvoice.validation import (
    FORMATS,
    Validation,
    validate_invoice,
    validate_root,
    validation_from_json,
)
from bursar.formats.pdf.ocr import installed
from bursar.formats.received import NO_OCR, NoText
from bursar.formats.sniff import FileKind, sniff
from bursar.kit import sandbox
from bursar.kit.sandbox import Limits, SandboxFailed

INLINE_BYTES: Final = 64 * 1024  # The worst that fits takes a fifth of a second.

sandbox.allow("pdf.invoice", "bursar.formats.einvoice.hybrid:invoice_in_pdf")
sandbox.allow("einvoice.validate", "bursar.formats.einvoice.validation:validation_as_json")
sandbox.allow("received.read", "bursar.formats.received:read_received")
sandbox.allow("pdf.cut", "bursar.formats.pdf.cutting:cut_pages")
sandbox.allow("received.ground", "bursar.formats.received:ground_received")

# Their codes are promises to programs; they are raised in the sandbox's process and raised again in ours.
__all__ = ["FileRead", "NoReader", "NoText", "PageRead", "Parsing", "PdfWithoutInvoice"]

# Recognising text takes 1.8 GB of address space (0.8 GB of memory) and about ten seconds of CPU for each page.
OCR_LIMITS: Final = Limits(memory_bytes=3 * 1024**3, cpu_seconds=300, wall_seconds=240.0, open_files=64)

_IN_XML: Final = frozenset({FileKind.UBL_INVOICE, FileKind.UBL_CREDIT_NOTE, FileKind.CII, FileKind.XML})
_ON_PAGES: Final = frozenset({FileKind.PDF, FileKind.TEXT, FileKind.IMAGE})
_NOT_READ: Final = frozenset({FileKind.IMAGE, FileKind.UNKNOWN, FileKind.ZIP})


class NoReader(Refused):
    """No reader knows this kind of file."""

    code = "no_reader"


@dataclass(frozen=True, slots=True)
class PageRead:
    """What was read from pages: the e-invoice that came with them, if one did, what stands on them, and their text.

    `ocr` says that pictures were read; `hidden` is what nobody sees there, `shown` all that people see, where there is
    something to hold against it.
    """

    xml: bytes | None
    extraction: Extraction
    text: str
    hidden: tuple[HiddenText, ...] = ()
    shown: Shown | None = None
    # The invoices that the pages are, where they are several.
    parts: tuple[Part, ...] = ()
    ocr: bool = False

    @staticmethod
    def from_json(said: Mapping[str, Any], *, ocr: bool = False) -> "PageRead":
        """Return what `read_received` told."""
        return PageRead(
            said["xml"],
            from_json(said["extraction"]),
            said["text"],
            tuple(map(HiddenText.from_json, said["hidden"])),
            Shown.from_json(said["shown"]) if said["shown"] is not None else None,
            tuple(Part(**{**one, "evidence": tuple(one["evidence"])}) for one in said["parts"]),
            ocr,
        )

    def differences(self, invoice: Invoice) -> tuple[Check, ...]:
        """Return what the pages show otherwise than the invoice that came as data, and what they hide."""
        if self.shown is None:
            return ()
        compared = compare(invoice, self.extraction, self.shown) if self.xml is not None else ()
        return (*compared, *hidden_texts(self.hidden, self.shown))


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read: what it is, its invoice, and what stands on its pages where it has some.

    `format` is the kind of file, `hybrid_pdf` for a PDF that carries its invoice as data. `rules` is None where the
    data is in no syntax that has rules.
    """

    format: str
    invoice: Invoice
    extraction: Extraction
    page: PageRead | None = None
    rules: Validation | None = None
    # What the page shows and the data says otherwise, and what the page hides.
    differences: tuple[Check, ...] = ()

    @property
    def is_data(self) -> bool:
        """Whether the invoice is data; else it was read from a page."""
        return self.page is None or self.page.xml is not None


@dataclass(frozen=True, slots=True)
class Parsing:
    """How files are parsed here: what each run may use, and how many pages are read."""

    limits: Limits
    max_pages: int

    async def read(self, data: bytes, *, attachment: bool = True) -> FileRead:
        """Read any file that is an invoice; without `attachment` the data that a PDF carries is not looked at.

        Raises NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, NotAnInvoice, NoText, NoReader, and what PDFs raise.
        """
        kind = sniff(data)
        if kind in _IN_XML:
            invoice, rules = await self._data(data)
            return FileRead(kind.value, invoice, from_invoice(invoice, Method.XML), rules=rules)
        page = await self._page(data, kind, attachment=attachment)
        if page.xml is None:
            invoice = to_invoice(page.extraction)
            differences = page.differences(invoice)
            return FileRead(kind.value, invoice, page.extraction, page, differences=differences)
        invoice, rules = await self._data(page.xml)
        said = from_invoice(invoice, Method.EMBEDDED_XML)
        return FileRead("hybrid_pdf", invoice, said, page, rules, page.differences(invoice))

    async def validation(self, data: bytes) -> Validation:
        """Hold an e-invoice, or the one in a PDF, to the rules. Raises as `read` does, and PdfWithoutInvoice."""
        kind = sniff(data)
        if kind is FileKind.PDF:
            data = await sandbox.run("pdf.invoice", data, limits=self.limits, max_pages=self.max_pages)
        elif kind in _NOT_READ or kind is FileKind.TEXT:
            raise NoReader("Only e-invoices have rules: XML, and PDFs that carry it.", kind=kind.value)
        return await self._validated(data)

    async def _page(self, data: bytes, kind: FileKind, *, attachment: bool) -> PageRead:
        if kind not in _ON_PAGES:
            raise NoReader("No reader knows this kind of file.", kind=kind.value)
        if kind is FileKind.IMAGE:
            if not installed():
                raise NoText(NO_OCR)
            return await self._seen(data, attachment=False)
        try:
            found = await sandbox.run(
                "received.read", data, limits=self.limits, max_pages=self.max_pages, attachment=attachment
            )
        except NoText:
            if not installed():
                raise
            return await self._seen(data, attachment=attachment)
        if found["pictures"] and found["xml"] is None and installed():
            return await self._seen(data, attachment=attachment)
        return PageRead.from_json(found)

    async def _seen(self, data: bytes, *, attachment: bool) -> PageRead:
        """Read pages with their pictures, which takes more of everything."""
        found = await sandbox.run(
            "received.read", data, limits=OCR_LIMITS, max_pages=self.max_pages, attachment=attachment, ocr=True
        )
        return PageRead.from_json(found, ocr=True)

    async def cut(self, data: bytes, ranges: Sequence[tuple[int, int]]) -> list[bytes]:
        """Return a PDF for each range of pages (first and last) of a PDF. Raises PagesMissing and what PDFs raise."""
        pages = [list(one) for one in ranges]
        cut: list[bytes] = await sandbox.run(
            "pdf.cut", data, limits=self.limits, max_pages=self.max_pages, ranges=pages
        )
        return cut

    async def _validated(self, xml: bytes) -> Validation:
        """Hold an invoice to the rules: a long one in a process of its own, which may take seconds of its processor."""
        if len(xml) <= INLINE_BYTES:
            return validate_invoice(xml)
        return validation_from_json(await sandbox.run("einvoice.validate", xml, limits=self.limits))

    async def _data(self, xml: bytes) -> tuple[Invoice, Validation | None]:
        """Read an invoice and hold it to the rules.

        The rules are None for a syntax without any, as the first ZUGFeRD, and for an invoice too long for them.
        """
        if len(xml) <= INLINE_BYTES:
            root = root_of(xml)
            return read_root(root), validate_root(root) if root.name in FORMATS else None
        invoice = await asyncio.to_thread(read_invoice, xml)
        try:
            return invoice, await self._validated(xml)
        except (NotAnInvoice, SandboxFailed):
            return invoice, None

    async def grounded(self, data: bytes, said: Sequence[tuple[str, str]], *, ocr: bool = False) -> dict[str, Value]:
        """Return which of the values that somebody says stand on the pages, or their pictures, are there, by field."""
        found = await sandbox.run(
            "received.ground",
            data,
            limits=OCR_LIMITS if ocr else self.limits,
            max_pages=self.max_pages,
            said=[list(pair) for pair in said],
            ocr=ocr,
        )
        return {field: value_from_json(value) for field, value in found.items()}
