"""Dutch words of the fresh pages."""

from typing import Final

LABELS: Final = """
invoice: Factuur | Eindfactuur | Nota | Declaratie
credit_note: Creditfactuur | Creditnota | Correctiefactuur
invoice_number: Nota nr. | Onze factuur | Factuurnr. | Documentnr. | Kenmerk factuur
credit_number: Credit nr. | Documentnr. | Onze creditnota
issue_date: Opgemaakt op | Dagtekening | Factuur d.d. | Datum nota | Gedateerd
due_date: Te voldoen vóór | Uiterste betaaldatum | Betalen vóór | Vervalt op
delivery_date: Uitgevoerd op | Verricht op | Datum levering | Prestatiedatum
order_reference: Uw inkoopnr. | Uw opdracht | Inkooporder | Opdrachtnr. klant
customer_number: Relatienr. | Debiteur | Uw klantcode | Cliëntnr.
seller_tax_id: BTW-nr. | Ons btw-nummer | Btw-id | BTW-identificatie
buyer_tax_id: Uw btw-nummer | Btw-nr. afnemer | BTW-nr. klant
net: Totaal zonder btw | Som exclusief | Bedrag ex btw | Netto bedrag
lines_sum: Som der regels | Regels samen
shipping: Halen en brengen | Vracht | Transport
tax: btw | BTW
tax_sum: Totaal btw | BTW samen
gross: Totaal met btw | Notabedrag | Som inclusief | Factuurtotaal
payable: Resteert | Nog te betalen | Te ontvangen | Restant
iban: IBAN | Rek. (IBAN) | Bankrekening
bic: BIC-code | SWIFT/BIC | BIC
bank: Bank | Bankier | Bij
payment_reference: Bij betaling vermelden | Betaalreferentie | Onder vermelding van
terms: Betaaltermijn | Afspraak | Betaling
phone: Tel. | Telefoon | Bel
register: KvK | KvK-nummer | H.R.
bill_to: Gefactureerd aan | Afnemer | Opdrachtgever
from: Leverancier | Afzender
order_date: Opdracht van | Besteld op
delivery_note: Bon | Leverbon
contact: Behandeld door | Uw adviseur | Vraag naar
person: Cursist | Deelnemer
attention: T.a.v. | Ter attentie van
period: Periode | Over de periode | Tijdvak
currency: Valuta | Bedragen in
page: Blad {page} van {pages} | Pagina {page} van {pages} | p. {page}/{pages}
licence: Licentiesleutel | Productsleutel | Sleutel
file: Ons dossier | Dossier
job: Werknr. | Drukorder
contract: Contractnr. | Contract | Overeenkomst
meter: Meter | Meternr.
supply_point: EAN-code | Aansluiting
event: Evenement | Boeking
course: Groep | Klas
site: Bouwplaats | Vestiging
tour: Rit / stop | Rit
registry: Erkenning | CRKBO-register
section.fees: Honorarium | Eigen uren
section.expenses: Onkosten | Kosten derden
"""

HEADINGS: Final = """
pos: Rgl | Vlgnr
item_id: Onderdeel | Code | Artikelcode | Best.nr.
description: Werkzaamheden | Betreft | Wat | Soort werk | Specificatie
quantity: Aant. | Getal | Stuks/uren | Eenheden
unit: Eh. | Maat
unit_price: Per stuk | Tarief | Prijs ex btw | Stukprijs
net: Som | Bedrag ex | Waarde | Regelbedrag
tax_rate: Btw % | BTW % | % btw
with_unit: Hoeveelheid | Omvang | Aantal
per_thousand: Per duizend | Prijs per 1000
discount: Kort. % | % korting
day: Op | Dag
from_day: Van | Ingang
to_day: Tot en met | Einde
rate: Tarief | Btw
base: Grondslag | Over
tax: Btw-bedrag | Btw
"""

SENTENCES: Final = """
greeting: Geachte relatie, | Beste klant,
opening: Hieronder vindt u onze werkzaamheden voor u. | Zoals afgesproken brengen wij het volgende in rekening.
closing: Met vriendelijke groet | Hoogachtend
thanks: Het was een genoegen voor u te werken. | Dank voor uw vertrouwen.
terms: Betaling {days} dagen na dagtekening | Termijn: {days} dagen | Te voldoen in {days} dagen.
terms_date: {days} dagen, dus uiterlijk {date} | Onze termijn is {days} dagen; graag betaald op {date}.
early: {percent}% betalingskorting in {early} dagen, anders {days} dagen
    | Bij betaling in {early} dagen mag {percent}% af; volledig in {days} dagen
due: Wij ontvangen {amount} graag vóór {date}. | Graag {amount} op onze rekening op uiterlijk {date}.
transfer: Wij verzoeken u vriendelijk {amount} vóór {date} over te maken op {iban} (BIC {bic}) van {holder}, onder
    vermelding van {reference}.
    | Gelieve {amount} vóór {date} te storten op {iban}, BIC {bic}, van {holder}, met kenmerk {reference}.
tax_at: {rate} {tax} | {tax} {rate} | Plus {rate} {tax}
tax_of: {tax} {rate} over {base} | {rate} {tax} van {base}
paid_on: Af: aanbetaling {date} | Voorschot van {date}
instalments: Af: termijnen tot {date} | Betaalde termijnen t/m {date}
withheld: Af: inhouding als zekerheid {percent} | Ingehouden zekerheid {percent}
corrects: Correctie van onze factuur {number} van {date}. | Deze credit hoort bij document {number} van {date}.
titled: {title} {number} | {title} nr. {number}
late: Bij te late betaling is de wettelijke handelsrente verschuldigd, en minstens 40 euro aan kosten.
    | Op al onze diensten zijn onze voorwaarden van toepassing.
property: Geleverde zaken blijven van ons tot zij betaald zijn. | Eigendomsvoorbehoud tot volledige betaling.
paid_by_transfer: Graag overmaken op: | Op onze rekening:
slip: Betaalspecificatie | Strook bij uw betaling
slip_how: Stuur deze strook mee met uw betaling. | Hier afknippen en sturen aan onze kas.
valid: Te gebruiken van {start} tot {end} | Looptijd {start} tot {end}
software: Verzonden sleutels nemen wij niet terug. | De voorwaarden van de maker gelden.
used: In deze periode gebruikte u {amount} kWh. | Uw verbruik: {amount} kWh
change: Uw termijnbedrag blijft gelijk. Meterstanden kunt u altijd doorgeven.
    | Gaat u verhuizen? Laat het ons twee weken vooraf weten.
cleaned: Voor de schoonmaak van uw panden, {period}: | Schoonmaakwerk in de periode {period}:
hours: Uren totaal: {hours} | Samen {hours} uur
reverse: De btw is verlegd naar de afnemer. | Btw verlegd, te voldoen door de afnemer.
exempt: Onderwijs, vrijgesteld van btw. | Geen btw: vrijgestelde cursus.
"""

PARTIES: Final = """
trades: Partners | Werkplaats | Verhuur | Drukkerij | Talenschool | Onderdelen | Evenementen | Energie
streets: Looiershof 3 | Kanaalstraat 61 | Oude Graansilo 2 | Victorialaan 118 | Oosterpark, hal 9
details: mat mc 135 g, 4/4 kleuren | offset 90 g, 1/1 | karton 300 g, enkelzijdig | in pakken van 100
"""

GOODS: Final = """
accounting: Boekhouding, maandelijks=uur | Samenstellen jaarrekening=uur | Salarisadministratie=uur
    | Btw-aangifte=uur | Advies auto van de zaak=uur
technical: Keuring van de lift=bezoek | IJking van weegschalen=st | Onderhoud van de ketel=bezoek
    | Bijwerken van de besturing=uur | Storingsdienst nacht=bezoek | Gaskeuring=st
fees: Concept en regie=dagen | Tekst=uur | Mediaplanning=dagen | Fotografie op locatie=dagen | Projectleiding=uur
expenses: Drukwerk affiches=partij | Treinreizen=rit | Beeldrechten=st | Koerier=rit
design: Huisstijl: merk, kleuren en letter | Website, ontwerp van negen sjablonen | Jaarverslag, 64 pagina's
    | Bewegwijzering voor twee etages | Verpakking voor een theelijn
freelance: Artikel, 1200 woorden=st | Redactie van een manuscript=uur | Portretsessie=dagen
    | Workshop voor redacteuren=dagen
courses: Spaans A2, avond=weken | Examentraining, kleine groep=weken | Conversatie, individueel=lessen
    | Zakelijk Engels B1=weken | Zomercursus voor jongeren=weken
craft: Hek, gesmeed en verzinkt=st | Leuning, roestvast=m | Reparatie rolluik=uur | Plaatsing=uur
    | Plaatstaal op maat=st
craft_low: Vensterbank, oude woning=m | Isolatie van een woning=m2 | Vervangen deur, woning=st
supplies: Schort met opdruk=st | Pot met deksel=doos | Etiketten op rol=rol | Papieren zakken=doos
    | Bakplaat, geperforeerd=st | Taartkarton, rond=pak
spare: Keerring krukas voor=ST | Multiriem=ST | Wiellager=ST | Interieurfilter=ST | Relais 12 V=ST
    | Rubber draagarm=ST | Koppakkingset=SET | Kabel motorkap=ST | Flensmoer M10=ZAK | Sensor koelwater=ST
print: Folders A5, dubbelzijdig=vel | Vouwbladen, zes pagina's=ex. | Briefpapier=vel | Affiches A2=ex.
    | Enveloppen C5 met venster=ex.
print_books: Programmaboekje, geniet=ex. | Brochure, gelijmd=ex.
machines: Minigraver 1,8 t=dagen | Schaarhoogwerker 8 m=dagen | Trilplaat 90 kg=dagen | Aggregaat 20 kVA=dagen
    | Werfdumper=dagen
facility: Handdoekpapier, tweelaags=doos | Zeeppatroon=st | Schoonloopmat, gewassen=st | Luchtverfrisser, vulling=st
    | Sanitaire dienst=maand | Naaldenbak=st
licences: Tekenpakket, per gebruiker, 1 jaar=st | Beveiliging per apparaat=st | Reservekopie servers=st
    | Kantoorpakket, zakelijk=st | Hulp op afstand=st
energy: Stroom overdag=kWh | Stroom 's nachts=kWh
energy_base: Vastrecht=dagen | Meetdienst=dagen
cleaning: Kantoren, eerste etage=uur | Trap en hal=uur | Ramen buiten=uur | Keuken, grondig=uur
    | Vloer, machinaal=uur
event: Zaal, hele dag=dag | Geluid en licht=set | Podium 6 x 4 m=st | Presentatie, tweetalig=uur | Klapstoelen=st
event_food: Buffet per gast=gasten | Koffie en gebak=gasten
"""
