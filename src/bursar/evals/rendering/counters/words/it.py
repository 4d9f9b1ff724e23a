"""Italian words of the counters."""

from typing import Final

LABELS: Final = """
invoice: Fattura | FATTURA | Fattura
credit_note: Nota di credito | NOTA DI CREDITO | Nota di accredito
invoice_number: Fattura n. | N. fattura | Numero fattura | Numero documento
credit_number: Nota di credito n. | N. nota di credito | Numero documento
issue_date: Data fattura | Data | Data documento | Del
due_date: Scadenza | Data scadenza | Scadenza pagamento
delivery_date: Data consegna | Consegna del | Data di consegna
order_reference: Vostro ordine | Vs. ordine n. | Ordine n. | Rif. ordine
customer_number: Codice cliente | Cod. cliente | N. cliente
delivery_note: DDT n. | Documento di trasporto | Rif. DDT
order_date: Data ordine
seller_tax_id: P.IVA | Partita IVA | P. IVA | C.F. e P.IVA
buyer_tax_id: P.IVA cliente | Partita IVA cliente | Vs. P.IVA
tax: IVA | I.V.A.
net: Imponibile | Totale imponibile | Totale netto | Totale merce netta
lines_sum: Totale merce | Subtotale
shipping: Spese di trasporto | Trasporto | Spese di spedizione
tax_sum: Totale IVA | Imposta | Totale imposta
gross: Totale fattura | Totale documento | TOTALE | Totale
prepaid: Acconti versati | Acconto ricevuto | Già pagato
payable: Netto a pagare | Totale da pagare | Saldo da pagare
iban: IBAN | Cod. IBAN
bic: BIC | BIC/SWIFT | SWIFT
bank: Banca | Banca d'appoggio
payment_reference: Causale | Riferimento pagamento
terms: Condizioni di pagamento | Modalità di pagamento | Pagamento
phone: Tel. | Telefono
email: E-mail | Email | Mail
web: Sito web | Web
register: REA | N. REA | Reg. Imprese
bill_to: Spett.le | Cliente | Intestatario
ship_to: Destinazione merce | Luogo di consegna | Destinatario merce
contact: Riferimento | Ns. riferimento | Agente
page: Pagina {page} di {pages} | Pag. {page}/{pages} | Pag. {page} di {pages}
carried: A riportare
brought: Riporto
currency: Valuta | Divisa
odoo.issue_date: Data fattura
odoo.due_date: Data scadenza | Data di scadenza
odoo.delivery_date: Data di consegna
odoo.order_reference: Riferimento | Riferimento cliente
odoo.source: Origine
odoo.net: Imponibile
odoo.gross: Totale
odoo.payment_reference: Comunicazione di pagamento | Riferimento pagamento
odoo.account: su questo conto
nav.customer_number: Nr. cliente fatt. | Nr. cliente
nav.issue_date: Data documento | Data di registrazione
nav.order_date: Data spedizione
nav.order_reference: Nr. documento esterno | Vs. riferimento
nav.terms: Condizioni pagam. | Condizioni di pagamento
nav.method: Metodo di spedizione
nav.contact: Agente
nav.allowance: Sconto fattura
nav.net: Totale {currency} IVA escl.
nav.tax: IVA {rate}
nav.gross: Totale {currency} IVA incl.
nav.summary: Specifica importo IVA
cloud.invoice_number: Numero fattura
cloud.issue_date: Data di emissione
cloud.due_date: Data di scadenza
cloud.bill_to: Fatturare a
cloud.lines_sum: Subtotale
cloud.net: Totale escluse imposte | Totale al netto delle imposte
cloud.gross: Totale
cloud.prepaid: Importo pagato
cloud.payable: Importo dovuto
freight.file: Ns. pratica | Pratica n.
freight.shipper: Mittente
freight.consignee: Destinatario
freight.packages: Colli | N. colli
freight.weight: Peso lordo kg | Peso tassabile kg
freight.bill: CMR n. | AWB / B/L
freight.incoterm: Resa | Incoterms
food.tour: Giro
food.order: Ordinato da
cover.invoice: Avviso di pagamento premi | Estratto conto premi
cover.insurer: Compagnia
cover.insured: Contraente
cover.number: Avviso n. | N. documento
cover.gross: Totale premi | Totale da versare
clean.site: Sede | Immobile
clean.contract: Contratto n.
clean.net: Imponibile | Totale mese imponibile
garage.plate: Targa
garage.vin: Telaio | N. telaio
garage.mileage: Km
garage.model: Veicolo | Marca / Modello
garage.first: Immatricolazione | Data immatr.
garage.job: Commessa | Ordine di lavoro
garage.labour: Totale manodopera
garage.spares: Totale ricambi
arch.invoice: Fattura di acconto n. {count} | Parcella n. {count}
arch.project: Lavoro | Progetto
arch.contract: Incarico del
arch.prepaid: A dedurre acconti versati | Acconti già corrisposti
print.job: Commessa n. | N. commessa
print.contact: Ns. riferimento | Referente
utility.invoice: Bolletta acqua | Bolletta servizio idrico integrato
utility.number: Fattura n. | Numero fattura
utility.customer_number: Codice cliente | Codice utenza
utility.issue_date: Data emissione | Emessa il
utility.point: Codice punto di fornitura
utility.supply: Indirizzo di fornitura | Ubicazione fornitura
utility.meter: Matricola contatore
utility.net: Totale imponibile | Imponibile
utility.gross: Totale bolletta | Totale
utility.prepaid: Acconti già fatturati | Rate già pagate
utility.payable: Totale da pagare | Saldo da pagare
utility.next: Prossime rate
hire.candidate: Candidato | Candidato/a
hire.position: Posizione
hire.start: Data di assunzione | Inserimento
hire.salary: Retribuzione annua lorda | RAL
hire.consultant: Consulente
guard.site: Sito | Luogo del servizio
guard.contract: Contratto n.
guard.hours: Totale ore
lingua.project: Progetto n. | Commessa
lingua.manager: Project manager
sap.number: Numero/Data
sap.order: Ordine/data
sap.before: Fattura/data
sap.customer_number: Codice cliente
sap.lines_sum: Totale posizioni
sap.tax: IVA a debito
sap.gross: Importo finale
sap.reason: Motivo
"""

HEADINGS: Final = """
pos: N. | Riga | Pos.
item_id: Codice | Cod. articolo | Articolo | Cod. art.
description: Descrizione | Denominazione | Descrizione beni e servizi
quantity: Quantità | Q.tà | Qtà
unit: UM | U.M.
unit_price: Prezzo unitario | Prezzo | Prezzo unit. | P. unitario
discount: Sc. % | Sconto %
tax_rate: IVA | IVA % | Aliq. IVA
net: Importo | Totale | Importo netto
rate: Aliquota | Aliq. IVA | IVA %
base: Imponibile
tax: Imposta | IVA
gross: Totale
odoo.tax_rate: Imposte
odoo.net: Importo
nav.item_id: Nr.
nav.unit: Unità di misura
nav.discount: % sconto
nav.tax_rate: % IVA
cloud.tax_rate: Imposta | IVA
cloud.net: Importo
freight.net: Importo
origin: Orig.
cover.policy: Polizza n. | N. polizza
cover.span: Periodo di copertura | Decorrenza - scadenza
cover.net: Premio lordo | Premio
med.lot: Lotto
med.expiry: Scadenza | Scad.
arch.stage: Fase
arch.fee: Onorario | Compenso pattuito
arch.done: % eseguita | Avanzamento
arch.net: Maturato | Importo maturato
utility.from: Dal
utility.to: Al
utility.old: Lettura precedente
utility.new: Lettura attuale
utility.used: Consumo m³
utility.net: Importo
guard.date: Data
guard.time: Dalle - alle | Orario
guard.quantity: Ore
guard.unit_price: Tariffa oraria
lingua.quantity: Volume | Quantità
sap.pos: Pos.
sap.item_id: Materiale
sap.unit_price: Prezzo
sap.net: Valore | Valore in {currency}
hire.net: Importo
"""

SENTENCES: Final = """
closing: Distinti saluti | Cordiali saluti
terms: Bonifico bancario {days} gg data fattura | Bonifico {days} gg d.f. | Pagamento a {days} giorni data fattura
    | Rimessa diretta {days} giorni
due: Vi preghiamo di versare {amount} entro il {date}. | Importo di {amount} da pagare entro il {date}.
early: Sconto {percent} % per pagamento entro {early} giorni, altrimenti {days} giorni netto.
debit: L'importo di {amount} sarà addebitato sul Vostro conto il {date}.
set_off: L'importo sarà compensato con il prossimo pagamento. | Importo a Vostro credito sulle prossime fatture.
credit_for: A storno della nostra fattura n. {number} del {date}
reverse: Inversione contabile (reverse charge), art. 7-ter DPR 633/72.
    | Operazione non soggetta - inversione contabile, art. 196 direttiva 2006/112/CE.
exempt: Operazione esente IVA art. 10 DPR 633/72. Premi comprensivi di imposte di assicurazione.
    | Esente da IVA ai sensi dell'art. 10; i premi comprendono le imposte di legge.
late: In caso di ritardato pagamento decorrono gli interessi di mora ai sensi del D.Lgs. 231/2002.
property: La merce resta di nostra proprietà fino al completo pagamento.
odoo.terms: Termini di pagamento: {days} giorni
nav.shipment: DDT nr. {number} del {date}:
cloud.due: {amount} in scadenza il {date} | {amount} da pagare entro il {date}
cloud.paid: {amount} pagati il {date}
cloud.tax: {tax} ({rate} su {base})
clean.intro: Per il servizio di pulizia del mese di {month}, come da contratto:
arch.intro: In base all'incarico ricevuto, esponiamo i compensi maturati per le prestazioni svolte ad oggi:
hire.intro: A seguito dell'inserimento del candidato selezionato, Vi fatturiamo il compenso come da accordi.
hire.fee: Compenso per selezione: {percent} % della retribuzione annua lorda
guard.intro: Servizi di vigilanza dal {start} al {end}
food.note: Controllare la merce alla consegna. Non si accettano reclami trascorse 24 ore.
med.note: Non si accettano resi non autorizzati. Conservare come indicato in etichetta.
utility.note: Per informazioni sulla bolletta ci contatti entro il {date}.
garage.note: Si consiglia il serraggio delle ruote dopo 50 km. Ricambi garantiti 12 mesi.
print.made: Stampa {colours}, taglio e confezionamento | Stampa {colours}, allestimento, imballo in scatole
print.proof: Stampato come da bozza approvata. Tolleranza di quantità 5 %.
lingua.note: Indicare il numero di fattura nella causale. Spese bancarie a carico dell'ordinante.
sap.reason: Reso merce | Differenza prezzo | Danno da trasporto
nav.method: Porto franco | Franco fabbrica
"""

PARTIES: Final = """
stems: Fratelli Bianchi | Colombo | Adriatica | Ferrari & Conti | Moretti | Padana | Lombardi | Rinaldi | Nuova Etruria
    | Galli | Tirrenia | Marchesi | Donati | San Giorgio | Valsesia | Esposito e Figli
trades: Industrie | Immobiliare | Alberghi | Costruzioni | Distribuzione | Elettronica | Meccanica | Gruppo
    | Arredamenti
streets: Via Garibaldi, 18 | Via dell'Artigianato, 7/A | Corso Vittorio Emanuele II, 102 | Viale Europa, 45
    | Piazza Mazzini, 3 | Zona Industriale Est, lotto 9
IT: 40121 Bologna (BO) | 20145 Milano MI | 35131 Padova (PD) | 80133 Napoli NA | 25121 Brescia (BS)
office: Arredo Ufficio | Forniture Ufficio | Contract
tools: Forniture Elettriche | Utensileria | Ferramenta
cloud: Software | Cloud | Digitale
freight: Spedizioni | Trasporti Internazionali | Logistica
food: Ortofrutta | Alimentari | Forniture Alimentari
cover: Broker Assicurativi | Assicurazioni | Servizi Assicurativi
clean: Servizi di Pulizia | Multiservizi | Pulizie
med: Medicale | Presidi Medici | Sanitaria
garage: Autofficina | Autoriparazioni | Auto
arch: Architetti | Studio di Architettura
print: Tipografia | Arti Grafiche | Litografia
utility: Acque | Servizi Idrici
hire: Ricerca e Selezione | Risorse Umane | Talenti
guard: Vigilanza | Sicurezza
lingua: Traduzioni | Servizi Linguistici
machine: Trasmissioni | Macchine | Oleodinamica
"""

GOODS: Final = """
office: Scrivania regolabile in altezza, 160 x 80 cm=Unità | Pannello fonoassorbente, grigio=Unità
    | Poltrona ufficio, nera=Unità | Montaggio e ritiro imballi=Ore | Braccio monitor doppio=Unità
    | Cassettiera, 3 cassetti=Unità | Tavolo riunioni, 8 posti=Unità | Lampada LED da tavolo=Unità
tools: Vite TE M10 x 60 zincata=CF | Cavo FROR 3G1,5 100 m=MT | Punta SDS 8 x 160=PZ | Magnetotermico C16=PZ
    | Fascetta nylon 200 mm nera=CF | Scarpa antinfortunistica S3 43=PA | Scatola derivazione IP55=PZ
    | Trapano 18 V con 2 batterie=PZ | Silicone trasparente 310 ml=PZ | Tassello 8 mm=CF | Disco da taglio 125 x 1,0=PZ
    | Barra filettata M12 1 m=PZ | Plafoniera LED 1200 mm=PZ | Presa doppia 16 A=PZ
cloud: Piano Business, per utente | Spazio aggiuntivo 1 TB | Chiamate API, pacchetto da 10.000 | Assistenza premium
    | Licenza team, mensile | Traffico in uscita, per 100 GB
freight: Nolo | Trasporto stradale, carico completo | Nolo aereo | Ritiro merce | Nolo marittimo LCL
freight_extra: Supplemento gasolio | Operazioni doganali | Spese terminal | Consegna con sponda idraulica
duty: Dazi anticipati per Vs. conto | Anticipazioni doganali art. 15 | Diritti portuali, anticipazione
food: Grana padano, forma 5 kg=kg | Carote lavate=kg | Farina 00 10 kg=sc | Burro 40 x 250 g=ct
    | Polpa di pomodoro 6 x 2,5 kg=ct
    | Uova da allevamento a terra, 30=vs | Petto di pollo fresco=kg | Riso basmati 20 kg=sc
    | Piselli surgelati 4 x 2,5 kg=ct
    | Filetto di salmone=kg | Latte intero 12 x 1 l=ct | Patate 25 kg=sc | Olio d'oliva 5 l=lt | Penne 5 kg=sc
    | Limoni, 80 pezzi=cs | Yogurt bianco 5 kg=sh
food_other: Cola 24 x 33 cl=ct | Birra fusto 30 l=fu | Carta asciugatutto, 6 rotoli=cf | Acqua minerale 12 x 75 cl=cs
deposit: Cauzione cassa=cs | Cauzione fusto 30 l=fu | Cauzione bancale=bc
returned: Reso casse vuote=cs | Reso fusti vuoti=fu
cover: Responsabilità civile terzi | Incendio fabbricati | Flotta veicoli | RC professionale | Rischi informatici
clean: Pulizia uffici, 3 piani=mese! | Materiale igienico=mese! | Pulizia giornaliera cucine=mese!
clean_extra: Pulizia vetri esterni=interv. | Lavaggio moquette=m² | Pulizia di fine cantiere=ore
med: Guanti in nitrile, mis. M, 200=cf | Siringa 10 ml Luer-Lock, 100=cf | Ago cannula 20G=pz
    | Medicazione in schiuma 10 x 10=cf | Mascherina chirurgica tipo IIR, 50=cf | Sutura 3-0 riassorbibile, 36=cf
    | Strisce glicemia, 50=cf | Salviette disinfettanti=fl | Set catetere CH 14=set
labour: Tagliando=ore | Sostituzione dischi e pastiglie anteriori=ore | Diagnosi elettronica=ore | Convergenza=ore
    | Sostituzione kit distribuzione=ore
spares: Dischi freno anteriori, coppia=kit | Pastiglie anteriori=kit | Olio motore 5W-30=l | Filtro olio=pz
    | Filtro aria=pz | Spazzole tergicristallo=kit | Filtro abitacolo=pz | Kit distribuzione=kit
mot: Diritti di revisione (anticipazione)
phases: Studio di fattibilità | Progetto preliminare | Progetto definitivo | Pratica edilizia | Progetto esecutivo
    | Direzione lavori
print: Opuscoli A4, 16 pagine, punto metallico | Biglietti da visita 85 x 55 mm, 400 g | Carta intestata A4, 100 g
    | Espositori roll-up 850 x 2000 mm | Pieghevoli DL, 170 g patinata | Cartelline con alette
print_low: Libri, 128 pagine, brossura | Libretti A5, 32 pagine
water: Quota variabile acquedotto=m³ | Quota fognatura e depurazione=m³
water_base: Quota fissa acquedotto=gg | Quota fissa fognatura=gg
hire: Responsabile amministrativo | Direttore vendite Nord | Sviluppatore software
guard: Piantonamento diurno | Piantonamento notturno | Maggiorazione festiva | Ronda ispettiva | Pronto intervento
lingua: Italiano-inglese, manuale tecnico=parole | Inglese-italiano, contratto=parole | Revisione=parole
    | Localizzazione sito web, spagnolo=parole | Traduzione giurata, atto di nascita=parole | Italiano-olandese=parole
machine: Cuscinetto a sfere 6205-2RS | Motoriduttore 0,75 kW 1400 giri | Cinghia SPA 1250 | Tubo oleodinamico DN12, 2 m
    | Sensore induttivo M12 PNP | Guida lineare 400 mm | Kit guarnizioni cilindro 63 x 45 | Pignone 08B-1 Z 25
"""
