"""Dutch words of the trades."""

from typing import Final

LABELS: Final = """
invoice: Factuur | FACTUUR | Verkoopfactuur
credit_note: Creditfactuur | Creditnota | Correctiefactuur
invoice_number: Factuurnummer | Factuurnr. | Factuur nr. | Documentnummer | Factuurnr
credit_number: Creditnummer | Creditfactuurnr. | Documentnummer
issue_date: Factuurdatum | Datum | Datum factuur | Opmaakdatum
due_date: Vervaldatum | Vervaldag | Betalen vóór | Uiterste betaaldatum
delivery_date: Leverdatum | Leveringsdatum | Datum levering
order_reference: Uw bestelnummer | Uw ordernummer | Bestelbon | Inkooporder
customer_number: Klantnummer | Klantnr. | Debiteurnummer | Debiteurnr.
seller_tax_id: Btw-nummer | BTW-nr. | Btw-id | BTW nr.
buyer_tax_id: Uw btw-nummer | Btw-nr. klant
net: Subtotaal | Totaal excl. btw | Nettobedrag | Bedrag excl. btw | Totaal netto
lines_sum: Artikelen | Subtotaal artikelen | Goederen
tax: btw | BTW
gross: Totaal incl. btw | Factuurbedrag | Totaalbedrag | Totaal | Totaal te voldoen
prepaid: Betaalde voorschotten | Reeds betaald | Betaalde termijnen | Betaald
payable: Te betalen | Nog te betalen | Openstaand bedrag | Restbedrag
shipping: Verzendkosten | Porto en verpakking | Bezorging
iban: IBAN | IBAN:
bic: BIC | SWIFT | BIC/SWIFT
bank: Bank | Bankrelatie
payment_reference: Betalingskenmerk | Kenmerk
terms: Betalingsvoorwaarden | Betalingsconditie | Betaling
phone: Tel. | Telefoon
register: KvK | KvK-nummer | Ondernemingsnr.
director: Directeur | Zaakvoerder
bill_to: Factuur aan | Factuuradres | Gefactureerd aan
ship_to: Afleveradres | Leveren aan
from: Verkoper | Leverancier
order_date: Besteldatum | Besteld op
page: Pagina {page} van {pages} | Blad {page}/{pages} | Pag. {page}
carried: Transporteren | Over te brengen
brought: Transport | Overgebracht
contact: Contactpersoon | Uw contact | Behandeld door
delivery_note: Pakbon | Pakbonnr. | Leveringsbon
currency: Valuta | Munt
supplier_number: Ons leveranciersnr. bij u | Leveranciersnr.
incoterms: Leveringsconditie | Incoterms
document_number: Dossiernummer | Zaaknummer
contract_number: Contractnummer | Contractnr. | Abonnementsnr.
account_number: Klantrekening | Accountnummer | Account
meter_number: Meternummer | Meter
supply_point: EAN-code aansluiting | Leveringspunt
project: Project | Werknummer
case_number: Ons kenmerk | Dossier
waybill: AWB / vrachtbrief | Zendingnummer
quote: Offerte | Offertenr.
job: Opdrachtnummer | Orderbevestiging
line_number: Lijn | Mobiel nummer
terminal: Terminal | Kassa
receipt: Bon | Transactie
room: Kamer | Kamernr.
seat: Tafel | Tafel/Ober
depot: Centraal magazijn | Ontvangst, dock 3
packages: Colli | Aantal colli
weight: Brutogewicht
chargeable: Belastbaar gewicht
volume: Volume | Inhoud
via: Verzendwijze
fob: Franco
period: Factuurperiode | Periode
summary: Uw factuur in het kort | Overzicht
details: Specificatie | Kosten per dienst
paid: Betaald
copy: Kopie | Duplicaat
transfer: Betalen per overschrijving | Bankgegevens
from_day: Van
to_day: Tot en met
old_reading: Beginstand
new_reading: Eindstand
consumption: Verbruik | Verbruik kWh
slip.receipt: Ontvangstbewijs | Strook
slip.part: Overschrijving | Acceptgiro
slip.scan: Scan en betaal
slip.amount: Bedrag
slip.payee: Rekening / Te betalen aan
slip.reference: Kenmerk
slip.payer: Te betalen door
arrival: Aankomst
departure: Vertrek
guest: Gast | Naam gast
included: Inbegrepen btw | Btw in het totaal
patient: Patiënt | Naam patiënt
opponent: Helderwater Holding
original: Oorspronkelijke factuur | Gecorrigeerde factuur
reason: Reden | Reden van creditering
open_items: Nog openstaande facturen | Vervallen posten op uw rekening
balance: Saldo van uw rekening | Rekeningsaldo
retention: Af: garantie-inhouding 5 % | Inhouding garantie
serial: S/N | Serienr.
their_number: Uw materiaalnummer | Uw artikelnr.
customs: Goederencode | Statistieknr.
section.labour: Arbeid | Uitgevoerd werk
section.material: Materiaal | Geleverd materiaal
section.compute: Rekenkracht | Virtuele servers
section.storage: Opslag | Objectopslag
section.network: Netwerk | Dataverkeer
section.line_base: Maandelijkse kosten | Abonnementen en huur
section.line_usage: Verbruikskosten | Bellen en data
section.line_extra: Overige kosten | Extra diensten
"""

HEADINGS: Final = """
pos: Nr. | Regel | #
pos10: Pos. | Regel
item_id: Artikelnr. | Code | Artikel
description: Omschrijving | Beschrijving | Dienst | Artikelomschrijving
quantity: Aantal | Aant.
quantity_unit: Aantal | Hoeveelheid
unit: Eenheid | Eenh.
unit_price: Prijs | Stukprijs | Prijs per stuk | Nettoprijs
per_hundred: Prijs / per | Prijs per
net: Bedrag | Totaal | Bedrag {currency} | Totaal ({currency})
tax_rate: btw | BTW % | Btw-tarief
letter: btw | Code
ean: EAN | Barcode
price_inclusive: Prijs | Prijs incl.
inclusive: Bedrag | Totaal incl.
with_tax: Bruto | Incl. btw
listed: Brutoprijs | Adviesprijs
discount: Krt 1 | K1 %
second_discount: Krt 2 | K2 %
date: Datum | Dag
fee_number: Code | Verrichting
factor: Factor
foreign: Bedrag USD | USD
rate: btw % | Tarief
base: Netto | Grondslag
tax: btw | Btw-bedrag
"""

SENTENCES: Final = """
terms: Betaling binnen {days} dagen na factuurdatum. | {days} dagen netto
    | Te betalen binnen {days} dagen zonder korting. | Netto {days} dagen
discount: {percent} % korting bij betaling binnen {early} dagen, {days} dagen netto
    | {early} dagen {percent} %, {days} dagen netto.
due: Gelieve deze factuur te betalen vóór {date}. | De factuur vervalt op {date}.
    | Wij zien uw betaling graag uiterlijk {date} tegemoet.
quote: Vermeld bij betaling {reference} a.u.b. | Kenmerk voor uw overschrijving: {reference}
tax_row: {rate} {tax} | {tax} {rate} | {tax} ({rate})
tax_on: {rate} {tax} over {base} | {tax} {rate} over {base}
deposit: Statiegeld wordt terugbetaald bij inlevering van volle kratten.
exchange: Bedragen in USD omgerekend tegen 1 {currency} = {rate} USD, koers van {date}.
freight_exempt: Posten tegen 0%: internationaal vervoer, nultarief.
conditions: Op onze diensten zijn de Nederlandse Expeditievoorwaarden van toepassing. Aansprakelijkheid ten hoogste
    8,33 SDR per kg.
thanks: Bedankt voor uw opdracht! | Bedankt en tot ziens
check: Cheques op naam van {name}
headline: {amount} te betalen op {date} | {amount} vervalt op {date}
online: Betaal online via de link in onze e-mail of per overschrijving.
card: {amount} op {date} afgeschreven van uw Visa-kaart eindigend op {digits}.
billing: Deze factuur betreft de periode {start} - {end} | Factuurperiode van {start} tot en met {end}
total_due: TOTAAL TE BETALEN OP {date} | Totaal te voldoen vóór {date}
later: Laat gemeten gebruik staat op de volgende factuur. De specificatie volgt op de volgende pagina's.
debit: Het bedrag van {amount} wordt op {date} van uw rekening afgeschreven.
mandate: SEPA-incasso, machtigingskenmerk {number}, incassant-ID NL98ZZZ123456780000
instalments: U hebt {count} termijnen van {amount} betaald.
next_instalment: Uw nieuwe termijnbedrag is {amount} per maand, voor het eerst op {date}.
one_line: {title} {number} van {date} | {title} nr. {number} d.d. {date}
stay: Bedankt voor uw verblijf. De toeristenbelasting wordt zonder btw aan de gemeente afgedragen.
till_card: Pinbetaling {amount}
wallet: {amount} op {date} per kaart betaald. Er is niets meer te betalen.
    | Betaalwijze: PayPal, {amount} ontvangen op {date}.
returns: U kunt artikelen binnen 30 dagen retourneren. Bewaar deze factuur voor uw garantie van 2 jaar.
titled: {title} {number} | {title} nr. {number}
greeting: Geachte heer, mevrouw, | Beste klant,
intro: bedankt voor uw opdracht en het vertrouwen. Hierbij brengen wij u het volgende in rekening:
pay_by: Gelieve {amount} vóór {date} over te maken op onderstaande rekening.
    | Het totaal van {amount} dient uiterlijk {date} betaald te zijn.
regards: Met vriendelijke groet | Hoogachtend
place: {city}, {date}
work: Voor "{work}", vorige maand zoals afgesproken voltooid, breng ik een honorarium van {net} in rekening plus
    {rate} {name} ({tax}), samen {gross}.
work_untaxed: Voor "{work}", vorige maand zoals afgesproken voltooid, breng ik een honorarium van {net} in rekening;
    het totaal is {gross}.
within: binnen {days} dagen
transfer: Wilt u het bedrag {within} overmaken op mijn rekening {iban}, BIC {bic}.
section_sum: Totaal {name} | Subtotaal {name}
master: Timmerwerk, daken, renovatie - sinds 1987
site: renovatie trappenhuis, oostvleugel
labour_share: Arbeidsloon in deze factuur, incl. btw: {amount}
keep: Bewaar deze factuur; op dit werk geldt een garantie van vijf jaar.
fees: Voor de volgende medische verrichtingen volgens de tarieflijst:
medical: Vrijgesteld van btw, medische verzorging.
acted: In bovengenoemde zaak brengen wij ons honorarium als volgt in rekening:
original: Nr. {number} van {date} voor {amount}
returned: retour gezonden, defect aangekomen
credited: Het bedrag wordt op uw rekening bijgeschreven en verrekend met uw volgende betaling.
overdue: Heeft uw betaling deze brief gekruist, dan kunt u het overzicht als niet verzonden beschouwen.
reverse: Btw verlegd. | Btw verlegd naar de afnemer, artikel 196 Richtlijn 2006/112/EG.
exempt: Vrijgesteld van btw. | Vrijgesteld van btw op grond van de kleineondernemersregeling.
"""

GOODS: Final = """
parts: Zeskantbout M10x40 verzinkt=ST | Kogellager 6204-2RS=ST | Afdichtring NBR 70=ST | Hydrauliekslang DN12=M
    | Rijgklem 2,5 mm²=ST | Snijolie vat=KG
food: Basmatirijst 10 kg=zak | Gepelde tomaten 6x2,5 kg=doos | Zonnebloemolie 10 l=can | Roomboter 20x250 g=doos
    | Penne 5 kg=zak | Gemalen koffie 8x500 g=doos | Tarwebloem 25 kg=zak
drinks: Water plat 12x0,75 l=krat | Pils 24x0,33 l=krat | Appelsap 6x1 l=krat | Tonic 24x0,2 l=krat
    | Huiswijn rood 6x0,75 l=doos | Cola 24x0,33 l=krat
deposit: Statiegeld krat=krat | Statiegeld fles 0,33=fles | Europallet=st.
haulage: Voortransport terminal=rit | Inklaring import=aang. | Terminal handling=cont. | Documentkosten=set
    | Opslag 4 dagen=dag
haulage_abroad: Zeevracht Shanghai - Rotterdam=cont. | Bunkertoeslag=cont. | Transportverzekering=pol.
    | Luchtvracht JFK - AMS=kg
office: Dossierkast 4 laden=st. | Laserpapier A4 80 g=doos | Whiteboard 120 x 90=st. | Ergonomische muis=st.
    | Bezoekersstoel blauw=st. | Labelprinter=st.
services: Projectleiding=uur | Workshop op locatie=dag | Analyse en rapport=post! | Reiskosten=post! | Adviesgesprek=uur
software: Teamabonnement=plek | Business-licenties=gebr. | Voorrangsondersteuning=maand
    | API-aanroepen, bundel 10.000=bundel | Extra opslag 100 GB=pakket
compute: Server m5.large Linux, per uur=uur | Server t3.small, per uur=uur | Functieaanroepen, per miljoen=mln
    | Containeruren=uur
storage: Standaardopslag, eerste 50 TB=GB-mnd | Momentopnamen=GB-mnd | PUT- en COPY-verzoeken, per 1.000=dzd
    | Koud archief=GB-mnd
network: Uitgaand dataverkeer, volgende 40 TB=GB | Uren load balancer=uur | Openbaar IPv4-adres=uur
line_base: Zakelijk Onbeperkt 20 GB=SIM | Aansluiting glasvezel 500=lijn | Huur router=app.
line_usage: Bellen naar mobiel=min | Roaming data zone 2=MB | Sms-berichten=sms | Bellen naar 0900=min
    | Internationaal bellen=min
line_extra: Vermelding gids premium=maand | Papieren factuur=st. | Herinneringskosten=st.
hosting: Virtuele server S2=maand | Domein voorbeeld-winkel.nl=jaar | Back-up 250 GB=maand | Mailboxpakket 25=maand
    | SSL-certificaat=jaar
energy: Levering normaaltarief=kWh | Levering daltarief=kWh | Transportkosten=kWh
energy_base: Vastrecht=dagen | Meetdienst=jaar!
town: Drinkwater=m³ | Rioolrecht=m³ | Restafvalbak 120 l=bak | Straatreiniging, gevel=m
town_more: Vrachtwagen met chauffeur=uur | Gebruik weegbrug=st. | Zaalhuur gemeentehuis=dag
hotel: Tweepersoonskamer, logies=nacht | Eenpersoonskamer superior=nacht
hotel_more: Ontbijtbuffet=pers. | Minibar=st. | Parkeren=dag | Diner restaurant=pers.
hotel_free: Toeristenbelasting=pers.
menu: Dagsoep | Zeebaars gegrild | Stoofvlees met friet | Appeltaart | Caesarsalade | Burger Deluxe
menu_drinks: Bruiswater 0,7 | Glas Merlot | Espresso | Tapbier 0,5 | Huisgemaakte limonade
shop: Bluetooth-koptelefoon zwart | USB-C-lader 65 W | Bureaulamp Aurora | Stalen fles 750 ml | Telefoonhoes helder
shop_books: Pocket "De lange kust" | Kookboek "Eén pan" | Wegenatlas Europa
writing: Vertaling van het jaarverslag | Teksten voor de herfstbrochure | Foto's van de nieuwe fabriek
labour: Voorman=uur | Timmerman=uur | Leerling=uur | Voorrijden en inrichten=post!
material: Gipsplaat 12,5 mm=m² | Vuren latten 40/60=m | Schroeven en bevestiging=post! | Minerale wol 160 mm=m²
    | Voorstrijk=l
treatment: Consult, uitgebreid | Volledig lichamelijk onderzoek | Echografie buik | Bloedafname | ECG in rust
    | Brief aan huisarts
counsel: Honorarium procedure | Honorarium zitting | Opstellen overeenkomst | Porto en telefoon, forfait
counsel_free: Voorgeschoten griffierecht | Uittreksel kadaster
cleaning: Schoonmaak kantoor, maandelijks=maand! | Glasbewassing 3 etages=beurt | Tapijtreiniging=m²
    | Verbruiksmateriaal=post!
"""
