"""PDFs of a few bytes, drawn by their own operators, so that a test says exactly what is on the page."""

from __future__ import annotations


def drawn(*contents: str, page: str = "/MediaBox [0 0 600 800]", form: str = "") -> bytes:
    """Return a PDF with one page per content.

    `F1` is Helvetica, `F2` Helvetica-Bold, and `X1` the form, which its matrix puts at 90, 690.
    """
    count = len(contents)
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + 2 * count, 2))
    last = 5 + 2 * count
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        font.format("Helvetica"),
        font.format("Helvetica-Bold"),
    ]
    for number, content in enumerate(contents):
        resources = f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /X1 {last} 0 R >> >>"
        stream = 6 + 2 * number
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} {resources} /Contents {stream} 0 R >>")
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
    fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
    place = f"/Matrix [1 0 0 1 90 690] /BBox [0 0 100 30] {fonts} /Length {len(form)}"
    objects.append(f"<< /Type /XObject /Subtype /Form {place} >>\nstream\n{form}\nendstream")
    body = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")


def text(words: str, x: int = 100, y: int = 700, *, size: int = 10, font: str = "F1", before: str = "") -> str:
    """Return the operators that draw a text at a place; `before` are operators that go before it."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q {before} BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET Q "
