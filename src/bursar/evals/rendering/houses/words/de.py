"""German words of the houses."""

from typing import Final

LABELS: Final = """
invoice: Rechnung | Abrechnung | Kundenrechnung
fee_note: Honorarrechnung | Honorarnote | Kostennote
credit_note: Gutschrift | Rechnungsgutschrift | Warenrückgabe - Gutschrift
invoice_number: Rechnung Nr. | Rg.-Nr. | Vorgang | Nummer der Rechnung
credit_number: Gutschrift Nr. | GS-Nr. | Vorgang
issue_date: Erstellt am | Rg.-Datum | Datum der Rechnung | Geschrieben am
due_date: Bitte zahlen bis | Letzter Zahltag | Zahlung erwartet am | Ziel
delivery_date: Ausführungstag | Fertig am | Übergeben am | Tag der Leistung
order_reference: Bestellzeichen | Ihr Auftragszeichen | Bestellung Nr. | Abruf
customer_number: Kundenkonto | Kd-Nr | Mitglied Nr. | Sie führen wir als
seller_tax_id: USt-Id. Nr. | Unsere USt-ID | UID-Nummer | Ust-Ident
buyer_tax_id: USt-ID Kunde | UID des Käufers | USt-Id. Nr. des Bestellers
net: Summe ohne USt. | Netto-Summe | Steuerpflichtig | Netto zusammen
lines_sum: Summe Ware | Ware und Leistung
shipping: Fracht zum Hof | Anfuhr | Frachtanteil
tax: MwSt. | USt
tax_sum: Summe MwSt. | MwSt. zusammen | Steuersumme
gross: Summe mit MwSt. | Gesamtbetrag brutto | Betrag der Rechnung | Alles zusammen
payable: Bleibt zu zahlen | Noch offen | Rest | Ihre Zahlung
iban: IBAN | IBAN-Konto
bic: BIC | SWIFT | Swift/BIC
bank: Unsere Bank | Geldinstitut | Konto bei
payment_reference: Bei Überweisung nennen | Referenz | Überweisungszweck
terms: Zahlungsziel | Zu zahlen | Frist
phone: Ruf | Tel.: | Telefon Büro
register: Amtsgericht HRB | Registernr. | HRB-Nr.
bill_to: Für | Rechnungsadresse | Besteller
attention: Zu Hd. | Frau/Herrn | Abteilung, z. H.
contact: Ihr Kontakt | Geschrieben von | Zuständig
delivery_note: Liefersch. | Schein Nr. | Lieferung Nr.
currency: Alle Beträge in | Währungscode
page: {page} / {pages} | Seite {page}/{pages} | Bogen {page} von {pages}
period: Monat | Nutzung im | Mietzeitraum
order_date: Bestellt | Auftrag erteilt am
job: Auftragsblatt | Werkstattauftrag
contract: Versicherungsschein | Police
lease: Mitgliedsvertrag | Nutzungsvertrag
file: Bauvorhaben | Projekt-Nr.
event: Anlass | Feier Nr.
site: Arbeiten in | Bauort
tour: Lieferfahrt | LKW / Abladestelle
plate: Fahrzeug | Kennzeichen
mileage: Kilometer | Tachostand
patient: Patient | Patientenkürzel
deed: Betriebs-Nr. | Weinbaubetrieb
section.plumb_work: Arbeitszeit | Lohn
section.plumb_goods: Material | Verbautes Material
section.car_work: Arbeitswerte (10 AW = 1 Stunde) | Lohnarbeiten
section.car_parts: Ersatzteile | Teile
section.wine: Weine | Flaschen
section.crates: Pfand | Leergut und Pfand
"""

HEADINGS: Final = """
pos: Z. | Zeile
item_id: Unsere Nr. | Bestell-Nr. | Nr. der Ware
pack_code: PZN | Packungs-Nr.
model: Modell | Form
description: Text | Geliefert und geleistet | Wofür | Berechnet wird
quantity: Zahl | St. | Abgabe | Mng.
unit: Eh | Gebinde | in
unit_price: Netto je Eh. | Preis einzeln | je | Stückpreis netto
net: Netto | Gesamt netto | Zeilenwert | Posten
tax_rate: MwSt. in % | % USt. | Satz %
with_unit: Geliefert | Menge und Eh. | Berechnete Menge
discount: Nachl. % | Rabatt in %
letter: K | St
span: Gilt für | Nutzungszeit
lot: Charge | Partie
done: Stand | erbracht
ride: Fahrt am | Tag der Fahrt
rider: Fahrgast | Gast
rate: % | MwSt.-Satz
base: Netto zum Satz | Steuerbasis
tax: MwSt. | Steuerbetrag
S: S
M: M
L: L
XL: XL
"""

SENTENCES: Final = """
greeting: Guten Morgen, | Sehr geehrte Damen und Herren,
opening: danke für Ihren Auftrag. Unsere Arbeiten und Preise im Einzelnen:
    | für die folgenden Leistungen erlauben wir uns zu berechnen:
closing: Viele Grüße | Mit freundlichem Gruß
headed: {title} {number} vom {date} | {title} Nr. {number}, {date}
referred: Wir beziehen uns auf Ihre Bestellung {order}; bei uns haben Sie die Kundennummer {customer}.
    | Bestellt haben Sie unter {order}. Ihre Nummer bei uns: {customer}.
corrects: Zu unserer Rechnung {number} vom {date}. | Wir schreiben gut, was mit {number} am {date} berechnet wurde.
terms: Bitte zahlen Sie in {days} Tagen. | Wir gewähren {days} Tage Ziel. | Netto Kasse {days} Tage
terms_date: Wir geben Ihnen {days} Tage Ziel, bis {date}. | Zu zahlen in {days} Tagen, nicht nach dem {date}.
early: Bei Zahlung in {early} Tagen ziehen Sie {percent} % ab; {days} Tage rein netto.
    | {early} Tage {percent} %, {days} Tage netto
due: Wir freuen uns auf Ihre Zahlung von {amount} bis {date}. | Am {date} sind {amount} fällig.
quoted: Nennen Sie beim Überweisen bitte {reference}. | Mit der Angabe {reference} finden wir Ihre Zahlung.
comes: Unser Honorar beträgt {net}; mit {rate} {tax} von {due} sind das {gross}.
    | Wir berechnen {net} und {due} ({tax} {rate}), insgesamt {gross}.
tax_at: {tax} {rate} | und {rate} {tax} | {tax}, {rate}
tax_of: {rate} {tax} aus {base} | {tax} {rate} (auf {base})
paid_on: Teilzahlungen bis {date} | Bereits geleistete Zahlungen, Stand {date}
card: Mit Karte bezahlt am {date} | Kartenzahlung {date}
share: {percent} % des ersten Jahresgehalts von {salary} | Vereinbarter Anteil: {percent} % von {salary} im Jahr
runs: Laufzeit: {start} bis {end} | Vom {start} bis zum {end}
late: Einwände bitte in acht Tagen. Im Verzug berechnen wir Zinsen nach Gesetz.
    | Überfällige Rechnungen werden verzinst; Mahnkosten tragen Sie.
property: Die Ware gehört uns, bis Ihre Zahlung eingegangen ist. | Eigentumsvorbehalt bis zur Zahlung.
exempt: Versicherungsleistung, umsatzsteuerfrei nach § 4 Nr. 11 UStG. | Ohne Umsatzsteuer: Versicherungsvermittlung.
menu: Mit Vergnügen für Sie gekocht | Es war schön, Sie zu bewirten
"""

PARTIES: Final = """
trades: Söhne | Dienste | Haus | Bedarf | Landhandel | Büro | Gebrüder | Gruppe
streets: Mühlgraben 14 | Alte Schmiede 2 | Hafenwerk 5b | Bahnhofsplatz 203
details: Nutzung: Website und Presse, zwei Jahre | Nutzung: ein Plakat, eine Saison | Nutzung: alle Medien, ein Jahr
"""

GOODS: Final = """
plumb_work: Monteur vor Ort=Std | Auszubildender=Std | Druckprüfung=Mal | Notdienst Samstag=Mal
plumb_goods: Kupferrohr 22 mm=m | Kugelhahn 3/4"=St | Waschtischarmatur, Chrom=St | Thermostatkopf=St
    | Lot, Flussmittel=Psch
dental: Krone, Zirkon, verblendet=Zahn | Modell nach Scan=St | Brücke, dreigliedrig=St | Schiene, hart=St
    | Farbnahme im Labor=Mal
dental_low: Klammerprothese, oben=St | Reparatur einer Prothese=St
words: Vertrag, Deutsch-Englisch=Wörter | Betriebsanleitung, Französisch-Deutsch=Wörter | Webseiten ins Polnische=Wörter
    | Urkunden, beglaubigt=Zeilen | Zweite Durchsicht=Wörter
shoot: Halber Tag im Studio=Tag! | Ganzer Tag vor Ort=Tag! | Bearbeitung je Bild=St | Assistenz=Tag
licence: Bildrecht, Motiv A-14=St! | Bildrecht, Serie von sechs=St! | Archivbild, einmalig=St!
car_work: Inspektion nach Plan=AW | Bremsscheiben vorn erneuert=AW | Motorleuchte, Diagnose=AW | Räder gewuchtet=AW
car_parts: Öl 5W-30=l | Ölfilter=St | Bremsscheibe, belüftet=St | Belagsatz=Satz | Wischerblätter=Paar
    | Scheibenreiniger=l
phases: LPH 2, Vorplanung | LPH 4, Genehmigungsplanung | LPH 5, Ausführungsplanung | LPH 6, Vergabe vorbereiten
    | LPH 8, Objektüberwachung
menu: Warmes Büfett "Ernte"=Gäste | Häppchen, je sechs=Gäste | Käsetafel=Gäste | Kaffee und Kuchen=Gäste
menu_staff: Service=Std | Koch vor Ort=Std | Gläser und Wäsche=Psch! | Bar nach Verbrauch=Psch!
seed: Winterweizen, gebeizt=t | Silomais=kg | Weidemischung, Nachsaat=kg | Rotklee=kg
feed: Milchleistungsfutter 18 %=t | Mineralfutter=kg | Kälbermilch=kg | Gerste, gequetscht=t
drugs: Paracetamol 500 mg 20 Tbl=PG | Ibuprofen Gel 50 g=TB | Insulin Pens 5 x 3 ml=PG | Nasenspray 10 ml=FL
    | Amoxicillin Kps 500 mg=PG | Kochsalz 0,9 % 100 ml=FL | Vitamin D Tropfen=FL | Augensalbe 5 g=TB
drugs_low: Säuglingsmilch 800 g=DS | Trinknahrung Vanille 4 x 200=PG | Mehl glutenfrei=BT
domains: Domain fjordline.eu=Jahr | Domain quartzmill.com=Jahr | Postfächer, 10=Jahr | TLS-Zertifikat=Jahr
    | Domain oldharbour.shop=Jahr
desks: Fester Platz am Fenster=Platz | Wechselplatz=Pass | Besprechungsraum nach Stunden=Std
    | Briefkasten und Schild=Monat | Schließfächer=St
cover: Feuer und Einbruch, Lager=Jahr! | Betriebshaftpflicht=Jahr! | Flotte, sechs Transporter=Jahr!
    | Cyber-Schutz=Jahr!
rides: Bahnhof - Zentrale=Fahrt | Flughafen, früh=Fahrt | Gericht und zurück=Fahrt | Nachtfahrt=Fahrt
    | Klinik mit Wartezeit=Fahrt
cloth: Arbeitshose, grau=St | Polohemd, Piqué=St | Fleecejacke=St | Kittel, gestreift=St
hire: Vermittlung: Leitung Einkauf | Vermittlung: Fachkraft Lohn | Vermittlung: Betriebsingenieur
wine: Riesling trocken, 0,75 l=Fl | Rosé, 0,75 l=Fl | Spätburgunder, Holzfass, 0,75 l=Fl | Traubensaft, 1 l=Fl
crates: Kiste zu sechs, Pfand=St | Palette, Pfand=St
"""
