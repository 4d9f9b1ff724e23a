"""`bursar validate` and `bursar extract`, as people and programs see them."""

import json
from pathlib import Path

import pytest

from tests.agents.test_several_invoices import page
from tests.cli.commands import INVOICES, LETTER, bursar
from tests.formats.made_pdfs import pdf
from tests.platform.test_hybrid_reading import PAGE, XML

UBL, PDF = INVOICES / "ubl-five-lines.xml", INVOICES / "factur-x.pdf"


def test_valid_files_end_with_success_and_a_line_each() -> None:
    done = bursar("validate", str(UBL), str(PDF), "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(one["file"]).name for one in told] == ["ubl-five-lines.xml", "factur-x.pdf"]
    assert [one["format"] for one in told] == ["ubl_invoice", "cii"]
    assert (done.returncode, [one["failures"] for one in told]) == (0, [[], []])


def test_what_is_broken_is_shown_with_rule_and_place(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_bytes(
        UBL.read_bytes()
        .replace(b"<cbc:IssueDate>", b"<cbc:TaxPointDate>")
        .replace(b"</cbc:IssueDate>", b"</cbc:TaxPointDate>")
    )
    shown = bursar("validate", str(broken))
    assert shown.returncode == 1
    assert "BR-03" in shown.stdout
    (told,) = [json.loads(line) for line in bursar("validate", str(broken), "--json").stdout.splitlines()]
    (failure,) = [one for one in told["failures"] if one["rule"] == "BR-03"]
    assert (failure["severity"], failure["xpath"], failure["terms"]) == ("fatal", "/Invoice", ["BT-2"])


def test_what_cannot_be_read_is_not_valid_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"<a")
    done = bursar("validate", str(tmp_path / "a.xml"), "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["valid"], told["format"]) == (1, False, None)
    assert told["failures"][0]["rule"] == "not_xml"


def test_values_have_places_and_the_data_of_a_pdf_can_be_left_out(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(LETTER)
    data, pdf, text = json.loads(bursar("extract", str(UBL), str(PDF), str(letter), "--json").stdout)
    assert data["fields"]["invoice_number"]["method"] == "xml"
    assert data["fields"]["invoice_number"]["xpath"] == "/Invoice/cbc:ID"
    assert pdf["fields"]["invoice_number"]["method"] == "embedded_xml"
    assert {name: text["fields"][name]["value"] for name in ("invoice_number", "issue_date", "currency", "gross")} == {
        "invoice_number": "R-2026-118",
        "issue_date": "2026-10-31",
        "currency": "GBP",
        "gross": "120.00",
    }
    assert text["fields"]["gross"]["page"] == 1
    assert len(text["fields"]["gross"]["box"]) == 4
    assert text["lines"][0]["net"]["value"] == "100.00"
    (page,) = json.loads(bursar("extract", str(PDF), "--no-attachment", "--json").stdout)
    assert {value["method"] for value in page["fields"].values()} <= {"text"}


def test_people_see_fields_values_and_places(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(LETTER)
    shown = bursar("extract", str(letter)).stdout
    for expected in ("invoice_number", "R-2026-118", "page 1 at", "line 1", "Paper A4", "tax group"):
        assert expected in shown


def test_what_page_and_data_say_otherwise_and_which_invoices_a_file_holds_is_shown(tmp_path: Path) -> None:
    differs, several = tmp_path / "differs.pdf", tmp_path / "several.pdf"
    lines = [one.replace("FA-2026-204", "FA-2026-205") for one in PAGE]
    differs.write_bytes(pdf(lines, hidden=[("tiny", "9.999,00 EUR")], attachments=[("factur-x.xml", XML)]))
    several.write_bytes(pdf(page("KT-101"), ("Kestrel Tools Ltd", "Goods stay ours."), page("KT-102")))
    shown = bursar("extract", str(differs), str(several)).stdout
    for expected in ("on the page: FA-2026-205", "in the data: FA-2026-204", "9.999,00 EUR", "this text is tiny."):
        assert expected in shown
    for expected in ("invoice 1", "pages 1 to 2", "invoice 2", "page 3"):
        assert expected in shown
    one, other = json.loads(bursar("extract", str(differs), str(several), "--json").stdout)
    assert ("page_differs", "number") in {(check["code"], check["field"]) for check in one["differences"]}
    assert (one["parts"], other["differences"]) == ([], [])
    assert [(part["number"], part["first_page"], part["last_page"]) for part in other["parts"]] == [
        ("KT-101", 1, 2),
        ("KT-102", 3, 3),
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"), [("a.bin", b"\x00\x01\x02" * 9, "no_reader"), ("a.xml", b"<a", "not_xml")]
)
def test_what_cannot_be_extracted_says_why(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = bursar("extract", str(tmp_path / name), "--json")
    (told,) = json.loads(done.stdout)
    assert (done.returncode, told["error"]["code"]) == (1, code)
    assert code in bursar("extract", str(tmp_path / name)).stdout


def test_where_a_rule_is_broken_is_shown_wholly(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_bytes(UBL.read_bytes().replace(b'schemeID="0204"', b'schemeID="none"'))
    shown = bursar("validate", str(broken), COLUMNS="60")
    (told,) = [json.loads(line) for line in bursar("validate", str(broken), "--json").stdout.splitlines()]
    assert max(len(one["xpath"]) for one in told["failures"]) > 60
    assert "…" not in shown.stdout
