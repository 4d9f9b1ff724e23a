"""German: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "endrechnung", "zwischenrechnung", "honorarnote",
        "kundenrechnung",
        "rechnung", "handelsrechnung", "warenrechnung", "beitragsrechnung", "schlussrechnung", "baurechnung",
        "faktura", "abschlagsrechnung", "teilrechnung", "sammelrechnung", "kostenrechnung", "honorarrechnung",
        "ausgangsrechnung", "monatsrechnung", "barrechnung", "rechnung des versicherers", "proforma rechnung",
        "anzahlungsrechnung",
    ),
    "credit_note": (
        "rechnungsstornierung", "stornogutschrift",
        "gutschrift", "rechnungskorrektur", "stornorechnung", "korrekturrechnung", "storno", "rechnungsstorno",
        "rechnungsgutschrift", "storno rechnung",
    ),
    "self_billed": ("gutschrift selbst ausgestellte rechnung", "selbst ausgestellte rechnung"),
    "invoice_number": (
        "unser beleg", "korrektur beleg", "re beleg",
        (
            "(unsere|) (rechnung|rechnungs|rechn|rech|re|rg|faktura|fakturen|fakt|beleg|gutschrift|gutschrifts|"
            "storno|stornorechnungs|korrektur|korrekturrechnungs|rechnungskorrektur|abrechnungs) (nr|no|id|kennung|"
            "code)"
        ),
        "rechnungs (referenz|zeichen|beleg)",
        "nummer der (rechnung|gutschrift)",
        "rnr", "handelsrechnung nr", "dok nr", "unsere rechnung", "rechnungsnummer lautet", "rechnungsnum",
        "beleg",
    ),
    "document_number": (
        "nummer", "nr", "referenz", "referenznummer", "vorgangsnummer",
        "vorgang", "unser zeichen", "dokumentnummer", "dokument nr",
        "vorgangs nr",
    ),
    "issue_date": (
        "rechnungslegung am", "ausgefertigt",
        (
            "(rechnungs|rechnung|re|rg|rechn|rech|faktura|beleg|gutschrift|gutschrifts|storno|korrektur|ausstellungs|"
            "ausstell|erstellungs|erstell|abrechnungs|dokument|dokumenten|fakturierungs|ausfertigungs|"
            "buchungs) (datum|dat|tag)"
        ),
        "datum der (rechnung|ausstellung|rechnungsstellung|rechnungslegung|gutschrift|erstellung|fakturierung)",
        "datum des (belegs|dokuments|dokumentes)",
        "(rechnung|gutschrift|beleg|) (ausgestellt|erstellt|ausgefertigt|datiert|fakturiert|geschrieben) (am|vom|den)",
        "(rechnung|gutschrift|storno|beleg) vom",
        "ausgestellt", "rechnungsstellung", "datum gutschrift", "gebucht am",
    ),
    "date": ("datum", "vom", "den"),
    "due_date": (
        "valuta am", "zu zahlen am", "zahlbar per", "zahlbar am", "zahlung spätestens", "zu begleichen am",
        "fällig zum",
        (
            "(zahlungs|zahl|fälligkeits|nettofälligkeits|abbuchungs|einzugs|belastungs|netto fälligkeits) (datum|"
            "termin|tag)"
        ),
        "(zahlungs|netto) fälligkeit",
        (
            "(zahlbar|fällig|zu zahlen|zu begleichen|zu überweisen|begleichen|bezahlen|zahlung|zahlungseingang|"
            "überweisung|zahlung erbeten|zahlung fällig|netto fällig|ausgleich) (bis|bis zum|bis spätestens|"
            "bis spätestens zum|spätestens|spätestens bis|spätestens bis zum|spätestens zum|spätestens am|am|zum|per)"
        ),
        "fälligkeit (der rechnung|der zahlung|des betrags|netto|am|zum)",
        "(abbuchung|einzug|lastschrift|bankeinzug|lastschrifteinzug) (am|zum|erfolgt am)",
        "fälligkeit", "zahlungsziel", "fällig", "zahlungsfällig", "bitte überweisen sie bis zum",
        "überweisen sie bitte bis zum", "spätestens bis", "spätestens am", "bis spätestens", "ist fällig am",
        "wird fällig am", "bis spätestens zum", "spätestens zum", "zahlungsfrist", "valuta", "netto fällig",
        "zahlbar spät", "fällig netto", "zahlung erwartet bis", "termin zahlung", "letzter zahltag", "fällig wird",
    ),
    "delivery_date": (
        "ausgeführt", "fertiggestellt am", "abgeschlossen am", "durchgeführt am", "leistung ausgeführt am",
        (
            "(liefer|lieferungs|leistungs|liefer und leistungs|liefer leistungs|liefer bzw leistungs|versand|"
            "ausliefer|auslieferungs|ausführungs|erbringungs|leistungserbringungs) (datum|tag|zeitpunkt|termin)"
        ),
        "(tag|datum|zeitpunkt) der (lieferung|leistung|leistungserbringung|lieferung leistung|ausführung|auslieferung)",
        (
            "(geliefert|erbracht|ausgeliefert|ausgeführt|geleistet|versandt|leistung erbracht|lieferung erfolgte|"
            "lieferung erfolgt) am"
        ),
        "leistung vom", "lieferung am", "lieferung vom", "leistungserbringung am", "leistung am", "lieferung",
        "geliefert", "leistungserbringung", "datum lieferung", "datum leistung", "übergabe am", "auslieferung",
        "lieferung leistung am", "warenausgang",
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
        "zweck", "bei zahlung angeben", "zahlungszweck", "überweisungszweck", "referenz bei zahlung",
        "zahlungsbetreff",
        "(zahlungs|überweisungs|qr|esr|zahler|struktur) (referenz|zweck|text|code|kennung|id|referenz nr|zeichen)",
        (
            "(bitte|) bei (der|jeder|ihrer|) (zahlung|zahlungen|überweisung) (bitte|stets|immer|unbedingt|) (angeben|"
            "anführen|nennen)"
        ),
        (
            "(mit dem|als|im|) verwendungszweck (der überweisung|für die überweisung|für ihre überweisung|"
            "bei zahlung|bei überweisung|bitte|)"
        ),
        (
            "unter (angabe|nennung) (von|der|des|) (rechnungsnummer|rechnungs nr|rechnung nr|referenz|referenznummer|"
            "verwendungszwecks|zahlungsreferenz|kundennummer|)"
        ),
        "bitte angeben", "buchungszeichen", "kassenzeichen",
        "betreff der überweisung", "zahlung unter angabe von",
    ),
    "payment_terms": (
        "zahlungsweise", "zahlungsvereinbarung", "vereinbarte zahlung",
        (
            "(zahlungs|zahl|kredit) (bedingungen|bedingung|konditionen|kondition|ziel|ziele|vereinbarung|modalitäten|"
            "weise|modus|art|regelung|frist|fristen)"
        ),
        "zahlung", "konditionen", "zahlbar", "zahlungsabrede", "fristen", "begleichung",
    ),
    "order_reference": (
        "auftrag des kunden", "bestellung des kunden", "gemäß bestellung", "laut bestellung", "kundenbestellung",
        "ihr bestellzeichen",
        (
            "(ihre|ihr|kunden|kd|) (bestell|bestellung|bestellungs|auftrags|auftrag|kundenauftrags|order|po|abruf|"
            "einkaufsbestell) (nr|no|id|kennung|code|zeichen|referenz|bezug|ref)"
        ),
        "ihre bestellung", "bestellung", "ihr auftrag", "ihre order", "kundenauftrag", "ihre referenz bestellung",
        "auftrag", "kommission", "bestellung vom nr", "ihr abruf",
    ),
    "customer_number": (
        "mandantennr", "mandanten nr", "mandant", "klientennr", "klienten nr", "mandantennummer", "kundenkonto",
        "debitorenkonto",
        "konto (kennung|id|referenz|ref)",
        (
            "(ihre|ihr|unsere|) (kunden|kunde|kd|debitoren|debitor|mitglieds|mitglied|abnehmer|partner|"
            "geschäftspartner|vertragskonto|auftraggeber|teilnehmer|abonnenten|nutzer|deb|rechnungskonto|"
            "buchungskonto) (nr|no|id|kennung|konto|kontonummer|zeichen|code|kürzel|schlüssel)"
        ),
        "ihre nummer", "debitor", "vertragskonto", "kto nr kunde", "konto kunde", "ihre id", "ihr konto",
    ),
    "account": ("konto",),
    "email": ("e mail", "email", "mail", "e mail adresse"),
    "seller": (
        "verkäufer", "lieferant", "rechnungssteller", "absender", "auftragnehmer", "leistungserbringer",
        "rechnungsaussteller", "von",
    ),
    "buyer": (
        "gerichtet an", "adressiert an",
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
    "subject": ("betreff", "betrifft", "betr"),
    "other": (
        "ls nr", "lieferscheinnr", "auftragstasche", "job nr", "vertragsnr", "marktlokation", "zähler",
        "zählernummer", "bearbeitet von", "es betreut sie", "teile nr", "kursgruppe", "mandatsreferenz",
        "auftragsbestätigung", "auftragsbestätigung nr",
        "bestelldatum", "bestell datum", "bestellung vom", "auftragsdatum", "auftrag vom", "telefon", "tel", "fax",
        "telefax", "seite", "lieferschein", "lieferschein nr", "lieferscheinnummer", "lieferschein datum",
        "lieferscheindatum", "blz", "kontonummer", "konto nr", "konto", "bank", "bankverbindung",
        "handelsregister", "hrb", "hra", "amtsgericht", "geschäftsführer", "geschäftsführung", "vorstand",
        "ansprechpartner", "sachbearbeiter", "bearbeiter", "internet", "web", "homepage", "mobil", "gln",
        "globale nummer", "anschrift", "lief nr", "lieferantennummer", "auftrag nr lief", "auftrag datum lief",
        "vertrags nr", "vertrags datum", "vertragsnummer", "vertragsdatum", "leistungszeitraum", "lieferzeitraum",
        "abrechnungszeitraum", "zeitraum", "weitere referenz", "referenz des käufers", "summe", "gesamtbetrag",
        "nettobetrag", "menge", "produkt", "bezeichnung", "artikelnummer", "art nr", "projekt", "kostenstelle",
        "ihre nachricht vom", "kundenreferenz", "buchungsreferenz", "seriennummer",
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
