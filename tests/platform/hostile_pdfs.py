"""PDFs and texts that want to use up a machine, small as files; each is made by hand, as no library would."""

from __future__ import annotations

import zlib
from collections.abc import Callable

MEBI = 1024 * 1024
_FONT = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def document(*objects: bytes) -> bytes:
    """Return a PDF of these objects, the first being the catalog; where each lies is right."""
    written, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(written)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), extra) + content + b"\nendstream"


def one_page(
    content: bytes, *more: bytes, resources: bytes = _FONT, catalog: bytes = b"", box: bytes = b"0 0 595 842"
) -> bytes:
    """Return a PDF with a page whose content is object 4; what follows is object 5 and so on."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources %s >>" % (box, resources)
    return document(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        content,
        *more,
    )


def _deflated(piece: bytes, times: int) -> bytes:
    """Return a piece many times over, packed: the bits of one are written again and again, without a checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return zlib.compress(b"\x78\x01" + packed * times + b"\x03\x00", 9)


def bomb() -> bytes:
    """Return a page of a gigabyte of text, packed twice."""
    packed = _deflated(b"BT /F 9 Tf (119,00 EUR) Tj ET\n" * 35_000, 1_000)
    return one_page(stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def packed_attachment() -> bytes:
    """Return a page with an attachment that unpacks to a gigabyte of XML."""
    packed = _deflated(b"<a>" + b" " * (MEBI - 3), 1_024)
    names = b"/Names << /EmbeddedFiles << /Names [(factur-x.xml) 5 0 R] >> >>"
    spec = b"<< /Type /Filespec /F (factur-x.xml) /EF << /F 6 0 R >> >>"
    file = stream(packed, b"/Type /EmbeddedFile /Filter [/FlateDecode /FlateDecode]")
    return one_page(stream(b""), spec, file, catalog=names)


def many_words(*, hidden: bool = False) -> bytes:
    """Return a page of 100,000 words, each an amount."""
    mode = b"3 Tr " if hidden else b""
    words = b"".join(b"1 0 0 1 %d %d Tm (%d,99) Tj\n" % (n % 500, n % 800, n) for n in range(100_000))
    return one_page(stream(zlib.compress(b"BT /F 2 Tf " + mode + words + b"ET"), b"/Filter /FlateDecode"))


def many_pages(count: int = 20_000) -> bytes:
    """Return a document of many pages that are all the same one."""
    kids = b"3 0 R " * count
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )


def pages_that_are_said() -> bytes:
    """Return a document whose tree of pages holds itself and says to have as many as a number can."""
    return document(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2147483647 >>", b"[]"
    )


def deep_arrays() -> bytes:
    """Return a document whose names are arrays in arrays."""
    depth = 200_000
    return one_page(stream(b""), b"[" * depth + b"]" * depth, catalog=b"/Names 5 0 R")


def deep_forms() -> bytes:
    """Return a page with a form that draws itself, ten times over."""
    uses = b"<< /XObject << /X 5 0 R >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + uses
    return one_page(stream(b"/X Do " * 10), stream(b"/X Do " * 10, form), resources=uses)


def wide_forms() -> bytes:
    """Return a page with forms that each draw the next one ten times, twelve deep."""
    forms = []
    for number in range(5, 17):
        inner = b"<< /XObject << /X %d 0 R >> >>" % (number + 1)
        forms.append(stream(b"/X Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + inner))
    leaf = stream(b"0 0 1 1 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return one_page(stream(b"/X Do"), *forms, leaf, resources=b"<< /XObject << /X 5 0 R >> >>")


def giant_image() -> bytes:
    """Return a page with a picture of ten thousand million points."""
    header = b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    image = stream(_deflated(bytes(MEBI), 256), header + b" /Filter [/FlateDecode /FlateDecode]")
    return one_page(stream(b"595 0 0 842 0 0 cm /I Do"), image, resources=b"<< /XObject << /I 5 0 R >> >>")


def endless_page() -> bytes:
    """Return a page without an end, and a text beyond it."""
    huge = b"-99999999999999999999 -99999999999999999999 99999999999999999999 99999999999999999999"
    return one_page(stream(b"BT /F 99999999999 Tf 1e38 1e38 Td (119,00) Tj ET"), box=huge)


def long_line() -> bytes:
    """Return a text file of one line."""
    return b"Total 1,00 " * (MEBI // 2)


def many_lines() -> bytes:
    """Return a text file in which every line has all that is looked for."""
    return b"Invoice 1 119,00 EUR 1.1.2026 DE89370400440532013000\n" * 100_000


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a gigabyte of text packed twice": bomb,
    "a gigabyte of XML as an attachment": packed_attachment,
    "a hundred thousand words": many_words,
    "a hundred thousand hidden words": lambda: many_words(hidden=True),
    "twenty thousand pages": many_pages,
    "as many pages as a number can say": pages_that_are_said,
    "two hundred thousand arrays in one another": deep_arrays,
    "a form that draws itself": deep_forms,
    "forms that draw forms, a million million in all": wide_forms,
    "a picture of ten thousand million points": giant_image,
    "a page without an end": endless_page,
    "a line of five megabytes": long_line,
    "a hundred thousand lines": many_lines,
}
