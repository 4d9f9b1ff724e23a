"""German words of the desks."""

from typing import Final

LABELS: Final = """
invoice: Rechnung | RECHNUNG | Rechnung
credit_note: Gutschrift | Rechnungskorrektur | Stornorechnung
invoice_number: Rechnungsnummer | Rechnungs-Nr. | Rechnung Nr. | Rechnungsnr.
credit_number: Gutschriftnummer | Gutschrift-Nr. | Beleg-Nr.
issue_date: Rechnungsdatum | Datum | Belegdatum | Ausstellungsdatum
due_date: Fällig am | Zahlbar bis | Fälligkeit | Zahlungsziel
delivery_date: Lieferdatum | Leistungsdatum | Liefer-/Leistungsdatum
order_reference: Ihre Bestellnummer | Ihre Bestellung | Bestell-Nr. | Ihr Zeichen/Bestellung
customer_number: Kundennummer | Kunden-Nr. | Kundennr. | Kd.-Nr.
seller_tax_id: USt-IdNr. | USt-ID-Nr. | Umsatzsteuer-Identifikationsnummer | UID
buyer_tax_id: Ihre USt-IdNr. | USt-IdNr. des Kunden | Ihre USt-ID
net: Nettobetrag | Summe netto | Zwischensumme (netto) | Gesamt Netto
lines_sum: Warenwert | Summe Positionen | Zwischensumme
allowance: Rabatt | abzgl. Rabatt
shipping: Fracht | Versandkosten | Porto/Verpackung
tax: MwSt. | USt. | Umsatzsteuer | Mehrwertsteuer
tax_sum: MwSt.-Betrag | Summe MwSt. | Umsatzsteuer
gross: Rechnungsbetrag | Gesamtbetrag | Endbetrag | Gesamtsumme
prepaid: abzgl. Anzahlung | bereits gezahlt | Anzahlungen
payable: Zahlbetrag | Restbetrag | Zu zahlen | Offener Betrag
iban: IBAN
bic: BIC | SWIFT/BIC | BIC (SWIFT)
bank: Bank | Bankverbindung
terms: Zahlungsbedingungen | Zahlungsbedingung | Zahlung
payment_reference: Verwendungszweck | Zahlungsreferenz | Bitte bei Zahlung angeben
phone: Tel. | Telefon | Tel | Fon
email: E-Mail | Mail
web: Internet | Web
register: HRB | Handelsregister HRB | Registergericht HRB
director: Geschäftsführer | Vorstand | Geschäftsführung | Inhaber
contact: Ansprechpartner | Sachbearbeiter | Bearbeiter/in | Ihr Ansprechpartner
bill_to: Rechnungsadresse | Rechnungsanschrift | Rechnung an
ship_to: Lieferadresse | Lieferanschrift
sold_by: Verkauft von
delivery_note: Lieferschein-Nr. | Lieferschein | Lieferscheinnr.
currency: Währung
page: Seite {page} von {pages} | Seite {page} / {pages} | Seite: {page}/{pages}
carried: Übertrag | Zwischensumme/Übertrag
brought: Übertrag
period: Abrechnungszeitraum | Zeitraum
order_date: Bestelldatum
subtotal: Zwischensumme | Summe
x01.number_and_date: Rechnungsnr./Datum | Nummer/Datum
x01.credit_and_date: Gutschriftsnr./Datum | Nummer/Datum
x01.order_and_date: Bestellnr./Datum | Ihre Bestellung/Datum
x01.note_and_date: Lieferscheinnr./Datum | Lieferung/Datum
x01.net: Summe Positionen | Nettowert | Positionswert gesamt
x01.gross: Endbetrag | Gesamtbetrag
x03.issue_date: Rechnungsdatum | Datum
x03.order_reference: Ihre Best.-Nr. | Bestellung
x03.customer_number: Kunden-Nr. | Debitor
x03.lines_sum: Warenwert | Summe Ware
x03.shipping: Frachtkosten | Frachtanteil
x03.net: Nettosumme | Gesamt netto
x03.tax_sum: MwSt. gesamt | Summe MwSt.
x03.gross: Rechnungsbetrag
x04.invoice: Rechnung
x04.order_reference: Referenz
x04.net: Zwischensumme
x04.gross: GESAMT | Gesamtbetrag
x04.payable: Fälliger Betrag
x05.invoice: Rechnung
x05.invoice_number: Rechnungsnummer
x05.issue_date: Ausstellungsdatum
x05.due_date: Fälligkeitsdatum
x05.net: Zwischensumme | Summe ohne Steuern
x05.gross: Gesamt
x05.payable: Fälliger Betrag
x06.invoice: Ihre Rechnung | Rechnung
x06.invoice_number: Rechnungsnummer | Rechnungs-Nr.
x06.issue_date: Rechnungsdatum | Datum
x06.net: Summe (netto) | Gesamtbetrag netto
x06.gross: Zu zahlender Betrag | Rechnungsbetrag
x07.invoice: Stromrechnung | Ihre Stromrechnung | Rechnung Strom
x07.invoice_number: Rechnungsnummer | Rechnungs-Nr.
x07.issue_date: Rechnungsdatum | Datum
x07.net: Summe netto | Nettobetrag
x07.gross: Rechnungsbetrag brutto | Gesamtkosten (brutto) | Rechnungsbetrag
x07.prepaid: abzüglich geleisteter Abschläge | abzgl. gezahlte Abschläge
x07.payable: Nachzahlung | Ihre Nachzahlung | Restforderung
x07.site: Verbrauchsstelle | Lieferstelle
x08.invoice: Rechnung | Hotelrechnung
x08.invoice_number: Rechnungs-Nr. | Rechnung Nr.
x08.gross: Gesamtbetrag | Total | Summe
x08.prepaid: Visa | Kreditkarte | EC-Karte | Mastercard
x08.payable: Offener Betrag | Saldo | Offener Saldo
x11.invoice: Rechnung | Kostenrechnung | Honorarrechnung
x11.invoice_number: Rechnungsnummer | Rechnung Nr. | Rechn.-Nr.
x11.net: Zwischensumme netto | Honorar und Auslagen netto
x11.prepaid: abzüglich gezahlter Vorschuss | abzgl. Vorschuss
x11.period: Leistungszeitraum
x12.period: Leistungszeitraum | Einsatzzeitraum
x13.prepaid: abzgl. Abschlagszahlung | abzgl. geleisteter Abschlag
x13.payable: Restbetrag | Noch zu zahlen
x13.delivery_date: Ausführungsdatum | Leistungsdatum
x15.gross: Gutschriftsbetrag | Gesamtbetrag | Gutschrift gesamt
x15.ship_to: Rücksendung von | Abholadresse
x16.invoice: Rechnung
x16.bill_to: Rechnungsadresse
x16.ship_to: Lieferadresse | Versandadresse
x16.order_reference: Bestellnummer | Bestellnr.
x16.delivery_date: Lieferdatum | Versanddatum
x16.shipping: Versandkosten | Versand | Verpackung und Versand
x16.gross: Gesamtpreis | Gesamtsumme | Rechnungsbetrag
x16.payable: Zahlbetrag
sales_order: Auftragsnr. | Unsere Auftragsnummer
incoterm: Lieferbedingungen | Lieferbedingung
meter: Zählernummer | Zähler-Nr. | Stromzähler-Nr.
supply_point: Marktlokation | Zählpunkt
contract: Vertragskonto | Vertragsnummer
billing_account: Buchungskonto | Kundenkonto
line_number: Rufnummer | Mobilfunknummer
room: Zimmer | Zimmer-Nr. | Zimmernummer
guest_folio: Reservierung | Folio
matter: Unser Zeichen | Aktenzeichen
subject: Betreff | Wegen
depot: Niederlassung | Geschäftsstelle
fleet: Rahmenvertrag | Flotten-Nr.
return_note: Retouren-Nr. | Rücksende-Nr.
insertion: Auftrags-Nr. | Anzeigenauftrag
job_sheet: Auftrags-Nr. | Arbeitsbericht
mandate: Mandatsreferenz | SEPA-Mandat
creditor: Gläubiger-ID | Gläubiger-Identifikationsnummer
site: Objekt | Bauvorhaben
advertiser: Inserent | Kunde
medium: Objekt | Titel
published: Erscheinungsdatum | Erschienen am
advice: ZAHLSCHEIN
advice_to: An:
enclosed: Gezahlter Betrag
customer: Kunde
arrival: Anreise | Anreisedatum
departure: Abreise | Abreisedatum
guest: Gast | Name des Gastes | Gastname
details: Ihre Leistungen im Einzelnen | Einzelaufstellung
help: Fragen zur Rechnung?
hours_sum: Stunden gesamt | Summe Stunden
readings: Zählerstände | Verbrauchsermittlung
old: Zählerstand alt
new: Zählerstand neu
used: Verbrauch kWh
costs: Berechnung Ihrer Kosten | Kostenaufstellung
sku: Art.-Nr. | Artikelnummer
about_order: Bestellinformationen | Bestelldetails
payment_method: Zahlungsart
section.plan: Monatliche Beträge
section.calls: Nutzungsabhängige Beträge
section.once: Einmalige Beträge
section.advice: Honorar nach Zeitaufwand
section.expenses: Auslagen | Auslagen und Nebenkosten
section.labour: Arbeitslohn
section.material: Material
"""

HEADINGS: Final = """
pos: Pos. | Pos | Nr.
pos_ten: Pos.
item_id: Artikel-Nr. | Art.-Nr. | Materialnr. | Artikelnummer
description: Bezeichnung | Beschreibung | Text
quantity: Menge | Anzahl
hours: Stunden | Std.
unit: Einheit | ME | Einh.
with_unit: Menge
unit_price: Einzelpreis | Preis | E-Preis | Einzelpreis EUR
discount: Rabatt % | Rab. %
tax_rate: MwSt. | USt. %
bare_rate: MwSt. % | USt. %
net: Gesamtpreis | Betrag | Gesamt | Nettobetrag
signed_net: Betrag | Gesamt
when: Datum
night: Datum
week: KW
worker: Mitarbeiter | Name
driver: Fahrer
initials: Bearb. | RA
tracking: Sendungsnr. | Sendungsnummer
weight: Gewicht kg | kg
town: Empfangsort | Zielort
plate: Kennzeichen | Amtl. Kennz.
contract: Vertrag | Vertragsnr.
edition: Ausgabe | Heft
code: Nr.
rate: MwSt.-Satz | Steuersatz
base: Netto | Nettobetrag
tax: MwSt. | Steuerbetrag
with_tax: Brutto | Gesamt
x04.hours: Menge
x05.tax_rate: Steuer
x08.description: Leistung | Beschreibung
x08.unit_price: Einzelpreis | Preis
x08.net: Betrag | Gesamt
x11.description: Tätigkeit | Leistung
x11.unit_price: Stundensatz | Satz
x12.unit_price: Verrechnungssatz | Satz
x13.hours: Menge
x14.description: Anzeige | Format und Platzierung
x14.quantity: Anz. | Anzahl
x14.unit_price: Listenpreis | Bruttopreis
x14.net: Nettopreis | Netto
x16.unit_price: Stückpreis (inkl. USt.)
x16.signed_net: Zwischensumme (inkl. USt.) | Gesamt (inkl. USt.)
"""

SENTENCES: Final = """
attention: z. Hd. {person} | Buchhaltung, {person} | Kreditorenbuchhaltung {person}
tax_at: {tax} {rate} | zzgl. {rate} {tax} | + {rate} {tax}
tax_of: {tax} {rate} auf {base} | zzgl. {rate} {tax} auf {base} | {rate} {tax} von {base}
terms: Zahlbar innerhalb von {days} Tagen ohne Abzug. | Zahlungsziel: {days} Tage netto.
    | Zahlbar innerhalb {days} Tagen nach Rechnungserhalt rein netto.
terms_date: Bitte überweisen Sie den Betrag innerhalb von {days} Tagen bis zum {date}.
    | Zahlbar innerhalb von {days} Tagen, spätestens bis {date}, ohne Abzug.
early: Innerhalb {early} Tagen {percent} % Skonto, innerhalb {days} Tagen ohne Abzug.
    | {early} Tage {percent} % Skonto, {days} Tage netto
greeting: Sehr geehrte Damen und Herren,
opening: vielen Dank für Ihren Auftrag. Wir berechnen Ihnen wie folgt:
    | für unsere Leistungen stellen wir Ihnen in Rechnung:
closing: Mit freundlichen Grüßen | Wir danken für Ihren Auftrag. | Vielen Dank für die gute Zusammenarbeit.
title_kept: Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.
    | Es gelten unsere Allgemeinen Geschäftsbedingungen. Lieferung unter Eigentumsvorbehalt.
property: Gutschriften werden mit der ältesten offenen Rechnung verrechnet.
motto: Sanitär · Heizung · Klima | Elektroinstallation · Meisterbetrieb seit 1986
labour: Im Rechnungsbetrag sind Lohnkosten von {amount} netto enthalten. | Lohnanteil nach § 35a EStG: {amount} netto.
corrects: Diese Gutschrift bezieht sich auf unsere Rechnung {number} vom {date}.
    | Gutschrift zu Rechnung Nr. {number} vom {date}.
settled: Der Betrag wird Ihrem Konto gutgeschrieben. | Wir verrechnen den Betrag mit Ihrer nächsten Rechnung.
transfer: Bitte überweisen Sie an: {bank} | Zahlung per Überweisung: {bank}
headline: {amount} fällig am {date} | {amount} zahlbar bis {date}
online: Online bezahlen
case: Unternehmenskauf, Lagerstandort | Mietvertrag Büroräume | Arbeitsrecht, laufende Beratung
services: Für unsere anwaltliche Tätigkeit in vorbezeichneter Angelegenheit erlauben wir uns zu berechnen:
    | Für die im Leistungszeitraum erbrachten Leistungen berechnen wir:
assigned: Unsere Forderungen sind an {bank} abgetreten. Zahlungen mit schuldbefreiender Wirkung nur auf das Konto:
    | Die Forderung aus dieser Rechnung wurde an {bank} verkauft. Zahlung bitte ausschließlich an:
brand: Alpenquell Mineralwasser | Nordrad Fahrräder | Halden Küchen
medium: Regionale Wirtschaft | Logistik heute | Abendkurier
quote: Bitte geben Sie bei Zahlung Rechnungsnummer {number} und Kundennummer {customer} an.
    | Bei Überweisung bitte angeben: {number} / {customer}
copy: Ein Belegexemplar geht Ihnen gesondert zu. | Belegexemplar liegt bei.
headed: {title} für {month} | {title} {month}
collected: Den Betrag buchen wir ab dem {date} von Ihrem Konto {iban} ab.
    | Der Rechnungsbetrag wird am {date} per SEPA-Lastschrift von Ihrem Konto {iban} eingezogen.
objection: Einwendungen gegen die Rechnung erheben Sie bitte innerhalb von acht Wochen nach Zugang.
advert: Doppelt so schnell zum gleichen Preis: jetzt Glasfaser sichern!
    | Empfehlen Sie uns weiter: 50,00 EUR Gutschrift.
pay_until: Bitte überweisen Sie {amount} bis zum {date}. | Der Betrag von {amount} ist fällig am {date}.
mix: Energieträgermix: erneuerbare Energien 61,4 %, Erdgas 28,1 %, Kohle 8,0 %, sonstige 2,5 %; CO2 142 g/kWh.
index: Mehr- und Minderkilometer werden bei Vertragsende nach den vereinbarten Sätzen abgerechnet.
goodbye: Wir danken für Ihren Besuch und wünschen eine gute Heimreise. | Vielen Dank für Ihren Aufenthalt.
returns: Rückgabe innerhalb von 30 Tagen möglich. Fragen zu Ihrer Bestellung beantworten unsere Hilfeseiten.
incoterm: DAP | EXW ab Werk | FCA | CPT
method: Kreditkarte | PayPal | Visa
"""

PARTIES: Final = """
trades: Lebensmittel | Maschinenbau | Pflege | Innenausbau | Veranstaltungen | Handel | Medien | Immobilien
streets: Am Kai 3 | Schloßstraße 41 | Wiesenweg 12 | Alte Molkerei 2
details: wie vereinbart | wie bestellt
"""

FIRMS: Final = """
x01: Wälzlager | Hydraulik | Antriebstechnik | Armaturen
x02: IT-Service | Gebäudereinigung | Wartung
x03: Großhandel | Gastrobedarf | Fachgroßhandel
x04: Design | Digital | Kreativagentur
x05: Cloud | Software | Apps
x06: Telekommunikation | Mobilfunk | Telefon
x07: Energie | Stadtwerke | Strom
x08: Hotel | Gasthof | Parkhotel
x09: Paketdienst | Express | Kurier
x10: Leasing | Fuhrparkservice | Autoleasing
x11: Rechtsanwälte | Rechtsanwaltsgesellschaft | Kanzlei
x12: Personal | Zeitarbeit | Personaldienste
x13: Sanitär & Heizung | Elektrotechnik | Haustechnik
x14: Verlag | Medien | Fachverlag
x15: Großhandel | Vertrieb | Fachgroßhandel
x16: Versand | Onlinehandel | Shop
"""

GOODS: Final = """
machine: Rillenkugellager 6205-2RS=ST | Hydraulikschlauch DN12, 1,2 m=ST | Getriebemotor 0,75 kW=ST
    | Sechskantschraube M12x60 8.8=ST | Dichtungssatz Zylinder 63/36=SAT | Näherungsschalter M18 PNP=ST
    | Schmierfett EP2=KG | Magnetventil 5/2 G1/4=ST
service: Techniker vor Ort=Std. | Fernwartung=Std. | Anfahrt=pausch. | Datensicherung monatlich=Monat
    | Festplatte 2 TB=Stk. | Mitarbeiterschulung=Std.
supplies: Servietten 2-lagig weiß, 2000 Stück | Latexhandschuhe M, 100er-Box | Putzrolle blau 150 m
    | Müllsäcke stark, 200 Stück
    | Menübox Kraftpapier 750 ml | Handspülmittel 5 l | Kassenrollen 80 x 80 x 20 | Bodenreiniger Konzentrat 5 l
supplies_low: Mineralwasser 24 x 0,5 l | Kaffee gemahlen 1 kg | Zuckersticks 1000 Stück
design: Markenauftritt, Phase 2 | Website, Konzeption und Umsetzung | Monatspauschale | Texte für Produktseiten
    | Workshop, halber Tag | Fotografie, bearbeitete Bilder
software: Team-Tarif, pro Nutzer | Business-Tarif | Zusätzlicher Speicher 100 GB | API-Anfragen | Premium-Support
plan: Business Mobil Flat=Stk. | Glasfaser 500 Grundpreis=Stk. | Feste IP-Adresse=Stk. | Daten-SIM 20 GB=Stk.
calls: Verbindungen in Mobilfunknetze=Min. | Verbindungen Ausland EU=Min. | SMS=Stk. | Datenroaming Welt=MB
    | Auskunft und Servicenummern=Min. | Verbindungen ins Festnetz=Min.
once: Bereitstellungspreis=Stk. | Ersatz-SIM=Stk.
kwh: Arbeitspreis Strom=kWh | Arbeitspreis Gewerbetarif=kWh
grid: Grundpreis=Monate | Messstellenbetrieb=Monate | Netznutzung Grundpreis=Monate | Messung und Abrechnung=Monate
room: Übernachtung Doppelzimmer | Übernachtung Einzelzimmer | Logis inkl. Frühstück
extras: Parkplatz | Minibar | Restaurant Abendessen | Bar | Wäscheservice | Frühstücksbuffet
parcel: Express bis 12 Uhr | Paket Standard | Express International | Paket 2 Tage | Retoure
surcharge: Dieselzuschlag | Inselzuschlag | Peak-Zuschlag
cars: Leasingrate Kombi | Leasingrate inkl. Wartung | Rate Elektro-Transporter | Leasingrate Kompaktwagen
insurance: Kfz-Versicherung, weiterberechnet | Kfz-Steuer, weiterberechnet
advice: Prüfung Vertragsentwurf | Telefonat mit Mandant | Schreiben an Gegenseite
    | Recherche zur Verjährung | Teilnahme an Besprechung | Überarbeitung Kaufvertrag | Schriftsatz an das Gericht
expenses: Post- und Telekommunikationspauschale | Kurierkosten | Grundbuchauszüge
shifts: Lagerhelfer, Normalstunden | Lagerhelfer, Überstunden | Staplerfahrer, Normalstunden
    | Staplerfahrer, Nachtschicht
    | Produktionshelfer, Normalstunden | Maschinenbediener, Samstag
labour: Monteur=Std. | Auszubildender=Std. | Elektriker=Std. | Fahrzeit=Std.
material: Kupferrohr 22 mm=m | Thermostatventil-Set=Stk. | Absperrventil 15 mm=Stk. | Brennwertgerät 24 kW=Stk.
    | Mantelleitung 3 x 2,5=m | Unterverteilung 12 TE=Stk. | Kleinmaterial=psch. | Abflussrohr DN40=m
adverts: 1/1 Seite, 4c, 2. Umschlagseite | 1/2 Seite quer, 4c | 1/4 Seite, s/w
    | Banner Website, 4 Wochen | Beilage bis 20 g
goods: USB-C-Dockingstation | Funkmaus schwarz | Schreibtischlampe LED, dimmbar | Archivboxen, 10er-Pack
    | Headset mit Geräuschunterdrückung | Monitorarm, doppelt | Etikettendrucker
books: Handbuch Projektmanagement | Straßenatlas | Spanisch lernen, Kursbuch
"""
