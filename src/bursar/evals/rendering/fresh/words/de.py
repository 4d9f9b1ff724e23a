"""German words of the fresh pages."""

from typing import Final

LABELS: Final = """
invoice: Rechnung | Faktura | Schlussrechnung | Ausgangsrechnung
credit_note: Rechnungskorrektur | Gutschrift | Stornorechnung
invoice_number: Beleg | Rechnungsnr. | Unsere Rechnung | Faktura-Nr. | RNr.
credit_number: Beleg | Korrektur-Nr. | Storno-Nr.
issue_date: Ausgestellt am | Rechnung vom | Ausstellungsdatum | Belegdatum | vom
due_date: Zu zahlen bis | Fällig am | Zahlungstermin | Valuta
delivery_date: Leistung erbracht am | Liefertag | Leistungsdatum | Ausgeführt am
order_reference: Ihr Auftrag | Best.-Nr. | Ihre Bestellung | Auftrag des Kunden
customer_number: Kd.-Nr. | Debitor | Ihre Kundennr. | Mandantennr.
seller_tax_id: UID | USt-ID | Umsatzsteuer-ID | USt.-Ident-Nr.
buyer_tax_id: Ihre UID | USt-ID des Empfängers | Ihre USt-ID
net: Zwischensumme | Summe netto | Warenwert netto | Rechnungsbetrag netto
lines_sum: Summe der Posten | Positionen gesamt
shipping: An- und Abfuhr | Zustellung | Transport
tax: USt. | Umsatzsteuer | MwSt
tax_sum: Steuer gesamt | USt. gesamt
gross: Endsumme | Summe brutto | Rechnungssumme | Gesamt inkl. Steuer | Rechnungsendbetrag
payable: Verbleibt zu zahlen | Restbetrag | Offen | Noch zu zahlen
iban: IBAN | Konto (IBAN) | IBAN-Nr.
bic: BIC | Swift-BIC | BIC-Code
bank: Kreditinstitut | Hausbank | Bankverbindung
payment_reference: Zweck | Bei Zahlung angeben | Zahlungsreferenz
terms: Zahlung | Konditionen | Zahlungsweise
phone: Durchwahl | Fon | Telefon
register: HR-Nr. | Handelsregister HRB | Registergericht HRB
bill_to: Rechnung an | Auftraggeber | Empfänger
from: Aussteller | Leistender Unternehmer
order_date: Auftrag vom | Bestelldatum
delivery_note: Lieferschein | LS-Nr.
contact: Bearbeitet von | Es betreut Sie | Sachbearbeitung
person: Teilnehmer | Kursteilnehmer
attention: z. Hd. | zu Händen
period: Abrechnungszeitraum | Zeitraum | Leistungszeitraum
currency: Währung | Beträge in
page: Blatt {page} von {pages} | Seite {page} von {pages} | S. {page}/{pages}
licence: Lizenzschlüssel | Produktschlüssel | Schlüssel
file: Akte | Unser Zeichen
job: Auftragstasche | Job-Nr.
contract: Vertragsnr. | Vertrag | Vertragskonto
meter: Zähler | Zähler-Nr.
supply_point: Marktlokation | Zählpunkt
event: Veranstaltung | Buchung
course: Kursgruppe | Klasse
site: Baustelle | Einsatzort
tour: Tour / Halt | Tour
registry: Zulassung | Aktenzeichen der Behörde
section.fees: Honorare | Leistungen der Agentur
section.expenses: Fremdkosten | Auslagen
"""

HEADINGS: Final = """
pos: Nr | Lfd.
item_id: Teile-Nr. | Artikelnr. | Bestellnr. | Kennung
description: Gegenstand | Leistungsbeschreibung | Was | Bezeichnung der Leistung | Position
quantity: Anzahl | Stückzahl | Std./Stk. | Einheiten
unit: ME | Einh.
unit_price: Einzeln | Satz | EP netto | Preis je Einheit
net: GP netto | Summe | Betrag netto | Wert
tax_rate: USt. % | St. % | MwSt %
with_unit: Umfang | Menge | Anzahl
per_thousand: je 1.000 | Preis je 1000
discount: Nachlass % | Rab. %
day: Am | Tag
from_day: Beginn | von
to_day: Ende | bis
rate: St.-Satz | Satz
base: Bemessungsgrundlage | Entgelt
tax: USt. | Steuer
"""

SENTENCES: Final = """
greeting: Guten Tag, | Sehr geehrte Kundin, sehr geehrter Kunde,
opening: vereinbarungsgemäß stellen wir Ihnen unsere Arbeiten wie folgt in Rechnung.
    | hiermit rechnen wir die ausgeführten Leistungen ab.
closing: Freundliche Grüße | Mit besten Grüßen
thanks: Es hat Freude gemacht, für Sie zu arbeiten. | Danke für Ihr Vertrauen.
terms: Zahlungsfrist {days} Tage | Ohne Abzug zahlbar in {days} Tagen. | {days} Tage ab Rechnungsdatum
terms_date: {days} Tage netto, also bis zum {date} | Zahlbar binnen {days} Tagen, spätestens am {date}.
early: {percent} % Skonto bei Eingang in {early} Tagen, sonst {days} Tage ohne Abzug
    | Wer in {early} Tagen zahlt, zieht {percent} % ab; der volle Betrag ist nach {days} Tagen zu zahlen.
due: {amount} erwarten wir bis {date} auf unserem Konto. | Bitte begleichen Sie {amount} bis spätestens {date}.
transfer: Wir bitten Sie, {amount} bis {date} auf das Konto {iban} (BIC {bic}) von {holder} zu überweisen, Zweck:
    {reference}.
    | Bitte zahlen Sie {amount} bis zum {date} an {holder}, Konto {iban}, BIC {bic}, mit dem Zweck {reference}.
tax_at: {rate} {tax} | {tax} {rate} | zzgl. {tax} {rate}
tax_of: {rate} {tax} auf {base} | zuzüglich {tax} {rate} von {base}
paid_on: abzüglich Anzahlung vom {date} | Anzahlung, erhalten am {date}
instalments: abzüglich Abschläge bis {date} | Gezahlte Abschläge, Stand {date}
withheld: abzüglich Abzugsteuer {percent} | Steuerabzug nach § 50a EStG {percent}
corrects: Wir korrigieren unseren Beleg {number} vom {date}. | Betrifft unseren Beleg {number} vom {date}.
titled: {title} {number} | {title} Nr. {number}
late: Bei Verzug gelten die gesetzlichen Zinsen und eine Pauschale von 40 EUR.
    | Nach Ablauf der Frist kommen Sie ohne Mahnung in Verzug (§ 286 BGB).
property: Gelieferte Sachen bleiben bis zur Zahlung unser Eigentum. | Es gilt verlängerter Eigentumsvorbehalt.
paid_by_transfer: Bitte überweisen Sie auf: | Unser Konto:
slip: Zahlungsavis | Avis für Ihre Zahlung
slip_how: Bitte senden Sie diesen Abschnitt mit, damit wir Ihre Zahlung zuordnen können.
    | Abschnitt bitte abtrennen und an unsere Buchhaltung senden.
valid: Nutzbar von {start} bis {end} | Laufzeit {start} bis {end}
software: Schlüssel werden nach Versand nicht zurückgenommen. | Es gelten die Bedingungen des Herstellers.
used: In diesem Zeitraum haben Sie {amount} kWh verbraucht. | Ihr Verbrauch: {amount} kWh
change: Ihr Abschlag bleibt gleich. Zählerstände nehmen wir jederzeit entgegen.
    | Sie ziehen um? Sagen Sie es uns zwei Wochen vorher.
cleaned: Für die Reinigung Ihrer Räume im Zeitraum {period} berechnen wir: | Reinigungsarbeiten {period}:
hours: Stunden gesamt: {hours} | Zusammen {hours} Stunden
reverse: Die Steuer schuldet der Empfänger der Leistung. | Übergang der Steuerschuld auf den Empfänger.
exempt: Unterricht, von der Umsatzsteuer befreit. | Keine Umsatzsteuer: befreite Bildungsleistung.
"""

PARTIES: Final = """
trades: Partner | Werkstatt | Mietpark | Druckhaus | Akademie | Teilelager | Veranstaltungen | Stadtwerke
streets: Gerberhof 3 | Kanalstraße 61 | Alter Speicher 2 | Viktoriaallee 118 | Gewerbepark Ost, Halle 9
details: 135 g Bilderdruck, 4/4-farbig | 90 g Offset, 1/1 | Karton 300 g, einseitig | in Paketen zu 100
"""

GOODS: Final = """
accounting: Laufende Buchführung=Std. | Jahresabschluss, Vorarbeiten=Std. | Lohnabrechnung=Std. | Voranmeldung=Std.
    | Beratung zum Dienstwagen=Std.
technical: Prüfung der Aufzugsanlage=Einsatz | Eichung von Waagen=Stk | Wartung des Kessels=Einsatz
    | Aktualisierung der Steuerung=Std. | Notdienst nachts=Einsatz | Dichtheitsprüfung Gas=Stk
fees: Konzeption und Leitung=Tage | Text=Std. | Mediaplanung=Tage | Fotografie vor Ort=Tage | Projektleitung=Std.
expenses: Plakatdruck=psch | Bahnfahrten=Fahrt | Bildrechte=Stk | Botendienst=Fahrt
design: Erscheinungsbild: Zeichen, Farben, Schrift | Website, Entwurf von neun Vorlagen
    | Geschäftsbericht, 64 Seiten | Leitsystem für zwei Etagen | Verpackung einer Teereihe
freelance: Artikel, 1200 Wörter=Stk | Lektorat eines Manuskripts=Std. | Porträtsitzung=Tage
    | Seminar für Redaktionen=Tage
courses: Spanisch A2, abends=Wochen | Prüfungsvorbereitung, kleine Gruppe=Wochen | Konversation, einzeln=Stunden
    | Wirtschaftsenglisch B1=Wochen | Sommerkurs für Jugendliche=Wochen
craft: Tor, geschmiedet und verzinkt=Stk | Handlauf, Edelstahl=m | Reparatur Rollladen=Std. | Montage vor Ort=Std.
    | Blech nach Maß=Stk
craft_low: Fensterbank, Altbau=m | Dämmung einer Wohnung=m² | Tausch einer Tür=Stk
supplies: Schürze mit Aufdruck=Stk | Einmachglas mit Deckel=Karton | Etiketten auf Rolle=Rolle
    | Papiertüten, braun=Karton | Backblech, gelocht=Stk | Tortenscheibe, rund=Pack
spare: Dichtring Kurbelwelle vorn=ST | Keilrippenriemen=ST | Radlager Satz=SATZ | Innenraumfilter=ST | Relais 12 V=ST
    | Buchse Querlenker=ST | Zylinderkopfdichtung=ST | Seilzug Haube=ST | Bundmutter M10=BTL | Fühler Kühlmittel=ST
print: Handzettel A5, beidseitig=Blatt | Faltblätter, sechsseitig=Stück | Briefbogen=Blatt | Plakate A2=Stück
    | Hüllen C5 mit Fenster=Stück
print_books: Programmheft, geheftet=Stück | Broschüre, klebegebunden=Stück
machines: Minibagger 1,8 t=Tage | Scherenbühne 8 m=Tage | Rüttelplatte 90 kg=Tage | Stromerzeuger 20 kVA=Tage
    | Raddumper=Tage
facility: Handtuchpapier, zweilagig=Karton | Seifenkartusche=Stk | Schmutzfangmatte, gewaschen=Stk
    | Raumduft, Nachfüllung=Stk | Waschraumservice=Monat | Kanülenbox=Stk
licences: Zeichenpaket, je Nutzer, 1 Jahr=Stk | Virenschutz, je Gerät=Stk | Sicherung für Server=Stk
    | Bürotarif, geschäftlich=Stk | Fernwartung, gleichzeitig=Stk
energy: Strom am Tag=kWh | Strom in der Nacht=kWh
energy_base: Grundpreis=Tage | Messung=Tage
cleaning: Büros, erster Stock=Std. | Treppenhaus und Eingang=Std. | Fenster, außen=Std. | Küche, gründlich=Std.
    | Boden, maschinell=Std.
event: Saal, ganzer Tag=Tag | Ton und Licht=Satz | Bühne 6 x 4 m=Stk | Moderation, zweisprachig=Std. | Klappstühle=Stk
event_food: Büfett je Gast=Gäste | Kaffee und Gebäck=Gäste
"""
