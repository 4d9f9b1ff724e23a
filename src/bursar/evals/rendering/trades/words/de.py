"""German words of the trades."""

from typing import Final

LABELS: Final = """
invoice: Rechnung | RECHNUNG | Faktura
credit_note: Gutschrift | Rechnungskorrektur | Korrekturrechnung
invoice_number: Rechnungsnummer | Rechnungs-Nr. | Rechnungsnr. | Belegnummer | Re-Nr.
credit_number: Gutschriftsnummer | Korrektur-Nr. | Belegnummer
issue_date: Rechnungsdatum | Datum | Belegdatum | Ausstellungsdatum
due_date: Fällig am | Fälligkeitsdatum | Zahlbar bis | Zahlungsziel
delivery_date: Lieferdatum | Leistungsdatum | Datum der Leistung
order_reference: Ihre Bestellnummer | Ihre Bestellung | Bestell-Nr. | Ihr Auftrag
customer_number: Kundennummer | Kunden-Nr. | Kundennr. | Debitoren-Nr.
seller_tax_id: USt-IdNr. | USt-ID | UID | USt.-IdNr.
buyer_tax_id: Ihre USt-IdNr. | USt-ID Kunde
net: Nettobetrag | Zwischensumme (netto) | Summe netto | Gesamtbetrag netto | Warenwert
lines_sum: Zwischensumme | Warenwert | Artikel
tax: MwSt. | USt. | Umsatzsteuer | Mehrwertsteuer
gross: Gesamtbetrag | Rechnungsbetrag | Endbetrag | Gesamtsumme | Bruttobetrag
prepaid: Geleistete Abschläge | Bereits gezahlt | abzgl. Zahlungen | Bezahlt
payable: Zahlbetrag | Noch zu zahlen | Restbetrag | Zu zahlen
shipping: Versandkosten | Versand | Porto und Verpackung
iban: IBAN | IBAN:
bic: BIC | SWIFT-BIC | BIC/SWIFT
bank: Bank | Bankverbindung | Kreditinstitut
payment_reference: Verwendungszweck | Zahlungsreferenz
terms: Zahlungsbedingungen | Zahlungsbedingung | Zahlung
phone: Telefon | Tel. | Fon
register: Amtsgericht Hamburg HRB | Registergericht: HRB | HRB
director: Geschäftsführer | Geschäftsführung | Vertreten durch
bill_to: Rechnung an | Rechnungsempfänger | Rechnungsadresse
ship_to: Lieferadresse | Lieferung an | Warenempfänger
from: Verkäufer | Rechnungssteller
order_date: Bestelldatum | Bestellt am
page: Seite {page} von {pages} | Seite {page}/{pages} | Blatt {page}
carried: Übertrag | Zwischensumme/Übertrag
brought: Übertrag | Übertrag von Seite zuvor
contact: Ansprechpartner | Sachbearbeiter | Ihr Ansprechpartner
delivery_note: Lieferschein | Lieferschein-Nr. | Lieferung
currency: Währung
supplier_number: Unsere Lieferantennr. bei Ihnen | Lieferanten-Nr.
incoterms: Lieferbedingung | Incoterms
document_number: Buchungszeichen | Aktenzeichen | Vorgang
contract_number: Vertragsnummer | Vertrags-Nr. | Abo-Nr.
account_number: Kundenkonto | Buchungskonto | Konto
meter_number: Zählernummer | Zähler
supply_point: Marktlokation | Verbrauchsstelle
project: Projekt | Objekt-Nr. | Bauvorhaben
case_number: Unser Zeichen | Aktenzeichen
waybill: AWB / Frachtbrief-Nr. | Sendungsnummer
quote: Angebot | Angebots-Nr.
job: Auftragsnummer | Auftrags-Nr. | Auftragsbestätigung
line_number: Rufnummer | Mobilfunknummer
terminal: Terminal-ID | Kassen-Nr.
receipt: Beleg | Bon
room: Zimmer | Zimmer-Nr.
seat: Tisch | Tisch/Kellner
depot: Zentrallager | Wareneingang, Tor 3
packages: Packstücke | Kolli
weight: Bruttogewicht | Gewicht brutto
chargeable: Frachtpfl. Gewicht
volume: Volumen | Rauminhalt
via: Versandart
fob: Lieferklausel
period: Leistungszeitraum | Abrechnungszeitraum | Zeitraum
summary: Ihre Rechnung im Überblick | Zusammenfassung
details: Einzelnachweis | Kosten nach Dienst
paid: Bezahlt
copy: Kopie | Zweitschrift
transfer: Zahlung per Überweisung | Überweisungsdaten
from_day: von
to_day: bis
old_reading: Stand alt | Anfangsstand
new_reading: Stand neu | Endstand
consumption: Verbrauch | Verbrauch kWh
slip.receipt: Empfangsschein | Beleg für Zahler
slip.part: Zahlteil | SEPA-Überweisung
slip.scan: Scannen und zahlen
slip.amount: Betrag
slip.payee: Konto / Zahlbar an
slip.reference: Referenz
slip.payer: Zahlbar durch
arrival: Anreise | Ankunft
departure: Abreise
guest: Gast | Name des Gastes
included: Enthaltene Mehrwertsteuer | Im Gesamtbetrag enthaltene MwSt.
patient: Patient | Behandelte Person
opponent: Hellwasser Holding AG
original: Ursprüngliche Rechnung | Korrigierter Beleg
reason: Grund | Grund der Korrektur
open_items: Noch offene Rechnungen | Überfällige Posten auf Ihrem Konto
balance: Saldo Ihres Kontos | Kontostand
retention: abzgl. Sicherheitseinbehalt 5 % | Sicherheitseinbehalt
serial: SN | Serien-Nr.
their_number: Ihre Materialnummer | Ihre Art.-Nr.
customs: Zolltarifnr. | Stat. Warennr.
section.labour: Arbeitsleistung | Lohnkosten
section.material: Material | Gelieferte Materialien
section.compute: Rechenleistung | Virtuelle Server
section.storage: Speicher | Objektspeicher
section.network: Netzwerk | Datenübertragung
section.line_base: Monatliche Grundpreise | Tarife und Mieten
section.line_usage: Verbindungen | Nutzungsabhängige Entgelte
section.line_extra: Sonstige Entgelte | Zusatzleistungen
"""

HEADINGS: Final = """
pos: Pos. | Nr. | #
pos10: Pos. | Position
item_id: Art.-Nr. | Artikelnr. | Artikel
description: Bezeichnung | Beschreibung | Leistung | Artikelbezeichnung
quantity: Menge | Anzahl
quantity_unit: Menge | Anzahl
unit: Einheit | ME
unit_price: Einzelpreis | E-Preis | Preis | Nettopreis
per_hundred: Preis / PE | Preis pro
net: Betrag | Gesamtpreis | Gesamt {currency} | Betrag ({currency})
tax_rate: MwSt. | USt. | Steuersatz
letter: Kz. | St.
ean: EAN | GTIN
price_inclusive: Preis | Einzelpreis brutto
inclusive: Betrag | Gesamt brutto
with_tax: Brutto | inkl. MwSt.
listed: Listenpreis | Brutto-VK
discount: Rab. 1 | Rab.%
second_discount: Rab. 2 | Zus.%
date: Datum | Tag
fee_number: GOÄ | Nr. VV
factor: Faktor | Satz
foreign: Betrag USD | USD
rate: MwSt. % | Satz
base: Netto | Basis
tax: MwSt. | Steuer
"""

SENTENCES: Final = """
terms: Zahlbar innerhalb von {days} Tagen ohne Abzug. | {days} Tage netto
    | Zahlung innerhalb {days} Tagen rein netto | Netto Kasse {days} Tage
discount: {early} Tage {percent} % Skonto, {days} Tage netto
    | Bei Zahlung innerhalb {early} Tagen {percent} % Skonto, innerhalb {days} Tagen netto.
due: Bitte begleichen Sie den Rechnungsbetrag bis zum {date}. | Die Rechnung ist fällig am {date}.
    | Wir bitten um Zahlungseingang bis {date}.
quote: Bitte geben Sie bei der Zahlung {reference} an. | Verwendungszweck für Ihre Überweisung: {reference}
tax_row: zzgl. {rate} {tax} | {tax} {rate} | {rate} {tax} | zzgl. {tax} ({rate})
tax_on: {tax} {rate} auf {base} | {rate} {tax} auf {base}
deposit: Pfand wird bei Rückgabe des Leerguts in vollen Kisten erstattet.
exchange: Beträge in USD umgerechnet zum Kurs 1 {currency} = {rate} USD vom {date}.
freight_exempt: Positionen mit 0%: steuerfreie grenzüberschreitende Beförderung nach § 4 Nr. 3 UStG.
conditions: Wir arbeiten ausschließlich auf Grundlage der Allgemeinen Deutschen Spediteurbedingungen 2017. Haftung
    höchstens 8,33 SZR je kg.
thanks: Vielen Dank für Ihren Auftrag! | Vielen Dank und auf Wiedersehen!
check: Schecks bitte ausstellen auf {name}
headline: {amount} fällig am {date} | {amount} zahlbar am {date}
online: Zahlen Sie online über den Link in unserer E-Mail oder per Überweisung.
card: {amount} wurden am {date} von Ihrer Visa-Karte mit der Endung {digits} abgebucht.
billing: Diese Rechnung umfasst den Abrechnungszeitraum {start} - {end}
    | Abrechnung für die Zeit vom {start} bis {end}
total_due: FÄLLIGER GESAMTBETRAG AM {date} | Gesamtbetrag, zahlbar bis {date}
later: Spät gemessene Nutzung wird mit der nächsten Rechnung abgerechnet. Einzelheiten auf den folgenden Seiten.
debit: Den Betrag von {amount} buchen wir am {date} von Ihrem Konto ab.
mandate: SEPA-Lastschrift, Mandatsreferenz {number}, Gläubiger-ID DE98ZZZ09999912345
instalments: Sie haben {count} Abschläge zu je {amount} gezahlt.
next_instalment: Ihr neuer Abschlag beträgt {amount} im Monat, erstmals fällig am {date}.
one_line: {title} {number} vom {date} | {title} Nr. {number} vom {date}
stay: Wir danken für Ihren Aufenthalt. Die Kurtaxe führen wir ohne Umsatzsteuer an die Stadt ab.
till_card: Kartenzahlung {amount}
wallet: {amount} am {date} per Karte bezahlt. Es ist nichts mehr zu zahlen.
    | Zahlungsart: PayPal, {amount} erhalten am {date}.
returns: Sie können Waren binnen 30 Tagen zurückgeben. Bewahren Sie die Rechnung für Ihre Gewährleistung von 2 Jahren
    auf.
titled: {title} {number} | {title} Nr. {number}
greeting: Sehr geehrte Damen und Herren, | Guten Tag,
intro: vielen Dank für Ihren Auftrag und das damit verbundene Vertrauen. Hiermit stelle ich Ihnen die folgenden
    Leistungen in Rechnung:
pay_by: Bitte überweisen Sie {amount} bis zum {date} auf das unten genannte Konto.
    | Der Betrag von {amount} ist bis {date} zahlbar.
regards: Mit freundlichen Grüßen | Freundliche Grüße
place: {city}, den {date}
work: Für „{work}“, wie vereinbart im letzten Monat abgeschlossen, berechne ich ein Honorar von {net} zuzüglich
    {rate} {name} ({tax}), zusammen {gross}.
work_untaxed: Für „{work}“, wie vereinbart im letzten Monat abgeschlossen, berechne ich ein Honorar von {net}; zu
    zahlen sind {gross}.
within: innerhalb von {days} Tagen
transfer: Bitte überweisen Sie den Betrag {within} auf mein Konto {iban}, BIC {bic}.
section_sum: Summe {name} | Zwischensumme {name}
master: Meisterbetrieb für Ausbau, Dach und Sanierung - seit 1987
site: Sanierung Treppenhaus, Ostflügel
labour_share: Im Rechnungsbetrag enthaltene Lohnkosten nach § 35a EStG inkl. Umsatzsteuer: {amount}
keep: Als Privatperson müssen Sie diese Rechnung zwei Jahre lang aufbewahren (§ 14b UStG).
fees: Für ärztliche Leistungen berechne ich nach der Gebührenordnung:
medical: Umsatzsteuerfrei nach § 4 Nr. 14 UStG.
acted: in vorbezeichneter Angelegenheit berechnen wir unsere Gebühren wie folgt:
original: Nr. {number} vom {date} über {amount}
returned: Rücksendung, Ware defekt eingetroffen
credited: Der Betrag wird Ihrem Konto gutgeschrieben und mit der nächsten Zahlung verrechnet.
overdue: Sollte sich Ihre Zahlung mit diesem Schreiben überschnitten haben, betrachten Sie die Aufstellung als
    gegenstandslos.
reverse: Steuerschuldnerschaft des Leistungsempfängers
    | Die Steuerschuld geht auf den Leistungsempfänger über (Reverse Charge).
exempt: Umsatzsteuerfrei gemäß § 19 UStG. | Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.
"""

GOODS: Final = """
parts: Sechskantschraube M10x40 verzinkt=ST | Rillenkugellager 6204-2RS=ST | Dichtring NBR 70=ST
    | Hydraulikschlauch DN12=M | Reihenklemme 2,5 mm²=ST | Kühlschmierstoff Fass=KG
food: Basmatireis 10 kg=Sack | Schältomaten 6x2,5 kg=Karton | Sonnenblumenöl 10 l=Kanne
    | Butter ungesalzen 20x250 g=Karton | Penne 5 kg=Btl. | Kaffee gemahlen 8x500 g=Karton | Weizenmehl 25 kg=Sack
drinks: Mineralwasser still 12x0,75 l=Kiste | Pils 24x0,33 l=Kiste | Apfelsaft 6x1 l=Kiste | Tonic 24x0,2 l=Kiste
    | Hauswein rot 6x0,75 l=Karton | Cola 24x0,33 l=Kiste
deposit: Pfand Kiste=Kiste | Pfand Flasche 0,33=Fl. | Europalette=St.
haulage: Vorlauf zum Terminal=Tour | Importverzollung=Pos. | Terminal Handling=Cont. | Dokumentengebühr=Satz
    | Lagerung 4 Tage=Tag
haulage_abroad: Seefracht Shanghai - Hamburg=Cont. | Bunkerzuschlag=Cont. | Transportversicherung=Pol.
    | Luftfracht JFK - FRA=kg
office: Aktenschrank 4 Schübe=St. | Laserpapier A4 80 g=Karton | Whiteboard 120 x 90=St. | Maus ergonomisch=St.
    | Besucherstuhl blau=St. | Etikettendrucker=St.
services: Projektleitung=Std. | Workshop vor Ort=Tag | Analyse und Bericht=psch.! | Reisekosten=psch.!
    | Beratungsgespräch=Std.
software: Team-Tarif=Platz | Business-Lizenzen=Nutzer | Vorrang-Support=Monat | API-Aufrufe, Paket 10.000=Paket
    | Zusatzspeicher 100 GB=Paket
compute: Server m5.large Linux, je Stunde=Std | Server t3.small, je Stunde=Std | Funktionsaufrufe, je Million=Mio
    | Container-Stunden=Std
storage: Standardspeicher, erste 50 TB=GB-Mon | Snapshot-Speicher=GB-Mon | PUT- und COPY-Anfragen, je 1.000=Tsd
    | Kaltarchiv=GB-Mon
network: Datentransfer ausgehend, weitere 40 TB=GB | Load-Balancer-Stunden=Std | Öffentliche IPv4-Adresse=Std
line_base: Business Unlimited 20 GB=SIM | Anschluss Glasfaser 500=Anschl. | Routermiete=Gerät
line_usage: Gespräche in Mobilnetze=Min | Roaming Daten Zone 2=MB | Kurznachrichten=SMS
    | Gespräche zu 0180-Nummern=Min | Auslandsgespräche=Min
line_extra: Telefonbucheintrag Premium=Monat | Papierrechnung=St. | Mahngebühr=St.
hosting: Virtueller Server S2=Monat | Domain beispiel-laden.de=Jahr | Datensicherung 250 GB=Monat
    | Postfachpaket 25=Monat | SSL-Zertifikat=Jahr
energy: Arbeitspreis Hochtarif=kWh | Arbeitspreis Niedertarif=kWh | Netznutzung=kWh
energy_base: Grundpreis=Tage | Messstellenbetrieb=Jahr!
town: Trinkwasser=m³ | Schmutzwasser=m³ | Restmülltonne 120 l=Tonne | Straßenreinigung Frontmeter=m
town_more: Lkw mit Fahrer=Std. | Nutzung Brückenwaage=St. | Raummiete Stadthalle=Tag
hotel: Doppelzimmer, nur Übernachtung=Nacht | Einzelzimmer Superior=Nacht
hotel_more: Frühstücksbuffet=Pers. | Minibar=St. | Parkplatz=Tag | Abendessen Restaurant=Pers.
hotel_free: Kurtaxe=Pers.
menu: Tagessuppe | Wolfsbarsch gegrillt | Wiener Schnitzel | Apfelstrudel | Caesar Salad | Burger Deluxe
menu_drinks: Mineralwasser 0,7 | Glas Merlot | Espresso | Bier vom Fass 0,5 | Limonade hausgemacht
shop: Bluetooth-Kopfhörer schwarz | USB-C-Ladegerät 65 W | Schreibtischlampe Aurora | Stahlflasche 750 ml
    | Handyhülle klar
shop_books: Taschenbuch „Die lange Küste“ | Kochbuch „Ein Topf“ | Straßenatlas Europa
writing: Übersetzung des Jahresberichts | Texte für die Herbstbroschüre | Fotografien des neuen Werks
labour: Meister=Std. | Geselle=Std. | Auszubildender=Std. | Anfahrt und Einrichtung=psch.!
material: Gipskartonplatte 12,5 mm=m² | Fichtenlatten 40/60=m | Schrauben und Kleinteile=psch.!
    | Mineralwolle 160 mm=m² | Tiefgrund=l
treatment: Beratung, eingehend | Ganzkörperuntersuchung | Sonographie Abdomen | Blutentnahme venös | Ruhe-EKG
    | Arztbrief
counsel: Verfahrensgebühr | Terminsgebühr | Entwurf eines Vertrags | Post und Telekommunikation, Pauschale
counsel_free: Verauslagte Gerichtskosten | Grundbuchauszug
cleaning: Büroreinigung, monatlich=Monat! | Fensterreinigung 3 Etagen=Eins. | Teppichshampoonierung=m²
    | Verbrauchsmaterial=psch.!
"""
