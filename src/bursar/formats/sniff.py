"""Tell what kind of file some bytes are, from the bytes alone: names and declared types are claims."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bursar.core.en16931.namespaces import CII_INVOICE, UBL_CREDIT_NOTE, UBL_INVOICE
from bursar.formats.einvoice.cii import ZUGFERD_1, ZUGFERD_RC

SNIFFED_BYTES: Final = 16 * 1024

_BYTE_ORDER_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a", b"BM")
_ROOT: Final = re.compile(r"<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)([^>]*)")
_XML_START: Final = re.compile(r"<(?:\?xml[\s?]|!--|!DOCTYPE|[A-Za-z_])")
_HTML: Final = re.compile(r"<(?:!DOCTYPE\s+)?html", re.IGNORECASE)
_MISC: Final = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class FileKind(StrEnum):
    """What a file is."""

    UBL_INVOICE = "ubl_invoice"
    UBL_CREDIT_NOTE = "ubl_credit_note"
    CII = "cii"
    XML = "xml"
    PDF = "pdf"
    IMAGE = "image"
    ZIP = "zip"
    TEXT = "text"
    UNKNOWN = "unknown"

    @property
    def is_einvoice(self) -> bool:
        """Whether `read_invoice` may be asked to read it."""
        return self in {FileKind.UBL_INVOICE, FileKind.UBL_CREDIT_NOTE, FileKind.CII}


_ROOTS: Final = {
    ("Invoice", UBL_INVOICE): FileKind.UBL_INVOICE,
    ("CreditNote", UBL_CREDIT_NOTE): FileKind.UBL_CREDIT_NOTE,
    ("CrossIndustryInvoice", CII_INVOICE): FileKind.CII,
    ("CrossIndustryDocument", ZUGFERD_1): FileKind.CII,
    ("Invoice", ZUGFERD_RC): FileKind.CII,
}


def sniff(data: bytes) -> FileKind:
    """Return what the bytes are; never raises. It is a hint for routing: only reading the file proves anything."""
    head = data[:SNIFFED_BYTES]
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return FileKind.ZIP
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return FileKind.IMAGE
    text = _decoded(head)
    if text is None:
        return FileKind.UNKNOWN
    start = text.lstrip("\ufeff \t\r\n")
    if _XML_START.match(start) and not _HTML.match(start):
        return _xml_kind(start)
    return FileKind.TEXT if start else FileKind.UNKNOWN


def _decoded(head: bytes) -> str | None:
    """Return the text, None for binary data; a character cut at the end of the sample does not count."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head.decode(encoding, errors="replace")
    for start, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if head.startswith(start):
            return head.decode(encoding, errors="replace")
    text = head.decode("utf-8", errors="surrogateescape")
    return None if _CONTROL.search(text) else text


def _xml_kind(text: str) -> FileKind:
    root = _ROOT.search(_MISC.sub("", text))
    if root is None:
        return FileKind.XML
    prefix, local, attributes = root.groups()
    declared = "xmlns" if prefix is None else f"xmlns:{prefix}"
    namespace = re.search(rf"(?:^|\s){re.escape(declared)}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", attributes)
    uri = (namespace[1] or namespace[2] or "") if namespace else ""
    return _ROOTS.get((local, uri), FileKind.XML)
