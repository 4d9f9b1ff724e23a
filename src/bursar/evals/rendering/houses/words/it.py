"""Italian words of the houses."""

from typing import Final

LABELS: Final = """
invoice: Fattura | Fattura differita | Fattura di vendita
fee_note: Parcella | Nota spese e competenze | Nota onorari
credit_note: Nota di accredito | Nota di credito | Accredito per reso
invoice_number: Numero | Ft. nr. | Nostro numero
credit_number: Numero | Accredito nr. | Nostro numero
issue_date: Fatta il | Giorno di emissione | Data della fattura | Redatta il
due_date: Si prega di pagare entro | Ultimo giorno utile | Incasso previsto | Esigibile il
delivery_date: Finito il | Consegnato in data | Ultimato il | Giorno del servizio
order_reference: Richiesta nr. | Ordinativo | Vs. richiesta | Ord. acquirente
customer_number: Conto nr. | Socio nr. | Vs. numero da noi | Cliente nr.
seller_tax_id: IVA n. | Nostra P.IVA | Part. IVA | Id. IVA
buyer_tax_id: P.IVA acquirente | Id. IVA cliente | Part. IVA cliente
net: Somma senza IVA | Tutto senza IVA | Totale prima dell'IVA | Tot. netto
lines_sum: Tutti gli articoli | Somma merce
shipping: Porto in azienda | Autotrasporto | Quota trasporto
tax: IVA | Imposta (IVA)
tax_sum: IVA in tutto | Somma IVA | Imposta totale
gross: Somma con IVA | Tutto compreso | Importo della fattura | Totale lordo
payable: Resta da pagare | Ancora aperto | Resto | Vs. pagamento
iban: IBAN | Nr. IBAN
bic: BIC | SWIFT | Swift/BIC
bank: La nostra banca | Conto presso | Istituto bancario
payment_reference: Da citare pagando | Motivo del bonifico | Vs. rif. di pagamento
terms: Quando pagare | Dilazione | Pagamento convenuto
phone: Chiamateci | Tel. ufficio | Fisso
register: Reg. Imprese | Iscritta al nr. | Nr. REA
bill_to: Per | Acquirente | Conto di
attention: Att. | Alla cortese att. | Per l'ufficio di
contact: Il Vs. contatto | Redatta da | Incaricato
delivery_note: Buono | Nota di consegna | Bolla nr.
currency: Tutto in | Codice valuta
page: {page} / {pages} | Pagina {page}/{pages} | Facciata {page} di {pages}
period: Mese | Canone di | Uso nel
order_date: Richiesta del | Ordinato il
job: Foglio lavoro | Ordine di riparazione
contract: Polizza | Nr. di polizza
lease: Tessera | Accordo d'uso
file: Incarico | Progetto nr.
event: Ricevimento | Festa nr.
site: Lavori in | Luogo dei lavori
tour: Giro consegne | Camion / scarico
plate: Veicolo | Targa
mileage: Chilometri | Km
patient: Paziente | Codice paziente
deed: Cod. accisa | Cantina nr.
section.plumb_work: Manodopera | Ore di montaggio
section.plumb_goods: Materiali | Materiale posato
section.car_work: Manodopera (10 unità = 1 ora) | Lavori di officina
section.car_parts: Pezzi montati | Ricambi
section.wine: Vini | Bottiglie
section.crates: Cauzioni | Vuoti a rendere
"""

HEADINGS: Final = """
pos: R. | Riga
item_id: Nostro cod. | Nr. art. | Cod. magazzino
pack_code: Minsan | Nr. conf.
model: Modello | Forma
description: Testo | Fornito e svolto | Per | Voce
quantity: Nr. | Pezzi | Uscite | Q.tà
unit: U. | Conf. | in
unit_price: Netto cad. | Prezzo singolo | l'uno | Prezzo netto
net: Netto | Tot. netto | Valore riga | Senza IVA
tax_rate: I.V.A. % | IVA in % | Aliquota in %
with_unit: Fornito | Quantità e UM | Quantità fatturata
discount: Rib. % | Sconto in %
letter: T | C
span: Vale per | Uso
lot: Lotto | Partita
done: Avanzamento | Fatto
ride: Corsa del | Giorno della corsa
rider: Passeggero | Viaggiatore
rate: % | Aliquota
base: Netto all'aliquota | Tassato
tax: IVA | Somma IVA
S: S
M: M
L: L
XL: XL
"""

SENTENCES: Final = """
greeting: Buongiorno, | Egregi signori,
opening: grazie per averci chiamati. Ecco che cosa abbiamo fatto e quanto costa.
    | per i servizi seguenti Vi addebitiamo:
closing: Molti saluti | Con i migliori saluti
headed: {title} {number} del {date} | {title} nr. {number}, {date}
referred: Si riferisce al Vostro ordine {order}; siete il nostro cliente {customer}.
    | Avete ordinato con {order}. Il Vostro numero da noi: {customer}.
corrects: Corregge la nostra fattura {number} del {date}. | Vi accreditiamo quanto addebitato con {number} il {date}.
terms: Vogliate pagare in {days} giorni. | Concediamo {days} giorni. | Netto cassa {days} giorni
terms_date: Concediamo {days} giorni, fino al {date}. | Da pagare in {days} giorni, non dopo il {date}.
early: Deducete {percent} % pagando in {early} giorni; {days} giorni netto.
    | {early} giorni {percent} %, {days} giorni netto
due: Restiamo in attesa di {amount} entro il {date}. | Il {date} scadono {amount}.
quoted: Nel bonifico indicate {reference}. | Con {reference} troviamo il Vostro pagamento.
comes: Il nostro compenso è di {net}; con {tax} {rate}, {due}, fa {gross}.
    | Addebitiamo {net} più {due} ({tax} {rate}), in tutto {gross}.
tax_at: {tax} {rate} | e {tax} {rate} | {tax}, {rate}
tax_of: {rate} di {tax} su {base} | {tax} {rate} (su {base})
paid_on: Pagamenti parziali fino al {date} | Ricevuto in conto al {date}
card: Addebitato sulla carta il {date} | Pagamento con carta {date}
share: {percent} % della retribuzione del primo anno di {salary} | Quota convenuta: {percent} % di {salary} annui
runs: Durata: {start} a {end} | Dal {start} fino al {end}
late: Contestazioni entro otto giorni. Sui ritardi corrono gli interessi di legge.
    | Sugli importi scaduti si addebitano interessi e spese di recupero.
property: La merce è nostra finché non arriva il pagamento. | La proprietà passa con il pagamento.
exempt: Assicurazioni: esente IVA. | Senza IVA, esente come intermediazione assicurativa.
menu: Servito con piacere | È stato bello cucinare per Voi
"""

PARTIES: Final = """
trades: Figli | Servizi | Casa | Forniture | Commerciale | Studio | Fratelli | Gruppo
streets: Via del Mulino 14 | Piazza della Fucina 2 | Molo del Porto 5/B | Via della Stazione 203
details: Uso: sito e stampa, due anni | Uso: un manifesto, una stagione | Uso: tutti i mezzi, un anno
"""

GOODS: Final = """
plumb_work: Idraulico sul posto=ore | Apprendista=ore | Prova di pressione=volta | Urgenza sabato=volta
plumb_goods: Tubo rame 22 mm=m | Valvola a sfera 3/4"=pz | Miscelatore lavabo cromato=pz | Testa termostatica=pz
    | Lega e disossidante=lotto
dental: Corona in zirconia=dente | Modello da scansione=pz | Ponte di tre elementi=pz | Bite rigido=pz
    | Rilievo colore in laboratorio=volta
dental_low: Scheletrato superiore=pz | Riparazione di una protesi=pz
words: Contratto, italiano-inglese=parole | Manuale d'uso, tedesco-italiano=parole | Pagine web in francese=parole
    | Atti, asseverazione=righe | Seconda lettura=parole
shoot: Mezza giornata in studio=giorno! | Giornata in esterni=giorno! | Ritocco per immagine=pz | Assistente=giorno
licence: Diritto d'uso, immagine A-14=pz! | Diritto d'uso, serie di sei=pz! | Immagine d'archivio, un uso=pz!
car_work: Tagliando secondo piano=unità | Dischi anteriori sostituiti=unità | Diagnosi spia motore=unità
    | Equilibratura ruote=unità
car_parts: Olio 5W-30=l | Filtro olio=pz | Disco ventilato=pz | Serie pastiglie=serie | Spazzole tergi=coppia
    | Liquido vetri=l
phases: Fase 2, progetto preliminare | Fase 3, permesso di costruire | Fase 5, progetto esecutivo
    | Fase 6, gara d'appalto | Fase 8, direzione lavori
menu: Buffet caldo "Raccolto"=ospiti | Stuzzichini, sei ciascuno=ospiti | Tavolo di formaggi=ospiti
    | Caffè e torta=ospiti
menu_staff: Camerieri=ore | Cuoco sul posto=ore | Bicchieri e tovaglie=lotto! | Bar a consumo=lotto!
seed: Frumento autunnale conciato=t | Mais da insilato=kg | Miscuglio prato=kg | Trifoglio viola=kg
feed: Mangime vacche 18 %=t | Miscela minerale=kg | Latte per vitelli=kg | Orzo schiacciato=t
drugs: Paracetamolo 500 mg 20 cpr=CF | Ibuprofene gel 50 g=TB | Insulina penne 5 x 3 ml=CF | Spray nasale 10 ml=FL
    | Amoxicillina cps 500 mg=CF | Fisiologica 0,9 % 100 ml=FL | Vitamina D gocce=FL | Unguento oculare 5 g=TB
drugs_low: Latte in polvere 800 g=BR | Bevanda vaniglia 4 x 200=CF | Farina senza glutine=SC
domains: Dominio fjordline.eu=anno | Dominio quartzmill.com=anno | Posta, 10 caselle=anno | Certificato TLS=anno
    | Dominio oldharbour.shop=anno
desks: Scrivania fissa, finestra=posto | Scrivania flessibile=pass | Sala riunioni a ore=ore
    | Casella postale e targa=mese | Armadietti=pz
cover: Incendio e furto, magazzino=anno! | Responsabilità civile=anno! | Flotta, sei furgoni=anno! | Polizza cyber=anno!
rides: Stazione - sede=corsa | Aeroporto, mattina=corsa | Tribunale e ritorno=corsa | Corsa notturna=corsa
    | Ospedale con attesa=corsa
cloth: Pantalone da lavoro grigio=pz | Polo piqué=pz | Giacca in pile=pz | Camice a righe=pz
hire: Ricerca: responsabile acquisti | Ricerca: addetto paghe | Ricerca: ingegnere di stabilimento
wine: Riesling secco, 0,75 l=bt | Rosato, 0,75 l=bt | Pinot nero, botte, 0,75 l=bt | Succo d'uva, 1 l=bt
crates: Cassa da sei, cauzione=pz | Bancale, cauzione=pz
"""
