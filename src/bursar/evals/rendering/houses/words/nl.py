"""Dutch words of the houses."""

from typing import Final

LABELS: Final = """
invoice: Factuur | Afrekening | Rekening
fee_note: Honorariumnota | Declaratie honorarium | Nota van honorarium
credit_note: Creditnota | Creditfactuur | Retour - creditnota
invoice_number: Factuur nr | Rekeningnr. factuur | Ons nummer | Boeknr.
credit_number: Credit nr | Ons nummer | Boeknr.
issue_date: Geschreven op | Datum rekening | Factuur van | Dag van opmaak
due_date: Graag betalen vóór | Laatste betaaldag | Betaling verwacht op | Opeisbaar op
delivery_date: Klaar op | Overgedragen op | Gedaan op | Dag van levering
order_reference: Uw aanvraag | Bestelling nr. | Order van u | Bestelteken
customer_number: Klant nr | Lidnr. | Uw rekening bij ons | Klantcode
seller_tax_id: BTW id. | Btw-nummer verkoper | Ons BTW-nr. | Btw-reg.
buyer_tax_id: BTW-nr. koper | Btw van afnemer | Btw-nummer koper
net: Som zonder btw | Belast totaal | Alles zonder btw | Netto samen
lines_sum: Alle artikelen | Goederen samen
shipping: Vracht naar boerderij | Vrachtdeel | Aanvoer
tax: btw | Btw
tax_sum: Som btw | Btw in totaal | Belasting samen
gross: Som met btw | Alles samen | Bedrag van deze factuur | Totaal met belasting
payable: Blijft te betalen | Nog open | Rest | Uw betaling
iban: IBAN | IBAN-nr.
bic: BIC | SWIFT | Swift/BIC
bank: Onze bank | Rekening bij | Geldinstelling
payment_reference: Noem bij betaling | Omschrijving | Betaalkenmerk van u
terms: Wanneer te betalen | Termijn | Krediet
phone: Bel ons | Tel. kantoor | Telefoonnr.
register: Handelsregister | KvK nr. | Ingeschreven onder
bill_to: Voor | Rekening van | Koper
attention: T.n.v. | Attentie | Voor de heer/mevrouw
contact: Uw contact hier | Opgesteld door | Dossierhouder
delivery_note: Afleverbon | Bonnr. | Vrachtbon
currency: Alle bedragen in | Muntcode
page: {page} / {pages} | Pagina {page}/{pages} | Vel {page} van {pages}
period: Maand | Gebruik in | Huurperiode
order_date: Order van | Opdracht gegeven op
job: Werkbon | Werkplaatsorder
contract: Polisnr. | Polis
lease: Lidmaatschap | Gebruiksovereenkomst
file: Zaak | Projectnr.
event: Feest | Partij nr.
site: Werk te | Adres van het werk
tour: Leverrit | Wagen / losplaats
plate: Voertuig | Kenteken
mileage: Kilometerstand | Km-stand
patient: Patiënt | Patiëntcode
deed: Accijnsnr. | Wijnbouwnr.
section.plumb_work: Arbeid | Uren monteur
section.plumb_goods: Materiaal | Gebruikt materiaal
section.car_work: Arbeid (10 eenheden = 1 uur) | Werkplaatswerk
section.car_parts: Onderdelen | Geplaatste delen
section.wine: Wijnen | Flessen
section.crates: Statiegeld | Emballage
"""

HEADINGS: Final = """
pos: Nr | Regel
item_id: Onze code | Art. nr | Magazijncode
pack_code: ZI-nr. | Verp.nr.
model: Model | Vorm
description: Tekst | Geleverd en gedaan | Voor | Wat wij rekenen
quantity: Stuks | Hoev. | Afgifte | Ant.
unit: E. | Verp. | in
unit_price: Netto per eh. | Prijs los | per | Netto stukprijs
net: Netto | Totaal netto | Regelwaarde | Ex btw
tax_rate: Btw in % | % b.t.w. | Tarief %
with_unit: Geleverd | Aantal en eh. | Berekend aantal
discount: Kort. in % | Korting %
letter: B | T
span: Geldt voor | Gebruik
lot: Partij | Charge
done: Stand | Gereed
ride: Rit op | Dag van rit
rider: Passagier | Reiziger
rate: % | Btw-tarief
base: Netto bij tarief | Belast
tax: Btw | Btw-som
S: S
M: M
L: L
XL: XL
"""

SENTENCES: Final = """
greeting: Goedemorgen, | Geachte heer, mevrouw,
opening: Dank voor uw opdracht. Hieronder wat wij deden en wat het kost.
    | Voor de volgende diensten berekenen wij u:
closing: Hartelijke groet | Met groet
headed: {title} {number} van {date} | {title} nr. {number}, {date}
referred: Deze rekening hoort bij uw bestelling {order}; u bent onze klant {customer}.
    | U bestelde onder {order}. Uw nummer bij ons: {customer}.
corrects: Correctie op onze rekening {number} van {date}. | Wij crediteren wat met {number} op {date} berekend is.
terms: Graag betalen binnen {days} dagen. | Wij geven {days} dagen krediet. | Netto contant {days} dagen
terms_date: Wij geven {days} dagen, tot {date}. | Te betalen in {days} dagen, niet na {date}.
early: Trek {percent}% af als u in {early} dagen betaalt; {days} dagen netto.
    | {early} dagen {percent}%, {days} dagen netto
due: Wij zien uw betaling van {amount} graag tegemoet vóór {date}. | Op {date} is {amount} opeisbaar.
quoted: Noem bij uw overschrijving {reference}. | Met {reference} vinden wij uw betaling terug.
comes: Ons honorarium is {net}; met {rate} {tax} van {due} wordt dat {gross}.
    | Wij berekenen {net} en {due} ({tax} {rate}), in totaal {gross}.
tax_at: {tax} {rate} | en {rate} {tax} | {tax}, {rate}
tax_of: {rate} {tax} op {base} | {tax} {rate} (over {base})
paid_on: Deelbetalingen tot {date} | Op rekening ontvangen tot {date}
card: Van uw kaart geboekt op {date} | Kaartbetaling {date}
share: {percent}% van een eerste jaarsalaris van {salary} | Afgesproken deel: {percent}% van {salary} per jaar
runs: Looptijd: {start} tot en met {end} | Van {start} tot {end}
late: Bezwaren graag in acht dagen. Over late betaling rekenen wij wettelijke rente.
    | Rente en incassokosten komen bij verlopen rekeningen.
property: De goederen zijn van ons tot uw betaling binnen is. | Eigendom gaat over na betaling.
exempt: Verzekeringsdienst, vrijgesteld van btw. | Geen btw, vrijgesteld als bemiddeling in verzekeringen.
menu: Met plezier voor u gekookt | Het was fijn u te ontvangen
"""

PARTIES: Final = """
trades: Zonen | Diensten | Huis | Levering | Handel | Bureau | Gebroeders | Groep
streets: Molenbeek 14 | Oude Smederij 2 | Havenwerf 5b | Stationsplein 203
details: Gebruik: site en pers, twee jaar | Gebruik: één affiche, één seizoen | Gebruik: alle media, één jaar
"""

GOODS: Final = """
plumb_work: Monteur ter plaatse=uur | Leerling=uur | Persproef=keer | Spoed zaterdag=keer
plumb_goods: Koperbuis 22 mm=m | Kogelkraan 3/4"=st | Wastafelkraan, chroom=st | Thermostaatkop=st
    | Soldeer en vloeimiddel=partij
dental: Kroon, zirkonia, opgebakken=tand | Model naar scan=st | Brug, drie delen=st | Spalk, hard=st
    | Kleurbepaling in het lab=keer
dental_low: Frameprothese, boven=st | Reparatie van een prothese=st
words: Contract, Nederlands-Engels=woorden | Handleiding, Frans-Nederlands=woorden | Webpagina's in het Duits=woorden
    | Akten, beëdigd=regels | Tweede lezing=woorden
shoot: Halve dag in de studio=dag! | Hele dag op locatie=dag! | Nabewerking per beeld=st | Assistent=dag
licence: Publicatierecht, beeld A-14=st! | Publicatierecht, serie van zes=st! | Archiefbeeld, eenmalig=st!
car_work: Beurt volgens schema=eenh. | Remschijven voor vervangen=eenh. | Diagnose motorlampje=eenh.
    | Wielen balanceren=eenh.
car_parts: Olie 5W-30=l | Oliefilter=st | Remschijf, geventileerd=st | Blokkenset=set | Wisserbladen=paar
    | Ruitenvloeistof=l
phases: Fase 2, schetsontwerp | Fase 3, vergunning | Fase 5, bouwtekeningen | Fase 6, aanbesteding
    | Fase 8, toezicht op de bouw
menu: Warm buffet "Oogst"=gasten | Hapjes, zes per gast=gasten | Kaastafel=gasten | Koffie en taart=gasten
menu_staff: Bediening=uur | Kok ter plaatse=uur | Glazen en linnen=partij! | Bar op verbruik=partij!
seed: Wintertarwe, ontsmet=t | Snijmaïs=kg | Graslandmengsel=kg | Rode klaver=kg
feed: Melkveebrok 18 %=t | Mineralenmix=kg | Kalvermelk=kg | Gerst, geplet=t
drugs: Paracetamol 500 mg 20 tabl=DS | Ibuprofen gel 50 g=TB | Insuline pennen 5 x 3 ml=DS | Neusspray 10 ml=FL
    | Amoxicilline caps 500 mg=DS | Zoutoplossing 0,9 % 100 ml=FL | Vitamine D druppels=FL | Oogzalf 5 g=TB
drugs_low: Zuigelingenmelk 800 g=BL | Drinkvoeding vanille 4 x 200=DS | Meel glutenvrij=ZAK
domains: Domein fjordline.eu=jaar | Domein quartzmill.com=jaar | Mailhosting, 10 boxen=jaar | TLS-certificaat=jaar
    | Domein oldharbour.shop=jaar
desks: Vaste plek, raam=plek | Flexplek=pas | Vergaderkamer per uur=uur | Brievenbus en naambord=maand | Lockers=st
cover: Brand en diefstal, magazijn=jaar! | Aansprakelijkheid bedrijf=jaar! | Wagenpark, zes bussen=jaar!
    | Cyberdekking=jaar!
rides: Station - hoofdkantoor=rit | Luchthaven, vroeg=rit | Rechtbank en terug=rit | Nachtrit=rit
    | Ziekenhuis met wachttijd=rit
cloth: Werkbroek, grijs=st | Poloshirt, piqué=st | Fleecejas=st | Jasschort, gestreept=st
hire: Werving: hoofd inkoop | Werving: salarisadministrateur | Werving: fabrieksingenieur
wine: Riesling droog, 0,75 l=fl | Rosé, 0,75 l=fl | Pinot noir, vat, 0,75 l=fl | Druivensap, 1 l=fl
crates: Krat van zes, statiegeld=st | Pallet, statiegeld=st
"""
