"""German words of the counters."""

from typing import Final

LABELS: Final = """
invoice: Rechnung | RECHNUNG | Rechnung
credit_note: Gutschrift | Rechnungskorrektur | GUTSCHRIFT
invoice_number: Rechnungsnummer | Rechnungs-Nr. | Rechnung Nr. | Rechnungsnr. | Belegnummer
credit_number: Gutschrift-Nr. | Gutschriftnummer | Belegnummer
issue_date: Rechnungsdatum | Datum | Belegdatum
due_date: Fällig am | Fälligkeitsdatum | Zahlbar bis | Fälligkeit
delivery_date: Lieferdatum | Leistungsdatum | Liefer-/Leistungsdatum
order_reference: Ihre Bestellung | Bestellnummer | Ihre Bestell-Nr. | Ihr Auftrag
customer_number: Kundennummer | Kunden-Nr. | Kundennr. | Kd.-Nr.
delivery_note: Lieferschein-Nr. | Lieferschein | Lieferscheinnummer
order_date: Bestelldatum | Auftragsdatum
seller_tax_id: USt-IdNr. | USt-ID | Ust-Id-Nr. | UID
buyer_tax_id: Ihre USt-IdNr. | USt-IdNr. Kunde | Ihre USt-ID
tax: MwSt. | USt. | Umsatzsteuer
net: Nettobetrag | Summe netto | Zwischensumme netto | Gesamt netto
lines_sum: Warenwert | Zwischensumme
shipping: Versandkosten | Lieferung frei Haus | Fracht und Verpackung
tax_sum: MwSt. gesamt | Summe MwSt. | Mehrwertsteuer
gross: Rechnungsbetrag | Gesamtbetrag | Gesamtbetrag brutto | Endbetrag
prepaid: Abzüglich Zahlungen | Bereits bezahlt | abzgl. geleistete Zahlungen
payable: Zahlbetrag | Offener Betrag | Noch zu zahlen
iban: IBAN
bic: BIC | SWIFT/BIC
bank: Bank | Bankverbindung
payment_reference: Verwendungszweck | Zahlungsreferenz
terms: Zahlungsbedingungen | Zahlung | Zahlungsbedingung
phone: Tel. | Telefon | Fon
email: E-Mail | Mail
web: Web | Internet
register: HRB | Handelsregister | Reg.-Nr.
bill_to: Rechnungsempfänger | Rechnung an | Rechnungsanschrift
ship_to: Lieferanschrift | Lieferadresse | Lieferung an
contact: Ansprechpartner | Ihr Ansprechpartner | Sachbearbeiter
page: Seite {page} von {pages} | Seite {page}/{pages} | Seite: {page} / {pages}
carried: Übertrag
brought: Übertrag
currency: Währung
odoo.issue_date: Rechnungsdatum
odoo.due_date: Fälligkeitsdatum
odoo.delivery_date: Lieferdatum
odoo.order_reference: Referenz | Kundenreferenz
odoo.source: Herkunft
odoo.net: Nettobetrag | Ohne Steuern
odoo.gross: Gesamt | Gesamtbetrag
odoo.payment_reference: Zahlungsreferenz
odoo.account: auf dieses Konto
nav.customer_number: Rech. an Deb.-Nr. | Debitorennr.
nav.issue_date: Belegdatum | Buchungsdatum
nav.order_date: Warenausgangsdatum
nav.order_reference: Externe Belegnummer | Ihre Referenz
nav.terms: Zahlungsbedingungen | Zlg.-Bedingung
nav.method: Lieferbedingung
nav.contact: Verkäufer
nav.allowance: Rechnungsrabatt
nav.net: Total {currency} ohne MwSt.
nav.tax: {rate} MwSt.
nav.gross: Total {currency} inkl. MwSt.
nav.summary: MwSt.-Betrag Spezifikation
cloud.invoice_number: Rechnungsnummer
cloud.issue_date: Ausstellungsdatum
cloud.due_date: Fälligkeitsdatum
cloud.bill_to: Rechnungsempfänger
cloud.lines_sum: Zwischensumme
cloud.net: Gesamtbetrag ohne Steuern
cloud.gross: Gesamtbetrag
cloud.prepaid: Gezahlter Betrag
cloud.payable: Fälliger Betrag
freight.file: Unsere Pos.-Nr. | Speditionsauftrag | Positionsnummer
freight.shipper: Absender | Versender
freight.consignee: Empfänger
freight.packages: Anzahl / Art | Packstücke
freight.weight: Bruttogewicht kg | Frachtpfl. Gewicht kg
freight.bill: CMR-Nr. | HAWB / B/L
freight.incoterm: Frankatur | Lieferbedingung
food.tour: Tour
food.order: Besteller | Bestellt von
cover.invoice: Beitragsrechnung | Prämienrechnung
cover.insurer: Versicherer | Risikoträger
cover.insured: Versicherungsnehmer
cover.number: Rechnungs-Nr. | Beleg-Nr.
cover.gross: Zu zahlender Beitrag | Gesamtbeitrag
clean.site: Objekt | Reinigungsobjekt
clean.contract: Vertrags-Nr. | Vertrag
clean.net: Summe netto | Nettosumme
garage.plate: Amtl. Kennzeichen | Kennzeichen
garage.vin: Fahrgestell-Nr. | FIN
garage.mileage: km-Stand | Kilometerstand
garage.model: Fahrzeug | Typ / Modell
garage.first: Erstzulassung
garage.job: Auftrags-Nr. | Werkstattauftrag
garage.labour: Summe Arbeitslohn
garage.spares: Summe Ersatzteile
arch.invoice: {count}. Abschlagsrechnung | Abschlagsrechnung Nr. {count}
arch.project: Bauvorhaben | Projekt
arch.contract: Architektenvertrag vom
arch.prepaid: abzgl. erhaltene Abschlagszahlungen | abzüglich bisher gezahlt
print.job: Auftragsnummer | Auftrags-Nr.
print.contact: Sachbearbeiter | Kundenberater
utility.invoice: Jahresrechnung Wasser und Abwasser | Verbrauchsabrechnung
utility.number: Rechnungsnummer | Rechnungs-Nr.
utility.customer_number: Kundennummer | Vertragskonto
utility.issue_date: Rechnungsdatum | Datum
utility.point: Verbrauchsstelle
utility.supply: Verbrauchsstelle | Lieferadresse
utility.meter: Zähler-Nr. | Zählernummer
utility.net: Nettobetrag | Summe netto
utility.gross: Bruttobetrag | Rechnungsbetrag brutto
utility.prepaid: abzgl. gezahlte Abschläge | Bereits gezahlte Abschläge
utility.payable: Nachzahlung | Noch zu zahlen
utility.next: Ihre neuen Abschläge
hire.candidate: Kandidat/in | Kandidat
hire.position: Position
hire.start: Eintrittsdatum | Arbeitsbeginn
hire.salary: Jahresbruttogehalt | Jahreszielgehalt
hire.consultant: Berater
guard.site: Einsatzort | Objekt
guard.contract: Dienstanweisung | Vertrags-Nr.
guard.hours: Stunden gesamt
lingua.project: Projekt-Nr. | Auftrag
lingua.manager: Projektmanagement
sap.number: Nummer/Datum
sap.order: Bestellung/Datum
sap.before: Rechnung/Datum
sap.customer_number: Kundennummer
sap.lines_sum: Summe Positionen
sap.tax: Ausgangssteuer
sap.gross: Endbetrag
sap.reason: Grund
"""

HEADINGS: Final = """
pos: Pos. | Pos | Nr.
item_id: Artikel-Nr. | Art.-Nr. | Artikelnummer | Artikel
description: Bezeichnung | Beschreibung | Text | Artikel/Leistung
quantity: Menge | Anzahl
unit: Einheit | ME | Einh.
unit_price: Einzelpreis | E-Preis | Preis | EP
discount: Rabatt % | Rab. %
tax_rate: MwSt. | MwSt. % | USt. | Steuersatz
net: Betrag | Gesamtpreis | Gesamt | Netto
rate: MwSt.-Satz | Steuersatz
base: Netto | Nettobetrag | Bemessungsgrundlage
tax: MwSt. | Steuerbetrag
gross: Brutto
odoo.tax_rate: Steuern
odoo.net: Betrag
nav.item_id: Nr.
nav.unit: Einheit
nav.discount: Rabatt %
nav.tax_rate: MwSt. %
cloud.tax_rate: Steuer | MwSt.
cloud.net: Betrag
freight.net: Betrag
origin: Urspr.
cover.policy: Vertrags-Nr. | Versicherungsschein-Nr.
cover.span: Versicherungszeitraum | Zeitraum
cover.net: Beitrag | Prämie
med.lot: Charge | Ch.-B. | LOT
med.expiry: Verfall | Verw. bis
arch.stage: LPH | Lph.
arch.fee: Honorar | Honorar vereinbart
arch.done: Leistungsstand | erbracht
arch.net: Honorar erbracht | Betrag
utility.from: Von
utility.to: Bis
utility.old: Zählerstand alt
utility.new: Zählerstand neu
utility.used: Verbrauch m³
utility.net: Betrag netto
guard.date: Datum
guard.time: Von - bis | Zeit
guard.quantity: Stunden | Std.
guard.unit_price: Std.-Satz | Stundensatz
lingua.quantity: Umfang | Menge
sap.pos: Pos.
sap.item_id: Material
sap.unit_price: Preis
sap.net: Wert in {currency} | Wert
hire.net: Betrag
"""

SENTENCES: Final = """
closing: Mit freundlichen Grüßen | Freundliche Grüße
terms: Zahlbar innerhalb von {days} Tagen ohne Abzug. | {days} Tage netto | Zahlbar innerhalb {days} Tagen netto
    | Zahlungsziel {days} Tage
due: Bitte überweisen Sie den Betrag von {amount} bis zum {date}. | Zahlbar ohne Abzug bis {date}: {amount}.
early: Zahlbar innerhalb von {early} Tagen mit {percent} % Skonto, innerhalb von {days} Tagen netto.
    | {early} Tage {percent} % Skonto, {days} Tage netto
debit: Der Betrag von {amount} wird am {date} von Ihrem Konto abgebucht.
    | Wir buchen {amount} zum {date} per SEPA-Lastschrift ab.
set_off: Der Betrag wird mit Ihrer nächsten Zahlung verrechnet. | Wir schreiben den Betrag Ihrem Kundenkonto gut.
credit_for: Gutschrift zu unserer Rechnung {number} vom {date}
reverse: Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).
    | Reverse Charge: Die Umsatzsteuer schuldet der Leistungsempfänger.
exempt: Umsatzsteuerfrei nach § 4 Nr. 10 und 11 UStG. Die Beiträge enthalten die gesetzliche Versicherungsteuer.
    | Beitrag einschließlich Versicherungsteuer in gesetzlicher Höhe, keine Umsatzsteuer.
late: Bei Zahlungsverzug berechnen wir Verzugszinsen in gesetzlicher Höhe.
property: Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.
odoo.terms: Zahlungsbedingungen: {days} Tage
nav.shipment: Lieferung Nr. {number} vom {date}:
cloud.due: {amount} fällig am {date}
cloud.paid: {amount} bezahlt am {date}
cloud.tax: {tax} ({rate} auf {base})
clean.intro: Für die Unterhaltsreinigung im {month} berechnen wir vereinbarungsgemäß:
arch.intro: Für die bis heute erbrachten Leistungen erlauben wir uns, gemäß Vertrag wie folgt abzurechnen:
hire.intro: Für die erfolgreiche Vermittlung berechnen wir Ihnen vereinbarungsgemäß unser Honorar.
hire.fee: Vermittlungshonorar: {percent} % des Jahresbruttogehalts
guard.intro: Sicherheitsdienstleistungen im Zeitraum {start} bis {end}
food.note: Bitte prüfen Sie die Ware bei Anlieferung. Spätere Reklamationen können nicht anerkannt werden.
med.note: Rücksendungen nur nach vorheriger Absprache. Lagerung gemäß Packungsaufdruck.
utility.note: Haben Sie Fragen zu Ihrer Rechnung? Bitte melden Sie sich vor dem {date}.
garage.note: Bitte lassen Sie die Radschrauben nach 50 km nachziehen. Altteile wurden entsorgt.
print.made: {colours}-farbig bedruckt, geschnitten und verpackt | Druck {colours}, beschnitten, in Kartons verpackt
print.proof: Gedruckt nach freigegebenem Korrekturabzug. Mehr- oder Minderlieferung bis 5 % vorbehalten.
lingua.note: Bitte geben Sie bei der Zahlung die Rechnungsnummer an. Bankspesen trägt der Auftraggeber.
sap.reason: Retoure | Preisdifferenz | Transportschaden
nav.method: Frei Haus | Ab Werk
"""

PARTIES: Final = """
stems: Brinkmann | Schäfer & Kolb | Niedermeier | Wittenberg | Hölzl | Kröger | Rheintal | Baumgartner | Voss & Partner
    | Lindner | Gebr. Steiner | Ostermann | Alpina | Hansa | Zumbrunn | Kessler
trades: Maschinenbau | Verwaltung | Elektrotechnik | Immobilien | Hotelbetriebe | Bau | Handels | Pflegedienste
    | Metallbau
streets: Industriestraße 14 | Am Alten Markt 3 | Gewerbepark 22a | Lindenallee 108 | Bahnhofstr. 7 | Hauptstraße 61
DE: 70173 Stuttgart | 48155 Münster | 04109 Leipzig | 28195 Bremen | 90402 Nürnberg
AT: 1030 Wien | 5020 Salzburg | 6020 Innsbruck
CH: 8400 Winterthur | 6003 Luzern | 4051 Basel
office: Büroeinrichtungen | Bürotechnik | Objektmöbel
tools: Elektrogroßhandel | Werkzeuge | Befestigungstechnik
cloud: Software | Cloud | Systems
freight: Spedition | Logistik | Internationale Transporte
food: Frischdienst | Lebensmittelgroßhandel | Gastroservice
cover: Versicherungsmakler | Assekuranz | Versicherungsdienst
clean: Gebäudereinigung | Reinigungsservice | Gebäudedienste
med: Medizintechnik | Praxisbedarf | Medical
garage: Autohaus | Kfz-Meisterbetrieb | Fahrzeugtechnik
arch: Architekten | Planungsbüro
print: Druckerei | Offsetdruck | Druck und Medien
utility: Wasserwerke | Stadtwerke
hire: Personalberatung | Executive Search | Personal
guard: Sicherheitsdienst | Wach- und Schließgesellschaft | Objektschutz
lingua: Übersetzungen | Sprachendienst
machine: Antriebstechnik | Maschinenfabrik | Hydraulik
"""

GOODS: Final = """
office: Schreibtisch höhenverstellbar, 160 x 80 cm=Stk. | Akustiktrennwand, grau=Stk. | Bürodrehstuhl, schwarz=Stk.
    | Montage und Entsorgung der Verpackung=Stunden | Monitorarm, doppelt=Stk. | Rollcontainer, 3 Schübe=Stk.
    | Konferenztisch, 8 Plätze=Stk. | LED-Schreibtischleuchte=Stk.
tools: Sechskantschraube M10 x 60 verzinkt=PAK | Mantelleitung NYM-J 3x1,5 100 m=RING | SDS-Bohrer 8 x 160=STK
    | Leitungsschutzschalter B16=STK | Kabelbinder 200 mm schwarz=PAK | Sicherheitsschuh S3 Gr. 43=PAAR
    | Abzweigdose IP55=STK | Akku-Bohrschrauber 18 V mit 2 Akkus=STK | Silikon transparent 310 ml=STK
    | Universaldübel 8 mm=PAK | Trennscheibe 125 x 1,0=STK | Gewindestange M12 1 m=STK
    | LED-Feuchtraumleuchte 1200 mm=STK | Schukosteckdose 2-fach=STK
cloud: Business-Tarif, pro Nutzer | Zusätzlicher Speicher 1 TB | API-Aufrufe, Paket zu 10.000 | Premium-Support
    | Team-Lizenz, monatlich | Datentransfer, je 100 GB
freight: Frachtkosten | LKW-Komplettladung | Luftfracht | Vorlauf | Seefracht LCL
freight_extra: Dieselzuschlag | Zollabfertigung | Terminal Handling | Zustellung mit Hebebühne
duty: Einfuhrabgaben, für Sie verauslagt | Vorlage Zoll und EUSt | Hafengebühren, verauslagt
food: Gouda jung, Block 5 kg=kg | Karotten gewaschen=kg | Weizenmehl 405 10 kg=Sack | Markenbutter 40 x 250 g=Kart.
    | Tomaten gehackt 6 x 2,5 kg=Kart. | Eier Bodenhaltung, 30er=Lage | Hähnchenbrustfilet, frisch=kg
    | Basmatireis 20 kg=Sack | TK-Erbsen 4 x 2,5 kg=Kart. | Lachsseite, getrimmt=kg | Vollmilch 12 x 1 l=Kart.
    | Kartoffeln festkochend 25 kg=Sack | Olivenöl 5 l=Kan. | Penne 5 kg=Btl. | Zitronen, 80 St.=Kiste
    | Naturjoghurt 5 kg=Eimer
food_other: Cola 24 x 0,33 l=Kiste | Pils 30 l Fass=Fass | Putzpapier, 6 Rollen=Pack | Mineralwasser 12 x 0,75 l=Kiste
deposit: Pfand Kasten=Kiste | Pfand Fass 30 l=Fass | Pfand Europalette=Pal.
returned: Leergut Kasten zurück=Kiste | Leergut Fass zurück=Fass
cover: Betriebshaftpflicht | Gebäudeversicherung | Kfz-Flotte | Vermögensschadenhaftpflicht | Cyberversicherung
clean: Unterhaltsreinigung Büro, 3 Etagen=Monat! | Hygieneartikel Sanitär=Monat!
    | Tägliche Reinigung der Teeküchen=Monat!
clean_extra: Glasreinigung außen=Mal | Teppichreinigung=m² | Bauschlussreinigung=Std.
med: Nitrilhandschuhe, Gr. M, 200 St.=Pack | Spritze 10 ml Luer-Lock, 100 St.=Pack | Venenverweilkanüle 20G=Stück
    | Schaumverband 10 x 10=Pack | OP-Maske Typ IIR, 50 St.=Pack | Nahtmaterial 3-0 resorbierbar, 36 St.=Pack
    | Blutzucker-Teststreifen, 50 St.=Pack | Desinfektionstücher=Dose | Katheterset CH 14=Set
labour: Inspektion nach Herstellervorgabe=Std. | Bremsscheiben und -beläge vorn erneuert=Std. | Fehlerdiagnose=Std.
    | Achsvermessung=Std. | Zahnriemensatz erneuert=Std.
spares: Bremsscheibe vorn, Paar=Satz | Bremsbeläge vorn=Satz | Motoröl 5W-30=l | Ölfilter=St. | Luftfilter=St.
    | Scheibenwischer=Satz | Pollenfilter=St. | Zahnriemensatz=Satz
mot: HU/AU Prüfgebühr (Fremdleistung)
phases: Grundlagenermittlung | Vorplanung | Entwurfsplanung | Genehmigungsplanung | Ausführungsplanung
    | Objektüberwachung
print: Broschüren DIN A4, 16 Seiten, geheftet | Visitenkarten 85 x 55 mm, 400 g | Briefbogen DIN A4, 100 g
    | Roll-up-Banner 850 x 2000 mm | Falzflyer DIN lang, 170 g Bilderdruck | Präsentationsmappen mit Lasche
print_low: Bücher, 128 Seiten, Klebebindung | Programmhefte A5, 32 Seiten
water: Trinkwasser Mengenpreis=m³ | Schmutzwasser Mengenpreis=m³
water_base: Grundpreis Wasser=Tage | Grundgebühr Niederschlagswasser=Tage
hire: Bilanzbuchhalter (m/w/d) | Vertriebsleiter Nord | Softwareentwickler (m/w/d)
guard: Objektschutz Tag | Objektschutz Nacht | Sonntagszuschlag | Revierdienst | Alarmverfolgung
lingua: Deutsch-Englisch, Technisches Handbuch=Wörter | Englisch-Deutsch, Vertrag=Wörter | Korrektorat=Wörter
    | Website-Lokalisierung, Spanisch=Wörter | Beglaubigte Übersetzung, Geburtsurkunde=Wörter
    | Deutsch-Niederländisch=Wörter
machine: Rillenkugellager 6205-2RS | Getriebemotor 0,75 kW 1400 U/min | Keilriemen SPA 1250
    | Hydraulikschlauch DN12, 2 m
    | Näherungsschalter M12 PNP | Linearführung 400 mm | Dichtsatz Zylinder 63 x 45 | Kettenrad 08B-1 Z 25
"""
