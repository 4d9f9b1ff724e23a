"""The header of an invoice in text: found in six languages, never invented, read in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bursar.core.extraction import Evidence, Extraction, Method, Value, from_json, to_json
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import joined
from bursar.formats.pdf.words import read_pages
from bursar.formats.text_invoice.reader import read_text_invoice
from bursar.formats.text_pages import text_pages
from tests.formats.drawn_pdfs import drawn, text
from tests.tracing import untraced

LETTERS = {
    "en": """
Brightwater Joinery Ltd                                       Invoice number:  BJ-20417
4 Quay Street                                                 Invoice date:    3 March 2024
Bristol BS1 4TQ                                               Due date:        2 April 2024
VAT No. GB 980 7806 84                                        Your order no.:  PO-7781
                                                              Customer no.:    30017
Bill to
Harrow Estates plc
17 Mill Lane
Leeds LS1 4AB

INVOICE

Description                     Qty      Unit price      Amount
Oak table                         2        £ 150.00    £ 300.00

Subtotal      £ 300.00
VAT 20 %       £ 60.00
Total         £ 360.00

IBAN: GB29 NWBK 6016 1331 9268 19    BIC: NWBKGB2L    accounts@brightwater.co.uk
""",
    "de": """
Weber Metallbau GmbH - Am Hang 3 - 70173 Stuttgart
Kaufmann AG
Lindenweg 12                                                  Rechnungsdatum:  03.03.2024
20095 Hamburg                                                 Kundennummer:    30017

RECHNUNG Nr. BJ-20417                                         Ihre Bestellung: PO-7781

Bezeichnung                     Menge    Einzelpreis     Betrag
Eichentisch                       2        150,00 €    300,00 €

Nettobetrag   300,00 €
MwSt. 19 %     57,00 €
Gesamtbetrag  357,00 €

Bitte überweisen Sie den Betrag bis zum 02.04.2024 auf unser Konto.
IBAN DE89 3704 0044 0532 0130 00    BIC COBADEFFXXX    USt-IdNr. DE136695976    info@weber-metallbau.de
""",
    "fr": """
Menuiserie Dupré SARL
8 rue des Lilas
69002 Lyon
N° TVA : FR 83 404 833 048

Facturé à :
Hôtel du Lac SA
3 avenue Foch
74000 Annecy

Facture n° BJ-20417 du 3 mars 2024
N° client : 30017          Votre commande : PO-7781          Date d'échéance : 02/04/2024

Désignation                     Quantité   Prix unitaire    Montant
Table en chêne                    2         150,00 €      300,00 €

Total HT      300,00 €
TVA 20 %       60,00 €
Total TTC     360,00 €

IBAN : FR14 2004 1010 0505 0001 3M02 606    BIC : PSSTFRPPXXX    contact@menuiserie-dupre.fr
""",
    "es": """
Carpintería Roble S.L.                 Factura nº: BJ-20417
Calle Mayor 5                          Fecha de factura: 03/03/2024
28013 Madrid                           Fecha de vencimiento: 02/04/2024
NIF: B58378431                         Pedido nº: PO-7781
                                       Código de cliente: 30017
Cliente:
Hotel Sol S.A.
Avenida del Mar 9
08005 Barcelona

Descripción                     Cantidad   Precio          Importe
Mesa de roble                     2         150,00 €      300,00 €

Base imponible  300,00 €
IVA 21 %         63,00 €
Total factura   363,00 €

IBAN: ES91 2100 0418 4502 0005 1332     BIC: CAIXESBBXXX     info@carpinteriaroble.es
""",
    "it": """
Falegnameria Rossi S.r.l.              Fattura n. BJ-20417
Via Roma 5                             Data fattura: 03/03/2024
20121 Milano                           Scadenza: 02/04/2024
P.IVA IT00743110157                    Vs. ordine: PO-7781
                                       Codice cliente: 30017
Cliente:
Albergo Lago S.p.A.
Via Mazzini 9
10121 Torino

Descrizione                     Quantità   Prezzo          Importo
Tavolo in rovere                  2         150,00 €      300,00 €

Imponibile     300,00 €
IVA 22 %        66,00 €
Totale fattura 366,00 €

IBAN: IT60 X054 2811 1010 0000 0123 456     BIC: BLOPIT22     info@falegnameriarossi.it
""",
    "nl": """
Houtbouw De Vries B.V.                 Factuurnummer: BJ-20417
Kade 5                                 Factuurdatum: 3 maart 2024
3011 AA Rotterdam                      Vervaldatum: 2 april 2024
BTW NL810433941B01                     Uw ordernummer: PO-7781
                                       Klantnummer: 30017
Factuur aan:
Hotel Zee N.V.
Strandweg 9
2586 JK Den Haag

Omschrijving                    Aantal     Prijs           Bedrag
Eiken tafel                       2         150,00 €      300,00 €

Subtotaal      300,00 €
BTW 21 %        63,00 €
Totaal         363,00 €

IBAN: NL91 ABNA 0417 1643 00     BIC: ABNANL2A     info@houtbouwdevries.nl
""",
}
PARTIES = {
    "en": ("Brightwater Joinery Ltd", "Harrow Estates plc", "GB980780684", "GB29NWBK60161331926819", "GBP"),
    "de": ("Weber Metallbau GmbH", "Kaufmann AG", "DE136695976", "DE89370400440532013000", "EUR"),
    "fr": ("Menuiserie Dupré SARL", "Hôtel du Lac SA", "FR83404833048", "FR1420041010050500013M02606", "EUR"),
    "es": ("Carpintería Roble S.L.", "Hotel Sol S.A.", "B58378431", "ES9121000418450200051332", "EUR"),
    "it": ("Falegnameria Rossi S.r.l.", "Albergo Lago S.p.A.", "IT00743110157", "IT60X0542811101000000123456", "EUR"),
    "nl": ("Houtbouw De Vries B.V.", "Hotel Zee N.V.", "NL810433941B01", "NL91ABNA0417164300", "EUR"),
}


TWO_LANGUAGES = """
Rechnungsnummer / Invoice no.:   R-2024-0815
Datum / Date:                    03.03.2024
Kundennr. / Customer no.:        30017
Fällig / Due date:               02.04.2024
"""
TWO_ROWS = """
Invoice        Invoice      Payment      Customer
number         date         due          number
R-2024-0815    03/03/2024   02/04/2024   30017
"""


def read(said: str) -> Extraction:
    return read_text_invoice(text_pages(said.encode()))


def values(said: str) -> dict[str, str]:
    return {name: value.value for name, value in read(said).fields.items()}


@pytest.mark.parametrize("language", LETTERS)
def test_the_header_is_read_in_every_language(language: str) -> None:
    found = values(LETTERS[language])
    seller, buyer, tax_id, iban, currency = PARTIES[language]
    expected = {
        "invoice_number": "BJ-20417",
        "type_code": "380",
        "issue_date": "2024-03-03",
        "due_date": "2024-04-02",
        "order_reference": "PO-7781",
        "customer_number": "30017",
        "currency": currency,
        "net": "300.00",
        "seller_name": seller,
        "seller_tax_id": tax_id,
        "buyer_name": buyer,
        "iban": iban,
    }
    assert {name: found.get(name) for name in expected} == expected


def stands_where_it_says(value: Value, pages: tuple[Page, ...]) -> bool:
    """Tell whether the words of a value's box are those that its raw text is written with."""
    assert value.page is not None
    assert value.box is not None
    box = value.box
    inside = [
        word
        for word in pages[value.page - 1].words
        if box.left <= word.box.left and word.box.right <= box.right
        and box.top <= word.box.top and word.box.bottom <= box.bottom
    ]  # fmt: skip
    return joined(inside) == box and "".join(value.raw.split()) in "".join(word.text for word in inside)


@pytest.mark.parametrize("language", LETTERS)
def test_every_value_stands_in_its_box(language: str) -> None:
    pages = text_pages(LETTERS[language].encode())
    extraction = read_text_invoice(pages)
    found = [*extraction.fields.items()] + [item for line in extraction.lines for item in line.items()]
    assert [name for name, value in found if not stands_where_it_says(value, pages)] == []
    assert from_json(to_json(extraction)) == extraction


def test_check_digits_repetition_and_labels_count_as_evidence() -> None:
    fields = read(LETTERS["de"]).fields
    assert set(fields["iban"].evidence) >= {Evidence.CHECKSUM, Evidence.FORMAT, Evidence.LABEL}
    assert Evidence.CHECKSUM in fields["seller_tax_id"].evidence
    assert fields["iban"].confidence > fields["buyer_name"].confidence


def test_an_account_with_wrong_check_digits_is_read_only_beside_its_label() -> None:
    assert values("Rechnung\nIBAN: DE12 1234 4321 9876 00 BIC")["iban"] == "DE1212344321987600"
    assert "iban" not in values("Rechnung\nKennung DE12 1234 4321 9876 00")


def test_an_account_goes_on_in_the_next_line_of_its_column() -> None:
    fields = read("Invoice 7\nBank          IBAN\nA Bank        DE89 3704 0044 0532\n              0130 01\n").fields
    assert fields["iban"].value == "DE89370400440532013001"
    assert fields["iban"].raw == "DE89 3704 0044 0532 0130 01"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Gutschrift Nr. 4711", "381"), ("Credit note 4711", "381"), ("Avoir n° 4711", "381"),
        ("Creditnota 4711", "381"),
        ("Nota di credito n. 4711", "381"), ("Factura rectificativa nº 4711", "381"), ("Rechnung Nr. 4711", "380"),
        ("Gutschrift (Selbst ausgestellte Rechnung) Nr. 4711", "389"), ("Self-billed invoice 4711", "389"),
    ],
)  # fmt: skip
def test_a_title_says_what_the_document_is_and_its_number(title: str, code: str) -> None:
    found = values(f"{title}\n\nDatum: 03.03.2024\n")
    assert (found["type_code"], found["invoice_number"]) == (code, "4711")


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ("Zahlbar innerhalb von 30 Tagen ohne Abzug.", "2024-04-02"),
        ("Payment terms: net 30 days", "2024-04-02"),
        ("2 % Skonto bei Zahlung innerhalb 10 Tagen, 30 Tage netto", "2024-04-02"),
        ("2/10 net 30", "2024-04-02"),
        ("Bei Zahlung innerhalb von 10 Tagen 2 % Skonto.", None),
        ("Paiement à 30 jours fin de mois", None),
        ("Reklamationen innerhalb von 8 Tagen", None),
    ],
)
def test_a_due_date_follows_from_terms_and_is_placed_where_they_stand(terms: str, due: str | None) -> None:
    fields = read(f"Rechnung Nr. 4711\nDatum: 03.03.2024\n\n{terms}\n").fields
    assert ("due_date" in fields, fields["due_date"].value if due else None) == (due is not None, due)
    if due:
        assert fields["due_date"].raw in terms
        assert "issue_date" in fields


def test_terms_without_an_issue_date_make_no_due_date() -> None:
    assert "due_date" not in values("Rechnung Nr. 4711\nZahlbar innerhalb von 30 Tagen ohne Abzug.\n")


def test_other_dates_and_numbers_are_not_those_of_the_invoice() -> None:
    said = (
        "Rechnung\nBestelldatum: 01.02.2024\nLieferschein-Nr.: 999\nRechnungs-Nr.: 4711\nRechnungsdatum: 03.03.2024\n"
    )
    found = values(said)
    assert (found["invoice_number"], found["issue_date"]) == ("4711", "2024-03-03")


@pytest.mark.parametrize(("first", "expected"), [("01/31/2024", "2024-02-03"), ("31/01/2024", "2024-03-02")])
def test_one_date_that_can_only_be_read_one_way_tells_how_all_are(first: str, expected: str) -> None:
    assert values(f"Invoice 4711\nInvoice date: 02/03/2024\nOrder date: {first}\n")["issue_date"] == expected


@pytest.mark.parametrize(
    ("said", "more"),
    [
        (
            TWO_LANGUAGES,
            {"customer_number": "30017", "due_date": "2024-04-02"},
        ),
        (
            TWO_ROWS,
            {"customer_number": "30017", "due_date": "2024-04-02"},
        ),
        ("INVOICE\nR-2024-0815\nINVOICE NUMBER\n3 March 2024\nDATE OF ISSUE\n", {}),
        ("Facture (n° R-2024-0815) du 3 mars 2024\nÉchéance : 02.04.2024\n", {"due_date": "2024-04-02"}),
        (
            "Factuurnr R-2024-0815 | Factuurdatum 03-03-2024 | Klantnr 30017 | Vervaldatum 02-04-2024\n",
            {"customer_number": "30017", "due_date": "2024-04-02"},
        ),
        ("Wir stellen unter der Rechnungsnummer R-2024-0815 vom 03.03.2024 in Rechnung.\n", {}),
        ("NUMERO FATTURA R-2024-0815 DATA 03.03.2024 CODICE CLIENTE 30017\n", {"customer_number": "30017"}),
        (
            "Our ref.       Your ref.      Date         Due\nR-2024-0815    PO-77          03.03.2024   02.04.2024\n",
            {"order_reference": "PO-77", "due_date": "2024-04-02"},
        ),
    ],
    ids=["two languages", "two rows", "above", "parentheses", "one line", "sentence", "capitals", "columns"],
)
def test_values_are_found_wherever_people_put_them_beside_their_labels(said: str, more: dict[str, str]) -> None:
    found = values(said)
    expected = {"invoice_number": "R-2024-0815", "issue_date": "2024-03-03", **more}
    assert {name: found.get(name) for name in expected} == expected


def test_the_buyers_tax_id_is_not_taken_for_the_sellers() -> None:
    found = values("Invoice 4711\nCustomer VAT no: DE136695976\nVAT no: NL810433941B01\n")
    assert (found["buyer_tax_id"], found["seller_tax_id"]) == ("DE136695976", "NL810433941B01")


def test_a_page_without_an_invoice_says_next_to_nothing() -> None:
    found = values("Dear Sir or Madam,\n\nthank you for the pleasant talk last week.\n\nYours sincerely\nA. Smith\n")
    assert found.keys() <= {"seller_name"}
    assert read("") == Extraction()


def test_hidden_text_is_not_read_and_text_behind_a_scan_is() -> None:
    hidden = "BT /F1 10 Tf 3 Tr 100 650 Td (Invoice number: 666) Tj ET "
    seen = read_pages(drawn(text("Invoice 4711") + hidden), max_pages=1)
    assert read_text_invoice(seen).fields["invoice_number"].value == "4711"
    picture = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q "
    number = read_text_invoice(read_pages(drawn(picture + hidden), max_pages=1)).fields["invoice_number"]
    assert (number.value, number.method) == ("666", Method.OCR)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Rechnung Nr.:0123456789DEIBAN,-/€%@\n\t#()"), max_size=600))
def test_nothing_is_said_that_is_not_written(said: str) -> None:
    pages = text_pages(said.encode())
    for name, value in read_text_invoice(pages).fields.items():
        assert stands_where_it_says(value, pages), name


@pytest.mark.parametrize(
    "said",
    [
        ("Rechnung Nr. Datum IBAN BIC USt-IdNr. Kunde: " * 400 + "\n") * 10,
        "Rechnung Nr: Datum: IBAN\n" * 20_000,
        ("01.02.2020 DE 123456789 a.b@c.de " * 1_000 + "\n") * 5,
        "Kunde:   Lieferant:    Rechnung an:\nMuster GmbH   Acme GmbH    Foo AG\n12345 Berlin   12345 Bonn\n" * 2_500,
        "x" * 200_000,
    ],
    ids=["labels", "rows", "identities", "parties", "one word"],
)
def test_what_is_made_to_cost_time_costs_little(said: str) -> None:
    pages = text_pages(said.encode())
    started = time.process_time()
    with untraced():
        read_text_invoice(pages)
    assert time.process_time() - started < 12  # Less than four where nothing else runs.
