"""Words of a PDF: where they stand on the page as shown, what they are made of, and what nobody sees."""

from __future__ import annotations

import time

import pytest

from bursar.formats.pdf import PdfBroken, PdfTooManyPages
from bursar.formats.pdf.characters import written
from bursar.formats.pdf.page import Page, Word
from bursar.formats.pdf.rows import rows
from bursar.formats.pdf.words import MAX_WORDS, read_pages
from tests.formats.drawn_pdfs import drawn, text

WHITE, BLUE = "1 1 1 rg", "0 0 0.6 rg"


def page_of(*content: str, page: str = "/MediaBox [0 0 600 800]") -> Page:
    return read_pages(drawn("".join(content), page=page), max_pages=3)[0]


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def only(page: Page) -> Word:
    (word,) = page.words
    return word


def near(word: Word, left: int, bottom: int) -> bool:
    """Tell whether a word starts within a point of a place, its foot within three."""
    return abs(word.box.left - left) <= 100 and abs(word.box.bottom - bottom) <= 300


def test_a_word_stands_in_its_box_from_the_top_left_in_hundredths_of_a_point() -> None:
    page = page_of(text("Rechnung", 100, 700))
    word = only(page)
    assert (page.number, page.width, page.height) == (1, 60000, 80000)
    assert (word.text, word.size, word.bold, word.hidden) == ("Rechnung", 1000, False, None)
    assert near(word, 10000, 10000)
    assert 4000 < word.box.right - word.box.left < 5000


@pytest.mark.parametrize(
    ("turn", "left", "bottom"),
    [(90, 70000, 14500), (180, 45700, 70000), (270, 10000, 50000)],
)
def test_a_page_that_is_turned_is_read_as_it_is_shown(turn: int, left: int, bottom: int) -> None:
    # The text itself is turned the other way, so that it stands upright on the page as shown.
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    content = f"BT /F1 10 Tf {matrix} 100 700 Tm (Rechnung 4711) Tj ET"
    page = page_of(content, page=f"/MediaBox [0 0 600 800] /Rotate {turn}")
    assert (page.width, page.height) == ((60000, 80000) if turn == 180 else (80000, 60000))
    assert texts(page) == ["Rechnung", "4711"]
    for word in page.words:
        assert word.box.right - word.box.left > word.box.bottom - word.box.top
        assert 0 <= word.box.left < word.box.right <= page.width
        assert 0 <= word.box.top < word.box.bottom <= page.height


def test_places_count_from_the_corner_of_what_is_shown_of_a_cropped_page() -> None:
    page = page_of(text("Rechnung", 100, 700), page="/MediaBox [0 0 600 800] /CropBox [50 100 550 750]")
    assert (page.width, page.height) == (50000, 65000)
    assert near(only(page), 5000, 5000)


def test_kerning_does_not_split_a_word_and_a_gap_does() -> None:
    page = page_of("BT /F1 10 Tf 100 700 Td [(Rech) -80 (nung) -600 (Nr)] TJ ET")
    assert texts(page) == ["Rechnung", "Nr"]


def test_pieces_that_touch_are_one_word() -> None:
    assert texts(page_of(text("Rech", 100), text("nung", 123))) == ["Rechnung"]


@pytest.mark.parametrize("content", ["BT /F1 10 Tf 4 Tc 100 700 Td (RECHNUNG) Tj ET", text("R E C H N U N G")])
def test_letters_that_are_spread_out_are_one_word(content: str) -> None:
    assert texts(page_of(content)) == ["RECHNUNG"]


def test_a_few_single_letters_are_no_spread_word() -> None:
    assert texts(page_of(text("A B C"))) == ["A", "B", "C"]


@pytest.mark.parametrize("between", [0, 12])
def test_a_word_that_is_painted_twice_is_one_word(between: int) -> None:
    others = [text(f"w{number}", 100, 600 - 20 * number) for number in range(between)]
    page = page_of(text("Summe", 100), *others, "q 1 0 0 1 1 0 cm ", text("Summe", 100), "Q")
    assert texts(page).count("Summe") == 1
    # What PDFium itself drops, right behind the first, leaves no trace that it was there.
    assert next(word.bold for word in page.words if word.text == "Summe") == bool(between)


def test_the_same_word_in_another_place_is_another_word() -> None:
    assert texts(page_of(text("0,00", 100), text("0,00", 200))) == ["0,00", "0,00"]


def test_doubled_letters_are_not_painted_twice() -> None:
    assert texts(page_of(text("Rabatt 11,11 ''x''"))) == ["Rabatt", "11,11", "''x''"]


def test_bold_is_known_by_the_font() -> None:
    assert only(page_of(text("Summe", font="F2"))).bold


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (0xFB01, "fi"), (0xFB03, "ffi"), (0xA0, " "), (0x0D, "\n"), (0xAD, "-"), (0x02, "-"), (0xF041, "A"),
        (0xE123, ""), (0x200B, ""), (0, ""), (0x110000, ""), (0x20AC, "€"), (0x41, "A"),
    ],
)  # fmt: skip
def test_a_code_says_what_people_would_write(code: int, expected: str) -> None:
    assert written(code) == expected


def test_a_soft_hyphen_is_written_as_a_hyphen() -> None:
    assert texts(page_of(text("Rechnungs\xadnummer"))) == ["Rechnungs-nummer"]


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        ("BT /F1 10 Tf 3 Tr 100 700 Td (Summe) Tj ET", "invisible"),
        (text("Summe", 100, 900), "off_page"),
        (text("Summe", -300, 700), "off_page"),
        (text("Summe", before=WHITE), "white"),
        (text("Summe", before="0.96 g"), "white"),
        (text("Summe", size=1), "tiny"),
        (text("Summe") + f"{BLUE} 90 690 100 30 re f", "covered"),
        (f"{BLUE} 90 690 100 30 re f " + text("Summe", before=BLUE), "white"),
    ],
)
def test_what_nobody_sees_is_marked_and_not_dropped(content: str, hidden: str) -> None:
    page = page_of(text("Seen", 100, 600), content)
    assert {word.text: word.hidden for word in page.words} == {"Seen": None, "Summe": hidden}
    assert [row.text for row in rows(page)] == ["Seen"]


@pytest.mark.parametrize(
    "content",
    [
        f"{BLUE} 90 690 100 30 re f " + text("Summe", before=WHITE),
        f"{BLUE} 90 690 m 190 690 l 195 700 l 195 710 l 190 720 l 90 720 l 85 710 l 85 700 l f "
        + text("Summe", before=WHITE),
        f"{BLUE} 300 690 100 30 re f " + text("Summe"),
        text("Summe", before="0.6 g"),
        "BT /F1 1 Tf 10 0 0 10 100 700 Tm (Summe) Tj ET",
        text("Summe") + "0 0 0 RG 90 690 100 30 re S",
    ],
)
def test_what_can_be_seen_is_not_marked(content: str) -> None:
    assert only(page_of(content)).hidden is None


def test_a_form_is_painted_where_its_matrix_puts_it() -> None:
    content = "/X1 Do " + text("Summe", before=WHITE) + text("Netto", 300, before=WHITE)
    page = read_pages(
        drawn(content, form=f"{BLUE} 0 0 100 30 re f " + text("Inside", 5, 5, before=WHITE)), max_pages=1
    )[0]
    assert {word.text: word.hidden for word in page.words} == {"Summe": None, "Netto": "white", "Inside": None}
    assert near(next(word for word in page.words if word.text == "Inside"), 9500, 10500)


def test_a_column_that_runs_up_the_margin_stays_out_of_the_rows() -> None:
    upright = "BT /F1 10 Tf 0 1 -1 0 30 600 Tm (Copyright) Tj ET "
    page = page_of(upright, text("Summe", 100, 620), text("10,00", 300, 620))
    assert sorted(row.text for row in rows(page)) == ["Copyright", "Summe 10,00"]


def test_a_page_of_one_picture_with_its_text_behind_it_is_a_scan() -> None:
    picture = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q "
    page = page_of(picture, "BT /F1 10 Tf 3 Tr 100 700 Td (Rechnung 4711) Tj ET")
    assert page.scanned
    assert [row.text for row in rows(page)] == ["Rechnung 4711"]
    assert not page_of(text("Rechnung")).scanned


def test_every_page_is_read_in_its_order() -> None:
    pages = read_pages(drawn(text("one"), text("two"), ""), max_pages=3)
    assert [(page.number, texts(page)) for page in pages] == [(1, ["one"]), (2, ["two"]), (3, [])]


def test_more_pages_than_are_read_and_what_is_no_pdf_are_refused() -> None:
    with pytest.raises(PdfTooManyPages):
        read_pages(drawn("", ""), max_pages=1)
    with pytest.raises(PdfBroken):
        read_pages(b"%PDF-1.7 nothing", max_pages=1)


@pytest.mark.parametrize("matrix", ["1e30 0 0 1e30 1e30 0", "0 0 0 0 0 0", "nan 0 0 1 0 0"])
def test_text_that_is_nowhere_harms_nothing(matrix: str) -> None:
    page = page_of(text("Summe"), f"BT /F1 10 Tf {matrix} Tm (nowhere) Tj ET")
    assert "Summe" in texts(page)


def test_a_page_of_endless_words_and_rectangles_is_cut_off_in_time() -> None:
    many = "".join(text("w", x % 590, 10 + x % 780) for x in range(30_000))
    started = time.process_time()
    page = page_of("0 0 1 1 re f " * 5_000, many)
    assert len(page.words) <= MAX_WORDS
    assert time.process_time() - started < 20
