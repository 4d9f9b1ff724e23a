"""Dutch words of the counters."""

from typing import Final

LABELS: Final = """
invoice: Factuur | FACTUUR | Factuur
credit_note: Creditnota | Creditfactuur | CREDITNOTA
invoice_number: Factuurnummer | Factuurnr. | Factuur nr.
credit_number: Creditnotanummer | Creditnota nr. | Nummer creditnota
issue_date: Factuurdatum | Datum | Datum factuur
due_date: Vervaldatum | Uiterste betaaldatum | Te betalen voor | Vervaldag
delivery_date: Leverdatum | Geleverd op | Datum levering
order_reference: Uw bestelnummer | Uw referentie | Uw ordernummer | Inkoopordernr.
customer_number: Klantnummer | Debiteurnummer | Debiteurnr. | Klantnr.
delivery_note: Pakbon | Pakbonnummer | Leverbon nr.
order_date: Orderdatum | Besteldatum
seller_tax_id: Btw-nummer | BTW-nr. | Btw-id | BTW nr.
buyer_tax_id: Uw btw-nummer | Btw-nr. klant | Uw BTW-nr.
tax: Btw | BTW
net: Totaal excl. btw | Subtotaal excl. btw | Subtotaal | Netto totaal
lines_sum: Totaal goederen | Subtotaal
shipping: Verzendkosten | Transportkosten | Vrachtkosten
tax_sum: Totaal btw | Btw-bedrag | BTW
gross: Totaal incl. btw | Factuurbedrag | Totaalbedrag | Totaal
prepaid: Reeds betaald | Ontvangen betalingen | Af: reeds voldaan
payable: Te betalen | Nog te betalen | Openstaand bedrag
iban: IBAN
bic: BIC | BIC/SWIFT
bank: Bank
payment_reference: Betalingskenmerk | O.v.v. | Kenmerk
terms: Betalingsconditie | Betalingstermijn | Betaling
phone: Tel. | Telefoon | T
email: E-mail | E | Email
web: Website | Web
register: KvK | KvK-nummer | Handelsregister
bill_to: Factuuradres | Factuur aan | Debiteur
ship_to: Afleveradres | Leveradres
contact: Contactpersoon | Uw contactpersoon | Behandeld door
page: Pagina {page} van {pages} | Pagina {page}/{pages} | Blad {page} van {pages}
carried: Transporteren
brought: Transport
currency: Valuta
odoo.issue_date: Factuurdatum
odoo.due_date: Vervaldatum
odoo.delivery_date: Leverdatum
odoo.order_reference: Referentie | Klantreferentie
odoo.source: Bron
odoo.net: Bedrag excl. btw | Excl. btw
odoo.gross: Totaal
odoo.payment_reference: Betalingsmededeling | Betalingskenmerk
odoo.account: op deze rekening
nav.customer_number: Factureren aan klantnr. | Klantnr.
nav.issue_date: Documentdatum | Boekingsdatum
nav.order_date: Verzenddatum
nav.order_reference: Extern documentnr. | Uw referentie
nav.terms: Betalingscondities
nav.method: Verzendwijze
nav.contact: Verkoper
nav.allowance: Factuurkorting
nav.net: Totaal {currency} excl. btw
nav.tax: {rate} btw
nav.gross: Totaal {currency} incl. btw
nav.summary: Specificatie btw-bedrag
cloud.invoice_number: Factuurnummer
cloud.issue_date: Uitgiftedatum | Datum van uitgifte
cloud.due_date: Vervaldatum
cloud.bill_to: Factureren aan
cloud.lines_sum: Subtotaal
cloud.net: Totaal exclusief belasting
cloud.gross: Totaal
cloud.prepaid: Betaald bedrag
cloud.payable: Verschuldigd bedrag
freight.file: Dossiernummer | Ons dossier
freight.shipper: Afzender | Laadadres
freight.consignee: Geadresseerde | Losadres
freight.packages: Colli | Aantal colli
freight.weight: Brutogewicht kg | Gewicht (kg)
freight.bill: CMR-nr. | AWB / B/L
freight.incoterm: Leveringsconditie | Incoterms
food.tour: Route
food.order: Besteld door
cover.invoice: Premienota | Premiefactuur
cover.insurer: Verzekeraar | Maatschappij
cover.insured: Verzekeringnemer
cover.number: Notanummer | Nota nr.
cover.gross: Totaal te betalen | Totale premie
clean.site: Object | Locatie
clean.contract: Contractnummer | Contract
clean.net: Totaal excl. btw | Netto
garage.plate: Kenteken
garage.vin: Chassisnummer | Meldcode / VIN
garage.mileage: Km-stand | Kilometerstand
garage.model: Voertuig | Merk / Type
garage.first: Datum 1e toelating | Eerste toelating
garage.job: Werkorder | Werkordernr.
garage.labour: Totaal arbeid
garage.spares: Totaal onderdelen
arch.invoice: Termijnfactuur {count} | Declaratie nr. {count}
arch.project: Project | Werk
arch.contract: Opdracht d.d.
arch.prepaid: Af: reeds betaalde termijnen | Reeds ontvangen
print.job: Opdrachtnummer | Ordernummer
print.contact: Contactpersoon | Orderbegeleider
utility.invoice: Jaarafrekening water | Uw jaarnota water
utility.number: Notanummer | Factuurnummer
utility.customer_number: Klantnummer
utility.issue_date: Notadatum | Factuurdatum
utility.point: Aansluitnummer
utility.supply: Verbruiksadres | Leveringsadres
utility.meter: Meternummer
utility.net: Totaal excl. btw | Totaal kosten exclusief btw
utility.gross: Totaal incl. btw | Totale kosten inclusief btw
utility.prepaid: Betaalde termijnbedragen | Af: betaalde voorschotten
utility.payable: Nog te betalen | U betaalt bij
utility.next: Uw nieuwe termijnbedragen
hire.candidate: Kandidaat
hire.position: Functie
hire.start: Startdatum | Datum in dienst
hire.salary: Bruto jaarsalaris | Jaarsalaris
hire.consultant: Consultant
guard.site: Locatie | Object
guard.contract: Contractnr.
guard.hours: Totaal uren
lingua.project: Projectnummer | Project
lingua.manager: Projectmanager
sap.number: Nummer/Datum
sap.order: Bestelling/datum
sap.before: Factuur/datum
sap.customer_number: Klantnummer
sap.lines_sum: Totaal posities
sap.tax: Btw verschuldigd | Omzetbelasting
sap.gross: Eindbedrag
sap.reason: Reden
"""

HEADINGS: Final = """
pos: Nr. | Regel | Pos.
item_id: Artikelnr. | Artikel | Artikelnummer | Art.nr.
description: Omschrijving | Beschrijving | Omschrijving artikel/dienst
quantity: Aantal | Hoeveelheid
unit: Eenheid | Eenh. | Ehd
unit_price: Prijs | Stukprijs | Prijs per stuk | Eenheidsprijs
discount: Korting % | Krt. %
tax_rate: Btw | Btw % | BTW %
net: Bedrag | Totaal | Bedrag excl. btw
rate: Btw-tarief | Btw %
base: Grondslag | Over bedrag | Excl. btw
tax: Btw | Btw-bedrag
gross: Incl. btw
odoo.tax_rate: Btw | Belastingen
odoo.net: Bedrag
nav.item_id: Nr.
nav.unit: Eenheid
nav.discount: Korting %
nav.tax_rate: Btw %
cloud.tax_rate: Belasting | Btw
cloud.net: Bedrag
freight.net: Bedrag
origin: Herk.
cover.policy: Polisnummer | Polisnr.
cover.span: Verzekerde periode | Periode
cover.net: Premie
med.lot: Lotnr. | Batch
med.expiry: THT | Houdbaar tot
arch.stage: Fase
arch.fee: Honorarium
arch.done: Gereed | % gereed
arch.net: Bedrag tot heden | Te declareren
utility.from: Van
utility.to: Tot
utility.old: Beginstand
utility.new: Eindstand
utility.used: Verbruik m³
utility.net: Bedrag
guard.date: Datum
guard.time: Van - tot | Dienst
guard.quantity: Uren
guard.unit_price: Uurtarief
lingua.quantity: Aantal | Volume
sap.pos: Pos.
sap.item_id: Artikel
sap.unit_price: Prijs
sap.net: Waarde | Bedrag in {currency}
hire.net: Bedrag
"""

SENTENCES: Final = """
closing: Met vriendelijke groet,
terms: Betaling binnen {days} dagen na factuurdatum | {days} dagen netto | Binnen {days} dagen
    | Betaling binnen {days} dagen na ontvangst
due: Wij verzoeken u {amount} uiterlijk {date} over te maken. | Gelieve {amount} vóór {date} te voldoen.
early: Bij betaling binnen {early} dagen {percent} % korting, anders netto binnen {days} dagen.
debit: Het bedrag van {amount} wordt rond {date} automatisch van uw rekening afgeschreven.
set_off: Dit bedrag wordt verrekend met uw volgende betaling. | Het bedrag wordt op uw rekening teruggestort.
credit_for: Credit op onze factuur {number} van {date}
reverse: Btw verlegd. | Btw verlegd (artikel 196, richtlijn 2006/112/EG).
exempt: Vrijgesteld van btw. Premie inclusief assurantiebelasting.
    | De premies zijn inclusief wettelijke assurantiebelasting en vrij van btw.
late: Bij te late betaling zijn wij gerechtigd de wettelijke handelsrente in rekening te brengen.
property: Geleverde zaken blijven ons eigendom tot volledige betaling heeft plaatsgevonden.
odoo.terms: Betalingsvoorwaarden: {days} dagen
nav.shipment: Verzending nr. {number} d.d. {date}:
cloud.due: {amount} te betalen op {date} | {amount} verschuldigd op {date}
cloud.paid: {amount} betaald op {date}
cloud.tax: {tax} ({rate} over {base})
clean.intro: Voor schoonmaakwerkzaamheden in {month} brengen wij u volgens contract in rekening:
arch.intro: Conform onze overeenkomst declareren wij de tot heden verrichte werkzaamheden:
hire.intro: Voor de succesvolle bemiddeling brengen wij u conform overeenkomst in rekening:
hire.fee: Bemiddelingsfee: {percent} % van het bruto jaarsalaris
guard.intro: Beveiligingsdiensten in de periode {start} t/m {end}
food.note: Controleer de goederen bij aflevering. Reclames binnen 24 uur melden.
med.note: Retourneren alleen na overleg. Bewaren volgens etiket.
utility.note: Vragen over uw nota? Neem vóór {date} contact met ons op.
garage.note: Laat de wielbouten na 50 km natrekken. Op onderdelen geldt een jaar garantie.
print.made: Bedrukt {colours}, gesneden en verpakt | Druk {colours}, afgewerkt en in dozen verpakt
print.proof: Gedrukt volgens goedgekeurde proef. Meer- of minderlevering van 5 % voorbehouden.
lingua.note: Vermeld bij betaling het factuurnummer. Bankkosten zijn voor rekening van de opdrachtgever.
sap.reason: Retourzending | Prijsverschil | Transportschade
nav.method: Franco huis | Af magazijn
"""

PARTIES: Final = """
stems: Van den Berg | De Smet | Hoekstra | Vermeulen | Jansen & Zonen | Kuipers | Peeters | Brouwer | Noordzee
    | Dijkstra
    | Van Leeuwen | Maas | Claes | Polder | Wouters | Schouten
trades: Techniek | Vastgoed | Horeca | Bouw | Handelsmaatschappij | Zorggroep | Metaal | Groep | Interieurbouw
streets: Industrieweg 45 | Havenstraat 12 | Kerkplein 3 | Nijverheidslaan 210 | Molenweg 8-10 | Stationsstraat 77
NL: 5611 AZ Eindhoven | 3542 AD Utrecht | 9711 LM Groningen | 2511 BT Den Haag
BE: 2060 Antwerpen | 9000 Gent | 3000 Leuven
office: Kantoormeubelen | Projectinrichting | Kantoorvak
tools: Technische Groothandel | Gereedschappen | Installatiemateriaal
cloud: Software | Cloud | Online
freight: Expeditie | Transport | Logistics
food: Versgroothandel | Food Service | Levensmiddelen
cover: Assurantiën | Verzekeringen | Risicoadvies
clean: Schoonmaak | Facilitair | Schoonmaakdiensten
med: Medische Artikelen | Medical | Zorgmaterialen
garage: Autobedrijf | Garage | Autoservice
arch: Architecten | Bouwkunst
print: Drukkerij | Grafisch Bedrijf | Print
utility: Waterbedrijf | Drinkwater
hire: Werving & Selectie | Personeel | Recruitment
guard: Beveiliging | Security
lingua: Vertalingen | Taaldiensten
machine: Aandrijftechniek | Machinebouw | Hydrauliek
"""

GOODS: Final = """
office: Bureau, in hoogte verstelbaar, 160 x 80 cm=Stuks | Akoestisch scherm, grijs=Stuks | Bureaustoel, zwart=Stuks
    | Montage en afvoer verpakking=Uren | Monitorarm, dubbel=Stuks | Ladeblok, 3 laden=Stuks
    | Vergadertafel, 8 personen=Stuks | Led-bureaulamp=Stuks
tools: Zeskantbout M10 x 60 verzinkt=DOOS | Kabel 3G1,5 wit 100 m=ROL | SDS-boor 8 x 160=STUK
    | Installatieautomaat B16=STUK | Bundelband 200 mm zwart=ZAK | Werkschoen S3 maat 43=PAAR | Kabeldoos IP55=STUK
    | Accuboormachine 18 V met 2 accu's=STUK | Siliconenkit transparant 310 ml=STUK | Plug 8 mm=DOOS
    | Doorslijpschijf 125 x 1,0=STUK | Draadstang M12 1 m=STUK | Led-armatuur 1200 mm=STUK
    | Wandcontactdoos 2-voudig=STUK
cloud: Zakelijk abonnement, per gebruiker | Extra opslag 1 TB | API-aanroepen, bundel van 10.000 | Premium support
    | Teamlicentie, maandelijks | Dataverkeer, per 100 GB
freight: Vrachtkosten | Wegtransport, volle lading | Luchtvracht | Voortransport | Zeevracht LCL
freight_extra: Brandstoftoeslag | Inklaring | Terminalkosten | Levering met laadklep
duty: Invoerrechten, voor u voorgeschoten | Voorschot douane | Havengelden, voorgeschoten
food: Jonge kaas, blok 5 kg=kg | Wortelen gewassen=kg | Tarwebloem 10 kg=zak | Roomboter 40 x 250 g=doos
    | Tomatenblokjes 6 x 2,5 kg=doos | Scharreleieren, tray 30=tray | Kipfilet, vers=kg | Basmatirijst 20 kg=zak
    | Doperwten diepvries 4 x 2,5 kg=doos | Zalmzijde, getrimd=kg | Volle melk 12 x 1 l=doos | Aardappelen 25 kg=zak
    | Olijfolie 5 l=blik | Penne 5 kg=zak | Citroenen, 80 stuks=kist | Yoghurt 5 kg=emmer
food_other: Cola 24 x 33 cl=krat | Pils fust 30 l=fust | Poetspapier, 6 rollen=pak | Mineraalwater 12 x 75 cl=krat
deposit: Statiegeld krat=krat | Statiegeld fust 30 l=fust | Statiegeld pallet=pal
returned: Retour kratten=krat | Retour fusten=fust
cover: Aansprakelijkheid bedrijven | Brandverzekering gebouwen | Wagenparkverzekering | Beroepsaansprakelijkheid
    | Cyberverzekering
clean: Schoonmaak kantoor, 3 verdiepingen=maand! | Sanitaire benodigdheden=maand!
    | Dagelijkse schoonmaak pantry's=maand!
clean_extra: Glasbewassing buitenzijde=beurt | Tapijtreiniging=m² | Opleveringsschoonmaak=uur
med: Nitril handschoenen, maat M, 200=doos | Spuit 10 ml Luer-Lock, 100=doos | Infuuscanule 20G=stuk
    | Schuimverband 10 x 10=doos | Chirurgisch masker type IIR, 50=doos | Hechtdraad 3-0 resorbeerbaar, 36=doos
    | Glucoseteststrips, 50=doos | Desinfectiedoekjes=pot | Katheterset CH 14=set
labour: Onderhoudsbeurt=uur | Remschijven en -blokken voor vervangen=uur | Storing uitlezen=uur | Uitlijnen=uur
    | Distributieriem vervangen=uur
spares: Remschijf voor, paar=set | Remblokken voor=set | Motorolie 5W-30=l | Oliefilter=st | Luchtfilter=st
    | Ruitenwissers=set | Interieurfilter=st | Distributieset=set
mot: APK-afmeldkosten RDW
phases: Schetsontwerp | Voorlopig ontwerp | Definitief ontwerp | Vergunningaanvraag | Technisch ontwerp
    | Directievoering
print: Brochures A4, 16 pagina's, geniet | Visitekaartjes 85 x 55 mm, 400 g | Briefpapier A4, 100 g
    | Roll-up banners 850 x 2000 mm | Folders DL, 170 g mat | Presentatiemappen met flap
print_low: Boeken, 128 pagina's, gelijmd | Programmaboekjes A5, 32 pagina's
water: Drinkwater verbruik=m³ | Belasting op leidingwater=m³
water_base: Vastrecht water=dagen | Vastrecht aansluiting=dagen
hire: Assistent controller | Salesmanager Noord | Softwareontwikkelaar
guard: Objectbeveiliging dag | Objectbeveiliging nacht | Zondagtoeslag | Mobiele surveillance | Alarmopvolging
lingua: Nederlands-Engels, technische handleiding=woorden | Engels-Nederlands, contract=woorden | Proeflezen=woorden
    | Websitelokalisatie, Spaans=woorden | Beëdigde vertaling, geboorteakte=woorden | Nederlands-Duits=woorden
machine: Groefkogellager 6205-2RS | Motorreductor 0,75 kW 1400 tpm | V-snaar SPA 1250 | Hydrauliekslang DN12, 2 m
    | Naderingsschakelaar M12 PNP | Lineaire geleiding 400 mm | Afdichtingsset cilinder 63 x 45 | Kettingwiel 08B-1 Z 25
"""
