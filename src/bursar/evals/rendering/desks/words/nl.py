"""Dutch words of the desks."""

from typing import Final

LABELS: Final = """
invoice: Factuur | FACTUUR | Verkoopfactuur
credit_note: Creditnota | Creditfactuur | CREDITNOTA
invoice_number: Factuurnummer | Factuurnr. | Factuur nr. | Factuur
credit_number: Creditnotanummer | Nummer creditnota | Creditnr.
issue_date: Factuurdatum | Datum | Datum factuur
due_date: Vervaldatum | Vervaldag | Uiterste betaaldatum | Te betalen vóór
delivery_date: Leverdatum | Datum levering | Leveringsdatum
order_reference: Uw ordernummer | Uw bestelling | Uw referentie | Inkoopnummer
customer_number: Klantnummer | Debiteurnummer | Klantnr. | Debiteurnr.
seller_tax_id: Btw-nummer | BTW nr. | BTW-nummer | Btw-id
buyer_tax_id: Uw btw-nummer | BTW-nr. klant | Uw BTW-nummer
net: Totaal excl. btw | Subtotaal | Totaal exclusief btw | Nettobedrag
lines_sum: Goederenbedrag | Totaal regels | Totaal goederen
allowance: Korting | Factuurkorting | Af: korting
shipping: Vrachtkosten | Verzendkosten | Transportkosten
tax: Btw | BTW
tax_sum: Totaal btw | BTW-bedrag | Btw totaal
gross: Totaal incl. btw | Factuurbedrag | Totaal | Totaal inclusief btw
prepaid: Reeds betaald | Aanbetaling | Reeds voldaan | Voorschot
payable: Te betalen | Openstaand bedrag | Te voldoen | Nog te betalen | Door u te voldoen
iban: IBAN | Rekening (IBAN)
bic: BIC | BIC/SWIFT
bank: Bank
terms: Betalingsconditie | Betalingsvoorwaarden | Betaling
payment_reference: Betalingskenmerk | Kenmerk bij betaling
phone: Tel. | Telefoon | T
email: E-mail | Email | Mail
web: Website | Web | Internet
register: KvK | KvK-nr. | Kamer van Koophandel
director: Directie | Directeur | Algemeen directeur | Bestuurder
contact: Contactpersoon | Behandeld door | Uw contact | Verkoper
bill_to: Factuuradres | Factuur aan | Factuur t.a.v.
ship_to: Afleveradres | Leveradres | Aflevering aan
sold_by: Verkocht door
delivery_note: Pakbon | Pakbonnummer | Leverbon | Afleverbon
currency: Valuta
page: Pagina {page} van {pages} | Pagina {page}/{pages} | Blad {page} van {pages}
carried: Transporteren | Transport
brought: Transport
period: Factuurperiode | Periode | Periode van facturatie
order_date: Besteldatum
subtotal: Subtotaal | Totaal
x01.number_and_date: Factuurnr./Datum | Nummer/Datum
x01.credit_and_date: Creditnotanr./Datum | Nummer/Datum
x01.order_and_date: Bestelnr./Datum | Uw bestelling/Datum
x01.note_and_date: Leveringsnr./Datum | Pakbon/Datum
x01.net: Totaal posities | Nettowaarde | Som posities
x01.gross: Eindbedrag | Totaalbedrag
x03.issue_date: Factuurdatum | Datum
x03.order_reference: Uw order | Uw ordernr.
x03.customer_number: Debiteurnr. | Klant
x03.lines_sum: Goederenbedrag | Totaal goederen
x03.shipping: Vracht | Orderkosten
x03.net: Totaal excl. BTW | Netto totaal
x03.tax_sum: BTW-bedrag | Totaal BTW
x03.gross: Totaal incl. BTW
x04.invoice: Factuur
x04.order_reference: Referentie
x04.net: Subtotaal
x04.gross: TOTAAL | Totaal incl. btw
x04.payable: Te betalen bedrag
x05.invoice: Factuur
x05.invoice_number: Factuurnummer
x05.issue_date: Datum van uitgifte
x05.due_date: Vervaldatum
x05.net: Subtotaal | Totaal exclusief belasting
x05.gross: Totaal
x05.payable: Verschuldigd bedrag
x06.invoice: Je factuur | Factuur
x06.invoice_number: Factuurnummer | Factuurnr.
x06.issue_date: Factuurdatum | Datum
x06.net: Totaal exclusief btw | Totaal excl. btw
x06.gross: Totaal te betalen | Totaalbedrag factuur
x07.invoice: Jaarnota | Eindnota stroom | Energienota
x07.invoice_number: Notanummer | Factuurnummer
x07.issue_date: Datum nota | Factuurdatum
x07.net: Totale kosten excl. btw | Totaal exclusief btw
x07.gross: Totale kosten incl. btw | Totaal inclusief btw
x07.prepaid: Betaalde termijnbedragen | Af: betaalde voorschotten
x07.payable: Nog te betalen | Door u te betalen
x07.site: Leveringsadres | Verbruiksadres
x08.invoice: Factuur | Hotelrekening
x08.invoice_number: Factuurnr. | Rekeningnr.
x08.gross: Totaal | Totaal incl. btw
x08.prepaid: Creditcard | PIN | Visa
x08.payable: Saldo | Openstaand saldo
x11.invoice: Declaratie | Factuur | Honorariumnota
x11.invoice_number: Declaratienummer | Factuurnummer | Factuurnr.
x11.net: Totaal honorarium en verschotten | Totaal exclusief btw
x11.prepaid: Af: voorschot | Ontvangen voorschot
x11.period: Periode werkzaamheden
x12.period: Gewerkte periode | Periode
x13.prepaid: Af: aanbetaling | Reeds gefactureerd en betaald
x13.payable: Restant te betalen | Nog te voldoen
x13.delivery_date: Datum uitvoering | Werk gereed op
x15.gross: Totaal creditnota | Totaal te crediteren | Totaal incl. btw
x15.ship_to: Retour van | Ophaaladres
x16.invoice: Factuur
x16.bill_to: Factuuradres
x16.ship_to: Bezorgadres | Afleveradres
x16.order_reference: Bestelnummer | Ordernummer
x16.delivery_date: Verzenddatum | Leverdatum
x16.shipping: Verzendkosten | Bezorgkosten
x16.gross: Totaal | Totaal incl. btw
x16.payable: Te betalen
sales_order: Ordernummer | Onze order
incoterm: Leveringsconditie | Leveringsvoorwaarden
meter: Meternummer | Meternr.
supply_point: EAN-code | EAN
contract: Contractnummer | Contractrekening
billing_account: Rekeningnummer klant | Klantaccount
line_number: Mobiel nummer | Telefoonnummer
room: Kamer | Kamernr. | Kamernummer
guest_folio: Reservering | Boeking
matter: Ons kenmerk | Dossier
subject: Inzake | Betreft
depot: Vestiging | Filiaal
fleet: Raamcontract | Vlootnummer
return_note: Retournr. | RMA-nummer
insertion: Opdrachtnr. | Advertentieorder
job_sheet: Werkbon | Opdrachtnr.
mandate: Machtigingskenmerk | Kenmerk machtiging
creditor: Incassant-ID | Incassant-id
site: Werkadres | Uitgevoerd te
advertiser: Adverteerder
medium: Titel | Uitgave
published: Verschijningsdatum | Plaatsingsdatum
advice: BETALINGSADVIES
advice_to: Aan:
enclosed: Betaald bedrag
customer: Klant
arrival: Aankomst | Aankomstdatum
departure: Vertrek | Vertrekdatum
guest: Gast | Naam gast | Gastnaam
details: Specificatie van je kosten | Specificatie
help: Vragen over je factuur?
hours_sum: Totaal uren
readings: Meterstanden | Uw verbruik
old: Vorige stand
new: Nieuwe stand
used: Verbruik kWh
costs: Opbouw van uw kosten | Kostenoverzicht
sku: Art.nr. | Artikelnummer
about_order: Bestelgegevens | Over uw bestelling
payment_method: Betaalmethode
section.plan: Vaste kosten per maand
section.calls: Verbruikskosten
section.once: Eenmalige kosten
section.advice: Honorarium
section.expenses: Verschotten
section.labour: Arbeid
section.material: Materiaal
"""

HEADINGS: Final = """
pos: Nr. | Pos. | Regel
pos_ten: Pos.
item_id: Artikelnr. | Artikel | Artikelcode | Art.nr.
description: Omschrijving | Beschrijving
quantity: Aantal
hours: Uren | Uur
unit: Eenheid | Eenh.
with_unit: Hoeveelheid | Aantal
unit_price: Prijs | Stuksprijs | Prijs per eenheid | Eenheidsprijs
discount: Korting % | Kort. %
tax_rate: Btw | BTW %
bare_rate: BTW % | Btw %
net: Bedrag | Totaal | Netto bedrag
signed_net: Bedrag | Totaal
when: Datum
night: Datum
week: Week | Wk
worker: Medewerker | Naam
driver: Berijder
initials: Beh. | Adv.
tracking: Zendingnr. | Barcode
weight: Gewicht kg | Kg
town: Bestemming
plate: Kenteken
contract: Contract
edition: Editie | Nummer
code: Code
rate: Btw-tarief | BTW %
base: Grondslag | Excl. btw
tax: Btw-bedrag | BTW
with_tax: Incl. btw | Totaal
x04.hours: Aantal
x05.tax_rate: Belasting
x08.description: Omschrijving
x08.unit_price: Prijs
x08.net: Bedrag | Totaal
x11.description: Werkzaamheden | Verrichting
x11.unit_price: Uurtarief | Tarief
x12.unit_price: Uurtarief | Tarief
x13.hours: Aantal
x14.description: Advertentie | Formaat en plaatsing
x14.quantity: Aantal | Plts.
x14.unit_price: Tariefprijs | Brutoprijs
x14.net: Nettobedrag | Netto
x16.unit_price: Stukprijs (incl. btw)
x16.signed_net: Totaal (incl. btw) | Subtotaal (incl. btw)
"""

SENTENCES: Final = """
attention: T.a.v. {person} | Crediteurenadministratie, {person} | t.a.v. {person}
tax_at: {tax} {rate} | {rate} {tax} | {tax} ({rate})
tax_of: {tax} {rate} over {base} | {rate} {tax} over {base}
terms: Betaling binnen {days} dagen na factuurdatum. | Betalingstermijn: {days} dagen netto. | {days} dagen netto
    | Gaarne betaling binnen {days} dagen onder vermelding van het factuurnummer.
terms_date: Wij verzoeken u het bedrag binnen {days} dagen, uiterlijk {date}, over te maken.
    | Te betalen binnen {days} dagen, vóór {date}.
early: {percent}% korting bij betaling binnen {early} dagen, anders {days} dagen netto.
    | Binnen {early} dagen {percent}%, binnen {days} dagen netto
greeting: Geachte heer, mevrouw, | Beste relatie,
opening: Voor de geleverde diensten brengen wij u het volgende in rekening:
    | Hierbij ontvangt u de factuur voor onze werkzaamheden:
closing: Met vriendelijke groet, | Bedankt voor uw opdracht. | Wij danken u voor het vertrouwen.
title_kept: Geleverde goederen blijven ons eigendom tot volledige betaling.
    | Op al onze leveringen zijn onze algemene voorwaarden van toepassing.
property: Creditnota's worden verrekend met de oudste openstaande factuur.
motto: Loodgieter · Verwarming · Sanitair | Elektrotechniek sinds 1986
labour: Arbeidskosten in deze factuur: {amount} excl. btw. | Waarvan arbeid: {amount} excl. btw.
corrects: Creditering van onze factuur {number} van {date}. | Deze creditnota hoort bij factuur {number} d.d. {date}.
settled: Het bedrag wordt op uw rekening gecrediteerd. | Het bedrag wordt verrekend met uw volgende factuur.
transfer: Graag overmaken naar: {bank} | Betaling per bankoverschrijving: {bank}
headline: {amount} te betalen op {date} | {amount} verschuldigd op {date}
online: Online betalen
case: Aandelenoverdracht, logistiek pand | Huur kantoorruimte | Arbeidsrecht, lopend advies
services: Voor de werkzaamheden in bovengenoemde zaak brengen wij u in rekening: | Werkzaamheden in de genoemde periode:
assigned: Deze vordering is overgedragen aan {bank}. Bevrijdend betalen kan uitsluitend op rekening:
    | Onze vorderingen zijn verpand aan {bank}. Betaling uitsluitend op:
brand: Alpenquell mineraalwater | Norbrook fietsen | Halden keukens
medium: Regionaal Ondernemen | Logistiek Vandaag | De Avondkoerier
quote: Vermeld bij betaling factuurnummer {number} en klantnummer {customer}.
    | Bij betaling vermelden: {number} / {customer}
copy: Een bewijsexemplaar ontvangt u afzonderlijk. | Bewijsnummer bijgevoegd.
headed: {title} {month} | {title} van {month}
collected: Het bedrag wordt rond {date} van rekening {iban} afgeschreven.
    | Automatische incasso op {date} van rekening {iban}.
objection: Bezwaar tegen deze factuur kan binnen acht weken na ontvangst worden gemaakt.
advert: Twee keer zo snel voor dezelfde prijs: kies glasvezel! | Tip een collega en ontvang 50,00 tegoed.
pay_until: Wilt u {amount} betalen vóór {date}? | Het bedrag van {amount} ontvangen wij graag uiterlijk {date}.
mix: Stroometiket: hernieuwbaar 61,4%, gas 28,1%, kernenergie 8,0%, overig 2,5%; CO2 142 g/kWh.
index: Meerkilometers worden aan het einde van het contract verrekend.
goodbye: Bedankt voor uw verblijf en tot ziens. | Wij hopen u spoedig weer te mogen begroeten.
returns: Retourneren kan binnen 30 dagen. Vragen over uw bestelling? Kijk op onze hulppagina's.
incoterm: DAP | EXW af fabriek | FCA | CPT
method: iDEAL | Creditcard | PayPal
"""

PARTIES: Final = """
trades: Voeding | Machinebouw | Zorg | Interieurs | Evenementen | Retail | Media | Vastgoed
streets: Kade 3 | Kasteelstraat 41 | Weidepark 12 | De Oude Melkfabriek 2
details: volgens offerte | volgens bestelling
"""

FIRMS: Final = """
x01: Lagers | Hydrauliek | Aandrijftechniek | Afsluiters
x02: ICT | Schoonmaak | Onderhoud
x03: Groothandel | Horecagroothandel | Technische Groothandel
x04: Ontwerp | Digitaal | Creatie
x05: Cloud | Software | Apps
x06: Telecom | Mobiel | Glasvezel
x07: Energie | Stroom | Nuts
x08: Hotel | Herberg | Logement
x09: Pakketdienst | Express | Koeriers
x10: Lease | Autolease | Mobiliteit
x11: Advocaten | Advocatuur | Advocatenkantoor
x12: Uitzendbureau | Personeel | Flexwerk
x13: Installatie | Loodgieters | Elektro
x14: Uitgeverij | Media | Pers
x15: Groothandel | Distributie | Horecagroothandel
x16: Webwinkel | Online | Winkel
"""

GOODS: Final = """
machine: Kogellager 6205-2RS=ST | Hydrauliekslang DN12, 1,2 m=ST | Motorreductor 0,75 kW=ST | Zeskantbout M12x60 8.8=ST
    | Afdichtset cilinder 63/36=SET | Naderingsschakelaar M18 PNP=ST | Smeervet EP2=KG | Magneetventiel 5/2 G1/4=ST
service: Monteur op locatie=uur | Onderhoud op afstand=uur | Voorrijkosten=keer | Back-up per maand=maand
    | Harde schijf 2 TB=st. | Training personeel=uur
supplies: Servetten 2-laags wit 2000 st. | Handschoenen latex M, doos 100 | Poetsrol blauw 150 m | Afvalzakken 200 st.
    | Maaltijdbox kraft 750 ml | Afwasmiddel 5 l | Kassarollen 80 x 80 x 20 | Vloerreiniger concentraat 5 l
supplies_low: Mineraalwater 24 x 0,5 l | Koffie gemalen 1 kg | Suikersticks 1000 st.
design: Huisstijl, fase 2 | Website, ontwerp en bouw | Maandelijkse retainer | Teksten productpagina's
    | Workshop, dagdeel | Fotografie, bewerkte beelden
software: Teamabonnement, per gebruiker | Business-abonnement | Extra opslag 100 GB | API-verzoeken
    | Support met voorrang
plan: Zakelijk Mobiel Onbeperkt=st. | Abonnement glasvezel 500=st. | Vast IP-adres=st. | Data-sim 20 GB=st.
calls: Bellen naar mobiel=min | Bellen naar Europa=min | Sms=st. | Dataroaming wereld=MB
    | Servicenummers=min | Bellen naar vast=min
once: Aansluitkosten=st. | Vervangende sim=st.
kwh: Leveringskosten stroom=kWh | Stroom, zakelijk tarief=kWh
grid: Vaste leveringskosten=maanden | Meterhuur=maanden | Netbeheerkosten=maanden | Meetdienst=maanden
room: Overnachting tweepersoonskamer | Overnachting eenpersoonskamer | Kamer met ontbijt
extras: Parkeren | Minibar | Diner restaurant | Bar | Wasservice | Ontbijtbuffet
parcel: Express voor 12 uur | Pakket standaard | Express internationaal | Pakket 2 dagen | Retourzending
surcharge: Brandstoftoeslag | Waddentoeslag | Piektoeslag
cars: Leasetermijn stationwagen | Leasetermijn incl. onderhoud | Termijn elektrische bestelwagen | Leasetermijn compact
insurance: Autoverzekering, doorbelast | Motorrijtuigenbelasting, doorbelast
advice: Beoordelen conceptovereenkomst | Telefonisch overleg cliënt | Brief aan wederpartij
    | Onderzoek verjaring | Bijwonen bespreking | Aanpassen koopovereenkomst | Processtuk rechtbank
expenses: Kantoorkosten | Koerier | Uittreksels Kadaster
shifts: Magazijnmedewerker, normale uren | Magazijnmedewerker, overuren | Heftruckchauffeur, normale uren
    | Heftruckchauffeur, nachtdienst | Productiemedewerker, normale uren | Machineoperator, zaterdag
labour: Loodgieter=uur | Leerling=uur | Elektricien=uur | Reistijd=uur
material: Koperbuis 22 mm=m | Set thermostaatkraan=st. | Stopkraan 15 mm=st. | HR-ketel 24 kW=st.
    | Kabel 3 x 2,5=m | Groepenkast 12 groepen=st. | Klein materiaal=post | Afvoerbuis 40 mm=m
adverts: 1/1 pagina fc, omslag 2 | 1/2 pagina liggend, fc | 1/4 pagina, z/w
    | Banner website, 4 weken | Bijsluiter tot 20 g
goods: USB-C-dockingstation | Draadloze muis zwart | Bureaulamp led, dimbaar | Archiefdozen, 10 stuks
    | Koptelefoon met ruisonderdrukking | Monitorarm dubbel | Labelprinter
books: Handboek projectmanagement | Wegenatlas | Spaans leren, cursusboek
"""
