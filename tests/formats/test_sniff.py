from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.formats.sniff import FileKind, sniff
from tests.formats.samples import example

UBL = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ubl-five-lines.xml", FileKind.UBL_INVOICE),
        ("ubl-credit-note.xml", FileKind.UBL_CREDIT_NOTE),
        ("cii-en16931.xml", FileKind.CII),
        ("zugferd-1.xml", FileKind.CII),
        ("factur-x.pdf", FileKind.PDF),
        ("hostile/xxe.xml", FileKind.UBL_INVOICE),
    ],
)
def test_the_examples_are_told_apart(name: str, kind: FileKind) -> None:
    assert sniff(example(name)) is kind
    assert kind.is_einvoice is (kind is not FileKind.PDF)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.UNKNOWN),
        (b" \n", FileKind.UNKNOWN),
        (b"\x00\x01\x02", FileKind.UNKNOWN),
        (b"\x89PNG\r\n\x1a\n...", FileKind.IMAGE),
        (b"\xff\xd8\xff\xe0", FileKind.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", FileKind.IMAGE),
        (b"PK\x03\x04...", FileKind.ZIP),
        (b"\n%PDF-1.4", FileKind.PDF),
        (b"Dear Sir or Madam", FileKind.TEXT),
        ("Größe".encode("latin-1"), FileKind.TEXT),
        (b"<!DOCTYPE html><html></html>", FileKind.TEXT),
        (b"a < b", FileKind.TEXT),
        (b"<a/>", FileKind.XML),
        (b"<?xml version='1.0'?>", FileKind.XML),
        (b"<Invoice/>", FileKind.XML),
        (b"<x:Invoice/>", FileKind.XML),
        (UBL, FileKind.UBL_INVOICE),
        (b"\xef\xbb\xbf" + UBL, FileKind.UBL_INVOICE),
        (b"<!-- <a> -->" + UBL, FileKind.UBL_INVOICE),
        (UBL.replace(b'"', b"'"), FileKind.UBL_INVOICE),
        (UBL.replace(b"<Invoice xmlns", b"<u:Invoice xmlns:u"), FileKind.UBL_INVOICE),
        (UBL.decode().encode("utf-16"), FileKind.UBL_INVOICE),
        (UBL.decode().encode("utf-16-le"), FileKind.UBL_INVOICE),
        (UBL.decode().encode("utf-16-be"), FileKind.UBL_INVOICE),
    ],
)
def test_kinds_are_told_by_the_bytes(data: bytes, kind: FileKind) -> None:
    assert sniff(data) is kind


@given(st.binary(max_size=200))
def test_any_bytes_have_a_kind(data: bytes) -> None:
    assert sniff(data) in FileKind
