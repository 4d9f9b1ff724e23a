"""Italian: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "fattura", "fattura commerciale", "fattura immediata", "fattura differita", "fattura di vendita",
        "parcella", "fattura accompagnatoria",
    ),
    "credit_note": (
        "nota di credito", "nota di accredito", "nota credito", "nota di variazione", "nota d'accredito",
        "nota accredito",
    ),
    "self_billed": ("autofattura", "autofatturazione"),
    "invoice_number": (
        "numero nota", "nota n", "n nota", "numero fattura", "n fattura", "fattura n", "fattura numero",
        "fattura nr", "nr fattura", "numero di fattura", "fattura n°", "num fattura", "n ro fattura", "fattura no",
        "nota di credito n", "numero nota di credito", "nota credito n", "n nota di credito", "fatt n", "ft n",
        "n° fattura", "n ft", "rif fattura", "fattura num", "numero della fattura", "nota di credito numero",
        "nota di credito nr", "nr nota di credito", "n di fattura", "nota di accredito n", "n nota credito",
        "numero nota credito", "codice fattura", "doc nr", "fatt nr", "ft nr", "rif fatt", "codice documento",
        "id fattura", "identificativo fattura", "nota di accredito numero", "n documento fattura", "ns fattura n",
        "fatt", "nota accredito n", "numero della nota", "fattura rif", "riferimento fattura",
        "numero doc fattura",
    ),
    "document_number": (
        "numero", "n", "nr", "numero documento", "n documento", "documento n", "doc n", "num documento",
        "numero doc", "documento", "ns riferimento", "nr documento", "n doc", "documento numero",
        "nostro riferimento", "protocollo",
    ),
    "issue_date": (
        "data fattura", "data di emissione", "data emissione", "data della fattura", "fattura del", "emessa il",
        "data documento", "data di fatturazione", "data nota di credito", "data doc", "data del documento",
        "data nota credito", "emesso il", "data fatturazione", "nota di credito del", "del giorno", "data fatt",
        "data di fattura", "dt documento", "emissione", "emessa in data", "data di creazione",
        "data registrazione documento", "data del doc", "datata", "redatta il", "data della nota", "data nota",
        "emesso in data", "compilata il", "data ft", "data documento fattura",
    ),
    "date": ("data", "del", "in data", "il", "li"),
    "due_date": (
        "scadenza", "data scadenza", "scadenza di pagamento", "data di scadenza", "scadenza pagamento",
        "da pagare entro il", "da pagare entro", "pagamento entro il", "entro il", "scade il", "scadenza il",
        "pagabile entro il", "scadenze", "pagamento entro", "termine di pagamento", "pagare entro il", "scad",
        "saldo entro il", "data pagamento", "da saldare entro il", "scadenza del pagamento", "con scadenza",
        "con scadenza il", "data di pagamento", "scadenza rata", "in scadenza il", "termine pagamento",
        "da versare entro il", "da pagarsi entro il", "bonifico entro il", "scadente il", "da pagare il", "scade",
        "pagabile il", "termine", "termine ultimo", "ultimo giorno di pagamento", "pagamento il",
        "da corrispondere entro il", "data limite", "data limite di pagamento", "saldo entro",
        "termine per il pagamento", "pagare entro", "da saldare entro", "versare entro", "liquidare entro",
        "pagamento non oltre il", "scadenza saldo", "scadenza rimessa",
    ),
    "delivery_date": (
        "data di consegna", "data consegna", "consegnato il", "data della prestazione", "data prestazione",
        "data spedizione", "consegna del", "data di spedizione", "data di fornitura", "data fornitura",
        "data operazione", "data servizio", "data del servizio", "data trasporto", "consegna il", "eseguito il",
        "data esecuzione", "fornitura del", "consegnata il", "data di esecuzione", "prestazione del",
        "data della consegna", "data effettuazione", "effettuato il", "merce consegnata il", "spedito il",
        "data uscita", "data lavori", "data ultimazione", "fornito il",
    ),
    "currency": ("valuta", "divisa"),
    "tax_id": (
        "partita iva", "p iva", "piva", "p i", "partita i v a", "codice fiscale e partita iva", "cod fisc e p iva",
        "c f e p iva", "c f p iva", "p iva c f", "codice iva", "vat", "p iva e c f", "cf piva",
        "partita iva codice fiscale", "cod fiscale p iva", "id iva", "p iva cf", "c f p i", "part iva",
        "n partita iva", "numero di partita iva", "partita iva e codice fiscale", "codice fiscale partita iva",
        "p iva cod fisc", "cod fisc p iva", "cf e p iva", "identificativo iva", "numero iva", "iva n", "n iva",
        "p iva n", "partita iva n", "p iva e cod fisc", "codice fiscale p iva", "vat n", "identificativo fiscale",
        "identificativo fiscale ai fini iva", "ns p iva", "nostra p iva",
    ),
    "tax_number": ("codice fiscale", "c f", "cod fisc", "cod fiscale", "cf"),
    "buyer_tax_id": (
        "p iva cliente", "partita iva cliente", "vostra partita iva", "vs p iva", "vs partita iva",
        "partita iva del cliente", "p iva del cliente", "p iva cessionario", "vostra p iva", "p iva destinatario",
        "vat cliente", "partita iva committente", "cliente p iva", "sua partita iva", "partita iva cessionario",
        "id iva cliente", "p iva committente", "partita iva destinatario", "cliente partita iva", "piva cliente",
        "vs piva", "codice iva cliente",
    ),
    "iban": (
        "iban", "codice iban", "conto iban", "coordinate iban", "coordinate bancarie iban", "c c iban", "cod iban",
    ),
    "bic": ("bic", "swift", "bic swift", "swift bic", "codice bic", "codice swift"),
    "payment_reference": (
        "causale", "riferimento pagamento", "causale pagamento", "riferimento di pagamento", "causale bonifico",
        "causale del bonifico", "riferimento bonifico", "causale di pagamento", "causale del pagamento",
        "indicare", "riferimento per il pagamento", "causale versamento", "si prega di indicare",
        "indicare nella causale", "da indicare nel bonifico", "riferimento del pagamento",
    ),
    "payment_terms": (
        "condizioni di pagamento", "termini di pagamento", "modalità di pagamento", "pagamento",
        "condizioni pagamento", "mod pagamento", "tipo pagamento", "modalità pagamento", "cond pagamento",
        "cond di pagamento", "condizioni", "termini", "scadenze pagamento", "accordi di pagamento",
        "tempi di pagamento", "modo di pagamento", "metodo di pagamento", "forma di pagamento", "dilazione",
        "pagamento concordato",
    ),
    "order_reference": (
        "ordine", "numero ordine", "ordine n", "vostro ordine", "vs ordine", "rif ordine", "riferimento ordine",
        "n ordine", "ordine di acquisto", "vs ordine n", "nr ordine", "vs rif", "ordine cliente",
        "vostro ordine n", "ordine nr", "vs ord", "numero d'ordine", "ordine d'acquisto", "n ordine cliente",
        "vs rif ordine", "vs riferimento", "vostro riferimento", "rif vs ordine", "numero ordine di acquisto",
        "ordine numero", "ordine di acquisto n", "n d'ordine", "suo ordine", "oda", "o d a", "n oda", "numero oda",
        "vs commessa", "vs buono d'ordine", "buono d'ordine", "rif vs ord", "vs n ordine", "rif acquisto",
        "richiesta d'acquisto", "ordine rif", "vostro numero ordine", "vs numero ordine", "conferma ordine",
        "ordinativo", "n ordinativo",
    ),
    "customer_number": (
        "codice cliente", "numero cliente", "cod cliente", "n cliente", "cliente n", "conto cliente", "codice cli",
        "id cliente", "cliente nr", "vs codice cliente", "vostro codice cliente", "nr cliente", "rif cliente",
        "vostro numero cliente", "cod cli", "vs codice", "numero di cliente", "vostro codice", "c cliente",
        "vs n cliente", "c cli", "codice anagrafico", "codice intestatario", "id del cliente",
        "codice del cliente", "numero del cliente", "vs conto", "vs codice cli", "matricola cliente",
        "vostro conto", "vs id", "codice utente", "codice abbonato", "anagrafica",
    ),
    "email": ("email", "e mail", "mail", "posta elettronica", "pec", "indirizzo email"),
    "seller": (
        "venditore", "fornitore", "cedente", "cedente prestatore", "mittente", "prestatore", "emittente",
        "emessa da", "da",
    ),
    "buyer": (
        "cliente", "spett le", "spettabile", "destinatario", "cessionario", "cessionario committente",
        "intestatario", "fatturare a", "committente", "intestata a", "acquirente", "fattura a",
        "indirizzo di fatturazione", "dati cliente", "egr", "fatturato a", "intestazione", "intestato a",
        "dati del cliente", "a", "per",
    ),
    "ship_to": (
        "indirizzo di consegna", "destinazione", "luogo di consegna", "destinazione merce", "consegna",
        "spedire a", "consegnare a", "destinazione della merce", "indirizzo di spedizione", "spedito a",
    ),
    "name": ("nome", "ragione sociale", "denominazione", "società"),
    "account_holder": (
        "intestatario conto", "beneficiario", "intestatario del conto", "conto intestato a", "intestato a",
        "a favore di",
    ),
    "other": (
        "data ordine", "data dell'ordine", "ordine del", "tel", "telefono", "fax", "pagina", "pag", "ddt", "ddt n",
        "banca", "conto", "abi", "cab", "cin", "rea", "n rea", "registro imprese", "totale", "imponibile",
        "importo", "quantità", "descrizione", "cell", "capitale sociale", "sito", "web", "agente", "codice sdi",
        "codice destinatario", "codice univoco", "cig", "cup", "vettore", "periodo", "progetto", "commessa",
        "contratto", "preventivo", "data ddt", "documento di trasporto", "banca d'appoggio", "fattura originale",
        "fattura di riferimento", "rif fattura n", "fattura collegata", "a storno fattura", "storno fattura",
        "causale trasporto", "causale del trasporto", "numero bolla", "bolla", "referente", "contatto",
        "amministratore", "amministratore unico", "direttore", "numero di serie", "coordinate bancarie",
        "totale fattura", "totale documento", "netto a pagare", "importo fattura", "data stampa", "sede legale",
        "aliquota iva", "iva", "totale iva", "importo iva", "imposta", "riepilogo iva", "ord del", "vs contatto",
        "vostro contatto", "numero ddt", "n ddt", "data valuta", "spedizione", "porto",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "ai al alla che con da dal del della di e gli grazie il in la lo nella nostro ns pagamento per si sono su un "
    "una vostro vs è"
)
