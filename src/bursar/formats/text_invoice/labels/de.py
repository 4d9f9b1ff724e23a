"""German: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "rechnung", "handelsrechnung", "warenrechnung", "beitragsrechnung", "schlussrechnung", "baurechnung",
        "faktura", "abschlagsrechnung", "teilrechnung", "sammelrechnung", "kostenrechnung", "honorarrechnung",
        "ausgangsrechnung", "monatsrechnung", "barrechnung", "rechnung des versicherers", "proforma rechnung",
        "anzahlungsrechnung",
    ),
    "credit_note": (
        "gutschrift", "rechnungskorrektur", "stornorechnung", "korrekturrechnung", "storno", "rechnungsstorno",
        "rechnungsgutschrift", "storno rechnung",
    ),
    "self_billed": ("gutschrift selbst ausgestellte rechnung", "selbst ausgestellte rechnung"),
    "invoice_number": (
        "rechnungsnummer", "rechnungs nr", "rechnung nr", "rechnungsnr", "re nr", "rg nr", "rech nr",
        "rechnung nummer", "rechnungs nummer", "beleg nr", "belegnummer", "beleg nummer", "gutschriftsnummer",
        "gutschrift nr", "rnr", "re nummer", "gutschriftnummer", "handelsrechnung nr", "unsere rechnungsnummer",
        "faktura nr", "fakturanummer", "gutschriftsnr", "rechnungsbeleg", "stornonummer", "storno nr",
        "gutschrifts nr", "rechnungs no", "rechnung no", "rgnr", "gutschrift nummer", "korrekturnummer",
    ),
    "document_number": (
        "nummer", "nr", "vorgangsnummer", "vorgang", "unser zeichen", "dokumentnummer", "dokument nr",
        "vorgangs nr",
    ),
    "issue_date": (
        "rechnungsdatum", "datum der rechnung", "ausstellungsdatum", "belegdatum", "beleg datum", "rechnung vom",
        "ausgestellt am", "rechnungs datum", "re datum", "fakturadatum", "gutschriftsdatum", "gutschriftdatum",
        "rg datum", "erstellt am", "rechnungsdat", "ausgestellt", "erstellungsdatum", "dokumentdatum",
    ),
    "date": ("datum", "vom", "den"),
    "due_date": (
        "fällig am", "fälligkeit", "fälligkeitsdatum", "zahlungsfälligkeit", "fälligkeit der zahlung",
        "zahlbar bis", "zahlbar bis zum", "zahlungsziel", "zu zahlen bis", "fällig", "zahlungsfällig",
        "fällig bis", "bitte überweisen sie bis zum", "überweisen sie bitte bis zum", "zahlung bis",
        "zahlung fällig am", "fällig zum", "zahlungsdatum", "spätestens bis", "spätestens am", "zahlung bis zum",
        "fälligkeitstermin", "zahlungstermin", "zu zahlen bis zum", "bis spätestens", "ist fällig am",
        "wird fällig am", "zahlbar am", "zahlbar spätestens am", "bis spätestens zum", "spätestens zum",
        "zahlungsfrist", "zahlbar spätestens bis", "fällig per", "zahlbar zum", "valuta",
    ),
    "delivery_date": (
        "lieferdatum", "leistungsdatum", "liefer und leistungsdatum", "leistungs datum", "liefer datum",
        "leistung vom", "lieferung am", "datum der lieferung", "datum der leistung", "liefertermin",
        "liefer bzw leistungsdatum", "geliefert am", "lieferung vom", "lieferungsdatum", "leistungstag",
        "versanddatum", "liefertag", "leistungserbringung am", "tag der lieferung", "tag der leistung",
    ),
    "currency": ("währung", "rechnungswährung", "belegwährung"),
    "tax_id": (
        "ust idnr", "ust id nr", "ust id", "uid", "uid nr", "umsatzsteuer id",
        "umsatzsteuer identifikationsnummer", "ust ident nr", "umsatzsteuer ident nr", "umsatzsteuer id nr",
        "ustid", "ustidnr", "ust ident", "unsere ust idnr", "mwst nr", "umsatzsteuer idnr",
        "umsatzsteueridentifikationsnummer", "ust identnr", "atu nr", "uid nummer", "unsere ust id", "unsere uid",
        "ust nr", "mwst id", "ust ident nummer", "ust id nummer", "mehrwertsteuernummer", "ustidentnr",
        "umsatzsteuernummer", "unsere uid nr", "unsere ust id nr", "mwst nummer",
    ),
    "tax_number": ("steuernummer", "steuer nr", "st nr", "steuernr"),
    "buyer_tax_id": (
        "ihre ust idnr", "ihre ust id", "ihre uid", "ust idnr kunde", "ust id kunde", "ihre ust id nr",
        "ihre uid nr", "uid kunde", "ust idnr des kunden", "ihre umsatzsteuer id",
        "ihre umsatzsteuer identifikationsnummer", "kunden ust id", "kunden ust idnr", "kunden uid",
        "ust id des kunden", "ihre ust ident nr", "ust idnr empfänger", "ust idnr des leistungsempfängers",
        "uid empfänger", "ust idnr leistungsempfänger", "ihre mwst nr", "ihre ust nr", "kunde ust idnr",
        "kunde ust id",
    ),
    "iban": ("iban", "konto iban", "iban nr", "iban nummer", "iban konto"),
    "bic": ("bic", "swift", "swift bic", "bic swift", "bic code", "swift code"),
    "payment_reference": (
        "verwendungszweck", "zahlungsreferenz", "zahlungsreferenznummer", "referenznummer",
        "bei zahlung bitte angeben", "bei zahlung angeben", "bitte angeben", "bei überweisung bitte angeben",
        "zahlungszweck", "referenz", "bei überweisung angeben", "buchungszeichen", "kassenzeichen",
        "betreff der überweisung", "zahlung unter angabe von", "unter angabe von", "referenz nr",
        "bitte bei zahlung angeben", "bitte bei überweisung angeben",
    ),
    "payment_terms": (
        "zahlungsbedingungen", "zahlungsbedingung", "zahlungskonditionen", "zahlungsziel", "zahlung",
        "zahlungsvereinbarung", "konditionen", "zahlungsweise",
    ),
    "order_reference": (
        "bestellnummer", "bestell nr", "ihre bestellung", "ihre bestellnummer", "ihre bestell nr", "bestellung",
        "bestellnr", "auftragsnummer", "auftrag nr", "auftrags nr", "ihre auftragsnummer", "ihr auftrag",
        "ihre order", "bestellung nr", "ihre bestellung nr", "order nr", "ordernummer", "kundenbestellnummer",
        "bestellreferenz", "ihre auftrags nr", "kundenauftrag", "auftragsnr", "kunden bestellnummer",
        "ihre referenz bestellung", "po nummer", "bestellzeichen", "ihr bestellzeichen", "auftrag",
    ),
    "customer_number": (
        "kundennummer", "kunden nr", "kd nr", "kundennr", "ihre kundennummer", "ihre nummer", "debitor",
        "ihre kunden nr", "kunden nummer", "debitorennummer", "kdnr", "debitoren nr", "kunde nr", "debitornummer",
        "ihre kundennr", "ihre kd nr", "debitor nr", "kundenkonto", "mitgliedsnummer", "vertragskonto",
    ),
    "email": ("e mail", "email", "mail", "e mail adresse"),
    "seller": (
        "verkäufer", "lieferant", "rechnungssteller", "absender", "auftragnehmer", "leistungserbringer",
        "rechnungsaussteller", "von",
    ),
    "buyer": (
        "käufer", "käufer leistungsempfänger", "rechnungsempfänger", "rechnung an", "kunde", "leistungsempfänger",
        "auftraggeber", "rechnungsadresse", "rechnungsanschrift", "besteller", "an", "empfänger", "rechnung für",
        "abweichender rechnungsempfänger", "kundenanschrift", "kundenadresse",
    ),
    "ship_to": (
        "warenempfänger", "lieferadresse", "lieferanschrift", "abweichender warenempfänger", "lieferung an",
        "versandadresse", "steuerbevollmächtigter des verkäufers", "abweichender zahlungsempfänger",
        "lieferempfänger", "versandanschrift", "leistungsort", "lieferort", "geliefert an", "versand an",
    ),
    "name": ("name", "firma", "firmenname"),
    "account_holder": ("kontoinhaber", "kontoname", "zahlungsempfänger", "begünstigter", "empfänger der zahlung"),
    "other": (
        "bestelldatum", "bestell datum", "bestellung vom", "auftragsdatum", "auftrag vom", "telefon", "tel", "fax",
        "telefax", "seite", "lieferschein", "lieferschein nr", "lieferscheinnummer", "lieferschein datum",
        "lieferscheindatum", "blz", "kontonummer", "konto nr", "konto", "bank", "bankverbindung",
        "handelsregister", "hrb", "hra", "amtsgericht", "geschäftsführer", "geschäftsführung", "vorstand",
        "ansprechpartner", "sachbearbeiter", "bearbeiter", "internet", "web", "homepage", "mobil", "gln",
        "globale nummer", "anschrift", "lief nr", "lieferantennummer", "auftrag nr lief", "auftrag datum lief",
        "vertrags nr", "vertrags datum", "vertragsnummer", "vertragsdatum", "leistungszeitraum", "lieferzeitraum",
        "abrechnungszeitraum", "zeitraum", "weitere referenz", "referenz des käufers", "summe", "gesamtbetrag",
        "nettobetrag", "menge", "produkt", "bezeichnung", "artikelnummer", "art nr", "projekt", "kostenstelle",
        "ihr zeichen", "ihre referenz", "ihre nachricht vom", "kundenreferenz", "buchungsreferenz", "seriennummer",
        "sendungsnummer", "versand", "versandart", "ihr ansprechpartner", "ihr kontakt", "ihre steuernummer",
        "liefer leistungszeitraum", "registergericht", "firmenbuch", "ursprungsrechnung", "zur rechnung",
        "zur rechnung nr", "zu rechnung nr", "zu rechnung", "originalrechnung", "bezug", "druckdatum",
        "angebot nr", "angebotsnummer", "angebot", "rechnungsbetrag", "zahlbetrag", "endbetrag", "fon",
        "rechnungssumme", "ust satz", "ust betrag", "mwst satz", "steuersatz", "steuerbetrag", "umsatzsteuer",
        "positionsdaten", "lief datum", "versand nr", "versandnummer", "rechnungsrabatt", "gutschriftsbetrag",
        "wee reg nr", "weee reg nr", "ustg", "bestellt am", "bestellt von", "bestellt durch", "auftraggeber ref",
        "geburtsdatum",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "als auf bei bitte das dem den der des die für ihnen ihre ist mit nach nicht sie und unsere vom von wir wird "
    "zum zur"
)
